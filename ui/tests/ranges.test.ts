// Postings that list no days: what they allow is judged, moved in, stated and asked about.

import { expect, test } from "vitest";
import { rangeOf, runsSaid } from "../src/answer/range";
import type { Judged } from "../src/bridge/bridge";
import { Memory } from "../src/bridge/memory/memory";
import type { Change } from "../src/generated/Change";
import { action, openWindow, screen, typeDay, waitFor, within, type Opened } from "./window";

const MONTH = "Robotics Internship\nAt Halden, we run a 12-week program starting in June 2027.";
const BARE = "Robotics Internship\nAt Halden, we build controllers.";
const BESIDE = `${MONTH} You may also begin on May 24, 2027.`;

/** A posting, for a student who is free from one day to another. */
async function openPosting(text: string, free: [string, string | null]) {
  const opened = await openWindow(new Memory());
  await opened.user.click(await screen.findByRole("textbox", { name: "Posting text" }));
  await opened.user.paste(text);
  await screen.findByRole("spinbutton", { name: "Free from, month" });
  await typeDay(opened, "Free from", free[0]);
  if (free[1]) await typeDay(opened, "Free to", free[1]);
  return opened;
}
const SUMMER: [string, string] = ["06102027", "09052027"];
const stated = ({ startline }: Opened) => startline.open!.draft.stated;
const start = () => screen.findByRole("slider", { name: "Stated start date" });
const says = (text: RegExp | string) => screen.findByRole("heading", { level: 2, name: text });

test("a month and a length: the runs, the recommended start, and what is stated by default", async () => {
  const opened = await openPosting(MONTH, SUMMER);
  await says("Start on any day from June 10 to June 14: it fits.");
  const row = await screen.findByRole<HTMLInputElement>("radio", {
    name: /^June 2027\. Fits Jun 10–14, depends Jun 15–18\. Thursday, June 10\. Fits\./,
  });
  expect(row.checked).toBe(true);
  expect((await start()).getAttribute("aria-valuetext")).toBe("Thursday, June 10, 2027, fits");
  screen.getByText("Start date: Jun 10, 2027 · End date: Sep 5, 2027");
  expect(stated(opened)).toBeNull();
  expect(action("Save header PDF…").disabled).toBe(false);
});

test("the start is moved by keys within what is allowed, and the ends follow", async () => {
  const opened = await openPosting(MONTH, SUMMER);
  const handle = await start();
  handle.focus();
  const goesTo = (day: string) => waitFor(() => expect(handle.getAttribute("aria-valuetext")).toBe(day));
  await opened.user.keyboard("{ArrowRight}");
  await goesTo("Friday, June 11, 2027, fits");
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-11", end: "2027-09-05" }));
  await opened.user.keyboard("{End}");
  await goesTo("Monday, June 14, 2027, fits");
  await opened.user.keyboard("{ArrowRight}");
  await goesTo("Tuesday, June 15, 2027, depends");
  await opened.user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  await goesTo("Tuesday, June 22, 2027, misses");
  await says(/^June 22 misses/);
  expect(screen.queryByRole("slider", { name: "Stated end date" })).toBeNull();
  await opened.user.keyboard("{PageDown}{Home}");
  await goesTo("Tuesday, June 15, 2027, depends");
  expect(document.activeElement).toBe(handle);
});

test("an end that the student gave stays while the start is moved, as long as it holds", async () => {
  const opened = await openPosting(MONTH, SUMMER);
  await typeDay(opened, "End date to state", "09032027");
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-10", end: "2027-09-03" }));
  (await start()).focus();
  await opened.user.keyboard("{ArrowRight}");
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-11", end: "2027-09-03" }));
});

for (const view of ["Picture", "Table"])
  test(`the start is typed, and a day that is not allowed is said to be none (${view})`, async () => {
    const opened = await openPosting(MONTH, SUMMER);
    await start();
    await opened.user.click(screen.getByRole("radio", { name: view }));
    await typeDay(opened, "Start date to state", "06142027");
    await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-14", end: "2027-09-05" }));
    await typeDay(opened, "Start date to state", "07142027");
    await screen.findByText(/does not allow that day/);
    expect(stated(opened)?.start).toBe("2027-06-14");
  });

test("the table says the same, a run in one row", async () => {
  const opened = await openPosting(MONTH, SUMMER);
  await start();
  await opened.user.click(screen.getByRole("radio", { name: "Table" }));
  const table = screen.getByRole("table");
  within(table).getByRole("row", { name: /Jun 10–14.*Ends from Thu Jun 10.*Fri Aug 27.*Wed Sep 1.*Fits/ });
  await opened.user.click(within(table).getByRole("radio", { name: /^Jun 15–18\. Depends/ }));
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-15", end: "2027-09-05" }));
});

test("nothing but an internship: the student’s own time, a question to copy, a suggestion in the rail", async () => {
  const opened = await openPosting(BARE, SUMMER);
  await says("You are free from June 10 to September 5: 12 weeks and 4 days.");
  await screen.findByRole("radio", { name: /^Any day\. Free Jun 10 – Sep 5\./ });
  screen.getByText("Start date: Jun 10, 2027 · End date: Sep 5, 2027");
  await screen.findByRole("button", { name: /Robotics Internship, Jun 10 – Sep 5, suggested$/ });
  await opened.user.click(screen.getByRole("button", { name: "Copy question" }));
  expect(await navigator.clipboard.readText()).toMatch(/^Could you tell me how long/);
  await opened.user.click(screen.getByRole("button", { name: "New application" }));
  await screen.findByRole("button", { name: /Robotics Internship, Jun 10 – Sep 5, suggested$/ });
});

test("free with no end and no length: the start is moved before an end is given", async () => {
  const opened = await openPosting(BARE, ["06102027", null]);
  await says(/^You are free from June 10 on/);
  (await start()).focus();
  await opened.user.keyboard("{ArrowRight}");
  await waitFor(async () =>
    expect((await start()).getAttribute("aria-valuetext")).toBe("Friday, June 11, 2027, depends"),
  );
  expect(stated(opened)).toBeNull();
  await typeDay(opened, "End date to state", "09032027");
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-11", end: "2027-09-03" }));
});

test("listed days and a month stand in one picture, and a listed day has its own row", async () => {
  const opened = await openPosting(BESIDE, ["05202027", "09052027"]);
  await screen.findByRole("radio", { name: /^Monday, May 24\. Fits/ });
  const june = await screen.findByRole<HTMLInputElement>("radio", { name: /^June 2027\. Fits Jun 1–14/ });
  expect(june.checked).toBe(false);
  expect(screen.queryByRole("slider", { name: "Stated start date" })).toBeNull();
  await opened.user.click(june);
  await waitFor(() => expect(stated(opened)).toMatchObject({ start: "2027-06-01", end: "2027-09-05" }));
  await start();
});

test("a month that leaves no day says so, with room to add one", async () => {
  await openPosting(MONTH, ["07012027", "09052027"]);
  await says("No day leaves you free for that long.");
  const row = await screen.findByRole<HTMLInputElement>("radio", { name: /^June 2027\./ });
  expect(row.disabled).toBe(true);
  screen.getByRole("button", { name: "Add a start date" });
});

test("a text that is no internship says so", async () => {
  await openPosting("A recipe for bread.", SUMMER);
  await says("No internship was found in this text.");
  await screen.findByRole("radio", { name: /^Any day\./ });
});

/** What a row says of a range, of an answer with no run in it. */
function rangeWith(answer: Partial<Judged["answer"]>): { label?: string; said: string[] } {
  const whole = { starts: "window", today: "2026-11-28", allowed: [], runs: [], verdicts: [], ...answer };
  const judged = { facts: {}, answer: whole } as unknown as Judged;
  const range = rangeOf(judged, []);
  return { label: range?.label, said: range ? runsSaid(range, judged) : [] };
}

test("many spans are told as the first two and others, and a commitment without a name as one", () => {
  const months = ["01", "04", "09"].map((month) => ({ first: `2027-${month}-02`, last: `2027-${month}-09` }));
  const change = { kind: "drop", days: 2, name: "" } as Change;
  const own_time = { first: "2027-01-02", last: null, days: null, weeks: null, working_days: null };
  const { label, said } = rangeWith({ allowed: months, smallest_change: change, own_time });
  expect(label).toBe("Jan 2–9, Apr 2–9 and others");
  expect(said).toEqual(["A commitment, 2 days"]);
});
