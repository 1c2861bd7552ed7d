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

/** Why the header can't be printed though its dates hold, and the field to mend. */
export function headerProblem(open: OpenDraft): HeaderProblem | null {
  const message = open.preview?.problem;
  if (!open.judged?.line || !message) return null;
  const fields = Object.keys(FIELDS) as HeaderField[];
  return { field: fields.find((field) => FIELDS[field].test(message)) ?? null, message };
}
