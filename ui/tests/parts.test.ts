import { expect, test } from "vitest";
import { axisOf, bars, mondays, months, timeOf } from "../src/answer/plot";
import { make } from "../src/answer/change";
import { utf16Offsets } from "../src/bridge/offsets";
import { judgeFacts } from "../src/bridge/memory/judge";
import { Memory } from "../src/bridge/memory/memory";
import { readFacts } from "../src/bridge/memory/read";
import type { Calendar } from "../src/generated/Calendar";
import { change, remove } from "../src/posting/corrections";
import { length } from "../src/posting/facts";
import { daySpan, isoDay } from "../src/shared/dates";
import { Latest } from "../src/shared/latest";

const CALENDAR: Calendar = {
  free: [{ first: "2026-05-09", last: "2026-08-23" }],
  fixed: [{ name: "Finals", first: "2026-05-12", last: "2026-05-15" }],
  flexible: [],
  limits: [],
  graduation: null,
};

async function judged(calendar = CALENDAR) {
  const facts = readFacts((await new Memory().sample()).text);
  return judgeFacts(facts, calendar, [], "2026-03-03").verdicts;
}

test("the axis spans from two days before the first free day to two after the last safe end", async () => {
  const axis = axisOf(await judged(), null, timeOf(CALENDAR), null)!;
  expect([isoDay(axis.first), isoDay(axis.last), axis.n]).toEqual(["2026-05-07", "2026-09-23", 140]);
  expect(months(axis, 20).map(({ at, text }) => [at, text])).toEqual([
    [0, "May 2026"],
    [25, "Jun"],
    [55, "Jul"],
    [86, "Aug"],
    [117, "Sep"],
  ]);
  expect(mondays(axis, 1)[0]).toEqual({ at: 4, text: "11" });
});

test("bars: tinted to each end, hollow while free, short where not", async () => {
  const verdicts = await judged();
  const drawn = (start: string) =>
    bars(
      verdicts.find((each) => each.start === start)!,
      timeOf(CALENDAR),
    ).map((bar) => [bar.piece, isoDay(bar.first), isoDay(bar.last)]);
  expect(drawn("2026-05-11")).toEqual([
    ["free", "2026-05-11", "2026-05-11"],
    ["clash", "2026-05-12", "2026-05-15"],
    ["free", "2026-05-16", "2026-08-10"],
  ]);
  expect(drawn("2026-05-18")).toEqual([
    ["tint-1", "2026-05-18", "2026-08-07"],
    ["tint-2", "2026-08-08", "2026-08-09"],
    ["tint-3", "2026-08-10", "2026-08-17"],
  ]);
  expect(drawn("2026-05-26")).toEqual([
    ["tint-1", "2026-05-26", "2026-08-14"],
    ["tint-2", "2026-08-15", "2026-08-17"],
    ["hollow", "2026-08-18", "2026-08-23"],
    ["short", "2026-08-24", "2026-08-25"],
  ]);
  expect(drawn("2026-06-08")).toEqual([
    ["free", "2026-06-08", "2026-08-23"],
    ["out", "2026-08-24", "2026-09-07"],
  ]);
});

test("free spans that touch are one, and limits cut them", () => {
  const free = [
    { first: "2026-06-01", last: "2026-06-10" },
    { first: "2026-06-11", last: null },
  ];
  const limits = [{ name: "CPT", first: "2026-06-05", last: "2026-06-20" }];
  const shown = timeOf({ ...CALENDAR, free, limits }).free.map((span) => [
    isoDay(span.first),
    isoDay(span.last),
  ]);
  expect(shown).toEqual([["2026-06-05", "2026-06-20"]]);
});

test("a change moves the span it was made of, or drops the commitment", () => {
  const base = { days: 1, start: "2026-05-26", message: "" };
  const later = structuredClone(CALENDAR);
  make(later, { ...base, kind: "free_until", name: null, was: "2026-08-23", to: "2026-08-25" });
  expect(later.free).toEqual([{ first: "2026-05-09", last: "2026-08-25" }]);
  const sooner = structuredClone(CALENDAR);
  make(sooner, { ...base, kind: "free_from", name: null, was: "2026-05-09", to: "2026-05-01" });
  expect(sooner.free[0]!.first).toBe("2026-05-01");
  const dropped = structuredClone(CALENDAR);
  make(dropped, { ...base, kind: "drop", name: "Finals", was: "2026-05-12", to: null });
  expect(dropped.fixed).toEqual([]);
});

test("quotes count bytes, the page counts UTF-16", () => {
  const text = "aé–😀z";
  const offsets = utf16Offsets(text, [0, 1, 3, 6, 10, 11]);
  expect([...offsets.values()]).toEqual([0, 1, 2, 3, 5, 6]);
});

test("a change of a change stays one correction, and one back is none", () => {
  const once = change([], "title", "Intern", "SWE Intern");
  const twice = change(once, "title", "SWE Intern", "Software Intern");
  expect(twice).toEqual([{ kind: "change", fact: "title", was: "Intern", value: "Software Intern" }]);
  expect(change(twice, "title", "Software Intern", "Intern")).toEqual([]);
  expect(remove(twice, "title", "Software Intern")).toEqual([
    { kind: "remove", fact: "title", was: "Intern", value: null },
  ]);
});

test("lengths and spans in words", () => {
  expect(length({ unit: "weeks", min: 12, max: 12 })).toBe("12 weeks");
  expect(length({ unit: "months", min: 3, max: null })).toBe("At least 3 months");
  expect(length({ unit: "months", min: null, max: 6 })).toBe("Up to 6 months");
  expect(length({ unit: "weeks", min: 10, max: 12 })).toBe("10 to 12 weeks");
  expect(daySpan("2026-05-12", "2026-05-15")).toBe("May 12–15");
  expect(daySpan("2026-07-28", "2026-08-02")).toBe("Jul 28 – Aug 2");
  expect(daySpan("2026-12-20", "2027-01-03")).toBe("Dec 20, 2026 – Jan 3, 2027");
});

test("one question is in flight, and the last is always answered", async () => {
  const asked: number[] = [];
  const answered: number[] = [];
  const release: (() => void)[] = [];
  const run = (n: number) => {
    asked.push(n);
    return new Promise<number>((resolve) => release.push(() => resolve(n)));
  };
  const latest = new Latest(
    run,
    (n: number) => answered.push(n),
    () => {},
  );
  for (const n of [1, 2, 3]) latest.ask(n);
  expect(asked).toEqual([1]);
  release[0]!();
  await Promise.resolve().then(() => Promise.resolve());
  expect(asked).toEqual([1, 3]);
  release[1]!();
  await Promise.resolve().then(() => Promise.resolve());
  expect(answered).toEqual([1, 3]);
});
