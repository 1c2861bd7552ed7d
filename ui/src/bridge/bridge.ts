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

export type { Draft, Headline, Settings };

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
  openCalendar(draft: Draft): Promise<CalendarFile | null>;
  importResume(): Promise<ImportedResume | null>;
  saveHeader(id: string, draft: Draft): Promise<Exported | null>;
  saveIcs(draft: Draft): Promise<Exported | null>;
  saveSettings(settings: Settings): Promise<Settings>;
  showData(): Promise<void>;
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
  /** Why it can't be changed, as a sentence. */
  read_only: string | null;
  drafts: Summary[];
};

export type Summary = {
  id: string;
  title: string;
  company: string | null;
  /** RFC 3339 */
  changed: string;
  start: string | null;
  end: string | null;
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

export type Exported = { file_name: string; proof: Proof | null };

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
  name: string;
  events: CalendarEvent[];
  /** What the file has that could not be read, as sentences. */
  notes: string[];
};

export type CalendarEvent = { name: string; first: string; last: string };

export type ImportedResume = { candidate: Candidate; notes: string[] };

/** How a call fails: a code where the page does something of its own about it, and a sentence to show. */
export type Refusal = {
  code: "newer_format" | "locked" | "disk_full" | "not_saved" | "other";
  message: string;
};

/** The refusal in whatever was thrown. */
export function refusal(thrown: unknown): Refusal {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
    const { message } = thrown;
    const code = "code" in thrown ? (thrown.code as Refusal["code"]) : "other";
    if (typeof message === "string" && message !== "") return { code, message };
  }
  return {
    code: "other",
    message: "Something went wrong in Startline. Nothing you typed is lost. Try again.",
  };
}
