import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { openJudged, openSample, openWindow, screen, waitFor, within, type Opened } from "./window";

const fact = (name: RegExp) => screen.findByRole("button", { name });
const corrections = ({ startline }: Opened) => startline.open!.draft.posting.corrections;

test("a fact opens to its field, the exact words with what was read marked, and its lines", async () => {
  const { user } = await openSample();
  await user.click(await fact(/^Length 12 weeks/));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Length" }).value).toBe("12");
  const quote = screen.getByText("12-week").closest("blockquote")!;
  expect(quote.textContent!.trim()).toBe("“This is a 12-week program.”");
  screen.getByText("Lines 18 and 31");
});

test("a change is a correction of what was read, and Restore takes it back", async () => {
  const opened = await openJudged();
  const { user } = opened;
  await user.click(await fact(/^Length 12 weeks/));
  const length = screen.getByRole("textbox", { name: "Length" });
  await user.clear(length);
  await user.type(length, "10");
  await waitFor(() =>
    expect(corrections(opened)).toEqual([
      {
        kind: "change",
        fact: "lengths",
        was: { unit: "weeks", min: 12, max: 12 },
        value: { unit: "weeks", min: 10, max: 10 },
      },
    ]),
  );
  await screen.findByText(/changed by you/);
  await user.click(screen.getByRole("button", { name: "Restore" }));
  expect(corrections(opened)).toEqual([]);
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Length" }).value).toBe("12"),
  );
});

test("Esc keeps the old value and gives the keyboard back to the row", async () => {
  const opened = await openSample();
  const { user } = opened;
  await user.click(await fact(/^Company TikTok/));
  const company = screen.getByRole("textbox", { name: "Company" });
  await user.type(company, " Inc.");
  expect(corrections(opened)).toHaveLength(1);
  await user.keyboard("{Escape}");
  expect(corrections(opened)).toEqual([]);
  const row = await fact(/^Company TikTok$/);
  expect(document.activeElement).toBe(row);
});

test("a removed fact stands struck out and can be restored", async () => {
  const opened = await openSample();
  const { user } = opened;
  await user.click(await fact(/^Length At least 3 months/));
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(corrections(opened)).toEqual([
    { kind: "remove", fact: "lengths", was: { unit: "months", min: 3, max: null }, value: null },
  ]);
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Length At least 3 months/ })).toBeNull());
  await user.click(screen.getByRole("button", { name: "Restore At least 3 months" }));
  await fact(/^Length At least 3 months/);
});

test("a fact that was not read can be added", async () => {
  const opened = await openSample();
  const { user } = opened;
  await user.click(screen.getByRole("button", { name: "Add fact" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Fact" }), "Length");
  await user.selectOptions(screen.getByRole("combobox", { name: "Kind of length" }), "Up to");
  await user.selectOptions(screen.getByRole("combobox", { name: "Unit" }), "months");
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(corrections(opened)).toEqual([
    { kind: "add", fact: "lengths", was: null, value: { unit: "months", min: null, max: 12 } },
  ]);
});

test("a fact that says nothing yet can't be added", async () => {
  const { user } = await openSample();
  await user.click(screen.getByRole("button", { name: "Add fact" }));
  const kinds = screen.getByRole("combobox", { name: "Fact" });
  for (const kind of ["Start dates", "Dates", "Graduating", "Pay"]) {
    if (within(kinds).queryByRole("option", { name: kind }) === null) continue;
    await user.selectOptions(kinds, kind);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Add" }).disabled, kind).toBe(true);
  }
});

test("a doubt is settled with one click", async () => {
  const opened = await openWindow();
  const { user } = opened;
  await user.click(await screen.findByRole("textbox", { name: "Posting text" }));
  await user.paste("Robotics Intern\nThis is a 10-week program. It starts on 05/06/2026.");
  await screen.findByText("“05/06/2026” can be read in two ways.");
  await user.click(screen.getByRole("button", { name: "Jun 5, 2026" }));
  await screen.findByRole("radio", { name: /^Friday, June 5/ });
  expect(corrections(opened)).toHaveLength(1);
});

test("the whole text is shown with what was read marked", async () => {
  const { user } = await openSample();
  await user.click(screen.getByRole("button", { name: "Show text" }));
  const text = within(await screen.findByRole("dialog", { name: "The posting" })).getByRole("region");
  const marked = [...text.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marked).toContain("at least a 3-month");
  expect(marked.filter((words) => words === "12-week")).toHaveLength(2);
  expect(text.textContent).toContain("“`html");
});

test("a fact's line leads to the words in the text, and back to the line", async () => {
  const { user } = await openSample();
  await user.click(await fact(/^Length At least 3 months/));
  const line = screen.getByRole("button", { name: /show in the text$/ });
  await user.click(line);
  const text = within(await screen.findByRole("dialog", { name: "The posting" })).getByRole("region");
  const here = text.querySelector<HTMLElement>("mark[aria-current]")!;
  expect(here.textContent).toBe("at least a 3-month");
  await waitFor(() => expect(document.activeElement).toBe(here));
  expect(text.querySelectorAll("mark[aria-current]")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog", { name: "The posting" })).toBeNull();
  // Opened by itself, the text leads nowhere.
  await user.click(screen.getByRole("button", { name: "Show text" }));
  const again = await screen.findByRole("dialog", { name: "The posting" });
  expect(again.querySelector("mark[aria-current]")).toBeNull();
});

test("what is in doubt is marked in the text, and the doubt leads there", async () => {
  const { user } = await openWindow();
  await user.click(await screen.findByRole("textbox", { name: "Posting text" }));
  await user.paste("Robotics Intern\nThis is a 10-week program – naïve? It starts on 05/06/2026.");
  await user.click(await screen.findByRole("button", { name: /^Show in the text/ }));
  const text = await screen.findByRole("dialog", { name: "The posting" });
  expect(text.querySelector("mark[aria-current]")!.textContent).toBe("05/06/2026");
});

test("a part of a month is said with the days that it is taken for, and a frame is a fact of its own", async () => {
  const memory = new Memory();
  const judge = memory.judge.bind(memory);
  memory.judge = async (draft) => {
    const judged = await judge(draft);
    const { facts } = judged;
    facts.start_months = [
      { value: "2027-06", quote: null, phase: "early" },
      { value: "2027-09", quote: null },
    ];
    facts.frame = { value: { first: "2027-06-15", last: "2027-09-15" }, quote: null };
    return judged;
  };
  await openSample(memory);
  await fact(/^Start month Early June 2027, taken as the 1st to the 10th, September 2027/);
  await fact(/^Within Jun 15, 2027 – Sep 15, 2027/);
});

test("a date that decides nothing is not marked in the text", async () => {
  const memory = new Memory();
  const judge = memory.judge.bind(memory);
  memory.judge = async (draft) => {
    const judged = await judge(draft);
    const quote = { start: 0, end: 8 };
    judged.facts.mentions = [{ quote, kind: "day", value: "2026-01-05", role: "posted", sure: true }];
    return judged;
  };
  const { user } = await openSample(memory);
  await user.click(screen.getByRole("button", { name: "Show text" }));
  const text = within(await screen.findByRole("dialog", { name: "The posting" })).getByRole("region");
  const marked = [...text.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marked).toContain("12-week");
  expect(marked).not.toContain(text.textContent!.slice(0, 8));
});
