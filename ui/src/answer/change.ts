import type { Calendar } from "../generated/Calendar";
import type { Change } from "../generated/Change";

/** Makes a change to the calendar: the one that makes its start date fit. */
export function make(calendar: Calendar, { kind, name, was, to }: Change): void {
  if (kind === "drop") {
    calendar.fixed = calendar.fixed.filter((each) => each.name.trim() !== (name ?? "").trim());
    return;
  }
  const side = kind === "free_until" ? "last" : "first";
  const moved = calendar.free.find((span) => span[side] === was);
  if (moved) moved[side] = to;
}
