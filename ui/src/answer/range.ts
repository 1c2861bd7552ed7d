// The days that a posting allows without listing them, as the picture and the table show them. They come judged.

import type { Judged } from "../bridge/bridge";
import type { Change } from "../generated/Change";
import type { Facts } from "../generated/Facts";
import type { Judgement } from "../generated/Judgement";
import type { Run } from "../generated/Run";
import type { Span } from "../generated/Span";
import { count, dayNumber, daySpan, isoDay, monthDay, monthInWords, shortMonth } from "../shared/dates";
import type { Days } from "./plot";

/** How far an open end is followed, in days. */
const OPEN = 731;

/** How many runs a row names. */
const SAID = 3;

export type RunDays = Days & { run: Run; best: Judgement };

export type Range = {
  /** “June 2027”, “Oct 6 – Nov 10”, “by Jul 1”, “Any day”. */
  label: string;
  /** The allowed days from today on, in order; the last may have no end. */
  spans: Days[];
  runs: RunDays[];
  /** Days that have rows of their own. */
  apart: Set<string>;
  /** The first and the last day to which the start can be moved. */
  least: number;
  most: number;
};

/** The judgements that have rows of their own: what is listed, and what the student added or that is not allowed. */
export function rowsOf({ answer }: Judged, own: string[]): Judgement[] {
  return answer.verdicts.filter(({ start, listed, allowed }) => listed || !allowed || own.includes(start));
}

/** Every day that was judged. */
export const judgedDays = ({ answer }: Judged): Judgement[] => [...answer.verdicts, ...answer.run_starts];

export function rangeOf(judged: Judged, own: string[]): Range | null {
  const { facts, answer } = judged;
  if (answer.starts === "listed") return null;
  const today = dayNumber(answer.today);
  const runs = answer.runs.map((run, index) => ({
    first: dayNumber(run.first),
    last: run.last === null ? Infinity : dayNumber(run.last),
    run,
    best: answer.run_starts[index]!,
  }));
  const apart = new Set(rowsOf(judged, own).map(({ start }) => start));
  const listed = new Set(answer.verdicts.filter((each) => each.listed).map(({ start }) => start));
  const allowed = answer.allowed.filter(({ first, last }) => first !== last || !listed.has(first));
  const any = answer.starts === "any";
  const spans = any
    ? [{ first: today, last: Infinity }]
    : allowed
        .map(({ first, last }) => ({ first: Math.max(today, dayNumber(first)), last: dayNumber(last) }))
        .filter(({ first, last }) => first <= last);
  const ends = any ? runs : spans;
  if (ends.length === 0) return null;
  const first = ends[0]!.first;
  const last = ends.at(-1)!.last;
  return {
    label: any ? "Any day" : labelOf(allowed, facts),
    spans,
    runs,
    apart,
    least: first,
    most: Number.isFinite(last) ? last : ends.at(-1)!.first + OPEN,
  };
}

function labelOf(allowed: Span[], facts: Facts): string {
  const latest = facts.latest_start?.value;
  if (latest && allowed.length === 1 && allowed[0]!.last === latest) return `by ${monthDay(latest)}`;
  const each = allowed.map(({ first, last }) => {
    const month = first.slice(0, 7);
    const whole = first.endsWith("-01") && isoDay(dayNumber(last) + 1) === monthAfter(month);
    if (!whole) return daySpan(first, last);
    return allowed.length === 1 ? monthInWords(month) : shortMonth(first);
  });
  return each.length < 3 ? each.join(", ") : `${each[0]}, ${each[1]} and others`;
}

const monthAfter = (month: string) => `${isoDay(dayNumber(`${month}-28`) + 4).slice(0, 7)}-01`;

/** Whether the start can be put on a day of the range. */
export function takes({ spans, apart }: Range, day: number): boolean {
  return spans.some(({ first, last }) => day >= first && day <= last) && !apart.has(isoDay(day));
}

/** The day to which a move leads: over days that can't be taken it goes on to the next one that can. */
export function toward(range: Range, from: number, to: number): number {
  const { least, most } = range;
  const aim = Math.min(most, Math.max(least, to));
  const step = to < from ? -1 : 1;
  for (let day = aim; day >= least && day <= most; day += step) if (takes(range, day)) return day;
  for (let day = aim; day !== from && day >= least && day <= most; day -= step)
    if (takes(range, day)) return day;
  return from;
}

export const runWith = ({ runs }: Range, day: number): RunDays | undefined =>
  runs.find(({ first, last }) => day >= first && day <= last);

/** The run to choose first: one that fits before one that depends, then the earliest. */
export const firstRun = ({ runs }: Range): RunDays | undefined =>
  runs.find(({ run }) => run.verdict === "fits") ?? runs[0];

/**
 * “Fits Jun 10–14”, “depends Jun 15–18”, or “free Jun 10 – Sep 5” where no length is stated; of a range in which no
 * day does, by how much it misses.
 */
export function runsSaid({ runs }: Range, { answer }: Judged): string[] {
  const said: { word: string; first: string; last: string | null }[] = [];
  for (const { run, best } of runs) {
    const word = best.readings.length > 0 ? run.verdict : "free";
    const before = said.at(-1);
    const touches = before?.last && dayNumber(before.last) + 1 === dayNumber(run.first);
    if (before?.word === word && touches) before.last = run.last;
    else said.push({ word, first: run.first, last: run.last });
  }
  const words = said.slice(0, SAID).map(({ word, first, last }) => {
    return `${word} ${last === null ? `from ${monthDay(first)} on` : daySpan(first, last)}`;
  });
  if (said.length > SAID) words.push("and later days");
  const change = answer.smallest_change;
  if (words.length === 0 && change && answer.own_time) words.push(shortBy(change));
  return words.map((each, index) => (index === 0 ? each.replace(/^./, (one) => one.toUpperCase()) : each));
}

function shortBy({ kind, days, name }: Change): string {
  const n = count(days, "day");
  return { free_until: `${n} short`, free_from: `${n} too early`, drop: `${name || "A commitment"}, ${n}` }[
    kind
  ];
}
