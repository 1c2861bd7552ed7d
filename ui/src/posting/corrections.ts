// The student's corrections to what was read (rule P6). A list of corrections is never changed, only replaced.

import type { Correction } from "../generated/Correction";
import { same } from "../drafts/draft";

/** The correction that a value stands by, if the student gave or changed it. */
export function behind(list: Correction[], fact: string, value: unknown): Correction | undefined {
  return list.findLast((each) => each.fact === fact && each.kind !== "remove" && same(each.value, value));
}

/** `from` is now `to`. A second change to one fact stays one correction, and one back to what was read is none. */
export function change(list: Correction[], fact: string, from: unknown, to: unknown): Correction[] {
  const earlier = behind(list, fact, from);
  if (!earlier) return [...list, { kind: "change", fact, was: from, value: to }];
  if (earlier.kind === "change" && same(earlier.was, to)) return without(list, earlier);
  return list.map((each) => (each === earlier ? { ...each, value: to } : each));
}

/** The fact is not so. What the student had added is only taken back. */
export function remove(list: Correction[], fact: string, value: unknown): Correction[] {
  const earlier = behind(list, fact, value);
  if (!earlier) return [...list, { kind: "remove", fact, was: value, value: null }];
  const rest = without(list, earlier);
  return earlier.kind === "add" ? rest : [...rest, { kind: "remove", fact, was: earlier.was, value: null }];
}

export function add(list: Correction[], fact: string, value: unknown): Correction[] {
  return [...list, { kind: "add", fact, was: null, value }];
}

/** As if the correction had never been made. */
export function without(list: Correction[], correction: Correction): Correction[] {
  return list.filter((each) => !same(each, correction));
}
