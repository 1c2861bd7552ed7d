// What the Posting section shows of the facts: which rows there are, in which order, under which names.

import type { Fact } from "../generated/Fact";
import type { Facts } from "../generated/Facts";
import type { GraduationWindow } from "../generated/GraduationWindow";
import type { LengthRule } from "../generated/LengthRule";
import type { MonthPhase } from "../generated/MonthPhase";
import type { Pay } from "../generated/Pay";
import type { PostedSpan } from "../generated/PostedSpan";
import type { StartMonth } from "../generated/StartMonth";
import { count, monthDay, monthInWords, postedDay } from "../shared/dates";

export type FactName = Exclude<keyof Facts, "text" | "doubts" | "season" | "mentions">;

/** How a value of a fact is edited. */
export type Kind =
  | "text"
  | "long"
  | "length"
  | "day"
  | "span"
  | "month"
  | "months"
  | "season"
  | "number"
  | "pay"
  | "window"
  | "flag";

export type FactType = {
  name: FactName;
  label: string;
  kind: Kind;
  /** What “Add fact” starts from. */
  blank: unknown;
  /** Whether it has to do with the dates; the others stand below. */
  decides: boolean;
};

const type = (name: FactName, label: string, kind: Kind, blank: unknown, decides = true): FactType => ({
  name,
  label,
  kind,
  blank,
  decides,
});

export const FACT_TYPES: readonly FactType[] = [
  type("internship", "Internship", "flag", true),
  type("company", "Company", "text", ""),
  type("title", "Role", "text", ""),
  type("lengths", "Length", "length", { unit: "weeks", min: 12, max: 12 }),
  type("start_dates", "Start dates", "day", null),
  type("end_dates", "End dates", "day", null),
  type("spans", "Dates", "span", null),
  type("start_months", "Start month", "month", null),
  type("month_spans", "Months", "months", null),
  type("start_window", "Start within", "span", null),
  type("frame", "Within", "span", null),
  type("latest_start", "Start by", "day", null),
  type("deadline", "Apply by", "day", null),
  type("max_applications", "Limit", "number", 2),
  type("asks_availability", "Asks for", "flag", true),
  type("graduation", "Graduating", "window", { earliest: null, latest: null }),
  type("enrolled", "Students", "flag", true),
  type("location", "Place", "text", "", false),
  type("seasons", "Season", "season", "summer", false),
  type("year", "Year", "number", 2026, false),
  type("hours_per_week", "Hours", "number", 40, false),
  type("pay", "Pay", "pay", { min: null, max: null, currency: "USD", period: "hour" }, false),
  type("rolling", "Review", "flag", true, false),
  type("minimum_qualifications", "Must have", "long", "", false),
  type("preferred_qualifications", "Welcome", "long", "", false),
];

export type FactRow = { key: string; type: FactType; items: Fact<unknown>[] };

/** The rows of what is stated; what isn't has none. Each length is a row, other lists are one row each. */
export function rows(facts: Facts): FactRow[] {
  return FACT_TYPES.flatMap((type): FactRow[] => {
    const stated = facts[type.name] as Fact<unknown> | Fact<unknown>[] | null;
    const items = Array.isArray(stated) ? stated : stated ? [stated] : [];
    // That it is an internship goes without saying; that it isn't does not.
    if (type.name === "internship" && items[0]?.value !== false) return [];
    // Days of a span stand in its own row.
    const own = items.filter(({ value }) => !(isDayList(type.name) && inSpan(facts, type.name, value)));
    if (type.name === "lengths")
      return own.map((item, index) => ({ key: `lengths-${index}`, type, items: [item] }));
    return own.length > 0 ? [{ key: type.name, type, items: own }] : [];
  });
}

const isDayList = (name: FactName) => name === "start_dates" || name === "end_dates";

function inSpan(facts: Facts, name: FactName, value: unknown): boolean {
  const side = name === "start_dates" ? "first" : "last";
  return facts.spans.some((span) => span.value[side] === value);
}

/** Whether a value says something, so that it can be added. */
export function isSaid({ kind }: FactType, value: unknown): boolean {
  if (value === null || value === "") return false;
  if (kind === "window") return Object.values(value as GraduationWindow).some((month) => month !== null);
  if (kind === "pay") return (value as Pay).min !== null || (value as Pay).max !== null;
  return true;
}

/** The days that Startline takes a part of a month for: the posting says only its name. */
const PHASES: Record<MonthPhase, string> = {
  early: "Early %, taken as the 1st to the 10th",
  mid: "Mid %, taken as the 11th to the 20th",
  late: "Late %, taken as the 21st to its last day",
};

/** What a fact says in a few words. */
export function saidBy(type: FactType, { value, phase }: Fact<unknown> & Pick<StartMonth, "phase">): string {
  const words = inWords(type, value);
  return phase ? PHASES[phase].replace("%", words) : words;
}

/** A value in a few words. */
export function inWords({ name, kind }: FactType, value: unknown): string {
  switch (kind) {
    case "length":
      return length(value as LengthRule);
    case "day":
      return postedDay(value as string);
    case "span": {
      const { first, last } = value as PostedSpan;
      return `${postedDay(first)} – ${postedDay(last)}`;
    }
    case "month":
      return monthInWords(value as string);
    case "months": {
      const { first, last } = value as PostedSpan;
      return `${monthInWords(first)} – ${monthInWords(last)}`;
    }
    case "season": {
      const season = String(value);
      return season.charAt(0).toUpperCase() + season.slice(1);
    }
    case "number":
      return name === "max_applications"
        ? count(Number(value), "application")
        : name === "hours_per_week"
          ? `${value} hours a week`
          : String(value);
    case "pay":
      return pay(value as Pay);
    case "window":
      return graduation(value as GraduationWindow);
    case "flag":
      return FLAGS[name]?.[value ? 0 : 1] ?? (value ? "Yes" : "No");
    default:
      return String(value);
  }
}

const FLAGS: Partial<Record<FactName, [string, string]>> = {
  internship: ["Yes", "Not an internship"],
  asks_availability: ["Start and end date on the résumé", "Nothing on availability"],
  enrolled: ["Must be studying while it lasts", "Need not be studying"],
  rolling: ["As applications come in", "After the deadline"],
};

export function length({ unit, min, max }: LengthRule): string {
  const one = unit.slice(0, -1);
  if (min === null && max === null) return "Not said";
  if (min === null) return `Up to ${count(max!, one)}`;
  if (max === null) return `At least ${count(min, one)}`;
  return min === max ? count(min, one) : `${min} to ${count(max, one)}`;
}

function pay({ min, max, currency, period }: Pay): string {
  const figures = [...new Set([min, max].filter((figure) => figure !== null))].map((figure) =>
    figure.toLocaleString("en-US"),
  );
  const per =
    period === null ? "" : period === "total" ? " in all" : ` ${period === "hour" ? "an" : "a"} ${period}`;
  return `${currency ? `${currency} ` : ""}${figures.join(" to ")}${per}`;
}

function graduation({ earliest, latest }: GraduationWindow): string {
  if (earliest && latest) return `${monthInWords(earliest)} – ${monthInWords(latest)}`;
  return earliest ? `From ${monthInWords(earliest)}` : latest ? `By ${monthInWords(latest)}` : "Not said";
}

/** A list of days for a row: each as “May 11”, and the year once where they share it. */
export function dayList(days: string[]): { days: string[]; year: string | null } {
  const years = new Set(days.map((day) => day.slice(0, 4)));
  const [year] = years;
  return years.size === 1 && year && !year.startsWith("--")
    ? { days: days.map(monthDay), year }
    : { days: days.map(postedDay), year: null };
}
