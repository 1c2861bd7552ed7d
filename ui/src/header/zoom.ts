/** How large the sheet is shown: as wide as there is room, or so many pixels for each point. */
export type Zoom = "fit" | "100" | "200";

export const ZOOMS: { value: Zoom; label: string }[] = [
  { value: "fit", label: "Fit width" },
  { value: "100", label: "100 %" },
  { value: "200", label: "200 %" },
];

const KEY = "startline.zoom";

export function keptZoom(): Zoom {
  return ZOOMS.find(({ value }) => value === localStorage.getItem(KEY))?.value ?? "fit";
}

export function keepZoom(zoom: Zoom): void {
  localStorage.setItem(KEY, zoom);
}
