// A small reader for the in-memory twin: enough of the sample posting's facts to work on, by plain patterns.

import type { Correction } from "../../generated/Correction";
import type { Doubt } from "../../generated/Doubt";
import type { DoubtAnswer } from "../../generated/DoubtAnswer";
import type { Fact } from "../../generated/Fact";
import type { Facts } from "../../generated/Facts";
import type { LengthRule } from "../../generated/LengthRule";
import type { Quote } from "../../generated/Quote";
import { dayOfYear } from "../../shared/dates";

const MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December";
const bytes = new TextEncoder();

export function readFacts(text: string): Facts {
  const quote = (match: RegExpMatchArray, words = match[0]): Quote => {
    const at = (match.index ?? 0) + match[0].indexOf(words);
    const start = bytes.encode(text.slice(0, at)).length;
    return { start, end: start + bytes.encode(words).length };
  };
  const all = (pattern: RegExp) => [...text.matchAll(pattern)];
  const one = <T>(pattern: RegExp, value: (match: RegExpMatchArray) => T): Fact<T> | null => {
    const match = text.match(pattern);
    return match && { value: value(match), quote: quote(match, match[1] ?? match[0]) };
  };
  const lengths = [
    merged(all(/(\d+)-week/g), (match): LengthRule => ({ unit: "weeks", min: +match[1]!, max: +match[1]! })),
    merged(all(/(at least )a (\d+)-month/g), (match): LengthRule => ({
      unit: "months",
      min: +match[2]!,
      max: null,
    })),
  ].flat();
  function merged<T>(matches: RegExpMatchArray[], value: (match: RegExpMatchArray) => T): Fact<T>[] {
    const [first, ...others] = matches;
    if (!first) return [];
    return [{ value: value(first), quote: quote(first), also: others.map((match) => quote(match)) }];
  }
  const dates = all(new RegExp(`(${MONTH_NAMES}) (\\d{1,2})(?:st|nd|rd|th)?, (20\\d\\d)`, "g")).map(
    (match) => ({
      value: `${match[3]}-${two(MONTH_NAMES.split("|").indexOf(match[1]!) + 1)}-${two(+match[2]!)}`,
      quote: quote(match),
    }),
  );
  const either = text.match(/\b(0[1-9]|1[0-2])\/(0[1-9]|1[0-2])\/(20\d\d)\b/);
  const season = one(/Summer/, () => "summer" as const);
  const fall = one(/Fall/, () => "fall" as const);
  return {
    ...emptyFacts(text),
    title: one(/^(.*Intern[^(\n]*?) ?(?:\(|$)/m, (match) => match[1]!),
    company: one(/At (\w+),/, (match) => match[1]!),
    internship: one(/Intern/, () => true),
    seasons: [season, fall].filter((fact) => fact !== null),
    season,
    year: one(/20\d\d/, (match) => +match[0]),
    lengths,
    start_dates: dates,
    start_months: all(new RegExp(`start\\w* in (${MONTH_NAMES}) (20\\d\\d)`, "g")).map((match) => ({
      value: `${match[2]}-${two(MONTH_NAMES.split("|").indexOf(match[1]!) + 1)}`,
      quote: quote(match, `${match[1]} ${match[2]}`),
    })),
    asks_availability: one(/state your availability clearly in your resume/, () => true),
    max_applications: one(/maximum of two positions/, () => 2),
    rolling: one(/reviewed on a rolling basis/, () => true),
    pay: one(/\$45 – \$60/, () => ({ min: 45, max: 60, currency: "USD", period: "hour" as const })),
    enrolled: one(/Currently pursuing/, () => true),
    minimum_qualifications: all(/^- (Currently pursuing.*|Strong communication.*)$/gm).map((match) => ({
      value: match[1]!,
      quote: quote(match, match[1]),
    })),
    doubts: [
      ...(either ? [eitherDay(either, quote(either))] : []),
      ...(lengths.length > 1
        ? [{ message: "Two lengths are stated: 12 weeks and 3 months. Both are checked.", quote: null }]
        : []),
      ...(fall && dates.length > 0
        ? [{ message: "The posting takes fall too, but lists no fall start date.", quote: fall.quote }]
        : []),
    ],
  };
}

/** Rule P3: a day that can be read in two ways, with an answer for each. */
function eitherDay([written, one, other, year]: RegExpMatchArray, quote: Quote): Doubt {
  const answer = (month: string, day: string): DoubtAnswer => {
    const value = `${year}-${month}-${day}`;
    return { label: dayOfYear(value), corrections: [{ kind: "add", fact: "start_dates", was: null, value }] };
  };
  return {
    message: `“${written}” can be read in two ways.`,
    quote,
    answers: [answer(one!, other!), answer(other!, one!)],
  };
}

const two = (n: number) => String(n).padStart(2, "0");

function emptyFacts(text: string): Facts {
  return {
    text,
    title: null,
    company: null,
    location: null,
    internship: null,
    seasons: [],
    season: null,
    year: null,
    lengths: [],
    start_dates: [],
    end_dates: [],
    spans: [],
    start_months: [],
    month_spans: [],
    start_window: null,
    frame: null,
    latest_start: null,
    asks_availability: null,
    max_applications: null,
    deadline: null,
    rolling: null,
    pay: null,
    hours_per_week: null,
    graduation: null,
    enrolled: null,
    minimum_qualifications: [],
    preferred_qualifications: [],
    doubts: [],
    mentions: [],
  };
}

/** Rule P6, as the engine does it: in the order they were made. */
export function corrected(facts: Facts, corrections: Correction[]): Facts {
  const result = structuredClone(facts) as Record<string, unknown> & Facts;
  for (const { kind, fact, was, value } of corrections) {
    const now = result[fact];
    const same = (read: Fact<unknown>) => JSON.stringify(read.value) === JSON.stringify(was);
    const given = { value, quote: null, corrected: true };
    if (Array.isArray(now)) {
      const list = now as Fact<unknown>[];
      if (kind === "add") list.push(given);
      else
        (result as Record<string, unknown>)[fact] = list.flatMap((read) =>
          !same(read) ? [read] : kind === "remove" ? [] : [{ ...read, value, corrected: true }],
        );
    } else if (kind === "remove") (result as Record<string, unknown>)[fact] = null;
    else (result as Record<string, unknown>)[fact] = { ...(now ?? given), value, corrected: true };
  }
  return result;
}
