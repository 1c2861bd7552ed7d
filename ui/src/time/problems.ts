import type { OpenDraft } from "../drafts/open.svelte";

export type List = "free" | "fixed" | "flexible" | "limits";

/** Why an entry of the calendar can't be judged as it stands. */
export function problemOf(open: OpenDraft, list: List, index: number): string | null {
  const problems = open.judged?.problems ?? [];
  return problems.find((problem) => problem.list === list && problem.index === index)?.message ?? null;
}
