/** How long two changes to one field may lie apart and still be undone together, in milliseconds. */
const TOGETHER = 1500;

/** The states of a draft before and after the one shown. States are never changed, only replaced. */
export class History<State> {
  #past: State[] = [];
  #future: State[] = [];
  #last: { field: string; at: number } | null = null;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Keeps `before`, unless the change goes on with the same field (a word being typed, a handle dragged). */
  keep(before: State, field: string | null, now: number): void {
    const goesOn = field !== null && this.#last?.field === field && now - this.#last.at < TOGETHER;
    if (!goesOn) this.#past.push(before);
    this.#future = [];
    this.#last = field === null ? null : { field, at: now };
  }

  /** Ends a run of changes to one field: the next one is undone by itself. */
  settle(): void {
    this.#last = null;
  }

  undo(now: State): State | undefined {
    return this.#step(this.#past, this.#future, now);
  }

  redo(now: State): State | undefined {
    return this.#step(this.#future, this.#past, now);
  }

  #step(from: State[], to: State[], now: State): State | undefined {
    const next = from.pop();
    if (next !== undefined) to.push(now);
    this.#last = null;
    return next;
  }
}
