import type { DateStyle } from "../generated/DateStyle";
import type { Paper } from "../generated/Paper";
import type { Template } from "../generated/Template";
import type { Typeface } from "../generated/Typeface";

export const TEMPLATES: { value: Template; label: string }[] = [
  { value: "ruled", label: "Ruled" },
  { value: "classic", label: "Classic" },
  { value: "strip", label: "Strip" },
];

export const TYPEFACES: { value: Typeface; label: string }[] = [
  { value: "sans", label: "Sans" },
  { value: "serif", label: "Serif" },
];

export const PAPERS: { value: Paper; label: string }[] = [
  { value: "letter", label: "Letter" },
  { value: "a4", label: "A4" },
];

export const DATE_STYLES: { value: DateStyle; label: string }[] = [
  { value: "month-day-year", label: "May 18, 2026" },
  { value: "day-month-year", label: "18 May 2026" },
  { value: "iso", label: "2026-05-18" },
];
