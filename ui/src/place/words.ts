// What is said of a résumé with the availability on it.

import type { Alignment } from "../generated/Alignment";
import type { Placement } from "../generated/Placement";
import type { Preview } from "../generated/Preview";
import type { Typeface } from "../generated/Typeface";
import type { What } from "../generated/What";
import type { Where } from "../generated/Where";

export const WHATS: { value: What; label: string }[] = [
  { value: "line", label: "The line" },
  { value: "header", label: "The whole header" },
];

export const PLACES: { value: Where; label: string }[] = [
  { value: "splice", label: "Under the contact line" },
  { value: "band", label: "At the top" },
  { value: "cover", label: "On a cover page" },
];

export const ALIGNMENTS: { value: Alignment | ""; label: string }[] = [
  { value: "", label: "Aligned as there" },
  { value: "left", label: "Left" },
  { value: "centre", label: "Centre" },
  { value: "right", label: "Right" },
];

export const TYPEFACES: { value: Typeface | ""; label: string }[] = [
  { value: "", label: "Letters as there" },
  { value: "sans", label: "Sans serif" },
  { value: "serif", label: "Serif" },
];

const SHEETS: [string, number, number][] = [
  ["Letter", 612, 792],
  ["A4", 595, 842],
  ["Legal", 612, 1008],
  ["A3", 842, 1191],
];

/** “1 page, Letter” */
export function about({ pages, width, height }: Preview): string {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const paper = SHEETS.find(([, w, h]) => Math.abs(short - w) < 2 && Math.abs(long - h) < 2)?.[0];
  return [pages === 1 ? "1 page" : `${pages} pages`, paper].filter(Boolean).join(", ");
}

/** A refusal's first sentence, and what follows it. */
export function parts(message: string): [string, string] {
  const [, first, rest] = /^(.*?[.!?])\s+(.*)$/s.exec(message) ?? [];
  return first && rest ? [first, rest] : [message, ""];
}

export type Note = { tone: "good" | "doubt" | "error"; lead: string; text: string };

/** What became of the rest of the résumé, and what the student should know before saving. */
export function notes({
  chosen,
  moved,
  scale,
  kept,
  replaced_earlier,
  proof,
  dates_read,
  warnings,
}: Placement): Note[] {
  const good = (lead: string, text = ""): Note => ({ tone: "good", lead, text });
  const doubt = (lead: string, text = ""): Note => ({ tone: "doubt", lead, text });
  const found: Note[] = [];
  for (const problem of proof.problems)
    found.push({ tone: dates_read ? "doubt" : "error", lead: problem, text: "" });
  for (const warning of warnings) found.push(doubt(...parts(warning)));
  if (chosen === "cover") found.push(good("Your pages are as they were.", "The new one stands before them."));
  else if (scale < 1)
    found.push(
      good(`Your page is shown at ${Math.round(scale * 100)}% of its size.`, "Nothing is left out."),
    );
  else if (moved !== 0) {
    const by = `${Math.round(Math.abs(moved) * 10) / 10} points.`;
    found.push(good(`What follows moved ${moved > 0 ? "down" : "up"} by ${by}`));
  } else found.push(good("Nothing else moved."));
  if (kept) {
    const counted = `${kept.after.toLocaleString("en-US")} of ${kept.before.toLocaleString("en-US")} letters and digits read as before.`;
    found.push(
      kept.after === kept.before
        ? good("Old text kept.", counted)
        : doubt("Some text reads otherwise.", counted),
    );
  }
  if (replaced_earlier) found.push(good("The earlier line was replaced.", "It is there once."));
  if (proof.tagged) found.push(good("Tagged.", "Screen readers find their way in it."));
  else found.push(doubt("Not tagged.", "Your résumé has no tags, so this copy can’t be PDF/UA."));
  return found;
}

/** The first lines as a parser reads them, down to the dates. */
export function firstLines({ proof }: Placement): { text: string; states: boolean }[] {
  const lines = (proof.orders[0]?.text ?? "").split("\n").filter((line) => line.trim() !== "");
  const last = lines.findIndex((line) => line.includes("End date"));
  return lines
    .slice(0, Math.min(Math.max(last + 1, 3), 8))
    .map((text) => ({ text, states: /Start date|End date/.test(text) }));
}
