// Civil days as the page handles them: ISO 8601 text, counted as whole days. Nothing here judges.

const DAY = 86_400_000;

/** The number of a day, so that the days between two of them is a subtraction. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** The day of a number, as ISO 8601. */
export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** The same day so many days later, or earlier for a negative count. */
export function addDays(iso: string, days: number): string {
  return isoDay(dayNumber(iso) + days);
}

const written = new Map<string, Intl.DateTimeFormat>();

function write(iso: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  let format = written.get(key);
  if (!format) written.set(key, (format = new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" })));
  return format.format(new Date(dayNumber(iso) * DAY));
}

/** “May 18” */
export const monthDay = (iso: string): string => write(iso, { month: "short", day: "numeric" });
/** “Mon” */
export const weekday = (iso: string): string => write(iso, { weekday: "short" });
/** “Mon May 18” */
export const weekdayMonthDay = (iso: string): string => `${weekday(iso)} ${monthDay(iso)}`;
/** “Monday, May 18” */
export const longDay = (iso: string): string =>
  write(iso, { weekday: "long", month: "long", day: "numeric" });
/** “Monday, August 17, 2026” */
export const fullDay = (iso: string): string =>
  write(iso, { weekday: "long", month: "long", day: "numeric", year: "numeric" });
/** “May 18, 2026” */
export const dayOfYear = (iso: string): string =>
  write(iso, { month: "short", day: "numeric", year: "numeric" });
/** “Jun” */
export const shortMonth = (iso: string): string => write(iso, { month: "short" });

/** “May 12–15”, “Jul 28 – Aug 2”, “May 12” for one day; years are added where the two differ. */
export function daySpan(first: string, last: string | null): string {
  if (last === null || last === first) return monthDay(first);
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${dayOfYear(first)} – ${dayOfYear(last)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${monthDay(first)}–${Number(last.slice(8))}`;
  return `${monthDay(first)} – ${monthDay(last)}`;
}

export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  write(`2026-${String(month + 1).padStart(2, "0")}-01`, { month: "long" }),
);

/**
 * A month, or a day in it, in any way that a person may write one: “May 2027”, “may 15, 2027”, “5/2027”,
 * “2027-05”. Null where it can be read in none, or in two.
 */
export function monthOf(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/[.,]/g, " ");
  const iso = /^([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain);
  const digits = /^(\d{1,2})\s*[/-]\s*([12]\d{3})$/.exec(plain);
  const words = /^([a-z]{3,})\s+(?:(\d{1,2})\s+)?([12]\d{3})$/.exec(plain);
  if (iso) return whole(iso[1]!, Number(iso[2]), iso[3]);
  if (digits) return whole(digits[2]!, Number(digits[1]));
  if (!words) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(words[1]!));
  return whole(words[3]!, month + 1, words[2]);
}

function whole(year: string, month: number, day?: string): string | null {
  const written = [year, String(month).padStart(2, "0")];
  if (day) written.push(day.padStart(2, "0"));
  const iso = written.join("-");
  // A day that no month has, such as February 30, would be taken for one of the next.
  const real = month >= 1 && month <= 12 && isoDay(dayNumber(day ? iso : `${iso}-01`)).startsWith(iso);
  return real ? iso : null;
}

/** A month written `2027-05` as “May 2027”; any other text as it stands. */
export function monthInWords(month: string): string {
  const parts = /^(\d{4})-(\d{2})/.exec(month);
  const name = parts && MONTHS[Number(parts[2]) - 1];
  return parts && name ? `${name} ${parts[1]}` : month;
}

/** A day as a posting writes it: “May 27, 2026”, or “May 27” where it gives no year (`--05-27`). */
export function postedDay(day: string): string {
  return day.startsWith("--") ? `${monthDay(`2024-${day.slice(2)}`)}, no year` : dayOfYear(day);
}

/** “1 day”, “5 days” */
export function count(n: number, one: string): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : `${one}s`}`;
}
