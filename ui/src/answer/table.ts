// The rows of the table: the start dates in the order of the calendar, a run of neighbouring days in one row.

import type { Judged } from "../bridge/bridge";
import type { Calendar } from "../generated/Calendar";
import type { Judgement } from "../generated/Judgement";
import type { Verdict } from "../generated/Verdict";
import { dayNumber, daySpan, monthDay, weekdayMonthDay } from "../shared/dates";
import { runsSaid, runWith, type Range } from "./range";
import { rowName, VERDICTS } from "./words";

export type TableRow = {
  title: string;
  /** Its whole name, for the ear. */
  name: string;
  asides: string[];
  verdict: Verdict | null;
  /** The day whose ends it shows; null where no day of it is judged. */
  judged: Judgement | null;
  chosen: boolean;
  inRange: boolean;
};

export function tableRows(
  judged: Judged,
  rows: Judgement[],
  range: Range | null,
  chosen: Judgement | null,
  /** The same, where it is in the range. */
  on: Judgement | null,
  calendar: Calendar,
): TableRow[] {
  const listed = rows.map((each): TableRow => {
    const asides = [
      ...(each.listed || each.allowed ? [] : ["Not listed"]),
      ...(each.passed ? ["Passed"] : []),
    ];
    return { ...ofDay(each, chosen), asides };
  });
  const ranged = range ? ofRange(judged, range, on, calendar) : [];
  return [...listed, ...ranged].sort((a, b) => (a.judged?.start ?? "").localeCompare(b.judged?.start ?? ""));
}

function ofDay(judged: Judgement, on: Judgement | null): TableRow {
  return {
    title: weekdayMonthDay(judged.start),
    name: rowName(judged),
    asides: [],
    verdict: judged.verdict,
    judged,
    chosen: judged.start === on?.start,
    inRange: false,
  };
}

/** A row for each run, with the ends of the day that is chosen in it, else of its best; one for all that misses. */
function ofRange(judged: Judged, range: Range, on: Judgement | null, calendar: Calendar): TableRow[] {
  const at = on && runWith(range, dayNumber(on.start));
  const rows = range.runs.map((run): TableRow => {
    const { first, last, verdict } = run.run;
    const days = last === null ? `From ${monthDay(first)} on` : daySpan(first, last);
    const day = on && at === run ? on : run.best;
    return {
      ...ofDay(day, on),
      title: days,
      name: `${days}. ${VERDICTS[verdict]}. ${rowName(day)}`,
      asides: [`Ends from ${weekdayMonthDay(day.start)}`],
      inRange: true,
    };
  });
  if (on && !at) rows.push({ ...ofDay(on, on), inRange: true });
  if (rows.length > 0) return rows;
  const given = calendar.free.some((span) => span.first);
  const none = { name: range.label, judged: null, chosen: false, inRange: false };
  return [{ ...none, title: range.label, asides: runsSaid(range, judged), verdict: given ? "misses" : null }];
}
