import type { Draft, Undoable } from "../bridge";

/** How long two changes to one place may lie apart and still be undone together, in milliseconds. */
const TOGETHER = 2000;

const WORDS: Record<string, string> = {
  title: "Title",
  posting: "Posting",
  calendar: "Free days",
  candidate: "Name",
  stated: "Dates stated",
  style: "Style",
  starts: "Start dates of your own",
  employer: "Employer",
};

/** The states of a draft before and after the one it has, as the journal on disk keeps them. */
export class History {
  #past: Draft[] = [];
  #future: Draft[] = [];
  #last: { place: string; at: number } | null = null;

  /** Keeps `before`, unless the change goes on with the typing before it. */
  keep(before: Draft, after: Draft, whole: boolean): void {
    const changed = places(before, after, "");
    if (changed.length === 0) return;
    const place = whole || changed.length > 1 ? null : changed[0]!;
    const goesOn =
      place !== null &&
      this.#last?.place === place &&
      Date.now() - this.#last.at < TOGETHER &&
      this.#future.length === 0;
    if (!goesOn) this.#past.push(before);
    this.#future = [];
    this.#last = place === null ? null : { place, at: Date.now() };
  }

  undo(now: Draft): Draft | undefined {
    return this.#step(this.#past, this.#future, now);
  }

  redo(now: Draft): Draft | undefined {
    return this.#step(this.#future, this.#past, now);
  }

  undoable(now: Draft): Undoable {
    const changes = (there: Draft | undefined) => (there ? differences(now, there) : []);
    return { undo: changes(this.#past.at(-1)), redo: changes(this.#future.at(-1)) };
  }

  #step(from: Draft[], to: Draft[], now: Draft): Draft | undefined {
    const next = from.pop();
    if (next) to.push(now);
    this.#last = null;
    return next;
  }
}

/** What is different between two states, by the parts of a draft. */
export function differences(was: Draft, now: Draft): Undoable["undo"] {
  const parts = new Set(places(was, now, "").map((place) => place.split("/")[1]!));
  const words = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 80);
  return [...parts].map((part) => ({
    what: WORDS[part] ?? part,
    was: words(was[part as keyof Draft] ?? ""),
    now: words(now[part as keyof Draft] ?? ""),
  }));
}

function places(one: unknown, other: unknown, at: string): string[] {
  if (one === other) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return [at];
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return [at];
  return keys.flatMap((key) => places(one[key as never], other[key as never], `${at}/${key}`));
}
