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

export type Piece = {
  text: string;
  /** What stands there: a fact that was read, something in doubt, or nothing of note. */
  kind: "fact" | "doubt" | null;
  /** Where it begins, in UTF-16 units. */
  from: number;
};

/** The whole text in pieces, those that a fact was read from and those in doubt told apart. */
export function pieces(facts: Facts): Piece[] {
  // Mentions that decide nothing are no facts, and those that do stand in the facts.
  const { mentions: _, ...others } = facts;
  const stated = Object.values(others).flat() as unknown[];
  const read = stated
    .filter((fact): fact is Fact<unknown> => typeof fact === "object" && fact !== null && "value" in fact)
    .flatMap((fact): Quote[] => (fact.quote ? [fact.quote, ...(fact.also ?? [])] : []));
  const doubted = facts.doubts.flatMap(({ quote }) => quote ?? []);
  const same = (one: Quote) => (other: Quote) => one.start === other.start && one.end === other.end;
  const quotes = [
    ...doubted.map((quote) => ({ ...quote, kind: "doubt" as const })),
    ...read
      .filter((quote) => !doubted.some(same(quote)))
      .map((quote) => ({ ...quote, kind: "fact" as const })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const offsets = utf16Offsets(
    facts.text,
    quotes.flatMap(({ start, end }) => [start, end]),
  );
  const result: Piece[] = [];
  let at = 0;
  const put = (to: number, kind: Piece["kind"]) => {
    if (to > at) result.push({ text: facts.text.slice(at, to), kind, from: at });
    at = Math.max(at, to);
  };
  for (const { start, end, kind } of quotes) {
    put(offsets.get(start)!, null);
    put(offsets.get(end)!, kind);
  }
  put(facts.text.length, null);
  return result;
}

/** The piece that a quote begins in. */
export function pieceOf(list: Piece[], text: string, quote: Quote): Piece | undefined {
  const start = utf16Offsets(text, [quote.start]).get(quote.start)!;
  return list.find(({ from, text }) => from <= start && start < from + text.length);
}
