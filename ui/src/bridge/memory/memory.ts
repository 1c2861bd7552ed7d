// The in-memory twin of the bridge. It keeps drafts in this page alone, and every dialog answers at once with
// what `answers` holds, so that a test (or `npm run dev` in a browser) can play any case.

import sampleText from "../../../../tests/fixtures/sample/posting.txt?raw";
import type {
  Bridge,
  Draft,
  Exported,
  Headline,
  ImportedResume,
  CalendarFile,
  Judged,
  Opened,
  PostingText,
  Refusal,
  Settings,
  Summary,
} from "../bridge";
import { dayOfYear, fullDay } from "../../shared/dates";
import { judgeFacts, nameOf } from "./judge";
import { corrected, readFacts } from "./read";
import { drawHeader } from "./draw";

export class Memory implements Bridge {
  today = "2026-03-03";
  drafts = new Map<string, { draft: Draft; changed: string }>();
  bin = new Map<string, { draft: Draft; changed: string }>();
  readOnly = new Map<string, Refusal>();
  notices: string[] = [];
  last: string | null = null;
  settings: Settings = {
    startline: 1,
    theme: "system",
    language: null,
    style: { paper: "letter", template: "ruled", typeface: "sans", dates: "month-day-year", accent: null },
    profile: { name: "", headline: null, email: null, phone: null, location: null, links: [], education: [] },
  };
  /** Names of the calls made, in order. */
  calls: string[] = [];
  /** What fails, by the name of the call. */
  failures = new Map<keyof Bridge, { code: string; message: string }>();
  answers: {
    posting: PostingText | null;
    calendar: CalendarFile | null;
    resume: ImportedResume | null;
    header: string | null;
  } = { posting: null, calendar: null, resume: null, header: "Zoe-Nguyen-Availability.pdf" };
  /** Closes the window, as the system would. */
  close: () => Promise<void> = async () => {};
  #next = 1;

  async boot() {
    this.#called("boot");
    const { today, settings, last, notices } = this;
    const drafts = this.#list();
    return { version: "0.1.0", today, mac: false, drafts, settings, last, data_folder: null, notices };
  }

  async judge(draft: Draft): Promise<Judged> {
    this.#called("judge");
    const facts = corrected(readFacts(draft.posting.text), draft.posting.corrections);
    const answer = judgeFacts(facts, draft.calendar, draft.starts, this.today);
    const chosen = draft.stated?.start ?? answer.recommended;
    const on = answer.verdicts.find((each) => each.start === chosen);
    const choice =
      draft.stated ?? (on?.default_end ? { start: on.start, end: on.default_end, full_time: false } : null);
    const holds =
      choice !== null &&
      on !== undefined &&
      on.earliest_end !== null &&
      choice.end >= on.earliest_end &&
      (on.free_until === null || choice.end <= on.free_until);
    const stated = choice && {
      ...choice,
      holds,
      reason: holds ? null : (on?.reasons[0] ?? `${fullDay(choice.end)} no longer fits.`),
    };
    const line = stated?.holds
      ? `Start date: ${dayOfYear(stated.start)} · End date: ${dayOfYear(stated.end)}`
      : null;
    return { facts, answer, problems: [], chosen, stated, headline: headline(stated, answer), line };
  }

  async preview(draft: Draft) {
    this.#called("preview");
    const { stated } = await this.judge(draft);
    return drawHeader(draft, stated?.holds ? stated : null);
  }

  async sample() {
    return { name: null, text: sampleText };
  }

  async openPosting() {
    this.#called("openPosting");
    return this.answers.posting;
  }

  async readPosting(name: string, bytes: Uint8Array) {
    this.#called("readPosting");
    return { name, text: new TextDecoder().decode(bytes) };
  }

  async readHtml(html: string) {
    this.#called("readHtml");
    return { name: null, text: new DOMParser().parseFromString(html, "text/html").body.textContent ?? "" };
  }

  async createDraft(draft: Draft): Promise<Opened> {
    this.#called("createDraft");
    const id = `draft-${this.#next++}`;
    const { title, company } = readFacts(draft.posting.text);
    const named = draft.title ? {} : { title: title?.value ?? "", employer: company?.value ?? null };
    this.drafts.set(id, {
      draft: { ...structuredClone(draft), ...named },
      changed: `${this.today}T12:00:00Z`,
    });
    return this.openDraft(id);
  }

  async openDraft(id: string): Promise<Opened> {
    this.#called("openDraft");
    const kept = this.drafts.get(id);
    if (!kept) throw { code: "other", message: "That draft is not there any more." };
    this.last = id;
    const read_only = this.readOnly.get(id) ?? null;
    return { id, draft: structuredClone(kept.draft), read_only, drafts: this.#list() };
  }

  async saveDraft(id: string, draft: Draft) {
    this.#called("saveDraft");
    this.drafts.set(id, { draft: structuredClone(draft), changed: `${this.today}T12:00:00Z` });
    return this.#summary(id);
  }

  async deleteDraft(id: string) {
    this.#called("deleteDraft");
    this.#move(id, this.drafts, this.bin);
    return this.#list();
  }

  async restoreDraft(id: string) {
    this.#called("restoreDraft");
    this.#move(id, this.bin, this.drafts);
    return this.#list();
  }

  async duplicateDraft(id: string) {
    const { draft } = await this.openDraft(id);
    return this.createDraft({ ...draft, title: `${draft.title} (copy)` });
  }

  async takeOverDraft(id: string) {
    this.#called("takeOverDraft");
    this.readOnly.delete(id);
    return this.openDraft(id);
  }

  beforeClose(save: () => Promise<void>) {
    this.close = save;
  }

  async openCalendar() {
    this.#called("openCalendar");
    return this.answers.calendar;
  }

  async importResume() {
    this.#called("importResume");
    return this.answers.resume;
  }

  async saveHeader(_id: string, draft: Draft): Promise<Exported | null> {
    this.#called("saveHeader");
    const { stated } = await this.judge(draft);
    if (!this.answers.header || !stated?.holds) return null;
    const { name, email, phone, links } = draft.candidate;
    const text = `${name}\n${email ?? ""}\nStart date: ${dayOfYear(stated.start)} · End date: ${dayOfYear(stated.end)}`;
    const orders = (["content", "layout"] as const).map((order) => ({
      order,
      text,
      name_first: true,
      start: stated.start,
      end: stated.end,
    }));
    return {
      file_name: this.answers.header,
      proof: {
        pages: 1,
        bytes: 24_593,
        tagged: true,
        fonts_embedded: true,
        under_limit: true,
        orders,
        email,
        phone,
        links: links.map(({ url }) => url),
        passed: true,
        problems: [],
      },
    };
  }

  async saveIcs(): Promise<Exported | null> {
    this.#called("saveIcs");
    return { file_name: "internship.ics", proof: null };
  }

  async saveSettings(settings: Settings) {
    this.#called("saveSettings");
    return (this.settings = structuredClone(settings));
  }

  async showData() {
    this.#called("showData");
  }

  #called(name: keyof Bridge) {
    this.calls.push(name);
    const failure = this.failures.get(name);
    if (failure) throw failure;
  }

  #move(id: string, from: Memory["drafts"], to: Memory["drafts"]) {
    const kept = from.get(id);
    if (kept) to.set(id, kept);
    from.delete(id);
  }

  #list(): Summary[] {
    return [...this.drafts.keys()].map((id) => this.#summary(id)).reverse();
  }

  #summary(id: string): Summary {
    const { draft, changed } = this.drafts.get(id)!;
    const { title, employer, place, stated } = draft;
    const [start, end] = [stated?.start ?? null, stated?.end ?? null];
    return { id, title, changed, start, end, employer, place, sent: null, state: "good" };
  }
}

function headline(stated: Judged["stated"], answer: Judged["answer"]): Headline {
  const day = (iso: string) => ({ text: fullDay(iso).replace(/^\w+, |, \d+$/g, ""), date: true });
  const say = (text: string) => ({ text, date: false });
  const detail = answer.verdicts
    .filter((each) => each.verdict === "depends" && each.start !== stated?.start)
    .map((each) => `${day(each.start).text} depends: ${each.brief}.`)
    .join(" ");
  const none = (text: string, tone: Headline["tone"] = "none") => ({ parts: [say(text)], detail, tone });
  const on = answer.verdicts.find((each) => each.start === stated?.start);
  if (answer.verdicts.length === 0)
    return none("This posting lists no start dates. Give your own to check it.");
  if (answer.verdicts.every((each) => each.verdict === null))
    return none("Say when you are free to see which dates fit.");
  if (!stated || !on) return none("No listed date fits.", "misses");
  if (!stated.holds && on.verdict === "misses")
    return none(`${day(on.start).text} misses: ${on.brief}.`, "misses");
  if (!stated.holds)
    return none(`${day(stated.end).text} no longer fits. Choose again before you save.`, "misses");
  const covered = on.readings.filter((each) => each.free && each.last <= stated.end);
  const missed = on.readings.filter((each) => !covered.includes(each));
  const reason =
    missed.length === 0
      ? ": it fits every way of counting."
      : `: it fits ${covered.map(nameOf).join(" and ")}, but not ${missed.map(nameOf).join(" or ")}.`;
  return {
    parts: [say("State "), day(stated.start), say(" to "), day(stated.end), say(reason)],
    detail,
    tone: missed.length === 0 ? "fits" : "depends",
  };
}
