import {
  refusal,
  type Refusal,
  type Acts,
  type Asks,
  type Draft,
  type Exported,
  type Judged,
  type Judgement,
  type Opened,
  type Preview,
  type Summary,
} from "../bridge/bridge";
import { Latest } from "../shared/latest";
import { copy, same } from "./draft";
import { Saving, type Saved } from "./saving.svelte";

/** The draft in the window: what it holds, what follows from it, and whether it is safe on disk. */
export class OpenDraft {
  readonly id: string;
  draft: Draft = $state.raw()!;
  /** What follows from the draft; null until it was judged once. */
  judged: Judged | null = $state.raw(null);
  preview: Preview | null = $state.raw(null);
  /** The last preview that could be drawn. */
  drawn: Preview | null = $state.raw(null);
  /** Why there is no newer preview. */
  previewFailure: string | null = $state.raw(null);
  /** The last export, the line it stated, and whether it is a copy of the student's own résumé. */
  exported: (Exported & { line: string | null; own?: boolean }) | null = $state.raw(null);
  /** Why what follows could not be worked out. */
  #unjudged: Refusal | null = $state.raw(null);

  #bridge: Asks;
  #opened: Opened;
  #saving: Saving;
  #judging: Latest<Draft, Judged>;
  /** The draft that was last given to be judged. */
  #asked: Draft | null = null;
  #drawing: Latest<Draft, Preview>;

  constructor(bridge: Asks, opened: Opened, onsaved: (summary: Summary) => void) {
    this.#bridge = bridge;
    this.#opened = opened;
    this.#saving = new Saving(bridge, opened, onsaved);
    this.id = opened.id;
    this.draft = opened.draft;
    this.#judging = new Latest(
      (draft) => bridge.judge(draft),
      (judged) => ((this.judged = judged), (this.#unjudged = null)),
      (thrown) => ((this.#asked = null), (this.#unjudged = refusal(thrown))),
    );
    this.#drawing = new Latest(
      (draft) => bridge.preview(draft),
      (preview) => {
        this.preview = preview;
        if (preview.svg !== "") this.drawn = preview;
        this.previewFailure = null;
      },
      (thrown) => (this.previewFailure = refusal(thrown).message),
    );
    this.#follow();
  }

  get saved(): Saved {
    return this.#unjudged ? { state: "failed", refusal: this.#unjudged } : this.#saving.saved;
  }

  /** Why it can only be read; null where it can be changed. */
  get readOnly(): Refusal | null {
    return this.#opened.read_only ?? this.#saving.lost;
  }

  /** Whether something typed here is not on disk. */
  get unsaved(): boolean {
    return this.#saving.waits;
  }

  /** What undo would change, in words; null where there is nothing to undo. */
  get undoes(): string | null {
    return this.readOnly ? null : this.#saving.undo;
  }

  get redoes(): string | null {
    return this.readOnly ? null : this.#saving.redo;
  }

  /** Changes the draft. Changes to one `field` that follow each other closely are undone as one. */
  change(edit: (draft: Draft) => void, field: string | null = null): void {
    if (this.readOnly !== null) return;
    const next = copy(this.draft);
    edit(next);
    if (same(next, this.draft)) return;
    this.#saving.take(next, field);
    this.#show(next);
  }

  undo(): Promise<void> {
    return this.#back(() => this.#bridge.undo(this.id));
  }

  redo(): Promise<void> {
    return this.#back(() => this.#bridge.redo(this.id));
  }

  /** Makes an earlier state the draft's again; undo takes that back. */
  restore(revision: string): Promise<void> {
    return this.#back(() => this.#bridge.restoreRevision(this.id, revision));
  }

  /** Any day, judged as the start date of the draft as it stands. */
  judgeStart(start: string): Promise<Judgement> {
    return this.#bridge.judgeStart(this.draft, start);
  }

  /** Resolves when what is shown follows from the draft as it stands. */
  followed(): Promise<void> {
    return this.#judging.idle();
  }

  /** Saves what is not on disk yet, without waiting for a pause; false where that failed. */
  save(): Promise<boolean> {
    return this.#saving.now();
  }

  /** The window came to the front: another running copy may have taken the draft over meanwhile. */
  async check(): Promise<void> {
    if (this.readOnly === null) await this.#saving.check();
  }

  /** Saves the header through the system's dialog; null when it was cancelled. */
  async export(acts: Acts): Promise<Exported | null> {
    await Promise.all([this.save(), this.followed()]);
    const line = this.judged?.line ?? null;
    const exported = await acts.saveHeader(this.id, this.draft);
    if (exported) this.exported = { ...exported, line };
    return exported;
  }

  async #back(ask: () => ReturnType<Asks["undo"]>): Promise<void> {
    if (this.readOnly !== null) return;
    const draft = await this.#saving.back(ask);
    if (draft) this.#show(draft);
  }

  #show(draft: Draft): void {
    this.draft = draft;
    this.#follow();
  }

  #follow(): void {
    // The sheet first: it is drawn from more, and takes longer.
    this.#drawing.ask(this.draft);
    if (!this.#asked || !same(inputsOf(this.draft), inputsOf(this.#asked))) {
      this.#asked = this.draft;
      this.#judging.ask(this.draft);
    }
  }
}

/** What verdicts and the line follow from. Who the student is changes none, so a name is typed without them. */
const inputsOf = ({ posting, calendar, starts, stated, style }: Draft) => ({
  posting,
  calendar,
  starts,
  stated,
  dates: style.dates,
});
