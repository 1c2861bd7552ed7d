// Rust counts a quote in UTF-8 bytes, the page cuts text in UTF-16 units.

/** Turns ascending or scattered byte offsets of one text into UTF-16 offsets, in one walk over the text. */
export function utf16Offsets(text: string, bytes: readonly number[]): Map<number, number> {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let byte = 0;
  let unit = 0;
  for (const offset of wanted) {
    while (byte < offset && unit < text.length) {
      const code = text.codePointAt(unit) ?? 0;
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      unit += code < 0x10000 ? 1 : 2;
    }
    found.set(offset, unit);
  }
  return found;
}
