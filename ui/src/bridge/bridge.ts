// The seam: everything the page asks of the rest of Startline. `tauri.ts` answers from Rust, `memory.ts` from
// this page alone, for tests and for looking at the page in an ordinary browser.

import type { Answer } from "../generated/Answer";
import type { Candidate } from "../generated/Candidate";
import type { Choice } from "../generated/Choice";
import type { Draft } from "../generated/Draft";
import type { Facts } from "../generated/Facts";
import type { Headline } from "../generated/Headline";
import type { Problem } from "../generated/Problem";
import type { Settings } from "../generated/Settings";
import type { Summary } from "../generated/Summary";

export type { Draft, Headline, Settings, Summary };

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

export type Boot = {
  version: string;
  today: string;
  mac: boolean;
  drafts: Summary[];
  settings: Settings;
  /** The draft that was open last. */
  last: string | null;
  notices: string[];
};

export type PostingText = { name: string | null; text: string };

export type Opened = {
  id: string;
  draft: Draft;
  /** Why it can't be changed. */
  read_only: Refusal | null;
  drafts: Summary[];
};

export type Judged = {
  /** With the draft's corrections made. */
  facts: Facts;
  answer: Answer;
  problems: Problem[];
  /** The start date shown as chosen. */
  chosen: string | null;
  stated: JudgedChoice | null;
  headline: Headline;
  /** The availability line; null while nothing holds. */
  line: string | null;
};

export type JudgedChoice = Choice & { holds: boolean; reason: string | null };

export type Preview = {
  svg: string;
  /** In points. */
  width: number;
  height: number;
  pages: number;
  bytes: number;
  /** A sentence, such as a letter that no font has. */
  problem: string | null;
};

export type Exported = { file_name: string; proof?: Proof | null };

export type Proof = {
  pages: number;
  bytes: number;
  tagged: boolean;
  fonts_embedded: boolean;
  under_limit: boolean;
  orders: {
    order: string;
    text: string;
    name_first: boolean | null;
    start: string | null;
    end: string | null;
  }[];
  email: string | null;
  phone: string | null;
  links: string[];
  passed: boolean;
  problems: string[];
};

export type CalendarFile = {
  /** What the calendar calls itself. */
  name: string | null;
  events: CalendarEvent[];
  /** What was left out or could not be followed, as sentences. */
  notes: string[];
};

export type CalendarEvent = {
  name: string;
  first: string;
  last: string;
  /** Whether it takes whole days, rather than hours of them. */
  all_day: boolean;
  repeats: boolean;
  /** The same for every event of one series, and for no other. */
  series: number;
};

export type ImportedResume = { candidate: Candidate; notes: string[] };

/** How a call fails: a code where the page does something of its own about it, and a sentence to show. */
export type Refusal = { code: Code; message: string };
export type Code =
  | "request"
  | "newer_format"
  | "locked"
  | "taken_over"
  | "changed"
  | "gone"
  | "damaged"
  | "disk_full"
  | "not_saved"
  | "other";

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
