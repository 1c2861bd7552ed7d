// The few words the page puts together itself, from judged figures.

import type { Judged, JudgedChoice } from "../bridge/bridge";
import type { Choice } from "../generated/Choice";
import type { Judgement } from "../generated/Judgement";
import type { Reading } from "../generated/Reading";
import type { Verdict } from "../generated/Verdict";
import { count, dayNumber, longDay, monthDay } from "../shared/dates";

export const VERDICTS: Record<Verdict, string> = { fits: "Fits", depends: "Depends", misses: "Misses" };

/** “12 working weeks”, “3 months”, “posted end” */
export function readingName({ measure, length }: Pick<Reading, "measure" | "length">): string {
  const n = length ?? 0;
  switch (measure) {
    case "working_weeks":
      return count(n, "working week");
    case "full_weeks":
      return count(n, "full week");
    case "months":
      return count(n, "month");
    case "days":
      return count(n, "day");
    case "stated":
      return "posted end";
    case "frame":
      return "end of the posted months";
  }
}

/** The whole name of a row, for the ear. */
export function rowName(judged: Judgement): string {
  const parts = [longDay(judged.start)];
  if (!judged.listed && !judged.allowed)
    parts.push(
      judged.nearest_listed ? `Not listed, nearest is ${monthDay(judged.nearest_listed)}` : "Not listed",
    );
  if (judged.passed) parts.push("Passed");
  if (judged.verdict) parts.push(VERDICTS[judged.verdict]);
  if (judged.brief_chosen) parts.push(judged.brief_chosen);
  return `${parts.join(". ")}.`;
}

export type Step = { last: number; names: string; short: number };

/** The ends of a start date, one step for each day; readings with the same end share it. */
export function steps(judged: Judgement): Step[] {
  const ends = [...new Set(judged.readings.map((reading) => reading.last))].sort();
  return ends.map((last) => {
    const readings = judged.readings.filter((reading) => reading.last === last);
    const names = readings.map(readingName);
    if (last === judged.safe_end && ends.length > 1) names.push("safe end");
    const short = readings.map((reading) => (reading.free ? 0 : reading.short_days));
    return {
      last: dayNumber(last),
      names: names.join(", "),
      short: judged.verdict === "depends" ? Math.min(...short) : 0,
    };
  });
}

/** The whole name of the row of a range, for the ear, with the day that is chosen in it. */
export function rangeName(label: string, said: string[], on: Judgement | null): string {
  return [label, said.join(", "), ...(on ? [rowName(on).slice(0, -1)] : [])].filter(Boolean).join(". ") + ".";
}

/** What would be stated, where it begins on this start date; what was chosen just now holds until it is judged. */
export function statedOn({ stated }: Judged, start: string, choice: Choice | null): JudgedChoice | null {
  if (stated?.start === start) return stated;
  return choice?.start === start ? { ...choice, holds: true, reason: null } : null;
}

/** Whether an end can be stated for a start date at all; which ones, the calendar decides. */
export function canState({ verdict, earliest_end }: Judgement): boolean {
  return (verdict === "fits" || verdict === "depends") && earliest_end !== null;
}

/** Which reading an end is, for the ear and for the bubble. */
export function endName(judged: Judgement, end: string): string | null {
  const readings = judged.readings.filter((reading) => reading.last === end);
  if (readings.length === 0) return null;
  return [...readings.map(readingName), ...(end === judged.safe_end ? ["safe end"] : [])].join(", ");
}
