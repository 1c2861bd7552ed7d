// A small judge for the in-memory twin: the readings of weeks and months and the verdicts of the common cases,
// day by day. The product's own judge is the engine; this one only makes the page live without it.

import type { Answer } from "../../generated/Answer";
import type { Calendar } from "../../generated/Calendar";
import type { Commitment } from "../../generated/Commitment";
import type { Facts } from "../../generated/Facts";
import type { Judgement } from "../../generated/Judgement";
import type { Reading } from "../../generated/Reading";
import { addDays, count, dayNumber, isoDay } from "../../shared/dates";

const HORIZON = 800;

export function judgeFacts(facts: Facts, calendar: Calendar, own: string[], today: string): Answer {
  const listed = facts.start_dates.map((fact) => fact.value).filter((day) => !day.startsWith("--"));
  const starts = [...new Set([...listed, ...own])].sort();
  const free = freeDays(calendar);
  const given = calendar.free.some((span) => span.first);
  const verdicts = starts.map((start) => judgeStart(start));
  const open = verdicts.filter((each) => !each.passed);
  const all_passed = verdicts.length > 0 && open.length === 0;
  const pool = all_passed ? verdicts : open;
  const recommended =
    (pool.find((each) => each.verdict === "fits") ?? pool.find((each) => each.verdict === "depends"))
      ?.start ?? null;
  const lengths = facts.lengths.map((fact) => fact.value);
  const smallest_change = smallest();
  const changes = smallest_change ? [smallest_change] : [];
  return {
    today,
    lengths,
    starts: listed.length > 0 ? "listed" : "any",
    allowed: [],
    verdicts,
    runs: [],
    run_starts: [],
    recommended,
    longest: null,
    own_time: null,
    all_passed,
    stated: null,
    warnings: [],
    smallest_change,
    changes,
    question: null,
  };

  function judgeStart(start: string): Judgement {
    const readings = facts.lengths.flatMap(({ value }): Reading[] => {
      const length = value.min ?? 0;
      if (value.unit === "weeks")
        return [
          reading("working_weeks", length, friday(start, length)),
          reading("full_weeks", length, addDays(start, 7 * length - 1)),
        ];
      if (value.unit === "months") return [reading("months", length, monthsLater(start, length))];
      return [reading("days", length, addDays(start, length - 1))];
    });
    function reading(measure: Reading["measure"], length: number, last: string): Reading {
      const short_days = given ? busyDays(start, last) : 0;
      return { measure, length, last, free: given && short_days === 0, short_days };
    }
    const ends = readings.map((each) => each.last).sort();
    const safe_end = ends.at(-1) ?? null;
    const freeEnds = readings
      .filter((each) => each.free)
      .map((each) => each.last)
      .sort();
    const startFree = free(dayNumber(start));
    const verdict = !given
      ? null
      : readings.length === 0
        ? startFree
          ? ("depends" as const)
          : ("misses" as const)
        : freeEnds.length === readings.length
          ? ("fits" as const)
          : freeEnds.length > 0
            ? ("depends" as const)
            : ("misses" as const);
    const free_from = startFree ? walk(start, -1) : null;
    const free_until = startFree ? walk(start, 1) : null;
    const clashes = shared(calendar.fixed, start, safe_end ?? start);
    const early = nextFree(start);
    const spare_after =
      verdict === "fits" && free_until && safe_end ? dayNumber(free_until) - dayNumber(safe_end) : null;
    const short = readings.map((each) => each.short_days);
    const brief =
      verdict === "fits"
        ? spare_after === null
          ? "Free with no end"
          : `${count(spare_after, "spare day")} after`
        : verdict === "depends"
          ? readings
              .filter((each) => !each.free)
              .map((each) => `${nameOf(each)}: ${count(each.short_days, "day")} short`)
              .join(", ")
          : verdict === null
            ? ""
            : clashes[0]
              ? `${clashes[0].name}, ${count(clashes[0].days, "day")}`
              : early
                ? `${count(early, "day")} too early`
                : `${Math.min(...short)} to ${Math.max(...short)} days short`;
    const brief_chosen =
      verdict === "fits" && spare_after !== null && free_from
        ? `${count(dayNumber(start) - dayNumber(free_from), "spare day")} before, ${spare_after} after the safe end`
        : brief;
    return {
      brief_chosen,
      start,
      listed: listed.includes(start),
      allowed: listed.includes(start),
      passed: start < today,
      verdict,
      readings,
      safe_end,
      free_from,
      free_until,
      days_early: early,
      spare_before: verdict === "misses" || !free_from ? null : dayNumber(start) - dayNumber(free_from),
      spare_after,
      clashes,
      away: shared(calendar.flexible, start, safe_end ?? start),
      nearest_listed: listed.includes(start)
        ? null
        : (listed.toSorted(
            (a, b) => Math.abs(dayNumber(a) - dayNumber(start)) - Math.abs(dayNumber(b) - dayNumber(start)),
          )[0] ?? null),
      holidays: HOLIDAYS.filter(({ date }) => safe_end !== null && date >= start && date <= safe_end),
      reasons: verdict === "misses" ? [`${brief}.`] : [],
      brief,
      default_end:
        verdict === "misses" || verdict === null
          ? null
          : verdict === "fits"
            ? safe_end
            : (freeEnds.at(-1) ?? null),
      earliest_end: freeEnds[0] ?? (readings.length === 0 && startFree ? start : null),
    };
  }

  function busyDays(first: string, last: string) {
    let busy = 0;
    for (let day = dayNumber(first); day <= dayNumber(last); day++) if (!free(day)) busy++;
    return busy;
  }
  function walk(from: string, step: 1 | -1): string | null {
    for (let day = dayNumber(from), n = 0; n < HORIZON; n++, day += step)
      if (!free(day + step)) return isoDay(day);
    return null;
  }
  function nextFree(start: string): number | null {
    for (let n = 0; n < HORIZON; n++) if (free(dayNumber(start) + n)) return n;
    return null;
  }
  function smallest(): Answer["smallest_change"] {
    if (!given || verdicts.length === 0 || pool.some((each) => each.verdict === "fits")) return null;
    const last = calendar.free
      .map((span) => span.last)
      .filter((day) => day !== null)
      .sort()
      .at(-1);
    const moves = verdicts.filter(
      (each) =>
        each.days_early === 0 && each.clashes.length === 0 && last && each.safe_end && each.safe_end > last,
    );
    const best = moves[0];
    if (!best?.safe_end || !last) return null;
    const days = dayNumber(best.safe_end) - dayNumber(last);
    return {
      kind: "free_until",
      days,
      name: null,
      start: best.start,
      was: last,
      to: best.safe_end,
      message: `${best.start} would fit if you were free ${count(days, "day")} longer.`,
    };
  }
}

const HOLIDAYS = [
  { name: "Memorial Day", date: "2026-05-25" },
  { name: "Juneteenth", date: "2026-06-19" },
  { name: "Independence Day, observed", date: "2026-07-03" },
  { name: "Labor Day", date: "2026-09-07" },
];

export function nameOf(reading: Reading): string {
  const unit = {
    working_weeks: "working week",
    full_weeks: "full week",
    months: "month",
    days: "day",
    stated: "posted end",
    frame: "end of the posted months",
  };
  return count(reading.length ?? 0, unit[reading.measure]);
}

function freeDays(calendar: Calendar): (day: number) => boolean {
  const within = (
    span: Commitment | { first: string | null; last: string | null },
    day: number,
    open: boolean,
  ) =>
    span.first !== null &&
    day >= dayNumber(span.first) &&
    day <= (span.last ? dayNumber(span.last) : open ? Infinity : dayNumber(span.first));
  return (day) =>
    calendar.free.some((span) => within(span, day, true)) &&
    !calendar.fixed.some((span) => within(span, day, false)) &&
    (calendar.limits.length === 0 || calendar.limits.some((span) => within(span, day, true)));
}

function shared(named: Commitment[], first: string, last: string) {
  return named.flatMap((span) => {
    if (!span.first) return [];
    const end = span.last ?? span.first;
    const days =
      Math.min(dayNumber(end), dayNumber(last)) - Math.max(dayNumber(span.first), dayNumber(first)) + 1;
    return days > 0 ? [{ name: span.name, first: span.first, last: end, days }] : [];
  });
}

function friday(start: string, weeks: number): string {
  const weekday = new Date(`${start}T00:00:00Z`).getUTCDay();
  const monday = weekday === 0 ? 1 : weekday === 6 ? 2 : 1 - weekday;
  return addDays(start, monday + 7 * (weeks - 1) + 4);
}

function monthsLater(start: string, months: number): string {
  const [year, month, day] = start.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const iso = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
  return day > last ? iso : addDays(iso, -1);
}
