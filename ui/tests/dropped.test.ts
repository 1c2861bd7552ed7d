// Files that are dropped on the window, each taken for what it is.

import { fireEvent } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { openJudged, openWindow, screen, waitFor, within } from "./window";

const FINALS = {
  name: "Finals",
  first: "2026-06-01",
  last: "2026-06-05",
  all_day: true,
  repeats: false,
  series: 0,
  marked_free: false,
};
const calendar = (name: string, type = "") => new File(["BEGIN:VCALENDAR"], name, { type });
const drop = (file: File) =>
  fireEvent.drop(document.body, { dataTransfer: { files: [file], getData: () => "" } });

for (const file of [calendar("School.ics"), calendar("SCHOOL.ICS"), calendar("export", "text/calendar")])
  test(`a calendar dropped on an open draft gives its events (${file.name})`, async () => {
    const memory = new Memory();
    memory.answers.calendar = { name: "School", events: [FINALS], notes: [] };
    const { user, startline } = await openJudged(memory);
    await drop(file);
    const dialog = await screen.findByRole("dialog", { name: "Events in School" });
    await user.click(within(dialog).getByRole("checkbox", { name: /^Finals/ }));
    await user.click(within(dialog).getByRole("button", { name: "Add 1 commitment" }));
    expect(startline.open!.draft.calendar.fixed).toEqual([
      { name: "Finals", first: "2026-06-01", last: "2026-06-05" },
    ]);
    expect(memory.drafts.size).toBe(1);
  });

test("a calendar that can’t be read is said, and the draft stays", async () => {
  const { memory } = await openJudged();
  await drop(calendar("School.ics"));
  await screen.findByText("That is not a calendar file.");
  expect(memory.drafts.size).toBe(1);
});

test("without an open draft a dropped calendar is no posting", async () => {
  const { memory } = await openWindow();
  await drop(calendar("School.ics"));
  await screen.findByText("School.ics is a calendar. Open an application, and drop it there.");
  expect(memory.drafts.size).toBe(0);
});

test("a draft that can only be read takes no events", async () => {
  const { memory, startline } = await openJudged();
  const lost = { code: "taken_over", message: "Another Startline took this draft over." };
  memory.failures.set("saveDraft", lost);
  await startline.open!.check();
  await drop(calendar("School.ics"));
  await waitFor(() => expect(startline.said?.message).toBe(lost.message));
  expect(memory.calls).not.toContain("readCalendar");
});
