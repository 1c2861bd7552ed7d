// Where a fact stands, cut out of the text for the eye.

import type { Fact } from "../generated/Fact";
import type { Facts } from "../generated/Facts";
import type { Quote } from "../generated/Quote";
import { utf16Offsets } from "../bridge/offsets";

/** The longest piece shown before or after the part read, in characters. */
const AROUND = 90;

export type Cutting = { before: string; read: string; after: string; lines: number[] };

/** The sentence around a quote, and the lines on which the fact stands. */
export function cutting(text: string, fact: Fact<unknown>): Cutting | null {
  if (!fact.quote) return null;
  const all = [fact.quote, ...(fact.also ?? [])];
  const offsets = utf16Offsets(
    text,
    all.flatMap(({ start, end }) => [start, end]),
  );
  const start = offsets.get(fact.quote.start)!;
  const end = offsets.get(fact.quote.end)!;
  const before = text.slice(Math.max(0, start - 400), start).match(/(?:[^\n.!?]|[.!?](?!\s))*$/)?.[0] ?? "";
  const after = text.slice(end, end + 400).match(/^(?:[^\n.!?]|[.!?](?!\s|$))*[.!?]?/)?.[0] ?? "";
  return {
    before: before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, "")}` : before.trimStart(),
    read: text.slice(start, end),
    after: after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, "")}…` : after.trimEnd(),
    lines: [...new Set(all.map((quote) => lineOf(text, offsets.get(quote.start)!)))],
  };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** “Line 18”, “Lines 18 and 31”, “Lines 3, 18 and 31” */
export function linesInWords(lines: number[]): string {
  const last = lines.at(-1);
  return lines.length > 1 ? `Lines ${lines.slice(0, -1).join(", ")} and ${last}` : `Line ${last}`;
}

export type Piece = { text: string; read: boolean };

/** The whole text in pieces, those that a fact was read from told apart. */
export function pieces(facts: Facts): Piece[] {
  const stated = Object.values(facts).flat() as unknown[];
  const quotes = stated
    .filter((fact): fact is Fact<unknown> => typeof fact === "object" && fact !== null && "value" in fact)
    .flatMap((fact): Quote[] => (fact.quote ? [fact.quote, ...(fact.also ?? [])] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const offsets = utf16Offsets(
    facts.text,
    quotes.flatMap(({ start, end }) => [start, end]),
  );
  const result: Piece[] = [];
  let at = 0;
  for (const quote of quotes) {
    const start = Math.max(at, offsets.get(quote.start)!);
    const end = offsets.get(quote.end)!;
    if (end <= at) continue;
    if (start > at) result.push({ text: facts.text.slice(at, start), read: false });
    result.push({ text: facts.text.slice(start, end), read: true });
    at = end;
  }
  if (at < facts.text.length) result.push({ text: facts.text.slice(at), read: false });
  return result;
}
