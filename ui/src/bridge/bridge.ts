// The seam: everything the page asks of the rest of Startline. `tauri.ts` answers from Rust, `memory.ts` from
// this page alone, for tests and for looking at the page in an ordinary browser.

import type { Boot } from "../generated/Boot";
import type { CalendarEvent } from "../generated/CalendarEvent";
import type { CalendarFile } from "../generated/CalendarFile";
import type { Code } from "../generated/Code";
import type { Draft } from "../generated/Draft";
import type { Exported } from "../generated/Exported";
import type { Failure } from "../generated/Failure";
import type { Headline } from "../generated/Headline";
import type { Imported } from "../generated/Imported";
import type { Judged } from "../generated/Judged";
import type { Opened } from "../generated/Opened";
import type { PostingText } from "../generated/PostingText";
import type { Preview } from "../generated/Preview";
import type { Proof } from "../generated/Proof";
import type { Settings } from "../generated/Settings";
import type { StatedView } from "../generated/StatedView";
import type { Summary } from "../generated/Summary";

export type {
  Boot,
  CalendarEvent,
  CalendarFile,
  Code,
  Draft,
  Exported,
  Headline,
  Judged,
  Opened,
  PostingText,
  Preview,
  Proof,
  Settings,
  Summary,
};
/** What the résumé would state, judged. */
export type JudgedChoice = StatedView;
export type ImportedResume = Imported;
/** How a call fails: a code where the page does something of its own about it, and a sentence to show. */
export type Refusal = Failure;

export interface Bridge {
  boot(): Promise<Boot>;
  /** Pure, and quick enough to be asked on every change. */
  judge(draft: Draft): Promise<Judged>;
  /** The very PDF that would be saved, as a picture. */
  preview(draft: Draft): Promise<Preview>;
  sample(): Promise<PostingText>;
  /** Through the system's dialog; null when it is cancelled, as for every call that opens one. */
  openPosting(): Promise<PostingText | null>;
  readPosting(name: string, bytes: Uint8Array): Promise<PostingText>;
  readHtml(html: string): Promise<PostingText>;
  createDraft(draft: Draft): Promise<Opened>;
  openDraft(id: string): Promise<Opened>;
  saveDraft(id: string, draft: Draft): Promise<Summary>;
  /** To the bin, from which `restoreDraft` takes it back. */
  deleteDraft(id: string): Promise<Summary[]>;
  restoreDraft(id: string): Promise<Summary[]>;
  duplicateDraft(id: string): Promise<Opened>;
  /** Takes a draft over from another running copy, which is then told so at its next save. */
  takeOverDraft(id: string): Promise<Opened>;
  openCalendar(draft: Draft): Promise<CalendarFile | null>;
  importResume(): Promise<ImportedResume | null>;
  saveHeader(id: string, draft: Draft): Promise<Exported | null>;
  saveIcs(draft: Draft): Promise<Exported | null>;
  saveSettings(settings: Settings): Promise<Settings>;
  showData(): Promise<void>;
  /** Calls `save` when the window is about to close, and lets it close once that is done. */
  beforeClose(save: () => Promise<void>): void;
}

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
