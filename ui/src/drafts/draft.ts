import type { Draft, Settings } from "../bridge/bridge";

/** A copy that can be changed without changing the original; text is shared, however long the posting. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)])) as T;
}

/** Whether two values say the same, key by key. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && same(one[key as never], other[key as never]))
  );
}

/** A new draft for a posting, with the student's profile and choices to start from. */
export function draftFor(text: string, { profile, style }: Settings): Draft {
  return {
    startline: 1,
    title: "",
    posting: { text, corrections: [] },
    calendar: { free: [], fixed: [], flexible: [], limits: [], graduation: null },
    starts: [],
    candidate: copy(profile),
    stated: null,
    style: copy(style),
    employer: null,
    place: null,
  };
}
