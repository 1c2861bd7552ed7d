// The days on which a posting lets one start without listing them, for the in-memory twin: whole months, or any.

import type { Answer } from "../../generated/Answer";
import type { Facts } from "../../generated/Facts";
import type { Judgement } from "../../generated/Judgement";
import type { Run } from "../../generated/Run";
import type { Span } from "../../generated/Span";
import { addDays, count, dayNumber, isoDay, weekday } from "../../shared/dates";

/** How many days ahead runs are looked for where any day will do. */
const AHEAD = 400;

/** The spans, those that touch or overlap joined. */
export function allowedBy(facts: Facts, listed: string[]): Span[] {
  if (facts.start_months.length === 0) return listed.map((day) => ({ first: day, last: day }));
  const months = facts.start_months.map(({ value }) => monthSpan(value));
  const days = listed.map((day) => ({ first: day, last: day }));
  return [...months, ...days]
    .sort((a, b) => a.first.localeCompare(b.first))
    .reduce<Span[]>((spans, span) => {
      const before = spans.at(-1);
      if (before && span.first <= addDays(before.last, 1))
        before.last = before.last > span.last ? before.last : span.last;
      else spans.push({ ...span });
      return spans;
    }, []);
}

function monthSpan(month: string): Span {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return { first: `${month}-01`, last: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** Neighbouring days that come to the same, of those from `first` on. */
export function runsOf(
  allowed: Span[],
  any: boolean,
  listed: string[],
  first: string,
  judge: (day: string) => Judgement,
): { run: Run; best: Judgement }[] {
  const spans = any ? [{ first, last: addDays(first, AHEAD) }] : allowed;
  const runs: Run[] = [];
  for (const span of spans) {
    for (let day = span.first < first ? first : span.first; day <= span.last; day = addDays(day, 1)) {
      if (listed.includes(day)) continue;
      const { verdict, readings } = judge(day);
      if (verdict !== "fits" && verdict !== "depends") continue;
      const free = [...new Set(readings.filter((each) => each.free).map((each) => each.measure))].sort();
      const before = runs.at(-1);
      const same = before && before.verdict === verdict && before.free.join() === free.join();
      if (same && before.last && addDays(before.last, 1) === day) before.last = day;
      else runs.push({ first: day, last: day, verdict, free });
    }
  }
  return runs.map((run) => {
    const best = judge(bestOf(run));
    return { run: any && run.last === spans[0]!.last ? { ...run, last: null } : run, best };
  });
}

/** The earliest working day. */
function bestOf({ first, last }: Run): string {
  const ahead = { Sat: 2, Sun: 1 }[weekday(first)] ?? 0;
  const working = addDays(first, ahead);
  return last === null || working <= last ? working : first;
}

/** The student's own time from a day to another, with its figures. */
export function ownTime(first: string, last: string | null): NonNullable<Answer["own_time"]> {
  if (last === null) return { first, last, days: null, weeks: null, working_days: null };
  const days = dayNumber(last) - dayNumber(first) + 1;
  const each = Array.from({ length: days }, (_, n) => weekday(isoDay(dayNumber(first) + n)));
  const working_days = each.filter((day) => day !== "Sat" && day !== "Sun").length;
  return { first, last, days, weeks: Math.floor(days / 7), working_days };
}

/** “12 weeks and 4 days” */
export function weeksAndDays(days: number): string {
  const parts = [count(Math.floor(days / 7), "week"), count(days % 7, "day")];
  return parts.filter((part) => !part.startsWith("0")).join(" and ");
}
