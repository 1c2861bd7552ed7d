// A rough résumé for the in-memory twin: three lines and a block of text, with the line wherever it is put.

import type { Judged, Preview, ShownResume, Wish } from "../bridge";
import type { Where } from "../../generated/Where";
import { dayOfYear } from "../../shared/dates";

export const NAME = "Zoë Nguyễn";
const WHY: Record<Where, string> = {
  splice: "There is room for the line under the contact details; nothing else moves.",
  band: "The line stands above everything.",
  cover: "The line stands on a page of its own.",
};

export function placed(wish: Wish, stated: NonNullable<Judged["stated"]>): ShownResume {
  const text = `Start date: ${dayOfYear(stated.start)} · End date: ${dayOfYear(stated.end)}`;
  const header = wish.what === "header";
  const possible = (place: Where) => place !== "splice" || !header;
  const ways = (["splice", "band", "cover"] as const).map((place) => ({
    place,
    possible: possible(place),
    why: possible(place) ? WHY[place] : "A header brings its own name and contact details.",
  }));
  const chosen = wish.place && possible(wish.place) ? wish.place : header ? "band" : "splice";
  const read = { splice: [NAME, "zoe@example.edu", text], band: [text, NAME], cover: [NAME, text] }[chosen];
  const orders = (["content", "layout"] as const).map((order) => ({
    order,
    text: [...(order === "content" && chosen === "band" ? [NAME, text] : read), "Education"].join("\n"),
    name_first: chosen !== "band" || order === "content",
    start: stated.start,
    end: stated.end,
  }));
  const { bytes, pages } = AS_IT_IS;
  return {
    before: AS_IT_IS,
    after: { ...draw(text), bytes: bytes + 3_000, pages: pages + (chosen === "cover" ? 1 : 0) },
    ways,
    placement: {
      chosen,
      why: WHY[chosen],
      scale: 1,
      moved: chosen === "band" ? 18 : 0,
      name: NAME,
      replaced_earlier: false,
      warnings: [],
      area: { page: 0, x: 54, y: 96, width: 260, height: 12 },
      proof: {
        pages,
        bytes: bytes + 3_000,
        tagged: false,
        fonts_embedded: true,
        under_limit: true,
        orders,
        email: "zoe@example.edu",
        phone: null,
        links: [],
        passed: chosen !== "band",
        problems: chosen === "band" ? ["The name is not at the top of the page."] : [],
      },
      dates_read: true,
      kept: { before: 2_914, after: 2_914 },
    },
  };
}

function draw(line: string): Preview {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="612" height="792" viewBox="0 0 612 792" font-family="Noto Sans, sans-serif" font-size="11"><rect width="612" height="792" fill="#fff"/><text x="54" y="76" font-size="25" font-weight="700">${NAME}</text><text x="54" y="92">zoe@example.edu</text><text x="54" y="106">${line}</text><text x="54" y="140" font-weight="600">Education</text></svg>`;
  return { svg, width: 612, height: 792, pages: 1, bytes: 118_000, problem: null };
}

const AS_IT_IS = draw("");
