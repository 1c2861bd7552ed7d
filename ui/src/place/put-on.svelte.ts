import { refusal, type Acts, type Asks, type Exported, type Refusal } from "../bridge/bridge";
import type { OpenDraft } from "../drafts/open.svelte";
import type { OpenResume } from "../generated/OpenResume";
import type { ShownResume } from "../generated/ShownResume";
import type { Wish } from "../generated/Wish";
import { Latest } from "../shared/latest";
import type { Startline } from "../startline.svelte";

/** The largest résumé that is opened, in bytes. */
const LARGEST = 50_000_000;

/** The student's own résumé while the draft's availability is put on it. */
export class PutOn {
  file: OpenResume = $state.raw()!;
  wish: Wish = $state.raw({ what: "line", place: null, alignment: null, typeface: null });
  /** What was last shown, and with which wish; null until there is anything to show. */
  shown: ShownResume | null = $state.raw(null);
  /** Why there is nothing newer to show. */
  failure: Refusal | null = $state.raw(null);
  busy = $state(true);
  /** Why the copy was not saved. */
  unsaved: string | null = $state.raw(null);

  #bridge: Asks;
  #asking: Latest<string | null, ShownResume>;

  constructor(
    bridge: Asks,
    readonly open: OpenDraft,
    file: OpenResume,
  ) {
    this.#bridge = bridge;
    this.#asking = new Latest(
      (password) => bridge.showResume(this.file.handle, open.draft, this.wish, password),
      (shown) => this.#answered(shown, null),
      (thrown) => this.#answered(this.shown, refusal(thrown)),
    );
    this.#begin(file);
  }

  /** `shown` with something to look at, `locked` where a password is asked for, `refused`, else `opening`. */
  get state(): "opening" | "locked" | "refused" | "shown" {
    if (this.shown) return "shown";
    if (!this.failure) return "opening";
    return ["needs_password", "wrong_password"].includes(this.failure.code) ? "locked" : "refused";
  }

  /** What is shown is what was asked for, and may be saved. */
  get ready(): boolean {
    return this.shown !== null && !this.busy && this.failure === null && this.shown.placement.dates_read;
  }

  change(wish: Partial<Wish>): void {
    this.wish = { ...this.wish, ...wish };
    this.#ask(null);
  }

  /** Opens it with its password, which is not kept here. */
  unlock(password: string): void {
    this.#ask(password);
  }

  /** Takes another file in place of this one; nothing happens when it is null, the cancelled dialog. */
  async take(another: () => Promise<OpenResume | null>): Promise<void> {
    try {
      const file = await another();
      if (file) this.#begin(file);
    } catch (thrown) {
      this.shown = null;
      this.failure = refusal(thrown);
    }
  }

  /** Saves the copy through the system's dialog; null where it was cancelled or refused. */
  async save(acts: Acts): Promise<Exported | null> {
    this.unsaved = null;
    try {
      const exported = await acts.saveResume(this.file.handle, this.open.id);
      if (exported) this.open.exported = { ...exported, line: this.open.judged?.line ?? null, own: true };
      return exported;
    } catch (thrown) {
      this.unsaved = refusal(thrown).message;
      return null;
    }
  }

  close(): void {
    void this.#bridge.closeResume(this.file.handle);
  }

  #begin(file: OpenResume): void {
    this.file = file;
    this.shown = this.unsaved = this.failure = null;
    this.#ask(null);
  }

  #ask(password: string | null): void {
    this.busy = true;
    this.unsaved = null;
    this.#asking.ask(password);
  }

  #answered(shown: ShownResume | null, failure: Refusal | null): void {
    this.shown = shown;
    this.failure = failure;
    this.busy = false;
  }
}

/** Opens the student's résumé through the system's dialog, and shows the draft's availability on it. */
export async function putOn(startline: Startline): Promise<void> {
  await startline.alone("openResume", (acts) => begin(startline, () => acts.openResume()));
}

/** The same with a file that was dropped on the window. */
export async function putOnDropped(startline: Startline, file: File): Promise<void> {
  await startline.attempt(() => begin(startline, () => contents(startline.bridge, file)));
}

/** A dropped file's contents, handed over. */
export async function contents(bridge: Asks, file: File): Promise<OpenResume> {
  if (file.size > LARGEST)
    throw { code: "other", message: `${file.name} is larger than 50 MB, the most that is read.` };
  return bridge.takeResume(file.name, new Uint8Array(await file.arrayBuffer()));
}

async function begin(startline: Startline, opened: () => Promise<OpenResume | null>): Promise<void> {
  const open = startline.open;
  if (!open?.judged?.line || startline.placing) return;
  // What stands in the window is what is placed, and what is kept beside the copy.
  await Promise.all([open.save(), open.followed()]);
  const file = await opened();
  if (file && startline.open === open && !startline.placing)
    startline.placing = new PutOn(startline.bridge, open, file);
}
