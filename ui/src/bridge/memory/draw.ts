// A rough header for the in-memory twin: the shape of the real page, in the browser's own letters.

import type { Draft, JudgedChoice, Preview } from "../bridge";
import { dayOfYear, monthInWords } from "../../shared/dates";

export function drawHeader({ candidate, style }: Draft, stated: JudgedChoice | null): Preview {
  const [width, height] = style.paper === "a4" ? [595, 842] : [612, 792];
  const contact = [
    candidate.location,
    candidate.email,
    candidate.phone,
    ...candidate.links.map((link) => link.url),
  ];
  const rows: [string, string][] = [];
  if (stated)
    rows.push([
      "Availability",
      `Start date: ${dayOfYear(stated.start)}      End date: ${dayOfYear(stated.end)}`,
    ]);
  for (const { school, degree, graduation } of candidate.education)
    rows.push([
      "Education",
      [school, degree, graduation && monthInWords(graduation)].filter(Boolean).join(", "),
    ]);
  const drawn = rows.map(([label, text], row) => {
    const y = 108 + 30 * row;
    return `<path d="M54 ${y - 17}H${width - 54}" stroke="#14181D" stroke-width="${row ? 0.5 : 1}"/><text x="54" y="${y}" font-weight="600">${escape(label)}</text><text x="146" y="${y}">${escape(text)}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans, sans-serif" font-size="11" fill="#14181D"><rect width="${width}" height="${height}" fill="#fff"/><text x="54" y="58" font-size="25" font-weight="700">${escape(candidate.name)}</text><text x="54" y="77" font-size="10.5">${escape(contact.filter(Boolean).join("    "))}</text>${drawn.join("")}</svg>`;
  const missing = [...candidate.name].filter((letter) => /\p{Emoji_Presentation}/u.test(letter));
  const problem = missing.length
    ? `No font here has ${missing.join(" and ")}, which stands in your name.`
    : null;
  return { svg, width: width!, height: height!, pages: 1, bytes: 24_593, problem };
}

const escape = (text: string) => text.replace(/[<>&]/g, (mark) => `&#${mark.charCodeAt(0)};`);
