import type { Proof } from "../bridge/bridge";

export type Badge = { text: string; passed: boolean };

/**
 * What was measured on the saved file, each in its words. Of a copy of the student's `own` résumé the tags are
 * not ours to vouch for.
 */
export function badges({ orders, tagged }: Proof, own = false): Badge[] {
  const every = (holds: (order: Proof["orders"][number]) => boolean) =>
    orders.length > 0 && orders.every(holds);
  const badge = (passed: boolean, yes: string, no: string) => ({ passed, text: passed ? yes : no });
  return [
    badge(
      every((order) => order.name_first !== false),
      "Name first",
      "Name not first",
    ),
    badge(
      every((order) => order.start !== null),
      "Start date read",
      "Start date not read",
    ),
    badge(
      every((order) => order.end !== null),
      "End date read",
      "End date not read",
    ),
    ...(own ? [] : [badge(tagged, "Tagged PDF/UA", "Not tagged")]),
  ];
}

/** “24 KB” */
export function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
