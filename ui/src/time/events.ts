import type { CalendarEvent } from "../bridge/bridge";
import { count, dayOfYear, daySpan } from "../shared/dates";

/** Events that stand and fall together: one, or all times of one that repeats. */
export type Series = { name: string; days: string; events: number[] };

/** What is said of an event that its calendar marks as taking no time, as many do of exams (rule A6). */
export const MARKED_FREE = "marked free";

/** The events of a file, those of one series together, in the order of their first days. */
export function seriesOf(events: CalendarEvent[]): Series[] {
  const bySeries = new Map<number, number[]>();
  for (const [index, event] of events.entries())
    bySeries.set(event.series, [...(bySeries.get(event.series) ?? []), index]);
  return [...bySeries.values()].map((indices) => {
    const all = indices.map((index) => events[index]!);
    const first = all[0]!;
    const last = all.at(-1)!;
    const span =
      all.length > 1 ? `${count(all.length, "time")}, ${daySpan(first.first, last.last)}` : daysOf(first);
    const free = all.filter((event) => event.marked_free).length;
    const days = [
      span,
      all.some((event) => !event.all_day) && "part of the day",
      free > 0 && (free < all.length ? "some marked free" : MARKED_FREE),
    ];
    return { name: first.name, days: days.filter(Boolean).join(", "), events: indices };
  });
}

/** “May 12–15, 2026” */
export function daysOf({ first, last }: CalendarEvent): string {
  if (first === last) return dayOfYear(first);
  const span = daySpan(first, last);
  return first.slice(0, 4) === last.slice(0, 4) ? `${span}, ${first.slice(0, 4)}` : span;
}
