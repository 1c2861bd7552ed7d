/** Rows drawn beyond each end of what can be seen, so that Tab and a quick turn of the wheel find them there. */
const BEYOND = 10;

/** Lists that are longer are drawn only where they can be seen. */
const LONG = 100;

/** Which rows of a long list of equal rows are drawn. */
export class Windowed {
  top = $state(0);
  height = $state(0);
  #count: () => number;
  #step: () => number;

  /** `step` is the distance from one row to the next, in pixels. */
  constructor(count: () => number, step: () => number) {
    this.#count = count;
    this.#step = step;
  }

  get from(): number {
    return this.#count() > LONG ? Math.max(0, Math.floor(this.top / this.#step()) - BEYOND) : 0;
  }

  get to(): number {
    const count = this.#count();
    if (count <= LONG) return count;
    return Math.min(count, Math.ceil((this.top + this.height) / this.#step()) + BEYOND);
  }

  /** The room that the rows before those drawn take, in pixels. */
  get before(): number {
    return this.from * this.#step();
  }

  get after(): number {
    return (this.#count() - this.to) * this.#step();
  }

  /** Where to scroll so that a row can be seen; null where it can be. */
  toShow(index: number): number | null {
    const start = index * this.#step();
    if (index < 0 || this.height === 0) return null;
    if (start < this.top) return start;
    const end = start + this.#step();
    return end > this.top + this.height ? end - this.height : null;
  }
}
