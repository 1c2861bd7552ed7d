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
  Judgement,
  OpenResume,
  PostingText,
  ShownResume,
  Suggested,
  Wish,
} from "../bridge";
import type { Wording } from "../../generated/Wording";
import { dayOfYear, fullDay } from "../../shared/dates";
import { judgeFacts, nameOf } from "./judge";
import { weeksAndDays } from "./ranges";
import { Keeper } from "./kept";
import { corrected, readFacts } from "./read";
import { drawHeader } from "./draw";
import { placed } from "./resume";

export class Memory extends Keeper implements Bridge {
  notices: string[] = [];
  answers: {
    posting: PostingText | null;
    calendar: CalendarFile | null;
    resume: ImportedResume | null;
    header: string | null;
    /** The name of the résumé that is opened, and of the copy that is saved. */
    ownResume: string | null;
    resumeCopy: string | null;
  } = {
    posting: null,
    calendar: null,
    resume: null,
    header: "Zoe-Nguyen-Availability.pdf",
    ownResume: "Zoe_Nguyen_Resume.pdf",
    resumeCopy: "Zoe-Nguyen-Resume.pdf",
  };
  /** The password that opens the résumé, where it asks for one. */
  password: string | null = null;
  /** What the student is told of the next résumé, in place of nothing. */
  warnings: string[] = [];
  /** Whether the dates read back from its copy. */
  datesRead = true;
  /** What was asked for, in order. */
  wishes: Wish[] = [];
  /** The copy that was shown last. */
  shownResume: ShownResume | null = null;
  #handle = 0;
  /** Closes the window, as the system would. */
  close: () => Promise<boolean> = async () => true;
  async boot() {
    this.called("boot");
    const { today, settings, last, notices, copies } = this;
    const drafts = this.list().slice(0, 100);
    const more = this.drafts.size > 100;
    const data_folder = "/home/zoe/.local/share/startline";
    return {
      version: "0.1.0",
      today,
      mac: false,
      drafts,
      more,
      copies,
      settings,
      last,
      data_folder,
      notices,
    };
  }

  async judge(draft: Draft): Promise<Judged> {
    this.called("judge");
    return this.#judged(draft);
  }

  #judged(draft: Draft): Judged {
    const facts = corrected(readFacts(draft.posting.text), draft.posting.corrections);
    const own = draft.stated ? [...draft.starts, draft.stated.start] : draft.starts;
    const answer = judgeFacts(facts, draft.calendar, own, this.today);
    const chosen = draft.stated?.start ?? answer.recommended;
    const on = [...answer.verdicts, ...answer.run_starts].find((each) => each.start === chosen);
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
    const lines = line ? WORDINGS.map((wording) => ({ wording, text: reworded(line, wording) })) : [];
    const said = headline(facts, draft.stated && stated, stated, answer);
    return { facts, answer, problems: [], chosen, stated, headline: said, longest: null, line, lines };
  }

  async judgeStart(draft: Draft, start: string): Promise<Judgement> {
    this.called("judgeStart");
    const { answer } = this.#judged({ ...draft, starts: [start], stated: null });
    return answer.verdicts.find((each) => each.start === start)!;
  }

  async suggested(ids: string[]): Promise<Suggested[]> {
    this.called("suggested");
    return ids.flatMap((id) => {
      const draft = this.drafts.get(id)?.draft;
      const judged = draft && !draft.stated ? this.#judged(draft) : null;
      if (!judged?.stated || judged.answer.all_passed) return [];
      return [{ id, start: judged.stated.start, end: judged.stated.end }];
    });
  }

  async preview(draft: Draft) {
    this.called("preview");
    const { stated } = await this.judge(draft);
    return drawHeader(draft, stated?.holds ? stated : null);
  }

  async sample() {
    return { name: null, text: sampleText };
  }

  async openPosting() {
    this.called("openPosting");
    return this.answers.posting;
  }

  async readPosting(name: string, bytes: Uint8Array) {
    this.called("readPosting");
    return { name, text: new TextDecoder().decode(bytes) };
  }

  async readHtml(html: string) {
    this.called("readHtml");
    return { name: null, text: new DOMParser().parseFromString(html, "text/html").body.textContent ?? "" };
  }

  beforeClose(save: () => Promise<boolean>) {
    this.close = save;
  }

  async openCalendar() {
    this.called("openCalendar");
    return this.answers.calendar;
  }

  async readCalendar(): Promise<CalendarFile> {
    this.called("readCalendar");
    if (!this.answers.calendar) throw { code: "other", message: "That is not a calendar file." };
    return this.answers.calendar;
  }

  async importResume() {
    this.called("importResume");
    return this.answers.resume;
  }

  async saveHeader(id: string, draft: Draft): Promise<Exported | null> {
    this.called("saveHeader");
    const { stated } = await this.judge(draft);
    if (!this.answers.header || !stated?.holds) return null;
    this.keepSent(id, "header", this.answers.header, stated);
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
      note: null,
    };
  }

  async savePicture(id: string, draft: Draft): Promise<Exported | null> {
    this.called("savePicture");
    const file_name = "Zoe-Nguyen-Availability.png";
    this.keepSent(id, "picture", file_name, (await this.judge(draft)).stated);
    return { file_name, proof: null, note: null };
  }

  async saveIcs(id: string, draft: Draft): Promise<Exported | null> {
    this.called("saveIcs");
    this.keepSent(id, "calendar", "internship.ics", (await this.judge(draft)).stated);
    return { file_name: "internship.ics", proof: null, note: null };
  }

  async openResume(): Promise<OpenResume | null> {
    this.called("openResume");
    const name = this.answers.ownResume;
    return name ? { handle: ++this.#handle, name, bytes: 118_000 } : null;
  }

  async takeResume(name: string, bytes: Uint8Array): Promise<OpenResume> {
    this.called("takeResume");
    return { handle: ++this.#handle, name, bytes: bytes.length };
  }

  async showResume(_handle: number, draft: Draft, wish: Wish, password: string | null) {
    this.wishes.push(wish);
    this.called("showResume");
    if (this.password && password === null)
      throw { code: "needs_password", message: "This résumé is protected with a password." };
    if (this.password && password !== this.password)
      throw { code: "wrong_password", message: "That password does not open this résumé." };
    // Once open, it stays so.
    this.password = null;
    const { stated } = await this.judge(draft);
    if (!stated?.holds) throw { code: "other", message: stated?.reason ?? "No dates hold." };
    const shown = placed(wish, stated);
    shown.placement.warnings.push(...this.warnings);
    shown.placement.dates_read = this.datesRead;
    if (!this.datesRead) shown.placement.proof.problems.push("The end date did not read back.");
    return (this.shownResume = shown);
  }

  async saveResume(_handle: number, id: string): Promise<Exported | null> {
    this.called("saveResume");
    const file_name = this.answers.resumeCopy;
    if (!file_name || !this.shownResume) return null;
    const { proof } = this.shownResume.placement;
    const { start, end } = proof.orders[0]!;
    this.keepSent(id, "resume", file_name, start && end ? { start, end, full_time: false } : null);
    return { file_name, proof, note: null };
  }

  async closeResume() {
    this.called("closeResume");
  }

  async keepLine(id: string, draft: Draft, wording: Wording): Promise<string> {
    this.called("keepLine");
    const { lines, stated } = await this.judge(draft);
    this.keepSent(id, "line", "Copied", stated);
    return lines.find((line) => line.wording === wording)?.text ?? "";
  }
}

const WORDINGS: Wording[] = ["text", "sentence", "short", "latex", "typst", "markdown"];

/** The line as Rust writes it, as near as a test can tell the wordings apart. */
function reworded(line: string, wording: Wording): string {
  if (wording === "text") return line;
  if (wording === "short") return line.replace(" · ", "; ");
  if (wording === "sentence")
    return (
      line.replace("Start date:", "My start date is").replace(" · End date:", " and my end date is") + "."
    );
  const [open, close] = { latex: ["\\textbf{", "}"], typst: ["*", "*"], markdown: ["**", "**"] }[wording];
  return line.replace(/(Start|End) date:/g, (label) => open + label + close);
}

function headline(
  facts: Judged["facts"],
  choice: Judged["stated"],
  stated: Judged["stated"],
  answer: Judged["answer"],
): Headline {
  const day = (iso: string) => ({ text: fullDay(iso).replace(/^\w+, |, \d+$/g, ""), date: true });
  const say = (text: string) => ({ text, date: false });
  const detail = answer.verdicts
    .filter((each) => each.verdict === "depends" && each.start !== stated?.start)
    .map((each) => `${day(each.start).text} depends: ${each.brief}.`)
    .join(" ");
  const none = (text: string, tone: Headline["tone"] = "none") => ({ parts: [say(text)], detail, tone });
  const judged = [...answer.verdicts, ...answer.run_starts];
  const on = judged.find((each) => each.start === stated?.start);
  if (!facts.internship && answer.lengths.length === 0 && judged.every((each) => !each.listed))
    return none("No internship was found in this text.");
  if (judged.every((each) => each.verdict === null) && !answer.own_time && answer.allowed.length === 0)
    return none("Say when you are free to see how long you could stay.");
  if (judged.every((each) => each.verdict === null) && answer.runs.length === 0 && answer.verdicts.length > 0)
    return none("Say when you are free to see which dates fit.");
  const best = judged.find((each) => each.start === answer.recommended);
  const run = answer.runs.find((each) => each.first <= (answer.recommended ?? ""));
  if (!choice && best && !best.listed && run && answer.own_time) {
    const { first, last, days } = answer.own_time;
    const long = days === null ? "with no end" : weeksAndDays(days);
    if (best.readings.length === 0)
      return {
        parts: [
          say("You are free from "),
          day(first),
          say(last ? ` to ${day(last).text}: ${long}.` : ` on, ${long}.`),
        ],
        detail: "The posting states no length.",
        tone: "depends",
      };
    return {
      parts: [
        say("Start on any day from "),
        day(run.first),
        say(run.last ? ` to ${day(run.last).text}: it fits.` : " on: it fits."),
      ],
      detail,
      tone: best.verdict === "fits" ? "fits" : "depends",
    };
  }
  if (judged.length === 0) return none("No day leaves you free for that long.", "misses");
  if (!stated && answer.recommended)
    return none(`${day(answer.recommended).text} is free. No length is stated, so choose an end.`, "depends");
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
