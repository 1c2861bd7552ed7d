// A small judge for the in-memory twin: the readings of weeks and months and the verdicts of the common cases,
// day by day. The product's own judge is the engine; this one only makes the page live without it.

import type { Answer } from "../../generated/Answer";
import type { Calendar } from "../../generated/Calendar";
import type { Commitment } from "../../generated/Commitment";
import type { Facts } from "../../generated/Facts";
import type { Judgement } from "../../generated/Judgement";
import type { Reading } from "../../generated/Reading";
import { addDays, count, dayNumber, fullDay, isoDay } from "../../shared/dates";
import { allowedBy, ownTime, runsOf } from "./ranges";

const HORIZON = 800;

export function judgeFacts(facts: Facts, calendar: Calendar, own: string[], today: string): Answer {
  const listed = facts.start_dates.map((fact) => fact.value).filter((day) => !day.startsWith("--"));
  const days = [...new Set([...listed, ...own])].sort();
  const free = freeDays(calendar);
  const given = calendar.free.some((span) => span.first);
  const starts = facts.start_months.length > 0 ? "window" : listed.length > 0 ? "listed" : "any";
  const allowed = starts === "any" ? [] : allowedBy(facts, listed);
  const allows = (day: string) =>
    starts === "any" || allowed.some((span) => day >= span.first && day <= span.last);
  const nextFreeDay = addDays(today, nextFree(today) ?? 0);
  const verdicts = days.map((start) => judgeStart(start));
  const ahead =
    starts === "listed" || !given ? [] : runsOf(allowed, starts === "any", listed, nextFreeDay, judgeStart);
  const open = verdicts.filter((each) => !each.passed);
  const all_passed = verdicts.length > 0 && open.length === 0 && ahead.length === 0;
  const pool = all_passed ? verdicts : open;
  const run_starts = ahead.map(({ best }) => best);
  const first = (judged: Judgement[], verdict: string) => judged.find((each) => each.verdict === verdict);
  const posted = pool.filter((each) => each.listed);
  const chosen =
    first(posted, "fits") ??
    first(run_starts, "fits") ??
    first(posted, "depends") ??
    first(run_starts, "depends") ??
    first(pool, "fits") ??
    first(pool, "depends");
  const recommended = chosen?.start ?? null;
  const lengths = facts.lengths.map((fact) => fact.value);
  const smallest_change = smallest();
  const changes = smallest_change ? [smallest_change] : [];
  const ownFirst = chosen ? (ahead.find(({ best }) => best === chosen)?.run.first ?? chosen.free_from) : null;
  const stay = chosen?.free_until ? dayNumber(chosen.free_until) - dayNumber(chosen.start) + 1 : null;
  return {
    today,
    lengths,
    starts,
    allowed,
    verdicts,
    runs: ahead.map(({ run }) => run),
    run_starts,
    recommended,
    longest: stay === null ? null : { weeks: Math.floor(stay / 7), months: Math.floor(stay / 31) },
    own_time: chosen && ownFirst ? ownTime(ownFirst, chosen.free_until) : null,
    all_passed,
    stated: null,
    warnings: [],
    smallest_change,
    changes,
    question:
      facts.internship && chosen?.verdict === "depends" && chosen.free_until
        ? `Could you tell me how long the internship lasts (I am free from ${fullDay(chosen.start)} to ${fullDay(chosen.free_until)})?`
        : null,
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
      allowed: allows(start),
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
      nearest_listed: allows(start)
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
          : allows(start) && !listed.includes(start)
            ? (free_until ?? safe_end)
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
    if (!given || [...pool, ...run_starts].some((each) => each.verdict === "fits")) return null;
    const last = calendar.free
      .map((span) => span.last)
      .filter((day) => day !== null)
      .sort()
      .at(-1);
    const moves = pool.filter(
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
  const numbers = (spans: (Commitment | { first: string | null; last: string | null })[], open: boolean) =>
    spans.flatMap(({ first, last }) => {
      if (first === null) return [];
      return [[dayNumber(first), last ? dayNumber(last) : open ? Infinity : dayNumber(first)] as const];
    });
  const [free, fixed, limits] = [
    numbers(calendar.free, true),
    numbers(calendar.fixed, false),
    numbers(calendar.limits, true),
  ];
  const holds = (spans: (readonly [number, number])[], day: number) =>
    spans.some(([first, last]) => day >= first && day <= last);
  return (day) =>
    holds(free, day) && !holds(fixed, day) && (calendar.limits.length === 0 || holds(limits, day));
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
