import {
  refusal,
  type Refusal,
  type Bridge,
  type Draft,
  type Exported,
  type Judged,
  type Opened,
  type Preview,
  type Summary,
} from "../bridge/bridge";
import { Latest } from "../shared/latest";
import { copy, same } from "./draft";
import { History } from "./history";

/** Milliseconds from the last change to its save. */
const PAUSE = 250;

export type Saved = { state: "saved"; at: Date } | { state: "saving" } | { state: "failed"; message: string };

/** The draft in the window: what it holds, what follows from it, and whether it is safe on disk. */
export class OpenDraft {
  readonly id: string;
  /** Why it can only be read; null where it can be changed. */
  readonly readOnly: Refusal | null;
  draft: Draft = $state.raw()!;
  /** What follows from the draft; null until it was judged once. */
  judged: Judged | null = $state.raw(null);
  preview: Preview | null = $state.raw(null);
  /** The last preview that could be drawn. */
  drawn: Preview | null = $state.raw(null);
  /** Why there is no newer preview. */
  previewFailure: string | null = $state.raw(null);
  saved: Saved = $state.raw({ state: "saved", at: new Date() });
  /** The last export, and the line it stated. */
  exported: (Exported & { line: string | null }) | null = $state.raw(null);
  canUndo = $state(false);
  canRedo = $state(false);

  #bridge: Bridge;
  #onsaved: (summary: Summary) => void;
  #history = new History<Draft>();
  #onDisk: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | null = null;
  #judging: Latest<Draft, Judged>;
  #drawing: Latest<Draft, Preview>;

  constructor(bridge: Bridge, opened: Opened, onsaved: (summary: Summary) => void) {
    this.#bridge = bridge;
    this.#onsaved = onsaved;
    this.id = opened.id;
    this.readOnly = opened.read_only;
    this.draft = this.#onDisk = opened.draft;
    this.#judging = new Latest(
      (draft) => bridge.judge(draft),
      (judged) => (this.judged = judged),
      (thrown) => (this.saved = { state: "failed", message: refusal(thrown).message }),
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

  /** Changes the draft. Changes to one `field` that follow each other closely are undone as one. */
  change(edit: (draft: Draft) => void, field: string | null = null): void {
    if (this.readOnly !== null) return;
    const next = copy(this.draft);
    edit(next);
    if (same(next, this.draft)) return;
    this.#history.keep(this.draft, field, Date.now());
    this.#show(next);
  }

  undo(): void {
    const before = this.#history.undo(this.draft);
    if (before) this.#show(before);
  }

  redo(): void {
    const after = this.#history.redo(this.draft);
    if (after) this.#show(after);
  }

  /** Resolves when what is shown follows from the draft as it stands. */
  followed(): Promise<void> {
    return this.#judging.idle();
  }

  /** A field was left: what follows is another change, and what stands is saved at once. */
  settle(): void {
    this.#history.settle();
    void this.save();
  }

  /** Saves what is not on disk yet, without waiting for a pause. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    return this.#writing;
  }

  /** Saves the header through the system's dialog; false when it was cancelled. */
  async export(): Promise<boolean> {
    await Promise.all([this.save(), this.followed()]);
    const line = this.judged?.line ?? null;
    const exported = await this.#bridge.saveHeader(this.id, this.draft);
    if (exported) this.exported = { ...exported, line };
    return exported !== null;
  }

  #show(draft: Draft): void {
    this.draft = draft;
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    this.#follow();
    this.saved = { state: "saving" };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  #follow(): void {
    this.#judging.ask(this.draft);
    this.#drawing.ask(this.draft);
  }

  async #write(): Promise<void> {
    while (this.#onDisk !== this.draft) {
      const writing = this.draft;
      this.saved = { state: "saving" };
      try {
        this.#onsaved(await this.#bridge.saveDraft(this.id, writing));
        this.#onDisk = writing;
      } catch (thrown) {
        this.saved = { state: "failed", message: refusal(thrown).message };
        return;
      }
    }
    if (this.saved.state === "saving") this.saved = { state: "saved", at: new Date() };
  }
}
