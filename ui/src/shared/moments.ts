// Moments as the clock of this computer has them, for what was kept, deleted or sent.

const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short" });
const exact = new Intl.DateTimeFormat("en-US", { timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric" });
const dayOfYear = new Intl.DateTimeFormat("en-US", { dateStyle: "medium" });

/** The civil day of a moment here, as ISO 8601. */
function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** “today at 2:05 PM”, “Mar 3 at 2:05 PM”, “Mar 3, 2025 at 2:05 PM”; `toTheSecond` tells near ones apart. */
export function moment(instant: string, today: string, toTheSecond = false): string {
  const when = new Date(instant);
  const at = (toTheSecond ? exact : time).format(when);
  const own = dayOf(when);
  if (own === today) return `today at ${at}`;
  return `${(own.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(when)} at ${at}`;
}

/** “Apr 2, 2026” */
export function dayOfMoment(instant: string): string {
  return dayOfYear.format(new Date(instant));
}
