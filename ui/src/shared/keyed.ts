/**
 * A list's entries, each under a key that no other has, however alike they are: a page stops where two keys of
 * a list are equal, and what comes from outside repeats itself. Entries that say the same are told apart by
 * which of them they are.
 */
export function keyed<Entry>(
  list: readonly Entry[],
  nameOf: (entry: Entry) => string | number,
): { key: string; entry: Entry }[] {
  const met = new Map<string, number>();
  return list.map((entry) => {
    const name = String(nameOf(entry));
    const nth = (met.get(name) ?? 0) + 1;
    met.set(name, nth);
    // The number first: a name may end with one.
    return { key: `${nth} ${name}`, entry };
  });
}
