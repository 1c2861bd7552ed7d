import type { OpenDraft } from "../drafts/open.svelte";

/** The fields of a header, by the words its refusals name them with. */
const FIELDS = {
  name: /\bname\b/,
  headline: /\bheadline\b/,
  email: /\be-mail\b/,
  phone: /\bphone\b/,
  location: /\bcity\b/,
  links: /\blinks?\b/,
  education: /\b(education|schools?)\b/,
} as const;

export type HeaderField = keyof typeof FIELDS;
export type HeaderProblem = { field: HeaderField | null; message: string };

/**
 * Why the header can't be printed, and the field to mend. That no name is given yet is no mistake in a field:
 * a student who has just begun sees nothing in red.
 */
export function headerProblem(open: OpenDraft): HeaderProblem | null {
  const message = open.preview?.problem;
  if (!message) return null;
  if (open.draft.candidate.name.trim() === "") return { field: null, message };
  const fields = Object.keys(FIELDS) as HeaderField[];
  return { field: fields.find((field) => FIELDS[field].test(message)) ?? null, message };
}
