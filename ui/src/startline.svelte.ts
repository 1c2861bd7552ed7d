import { createContext, tick } from "svelte";
import {
  refusal,
  type Acts,
  type Asks,
  type Boot,
  type Bridge,
  type Brought,
  type CalendarFile,
  type ConflictCopy,
  type Counted,
  type Damage,
  type Exported,
  type Opened,
  type PostingText,
  type Settings,
  type Suggested,
  type Summary,
} from "./bridge/bridge";
import type { Wording } from "./generated/Wording";
import { draftFor } from "./drafts/draft";
import { OpenDraft } from "./drafts/open.svelte";
import type { PutOn } from "./place/put-on.svelte";

/** The largest posting that is read, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** How long something that only tells stands, in milliseconds. */
const LONG = 10_000;

/** Something said at the foot of what is in front, with one thing that can be done about it. */
export type Said = { message: string; tone: "status" | "error"; act?: { label: string; run: () => void } };

/** A question that stands before something is done. */
export type Asked = {
  title: string;
  message: string;
  yes: string;
  other?: { label: string; run: () => void };
  answer: (yes: boolean) => void;
};

export type DialogName = "settings" | "text" | "calendar" | "history" | "sent" | "bin" | "everything";

/** The whole window: the drafts, the one that is open, the settings. */
export class Startline {
  boot: Boot | null = $state.raw(null);
  drafts: Summary[] = $state.raw([]);
  settings: Settings | null = $state.raw(null);
  /** Null on first run and while a new application is begun. */
  open: OpenDraft | null = $state.raw(null);
  said: Said | null = $state.raw(null);
  /** The dialog that it was said in; null for the window. */
  saidIn: string | null = $state.raw(null);
  /** The same, for dialogs on their way out: those still see what the page showed before. */
  #spoke: string | null = null;
  /** The dialogs that stand, the one in front last. */
  #dialogs: string[] = [];
  /** Why the window could not come up. */
  failure: string | null = $state.raw(null);
  /** A posting is on its way in. */
  reading = $state(false);
  /** The student's résumé, while the availability is put on it. */
  placing: PutOn | null = $state.raw(null);
  /** A PDF that was dropped beside a draft: a posting, or the student's résumé. */
  dropped: File | null = $state.raw(null);
  /** A calendar's events, for the student to tick. */
  calendar: CalendarFile | null = $state.raw(null);
  dialog: DialogName | null = $state.raw(null);
  asked: Asked | null = $state.raw(null);
  /** The draft that was to be opened and is damaged. */
  damaged: (Damage & { id: string; title: string }) | null = $state.raw(null);
  /** Copies of drafts that a synced drive left. */
  copies: ConflictCopy[] = $state.raw([]);
  /** The places of drafts among the applications to an employer that takes only so many. */
  counted: Map<string, Counted> = $state.raw(new Map());
  /** The dates recommended for drafts that state none. */
  suggested: Map<string, Suggested> = $state.raw(new Map());
  /** The drafts are being searched: a rail that was narrow is wide. */
  searching = $state(false);
  /** Everything was deleted: there is nothing more to do here. */
  ended = $state(false);
  /** Drafts that were left while they could not be saved: what was typed stands in them. */
  #unsaved = new Map<string, OpenDraft>();
  readonly bridge: Asks;
  #acts: Acts;
  /** What is under way. */
  #act: keyof Acts | null = null;

  constructor(bridge: Bridge) {
    this.bridge = this.#acts = bridge;
  }

  /** Whether a dialog of the system stands, or a file is being written, at a press. */
  get busy(): boolean {
    return this.#act !== null;
  }

  get today(): string {
    return this.boot?.today ?? "";
  }

  async start(): Promise<void> {
    this.bridge.beforeClose(() => this.mayClose());
    try {
      const boot = await this.bridge.boot();
      this.boot = boot;
      this.drafts = boot.drafts;
      this.copies = boot.copies;
      this.settings = boot.settings;
      if (boot.notices[0]) this.say({ message: boot.notices.join(" "), tone: "status" });
      const last = boot.drafts.find((draft) => draft.id === boot.last) ?? boot.drafts[0];
      if (last) await this.show(last.id);
      if (boot.more) await this.attempt(async () => (this.drafts = await this.bridge.listDrafts()));
    } catch (thrown) {
      this.failure = refusal(thrown).message;
    }
  }

  /** Says how something went. What only tells goes by itself after a while; the rest stays until dismissed. */
  say(said: Said): void {
    this.said = said;
    this.#sayIn(this.#dialogs.at(-1) ?? null);
    if (said.tone === "status" && !said.act) setTimeout(() => this.said === said && (this.said = null), LONG);
  }

  /** A dialog stands in front: what is said from now on is said in it, since everything behind it is shut. */
  opens(dialog: string): void {
    this.#dialogs = [...this.#dialogs, dialog];
  }

  /** It is gone, and what was said in it is said behind it. */
  closes(dialog: string): void {
    this.#dialogs = this.#dialogs.filter((each) => each !== dialog);
    if (this.#spoke === dialog) this.#sayIn(this.#dialogs.at(-1) ?? null);
  }

  #sayIn(dialog: string | null): void {
    this.saidIn = this.#spoke = dialog;
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

  /**
   * Runs an act of which there is one at a time, and says so if it is refused. Pressed again meanwhile it does
   * nothing; another one waits for the student to finish.
   */
  async alone<T>(act: keyof Acts, work: (acts: Acts) => Promise<T>): Promise<T | undefined> {
    if (this.#act !== null) {
      if (act !== this.#act) this.say({ message: BUSY, tone: "status" });
      return undefined;
    }
    this.#act = act;
    try {
      return await this.attempt(() => work(this.#acts));
    } finally {
      this.#act = null;
    }
  }

  /** Begins an application with the posting in a file. */
  openPosting(): Promise<void> {
    return this.#take("openPosting", (acts) => acts.openPosting());
  }

  /** Begins an application with a posting that needs no dialog. */
  take(posting: () => Promise<PostingText>): Promise<void> {
    return this.#take("createDraft", posting);
  }

  /** Nothing happens when the posting is null, the cancelled dialog. */
  async #take(act: keyof Acts, posting: (acts: Acts) => Promise<PostingText | null>): Promise<void> {
    await this.alone(act, async (acts) => {
      this.reading = true;
      const taken = await posting(acts).finally(() => (this.reading = false));
      if (!taken || !this.settings) return;
      if (taken.text.trim() === "")
        throw { code: "other", message: "There is no text in it. Paste or open an internship posting." };
      const draft = draftFor(taken.text, this.settings);
      await this.#leave();
      // A draft without a title is named after its posting; one whose posting names nothing, after its file.
      this.#opened(await acts.createDraft(draft));
      const named = taken.name?.replace(/\.\w+$/, "") ?? "New application";
      if (this.open?.draft.title === "") this.open.change((draft) => (draft.title = named));
    });
  }

  takeText(text: string, html = ""): Promise<void> {
    if (new Blob([text]).size > LARGEST) return this.take(() => Promise.reject(tooLarge));
    return this.take(() => (html ? this.bridge.readHtml(html) : Promise.resolve({ name: null, text })));
  }

  takeFile(file: File): Promise<void> {
    if (/\.json$/i.test(file.name))
      return this.#bring("importDropped", async (acts) => acts.importDropped(await bytesOf(file)));
    return this.take(async () => {
      if (file.size > LARGEST) throw tooLarge;
      return this.bridge.readPosting(file.name, await bytesOf(file));
    });
  }

  /** Offers the events of a calendar's file to the open draft. */
  async takeCalendar(file: File): Promise<void> {
    await this.attempt(async () => {
      const open = this.open;
      if (!open) throw { message: `${file.name} is a calendar. Open an application, and drop it there.` };
      if (open.readOnly) throw open.readOnly;
      if (file.size > LARGEST) throw { message: `${file.name} is over 10 MB, the most that is read.` };
      const calendar = await this.bridge.readCalendar(await bytesOf(file), open.draft);
      if (this.open === open) this.calendar = calendar;
    });
  }

  /** Offers the events of a calendar to the open draft, through the system's dialog. */
  async openCalendar(open: OpenDraft): Promise<void> {
    const calendar = await this.alone("openCalendar", (acts) => acts.openCalendar(open.draft));
    if (calendar && this.open === open) this.calendar = calendar;
  }

  async show(id: string): Promise<void> {
    if (this.open?.id === id) return;
    await this.#leave();
    const kept = this.#unsaved.get(id);
    if (kept) {
      this.#unsaved.delete(id);
      this.#stands(kept);
      return;
    }
    try {
      this.#opened(await this.bridge.openDraft(id));
    } catch (thrown) {
      await this.#refused(id, thrown);
    }
  }

  async begin(): Promise<void> {
    await this.#leave();
    await this.attempt(() => this.bridge.leaveDraft());
    this.open = null;
    this.damaged = null;
    this.said = null;
  }

  async remove(id: string): Promise<void> {
    const { title } = this.drafts.find((draft) => draft.id === id) ?? { title: "The draft" };
    await this.alone("deleteDraft", async (acts) => {
      if (this.open?.id === id) await this.begin();
      await acts.deleteDraft(id);
      this.#unlisted(id);
      // A draft that opens silences what was said: this comes after it.
      if (!this.open && !this.damaged && this.drafts[0]) await this.show(this.drafts[0].id);
      const undo = async (acts: Acts) => {
        this.listed(await acts.restoreDraft(id));
        await this.show(id);
        this.said = null;
      };
      this.say({
        message: `“${title}” is in the bin.`,
        tone: "status",
        act: { label: "Undo", run: () => void this.alone("restoreDraft", undo) },
      });
    });
  }

  /** Takes the draft over from another running copy. What was typed here and not saved is kept beside it. */
  async takeOver(id: string): Promise<void> {
    const typed = this.open?.id === id && this.open.unsaved ? this.open.draft : null;
    await this.alone("takeOverDraft", async (acts) => {
      if (typed) this.listed((await acts.keepAsNew(typed)).summary);
      this.#opened(await acts.takeOverDraft(id));
      if (typed)
        this.say({ message: `What you had typed is kept as “${typed.title} (kept copy)”.`, tone: "status" });
    });
  }

  /** Keeps what can't be saved to its own draft as another one. */
  async keepAsNew(): Promise<void> {
    const draft = this.open?.draft;
    if (draft) await this.alone("keepAsNew", async (acts) => this.#opened(await acts.keepAsNew(draft)));
  }

  /** Opens the draft again as it is on the disk now. */
  async openAgain(): Promise<void> {
    const id = this.open?.id;
    if (id) await this.attempt(async () => this.#opened(await this.bridge.openDraft(id)));
  }

  async mend(id: string, revision: string): Promise<void> {
    await this.alone("mendDraft", async (acts) => this.#opened(await acts.mendDraft(id, revision)));
  }

  async setAside(id: string): Promise<void> {
    await this.alone("setAside", async (acts) => {
      await acts.setAside(id);
      this.#unlisted(id);
      await this.begin();
    });
  }

  async adopt(copy: ConflictCopy): Promise<void> {
    await this.alone("adoptCopy", async (acts) => {
      await this.#leave();
      this.#opened(await acts.adoptCopy(copy.name));
      this.copies = this.copies.filter((each) => each !== copy);
    });
  }

  async duplicate(id: string): Promise<void> {
    await this.alone("duplicateDraft", async (acts) => {
      await this.#leave();
      this.#opened(await acts.duplicateDraft(id));
    });
  }

  async rename(id: string, title: string): Promise<void> {
    if (this.open?.id === id) this.open.change((draft) => (draft.title = title));
    else await this.attempt(async () => this.listed(await this.bridge.renameDraft(id, title)));
  }

  /** Saves what stands in drafts elsewhere, one after the other, where the data folder does not take it. */
  async saveCopies(drafts: OpenDraft[]): Promise<void> {
    await this.alone("saveCopy", async (acts) => {
      const names: string[] = [];
      for (const { draft } of drafts) names.push((await acts.saveCopy(draft)) ?? "");
      const saved = names.filter((name) => name !== "").join(", ");
      if (saved)
        this.say({ message: `Saved a copy as ${saved}. Import it later from the settings.`, tone: "status" });
    });
  }

  /** Saves one draft as a file. */
  async exportDraft(id: string): Promise<void> {
    const name = await this.alone("exportDraft", async (acts) => {
      await this.open?.save();
      return acts.exportDraft(id);
    });
    if (name) this.say({ message: `Exported ${name}.`, tone: "status" });
  }

  /** Writes everything into one archive. */
  async exportEverything(): Promise<void> {
    const name = await this.alone("exportEverything", async (acts) => {
      await this.open?.save();
      return acts.exportEverything();
    });
    if (name) this.say({ message: `Everything is in ${name}.`, tone: "status" });
  }

  async deleteEverything(): Promise<void> {
    await this.alone("deleteEverything", async (acts) => {
      await acts.deleteEverything();
      localStorage.clear();
      this.open = null;
      this.drafts = [];
      this.dialog = null;
      this.ended = true;
    });
  }

  /** Brings in what a file holds: a draft, or everything. */
  bring(): Promise<void> {
    return this.#bring("import", (acts) => acts.import());
  }

  async #bring(act: keyof Acts, file: (acts: Acts) => Promise<Brought | null>): Promise<void> {
    await this.alone(act, async (acts) => {
      const brought = await file(acts);
      if (!brought) return;
      this.drafts = brought.drafts;
      if (brought.id) await this.show(brought.id);
      this.say({ message: brought.message, tone: "status" });
    });
  }

  /** Puts the keyboard into the search of the drafts. */
  async search(): Promise<void> {
    this.searching = true;
    await tick();
    document.getElementById("search")?.focus();
  }

  /** Asks before something is done that can't be taken back, or that the student may not mean. */
  ask(question: Omit<Asked, "answer">): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (yes: boolean) => {
        this.asked = null;
        resolve(yes);
      };
      // A question that makes way for this one is not agreed to.
      this.asked?.answer(false);
      this.asked = { ...question, answer };
    });
  }

  /** Whether the open draft may go out: one more than the employer takes is asked about first. */
  async mayApply(): Promise<boolean> {
    const counted = this.counted.get(this.open?.id ?? "");
    const sent = this.drafts.find((draft) => draft.id === this.open?.id)?.sent;
    if (!counted || counted.place <= counted.limit || sent) return true;
    const employer = this.open?.draft.employer ?? "this employer";
    return this.ask({
      title: `Application ${counted.place} of ${counted.limit}`,
      message: `${employer} takes at most ${counted.limit === 1 ? "1 application" : `${counted.limit} applications`}, and considers them in the order you apply. This one would be number ${counted.place}.`,
      yes: "Save it anyway",
    });
  }

  /** Whether the window may close: everything is saved, or the student says so. */
  async mayClose(): Promise<boolean> {
    if (this.open && !(await this.open.save())) this.#unsaved.set(this.open.id, this.open);
    const unsaved = [...this.#unsaved.values()].filter((open) => open.unsaved);
    if (unsaved.length === 0) return true;
    const titles = unsaved.map(({ draft }) => `“${draft.title}”`).join(", ");
    const leave = this.ask({
      title: "Not saved",
      message: `What you typed last in ${titles} could not be saved, and is lost when the window closes. Save a copy elsewhere to keep it.`,
      yes: "Close without saving",
      other: {
        label: "Save a copy elsewhere…",
        run: () => void this.saveCopies(unsaved),
      },
    });
    // The window is told at once that it stays; it closes when the student has decided.
    void leave.then(async (yes) => {
      if (yes) await this.bridge.closeWindow();
    });
    return false;
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

  /** Copies the availability line, in one of its wordings. */
  async copyLine(wording: Wording = "text"): Promise<void> {
    const open = this.open;
    const line = open?.judged?.lines.find((each) => each.wording === wording)?.text;
    if (!open || !line) return;
    await this.alone("keepLine", async (acts) => {
      if (!(await this.mayApply())) return;
      await navigator.clipboard.writeText(line);
      this.say({ message: "Copied: " + line, tone: "status" });
      await open.save();
      await acts.keepLine(open.id, open.draft, wording);
      this.#sent(open.id);
    });
  }

  /** Copies a sentence to send; nothing is kept of it. */
  async copyQuestion(question: string): Promise<void> {
    await this.attempt(async () => {
      await navigator.clipboard.writeText(question);
      this.say({ message: "Copied the question.", tone: "status" });
    });
  }

  exportHeader(): Promise<void> {
    return this.#export("saveHeader", async (acts, open) => {
      if (await this.mayApply()) return open.export(acts);
      return null;
    });
  }

  /** Saves the header as a picture. */
  exportPicture(): Promise<void> {
    return this.#export("savePicture", async (acts, open) => {
      if (await this.mayApply()) return acts.savePicture(open.id, open.draft);
      return null;
    });
  }

  exportIcs(): Promise<void> {
    return this.#export("saveIcs", (acts, open) => acts.saveIcs(open.id, open.draft));
  }

  /** Saves what states dates, once some hold, and says under which name. */
  async #export(
    act: keyof Acts,
    save: (acts: Acts, open: OpenDraft) => Promise<Exported | null>,
  ): Promise<void> {
    const open = this.open;
    if (!open?.judged?.line) return;
    const saved = await this.alone(act, async (acts) => {
      await open.save();
      return save(acts, open);
    });
    if (saved) this.exported(open, saved);
  }

  /** Says that a file was saved. */
  exported(open: OpenDraft, { file_name, note }: Pick<Exported, "file_name" | "note">): void {
    this.say({ message: note ?? `Saved ${file_name}.`, tone: note ? "error" : "status" });
    if (!note) this.#sent(open.id);
  }

  /** Reads the list anew, and the open draft, after several drafts were changed at once. */
  async changed(drafts: Summary[]): Promise<void> {
    this.drafts = drafts;
    await this.openAgain();
  }

  /** A draft is in the list, with what it holds now. */
  listed(summary: Summary): void {
    const known = this.drafts.some((draft) => draft.id === summary.id);
    const others = this.drafts.filter((draft) => draft.id !== summary.id);
    // A draft keeps its place while it is worked on: nothing moves under the pointer.
    this.drafts = known
      ? this.drafts.map((draft) => (draft.id === summary.id ? summary : draft))
      : [summary, ...others];
  }

  #unlisted(id: string): void {
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
  }

  #sent(id: string): void {
    const draft = this.drafts.find((each) => each.id === id);
    if (draft) this.listed({ ...draft, sent: draft.sent ?? new Date().toISOString() });
  }

  /** Saves the open draft before another takes its place; one that can't be saved is kept as it is. */
  async #leave(): Promise<void> {
    const open = this.open;
    if (open && !(await open.save()) && open.unsaved) this.#unsaved.set(open.id, open);
  }

  async #refused(id: string, thrown: unknown): Promise<void> {
    const { code, message } = refusal(thrown);
    const damage = code === "damaged" ? await this.attempt(() => this.bridge.damage(id)) : null;
    if (!damage) return this.say({ message, tone: "error" });
    const title = this.drafts.find((draft) => draft.id === id)?.title ?? "";
    this.open = null;
    this.damaged = { ...damage, id, title };
  }

  #opened(opened: Opened): void {
    this.said = null;
    this.listed(opened.summary);
    this.#stands(new OpenDraft(this.bridge, opened, (summary) => this.listed(summary)));
  }

  #stands(open: OpenDraft): void {
    this.damaged = null;
    this.open = open;
  }
}

const BUSY = "Another file is being opened or saved. Finish that first.";

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

const tooLarge = {
  code: "other",
  message: "That is over 10 MB, too long for a posting. Paste the part that is about the job.",
};

export const [startline, provideStartline] = createContext<Startline>();
