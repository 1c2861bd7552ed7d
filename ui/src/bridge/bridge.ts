// The seam: everything the page asks of the rest of Startline. `tauri.ts` answers from Rust, `memory.ts` from
// this page alone, for tests and for looking at the page in an ordinary browser.

import type { Applications } from "../generated/Applications";
import type { Boot } from "../generated/Boot";
import type { Brought } from "../generated/Brought";
import type { CalendarEvent } from "../generated/CalendarEvent";
import type { CalendarFile } from "../generated/CalendarFile";
import type { Code } from "../generated/Code";
import type { ConflictCopy } from "../generated/ConflictCopy";
import type { Counted } from "../generated/Counted";
import type { Damage } from "../generated/Damage";
import type { Deleted } from "../generated/Deleted";
import type { Draft } from "../generated/Draft";
import type { Exported } from "../generated/Exported";
import type { Failure } from "../generated/Failure";
import type { Headline } from "../generated/Headline";
import type { Imported } from "../generated/Imported";
import type { Judged } from "../generated/Judged";
import type { Judgement } from "../generated/Judgement";
import type { OpenResume } from "../generated/OpenResume";
import type { Opened } from "../generated/Opened";
import type { PostingText } from "../generated/PostingText";
import type { Preview } from "../generated/Preview";
import type { Proof } from "../generated/Proof";
import type { Restorable } from "../generated/Restorable";
import type { Returned } from "../generated/Returned";
import type { Saved } from "../generated/Saved";
import type { SentCopy } from "../generated/SentCopy";
import type { Settings } from "../generated/Settings";
import type { ShownResume } from "../generated/ShownResume";
import type { StatedView } from "../generated/StatedView";
import type { Suggested } from "../generated/Suggested";
import type { Summary } from "../generated/Summary";
import type { Wording } from "../generated/Wording";
import type { Undoable } from "../generated/Undoable";
import type { Wish } from "../generated/Wish";

export type {
  Applications,
  Boot,
  Brought,
  CalendarEvent,
  CalendarFile,
  Code,
  ConflictCopy,
  Counted,
  Damage,
  Deleted,
  Draft,
  Exported,
  Headline,
  Judged,
  Judgement,
  Opened,
  OpenResume,
  PostingText,
  Preview,
  Proof,
  Restorable,
  Returned,
  Saved,
  SentCopy,
  Settings,
  ShownResume,
  Suggested,
  Summary,
  Undoable,
  Wish,
};
/** What the résumé would state, judged. */
export type JudgedChoice = StatedView;
export type ImportedResume = Imported;
/** How a call fails: a code where the page does something of its own about it, and a sentence to show. */
export type Refusal = Failure;

/** What the page may ask for at any time: it is answered, and what is typed is saved, without a press of its own. */
export interface Asks {
  boot(): Promise<Boot>;
  /** Pure, and quick enough to be asked on every change. */
  judge(draft: Draft): Promise<Judged>;
  /** One day, judged as the start date, while it is moved. */
  judgeStart(draft: Draft, start: string): Promise<Judgement>;
  /** The very PDF that would be saved, as a picture. */
  preview(draft: Draft): Promise<Preview>;
  sample(): Promise<PostingText>;
  readPosting(name: string, bytes: Uint8Array): Promise<PostingText>;
  readHtml(html: string): Promise<PostingText>;
  /** The events of a calendar's file that was dropped, around the days that the draft judges. */
  readCalendar(bytes: Uint8Array, draft: Draft): Promise<CalendarFile>;
  /** All drafts: `boot` gives no more than a window shows at once. */
  listDrafts(): Promise<Summary[]>;
  /** Leaves the draft that was open: other running copies may edit it then. */
  openDraft(id: string): Promise<Opened>;
  leaveDraft(): Promise<void>;
  /** A `whole` change is undone by itself; others may go on with the typing before them. */
  saveDraft(id: string, draft: Draft, whole: boolean): Promise<Saved>;
  undo(id: string): Promise<Returned | null>;
  redo(id: string): Promise<Returned | null>;
  history(id: string): Promise<Restorable[]>;
  restoreRevision(id: string, revision: string): Promise<Returned>;
  /** The names of the drafts that hold the words. */
  searchDrafts(words: string): Promise<string[]>;
  renameDraft(id: string, title: string): Promise<Summary>;
  bin(): Promise<Deleted[]>;
  damage(id: string): Promise<Damage | null>;
  takeResume(name: string, bytes: Uint8Array): Promise<OpenResume>;
  /** What it looks like with a draft's availability on it, and what parsers read back from that. */
  showResume(handle: number, draft: Draft, wish: Wish, password: string | null): Promise<ShownResume>;
  closeResume(handle: number): Promise<void>;
  /** What was sent from a draft, set against the calendar it has now. */
  sent(id: string, draft: Draft): Promise<SentCopy[]>;
  /** The places of these drafts, for those whose employer takes only so many. */
  counted(ids: string[]): Promise<Counted[]>;
  /** The dates recommended for those of these drafts that state none. */
  suggested(ids: string[]): Promise<Suggested[]>;
  applications(employer: string): Promise<Applications>;
  saveSettings(settings: Settings): Promise<Settings>;
  closeWindow(): Promise<void>;
  /**
   * Calls `save` when the window is about to close, and lets it close once that came true. The window stays
   * where it came false.
   */
  beforeClose(save: () => Promise<boolean>): void;
}

/**
 * What a press does that opens a dialog of the system or writes a file. `Startline.alone` gives it out, to one
 * press at a time. Through a dialog null is “Cancel”.
 */
export interface Acts {
  openPosting(): Promise<PostingText | null>;
  createDraft(draft: Draft): Promise<Opened>;
  /** Keeps what could not be saved to its own draft as another one. */
  keepAsNew(draft: Draft): Promise<Opened>;
  duplicateDraft(id: string): Promise<Opened>;
  /** Takes a draft over from another running copy, which is then told so at its next save. */
  takeOverDraft(id: string): Promise<Opened>;
  /** To the bin, from which `restoreDraft` takes it back. */
  deleteDraft(id: string): Promise<void>;
  restoreDraft(id: string): Promise<Summary>;
  /** Removes one deleted draft for good, or all for null; gives what is left. */
  emptyBin(id: string | null): Promise<Deleted[]>;
  mendDraft(id: string, revision: string): Promise<Opened>;
  setAside(id: string): Promise<void>;
  /** Takes a synced drive's copy over as a draft of its own. */
  adoptCopy(name: string): Promise<Opened>;
  openCalendar(draft: Draft): Promise<CalendarFile | null>;
  importResume(): Promise<ImportedResume | null>;
  /** Every export is kept with its draft, byte for byte. */
  saveHeader(id: string, draft: Draft): Promise<Exported | null>;
  /** The header as a picture. */
  savePicture(id: string, draft: Draft): Promise<Exported | null>;
  saveIcs(id: string, draft: Draft): Promise<Exported | null>;
  /** The student's résumé, through the system's dialog. Its bytes stay where they are; a handle stands for it. */
  openResume(): Promise<OpenResume | null>;
  /** Saves what was shown last; never over the résumé itself. */
  saveResume(handle: number, id: string): Promise<Exported | null>;
  keepLine(id: string, draft: Draft, wording: Wording): Promise<string>;
  openSent(id: string, copy: string): Promise<void>;
  saveSent(id: string, copy: string): Promise<string | null>;
  orderApplications(ids: string[]): Promise<Summary[]>;
  countAsOne(family: string): Promise<Summary[]>;
  showData(): Promise<void>;
  exportDraft(id: string): Promise<string | null>;
  /** Saves what was typed elsewhere, where the data folder does not take it. */
  saveCopy(draft: Draft): Promise<string | null>;
  exportEverything(): Promise<string | null>;
  import(): Promise<Brought | null>;
  importDropped(bytes: Uint8Array): Promise<Brought>;
  deleteEverything(): Promise<void>;
}

export type Bridge = Asks & Acts;

/** The refusal in whatever was thrown. */
export function refusal(thrown: unknown): Refusal {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
    const { message } = thrown;
    const code = "code" in thrown ? (thrown.code as Code) : "other";
    if (typeof message === "string" && message !== "") return { code, message };
  }
  return {
    code: "other",
    message: "Something went wrong in Startline. Nothing you typed is lost. Try again.",
  };
}
