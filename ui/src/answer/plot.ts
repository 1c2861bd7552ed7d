// Where things stand in the picture, in days from the axis' first day. Verdicts come judged; nothing here
// decides anything.

import type { Calendar } from "../generated/Calendar";
import type { Holiday } from "../generated/Holiday";
import type { Judgement } from "../generated/Judgement";
import { dayNumber, isoDay, shortMonth } from "../shared/dates";
import type { Range } from "./range";

/** Days as numbers, both counted in; an open end is Infinity. */
export type Days = { first: number; last: number };
export type Named = Days & { name: string };

/** The student's time, as the picture needs it. */
export type Time = { free: Days[]; fixed: Named[]; flexible: Named[] };

export function timeOf(calendar: Calendar): Time {
  const free = joined(calendar.free.flatMap((span) => days(span, Infinity)));
  const limits = joined(calendar.limits.flatMap((span) => days(span, Infinity)));
  return {
    free:
      limits.length === 0 ? free : free.flatMap((span) => limits.flatMap((limit) => overlap(span, limit))),
    fixed: calendar.fixed.flatMap((span) => days(span, null)),
    flexible: calendar.flexible.flatMap((span) => days(span, null)),
  };
}

function days<T extends { first: string | null; last: string | null; name?: string }>(
  span: T,
  open: number | null,
): Named[] {
  if (span.first === null) return [];
  const first = dayNumber(span.first);
  const last = span.last === null ? (open ?? first) : dayNumber(span.last);
  return last < first ? [] : [{ first, last, name: span.name ?? "" }];
}

function joined(spans: Days[]): Days[] {
  const result: Days[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before && span.first <= before.last + 1) before.last = Math.max(before.last, span.last);
    else result.push({ first: span.first, last: span.last });
  }
  return result;
}

function overlap(one: Days, other: Days): Days[] {
  const first = Math.max(one.first, other.first);
  const last = Math.min(one.last, other.last);
  return first <= last ? [{ first, last }] : [];
}

const holds = (spans: Days[], day: number) => spans.some((span) => day >= span.first && day <= span.last);

/** The days the picture spans. */
export type Axis = Days & { n: number };

/** How far before the first start a free span still stretches the axis, in days. */
const LEAD = 28;

/** How far after its first day a run still stretches the axis, in days. */
const RUN = 182;
/** Runs that begin later than this after the first one are beyond the picture, in days. */
const YEAR = 366;

export function axisOf(
  verdicts: Judgement[],
  range: Range | null,
  time: Time,
  stated: string | null,
): Axis | null {
  const starts = [...verdicts.map((each) => dayNumber(each.start)), ...(range ? [firstOf(range)] : [])];
  if (starts.length === 0) return null;
  const start = Math.min(...starts);
  const ends = [...verdicts.map(endOf), ...(range ? endsOf(range) : [])];
  const free = Math.min(...time.free.map((span) => span.first), start);
  const first = Math.max(free, start - LEAD) - 2;
  const last = Math.max(...ends, stated ? dayNumber(stated) : 0, start + 27) + 2;
  return { first, last, n: last - first + 1 };
}

const endOf = (each: Judgement) => dayNumber(each.safe_end ?? each.default_end ?? each.start);

/** The first day of a range that is worth showing: what is allowed long before any run is not. */
function firstOf({ spans, runs }: Range): number {
  if (spans[0]!.last === Infinity) return runs[0]!.first;
  return Math.max(spans[0]!.first, (runs[0]?.first ?? spans[0]!.first) - LEAD);
}

/** How far a range reaches: to the ends of every near run’s last day, and to its own last day where that is near. */
function endsOf({ spans, runs }: Range): number[] {
  const near = (days: Days) => days.first <= (runs[0] ?? spans[0]!).first + YEAR;
  const windows = runs.filter(near).map(({ first, last, best }) => {
    const length = endOf(best) - dayNumber(best.start);
    return Math.min(last, first + RUN) + (best.readings.length > 0 ? length : 0);
  });
  const reach = Math.max(...windows, spans[0]!.first + 2 * LEAD);
  return [...windows, ...spans.filter(near).map(({ first, last }) => Math.min(last, Math.max(first, reach)))];
}

export type Mark = { at: number; text: string };

/** Month names on the 1st; the first of all says its year, and so does every January. */
export function months(axis: Axis, narrowest: number): Mark[] {
  const firsts: Mark[] = [];
  for (let day = axis.first; day <= axis.last; day++) {
    const iso = isoDay(day);
    if (day === axis.first || iso.endsWith("-01")) firsts.push({ at: day - axis.first, text: iso });
  }
  const [, second] = firsts;
  if (second && second.at < narrowest) firsts.shift();
  return firsts.map(({ at, text }, index) => ({
    at,
    text:
      index === 0 || text.slice(5, 7) === "01" ? `${shortMonth(text)} ${text.slice(0, 4)}` : shortMonth(text),
  }));
}

/** Mondays, and the number of each. */
export function mondays(axis: Axis, step: 1 | 2): Mark[] {
  const marks: Mark[] = [];
  // Day 0 of 1970 was a Thursday, so that Mondays are at 4, 11, 18…
  for (let day = axis.first + ((((4 - axis.first) % 7) + 7) % 7); day <= axis.last; day += 7 * step)
    marks.push({ at: day - axis.first, text: String(Number(isoDay(day).slice(8))) });
  return marks;
}

export function holidaysIn(axis: Axis, verdicts: Judgement[]): (Holiday & { at: number })[] {
  const named = new Map(verdicts.flatMap((each) => each.holidays).map((holiday) => [holiday.date, holiday]));
  return [...named.values()]
    .map((holiday) => ({ ...holiday, at: dayNumber(holiday.date) - axis.first }))
    .filter(({ at }) => at >= 0 && at < axis.n);
}

/** What a piece of a bar says: tinted to the 1st, 2nd, 3rd end; hollow; short; or, of a miss, free, not free, taken. */
export type Piece = "tint-1" | "tint-2" | "tint-3" | "hollow" | "short" | "free" | "out" | "clash" | "plain";
export type Bar = Days & { piece: Piece };

export function bars(judged: Judgement, time: Time): Bar[] {
  const start = dayNumber(judged.start);
  const last = judged.safe_end === null ? null : dayNumber(judged.safe_end);
  if (judged.verdict === null) return last === null ? [] : [{ first: start, last, piece: "plain" }];
  if (judged.verdict === "misses") return runs(start, last ?? start, (day) => missed(time, day));
  if (last === null) {
    const until = judged.free_until === null ? start + 90 : dayNumber(judged.free_until);
    return [{ first: start, last: until, piece: "hollow" }];
  }
  const tinted = tints(start, freeEnds(judged));
  const from = (tinted.at(-1)?.last ?? start - 1) + 1;
  const free = (day: number) => holds(time.free, day) && !holds(time.fixed, day);
  return [...tinted, ...runs(from, last, (day) => (free(day) ? "hollow" : "short"))];
}

const TINTS = ["tint-1", "tint-2", "tint-3"] as const;

function tints(start: number, ends: number[]): Bar[] {
  return ends.map((last, index) => ({
    first: index === 0 ? start : ends[index - 1]! + 1,
    last,
    piece: TINTS[Math.min(index, 2)]!,
  }));
}

const freeEnds = (judged: Judgement) =>
  [...new Set(judged.readings.filter((each) => each.free).map((each) => dayNumber(each.last)))].sort(
    (a, b) => a - b,
  );

function missed(time: Time, day: number): Piece {
  if (holds(time.fixed, day)) return "clash";
  return holds(time.free, day) ? "free" : "out";
}

function runs(first: number, last: number, piece: (day: number) => Piece): Bar[] {
  const result: Bar[] = [];
  for (let day = first; day <= last; day++) {
    const kind = piece(day);
    const before = result.at(-1);
    if (before?.piece === kind) before.last = day;
    else result.push({ first: day, last: day, piece: kind });
  }
  return result;
}

/** The days after which a hairline marks an end, of a bar that is not tinted. */
export function hairlines(judged: Judgement): number[] {
  if (judged.verdict === "fits" || judged.verdict === "depends") return [];
  const ends = judged.readings.map((each) => dayNumber(each.last));
  return [...new Set(ends)].filter((end) => end !== Math.max(...ends));
}
