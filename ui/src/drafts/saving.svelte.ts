import {
  refusal,
  type Asks,
  type Draft,
  type Opened,
  type Refusal,
  type Returned,
  type Saved as OnDisk,
  type Summary,
  type Undoable,
} from "../bridge/bridge";

/** Milliseconds from a change to its save, however much is typed meanwhile: with the write itself it stays under 300. */
const PAUSE = 200;

/** Refusals after which this window can't save the draft any more: trying again would win it back unasked. */
const LOST: readonly string[] = ["taken_over", "changed", "gone", "locked", "damaged"];

export type Saved =
  { state: "saved"; at: Date } | { state: "saving" } | { state: "failed"; refusal: Refusal };

/** A state of the draft that is not on disk yet. Changes to one field that follow each other are one state. */
type Unsaved = { draft: Draft; field: string | null };

/** Takes a draft's states to the disk one after the other, so that each can be undone there. */
export class Saving {
  saved: Saved = $state.raw({ state: "saved", at: new Date() });
  #undoable: Undoable = $state.raw({ undo: [], redo: [] });
  #unsaved: Unsaved[] = $state.raw([]);
  #onDisk: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One thing at a time: a save, undo, redo. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bridge: Asks,
    private readonly opened: Opened,
    private readonly onsaved: (summary: Summary) => void,
  ) {
    this.#onDisk = opened.draft;
    this.#undoable = opened.undoable;
  }

  /** What undo would change, in words; null where there is nothing to undo. */
  get undo(): string | null {
    return this.#unsaved.length > 0 ? "the last change" : parts(this.#undoable.undo);
  }

  get redo(): string | null {
    return this.#unsaved.length > 0 ? null : parts(this.#undoable.redo);
  }

  /** Why the draft can't be saved from here any more; null while it can. */
  get lost(): Refusal | null {
    return this.saved.state === "failed" && LOST.includes(this.saved.refusal.code)
      ? this.saved.refusal
      : null;
  }

  get waits(): boolean {
    return this.#unsaved.length > 0;
  }

  /** A change was made: it is saved after a pause. */
  take(draft: Draft, field: string | null): void {
    const last = this.#unsaved.at(-1);
    const before = field !== null && last?.field === field ? this.#unsaved.slice(0, -1) : this.#unsaved;
    this.#unsaved = [...before, { draft, field }];
    this.saved = { state: "saving" };
    this.#timer ??= setTimeout(() => void this.now(), PAUSE);
  }

  /** Saves what is not on disk yet, without waiting; false where that failed. */
  now(): Promise<boolean> {
    this.#wake();
    return this.#alone(() => this.#write());
  }

  /** Whether the draft is still ours to save: a save that changes nothing tells. */
  check(): Promise<boolean> {
    return this.#alone(() => (this.#unsaved.length > 0 ? this.#write() : this.#again()));
  }

  /** Saves, then undoes, redoes or restores; gives the draft to show, or null where it stays as it is. */
  back(ask: () => Promise<Returned | null>): Promise<Draft | null> {
    this.#wake();
    return this.#alone(async () => {
      if (!(await this.#write())) {
        // What never came to the disk is taken back here.
        this.#unsaved = this.#unsaved.slice(0, -1);
        if (this.#unsaved.length === 0) this.saved = { state: "saved", at: new Date() };
        return this.#unsaved.at(-1)?.draft ?? this.#onDisk;
      }
      let shown: Draft | null = null;
      await this.#attempt(async () => {
        const returned = await ask();
        if (!returned) return;
        this.#onDisk = returned.draft;
        this.#is(returned.saved);
        // What was typed meanwhile stands.
        if (this.#unsaved.length === 0) shown = returned.draft;
      });
      return shown;
    });
  }

  #wake(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done;
    return done;
  }

  async #write(): Promise<boolean> {
    if (this.lost) return false;
    // A step back failed, or looking after the draft did.
    if (this.#unsaved.length === 0 && this.saved.state === "failed") return this.#again();
    for (let next = this.#unsaved[0]; next; next = this.#unsaved[0]) {
      const writing = next;
      this.saved = { state: "saving" };
      const saved = await this.#attempt(async () =>
        this.#is(await this.#put(writing.draft, writing.field === null)),
      );
      if (!saved) return false;
      this.#onDisk = writing.draft;
      if (this.#unsaved[0] === writing) this.#unsaved = this.#unsaved.slice(1);
    }
    if (this.saved.state === "saving") this.saved = { state: "saved", at: new Date() };
    return true;
  }

  /** Saves again what is on the disk, as far as is known. */
  #again(): Promise<boolean> {
    return this.#attempt(async () => {
      this.#is(await this.#put(this.#onDisk, false));
      if (this.#unsaved.length === 0 && this.saved.state === "failed")
        this.saved = { state: "saved", at: new Date() };
    });
  }

  #put(draft: Draft, whole: boolean): Promise<OnDisk> {
    return this.bridge.saveDraft(this.opened.id, draft, whole);
  }

  #is({ summary, undoable }: OnDisk): void {
    this.#undoable = undoable;
    this.onsaved(summary);
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      this.saved = { state: "failed", refusal: refusal(thrown) };
      return false;
    }
  }
}

function parts(changes: Undoable["undo"]): string | null {
  if (changes.length === 0) return null;
  return changes.map(({ what }) => what.toLowerCase()).join(", ");
}
