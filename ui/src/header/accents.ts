/** A colour of the name and the main rule: none is the ink of everything else. */
export type Accent = { value: string | null; label: string };

/** Each stands out from white paper at least 6.8 to 1, as small text should. */
const COLOURS: Accent[] = [
  { value: null, label: "None" },
  { value: "#1d4ed0", label: "Blue" },
  { value: "#0b5c63", label: "Teal" },
  { value: "#1f5f2e", label: "Green" },
  { value: "#8a3a12", label: "Rust" },
  { value: "#8a1f2b", label: "Burgundy" },
  { value: "#6b2463", label: "Plum" },
];

/** The colours to choose from, with the draft's own where it is none of them. */
export function accents(own: string | null): Accent[] {
  const value = own?.toLowerCase() ?? null;
  return COLOURS.some((colour) => colour.value === value)
    ? COLOURS
    : [...COLOURS, { value, label: `Your own, ${value}` }];
}
