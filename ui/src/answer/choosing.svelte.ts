import { same } from "../drafts/draft";
import type { OpenDraft } from "../drafts/open.svelte";
import type { Choice } from "../generated/Choice";
import type { Judgement } from "../generated/Judgement";
import { Latest } from "../shared/latest";
import { judgedDays } from "./range";

/** Which start date is chosen, and what is stated with it. */
export class Choosing {
  readonly open: OpenDraft;
  /** A start date that was chosen and has no end yet: what is stated beside it stays so until one is given. */
  #picked: { start: string; beside: Choice | null } | null = $state.raw(null);
  /** The day that was judged last while the start was moved. */
  #moved: Judgement | null = $state.raw(null);
  /** Where the start was moved to, until that day is judged. */
  #wanted: string | null = $state.raw(null);
  #moving: Latest<string, Judgement>;

  constructor(open: OpenDraft) {
    this.open = open;
    $effect(() => {
      if (this.#picked && !same(this.#picked.beside, open.draft.stated)) this.#picked = null;
    });
    this.#moving = new Latest(
      (start) => open.judgeStart(start),
      (judgement) => {
        if (this.#wanted === judgement.start) this.#wanted = null;
        const end = this.#endFrom(judgement);
        this.#moved = judgement;
        this.#state(judgement.start, end, "stated start");
      },
      () => (this.#wanted = null),
    );
  }

  /** The chosen start date, judged. */
  get on(): Judgement | null {
    const { draft, judged } = this.open;
    return (
      this.#find(this.#picked?.start) ?? this.#find(draft.stated?.start) ?? this.#find(judged?.chosen) ?? null
    );
  }

  get start(): string | null {
    return this.on?.start ?? null;
  }

  /** Where the start stands while it is moved: a step ahead of its judgement. */
  get at(): string | null {
    return this.#wanted ?? this.start;
  }

  /** States a start date, to its default end; of a miss the safe end, so that what it misses can be read. */
  choose(judgement: Judgement): void {
    this.#state(judgement.start, judgement.default_end ?? judgement.safe_end, null);
  }

  /** States another day of those that the posting allows, with the end that the student gave if it still holds. */
  move(start: string): void {
    if (start === this.at || this.open.readOnly !== null) return;
    this.#wanted = start;
    this.#moving.ask(start);
  }

  #find(start: string | null | undefined): Judgement | undefined {
    const judged = this.open.judged;
    if (!judged || !start) return undefined;
    const known = judgedDays(judged).find((each) => each.start === start);
    return known ?? (this.#moved?.start === start ? this.#moved : undefined);
  }

  #endFrom(next: Judgement): string | null {
    const stated = this.open.draft.stated;
    const before = this.#find(stated?.start);
    const given = stated && stated.end !== (before?.default_end ?? before?.safe_end) ? stated.end : null;
    const holds =
      given !== null &&
      next.earliest_end !== null &&
      given >= next.earliest_end &&
      (next.free_until === null || given <= next.free_until);
    return holds ? given : (next.default_end ?? next.safe_end);
  }

  #state(start: string, end: string | null, field: string | null): void {
    const { open } = this;
    this.#picked = end ? null : { start, beside: open.draft.stated };
    if (!end) return;
    const full_time = open.judged?.stated?.full_time ?? false;
    open.change((draft) => (draft.stated = { start, end, full_time }), field);
  }
}
