import { createContext } from "svelte";
import {
  refusal,
  type Boot,
  type Bridge,
  type Opened,
  type PostingText,
  type Settings,
  type Summary,
} from "./bridge/bridge";
import { draftFor } from "./drafts/draft";
import { OpenDraft } from "./drafts/open.svelte";

/** The largest posting that is read, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** How long something that only tells stands, in milliseconds. */
const LONG = 10_000;

/** Something said at the foot of the window, with one thing that can be done about it. */
export type Said = { message: string; tone: "status" | "error"; act?: { label: string; run: () => void } };

/** The whole window: the drafts, the one that is open, the settings. */
export class Startline {
  boot: Boot | null = $state.raw(null);
  drafts: Summary[] = $state.raw([]);
  settings: Settings | null = $state.raw(null);
  /** Null on first run and while a new application is begun. */
  open: OpenDraft | null = $state.raw(null);
  said: Said | null = $state.raw(null);
  /** Why the window could not come up. */
  failure: string | null = $state.raw(null);
  /** A posting is on its way in. */
  reading = $state(false);
  dialog: "settings" | "text" | "calendar" | null = $state.raw(null);

  constructor(readonly bridge: Bridge) {}

  get today(): string {
    return this.boot?.today ?? "";
  }

  async start(): Promise<void> {
    this.bridge.beforeClose(async () => this.open?.save());
    try {
      const boot = await this.bridge.boot();
      this.boot = boot;
      this.drafts = boot.drafts;
      this.settings = boot.settings;
      if (boot.notices[0]) this.say({ message: boot.notices.join(" "), tone: "status" });
      const last = boot.drafts.find((draft) => draft.id === boot.last) ?? boot.drafts[0];
      if (last) await this.show(last.id);
    } catch (thrown) {
      this.failure = refusal(thrown).message;
    }
  }

  /** Says how something went. What only tells goes by itself after a while; the rest stays until dismissed. */
  say(said: Said): void {
    this.said = said;
    if (said.tone === "status" && !said.act) setTimeout(() => this.said === said && (this.said = null), LONG);
  }

  /** Runs what may be refused, and says so if it is. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.say({ message: refusal(thrown).message, tone: "error" });
      return undefined;
    }
  }

  /** Begins an application with a posting: nothing happens when it is null, the cancelled dialog. */
  async take(posting: () => Promise<PostingText | null>): Promise<void> {
    this.reading = true;
    await this.attempt(async () => {
      const taken = await posting();
      if (!taken || !this.settings) return;
      if (taken.text.trim() === "")
        throw { code: "other", message: "There is no text in it. Paste or open an internship posting." };
      const draft = draftFor(taken.text, this.settings);
      await this.open?.save();
      // A draft without a title is named after its posting; one whose posting names nothing, after its file.
      this.#opened(await this.bridge.createDraft(draft));
      const named = taken.name?.replace(/\.\w+$/, "") ?? "New application";
      if (this.open?.draft.title === "") this.open.change((draft) => (draft.title = named));
    });
    this.reading = false;
  }

  takeText(text: string, html = ""): Promise<void> {
    if (new Blob([text]).size > LARGEST) return this.take(() => Promise.reject(tooLarge));
    return this.take(() => (html ? this.bridge.readHtml(html) : Promise.resolve({ name: null, text })));
  }

  takeFile(file: File): Promise<void> {
    return this.take(async () => {
      if (file.size > LARGEST) throw tooLarge;
      return this.bridge.readPosting(file.name, new Uint8Array(await file.arrayBuffer()));
    });
  }

  async show(id: string): Promise<void> {
    if (this.open?.id === id) return;
    await this.open?.save();
    await this.attempt(async () => this.#opened(await this.bridge.openDraft(id)));
  }

  async begin(): Promise<void> {
    await this.open?.save();
    this.open = null;
    this.said = null;
  }

  async remove(id: string): Promise<void> {
    const { title } = this.drafts.find((draft) => draft.id === id) ?? { title: "The draft" };
    await this.attempt(async () => {
      if (this.open?.id === id) await this.begin();
      this.drafts = await this.bridge.deleteDraft(id);
      const undo = async () => {
        this.drafts = await this.bridge.restoreDraft(id);
        await this.show(id);
        this.said = null;
      };
      this.say({
        message: `“${title}” is in the bin.`,
        tone: "status",
        act: { label: "Undo", run: () => void this.attempt(undo) },
      });
      if (!this.open && this.drafts[0]) await this.show(this.drafts[0].id);
    });
  }

  async takeOver(id: string): Promise<void> {
    await this.attempt(async () => this.#opened(await this.bridge.takeOverDraft(id)));
  }

  async duplicate(id: string): Promise<void> {
    await this.open?.save();
    await this.attempt(async () => this.#opened(await this.bridge.duplicateDraft(id)));
  }

  /** Opens the draft so many places further down the list, or up for a negative count. */
  async step(by: 1 | -1): Promise<void> {
    const at = this.drafts.findIndex((draft) => draft.id === this.open?.id);
    const next = this.drafts[at + by];
    if (next) await this.show(next.id);
  }

  async changeSettings(change: Partial<Settings>): Promise<void> {
    if (!this.settings) return;
    this.settings = { ...this.settings, ...change };
    const settings = this.settings;
    await this.attempt(() => this.bridge.saveSettings(settings));
  }

  /** Copies the availability line. */
  async copyLine(): Promise<void> {
    const line = this.open?.judged?.line;
    if (!line) return;
    await this.attempt(async () => {
      await navigator.clipboard.writeText(line);
      this.say({ message: "Copied: " + line, tone: "status" });
    });
  }

  async exportHeader(): Promise<void> {
    const open = this.open;
    if (!open?.judged?.line) return;
    const saved = await this.attempt(() => open.export());
    if (saved) this.say({ message: `Saved ${open.exported?.file_name}.`, tone: "status" });
  }

  async exportIcs(): Promise<void> {
    const open = this.open;
    if (!open?.judged?.line) return;
    const saved = await this.attempt(() => this.bridge.saveIcs(open.draft));
    if (saved) this.say({ message: `Saved ${saved.file_name}.`, tone: "status" });
  }

  #opened(opened: Opened): void {
    this.drafts = opened.drafts;
    this.said = null;
    this.open = new OpenDraft(this.bridge, opened, (summary) => {
      this.drafts = this.drafts.map((draft) => (draft.id === summary.id ? summary : draft));
    });
  }
}

const tooLarge = {
  code: "other",
  message: "That is over 10 MB, too long for a posting. Paste the part that is about the job.",
};

export const [startline, provideStartline] = createContext<Startline>();
