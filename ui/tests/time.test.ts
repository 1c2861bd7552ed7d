import { monthOf } from "../src/shared/dates";
import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { openJudged, screen, typeDay, within, type Opened } from "./window";

async function addCommitment(opened: Opened, name: string, first: string, last: string) {
  await opened.user.click(screen.getByRole("button", { name: "Add commitment" }));
  const names = await screen.findAllByRole("textbox", { name: "Name" });
  await opened.user.type(names[0]!, name);
  await typeDay(opened, "First day", first);
  await typeDay(opened, "Last day", last);
  await opened.user.click(screen.getByRole("button", { name: "Done" }));
}

test("a fixed commitment takes its days, a flexible one doesn't", async () => {
  const opened = await openJudged();
  await addCommitment(opened, "Finals", "06012026", "06022026");
  await screen.findByRole("radio", { name: "Monday, May 18. Misses. Finals, 2 days." });
  const calendar = () => opened.startline.open!.draft.calendar;
  expect(calendar().fixed).toEqual([{ name: "Finals", first: "2026-06-01", last: "2026-06-02" }]);
  const kind = screen.getByRole("group", { name: "Finals is" });
  await opened.user.click(within(kind).getByRole("radio", { name: "Flexible" }));
  await screen.findByRole("radio", { name: /May 18\. Fits/ });
  expect(calendar().fixed).toEqual([]);
  expect(calendar().flexible).toHaveLength(1);
  await opened.user.click(screen.getByRole("button", { name: "Remove Finals" }));
  expect(calendar().flexible).toEqual([]);
});

test("there can be more than one free span", async () => {
  const opened = await openJudged();
  await opened.user.click(screen.getByRole("button", { name: "Add another free span" }));
  await typeDay(opened, "Free from, span 2", "08242026");
  await typeDay(opened, "Free to, span 2", "09302026");
  await screen.findByRole("radio", { name: /June 8\. Fits/ });
  expect(opened.startline.open!.draft.calendar.free).toEqual([
    { first: "2026-05-16", last: "2026-08-23" },
    { first: "2026-08-24", last: "2026-09-30" },
  ]);
});

test("work authorisation limits, and no advice is given on it", async () => {
  const opened = await openJudged();
  await opened.user.click(screen.getByRole("button", { name: "Add work authorisation" }));
  screen.getByText(/Startline gives no immigration advice/);
  await typeDay(opened, "First day", "05162026");
  await typeDay(opened, "Last day", "08082026");
  await screen.findByRole("radio", { name: /May 18\. Depends/ });
});

test("of a calendar file only what is ticked becomes a commitment", async () => {
  const memory = new Memory();
  const event = (name: string, day: string, series: number) => {
    const marked_free = name === "Exams" || day === "2026-06-15";
    return { name, first: day, last: day, all_day: true, repeats: series === 2, marked_free, series };
  };
  const events = [
    { ...event("Finals", "2026-05-12", 0), last: "2026-05-15" },
    event("Concert", "2026-06-20", 1),
    event("Class", "2026-06-01", 2),
    event("Class", "2026-06-08", 2),
    event("Class", "2026-06-15", 2),
    event("Exams", "2026-05-18", 3),
  ];
  memory.answers.calendar = { name: "School", events, notes: ["One event has no day. It was left out."] };
  const opened = await openJudged(memory);
  await opened.user.click(screen.getByRole("button", { name: /^Import calendar/ }));
  const dialog = await screen.findByRole("dialog", { name: "Events in School" });
  within(dialog).getByText("One event has no day. It was left out.");
  const boxes = within(dialog).getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map((box) => box.checked)).toEqual([false, false, false, false]);
  within(dialog).getByText(/Look at those marked free too/);
  within(dialog).getByRole("checkbox", { name: "Class 3 times, Jun 1–15, some marked free" });
  await opened.user.click(within(dialog).getByRole("checkbox", { name: "Exams May 18, 2026, marked free" }));
  await opened.user.click(within(dialog).getByRole("checkbox", { name: /^Finals/ }));
  await opened.user.click(within(dialog).getByRole("button", { name: "Show each Class" }));
  await opened.user.click(within(dialog).getByRole("checkbox", { name: "Class, Jun 8, 2026" }));
  within(dialog).getByRole("checkbox", { name: "Class, Jun 15, 2026, marked free" });
  await opened.user.click(within(dialog).getByRole("button", { name: "Add 3 commitments" }));
  expect(opened.startline.open!.draft.calendar.fixed).toEqual([
    { name: "Finals", first: "2026-05-12", last: "2026-05-15" },
    { name: "Class", first: "2026-06-08", last: "2026-06-08" },
    { name: "Exams", first: "2026-05-18", last: "2026-05-18" },
  ]);
});

test("graduation is a month, given once it can be read", async () => {
  const opened = await openJudged();
  const { user, startline } = opened;
  const graduation = () => startline.open!.draft.calendar.graduation;
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Graduation" });
  await user.type(field, "may 202");
  expect(graduation()).toBeNull();
  await user.tab();
  screen.getByText("Write the month and the year, as in May 2027.");
  expect(field.value).toBe("may 202");
  await user.type(field, "7");
  expect(graduation()).toBe("2027-05");
  expect(screen.queryByText(/^Write the month/)).toBeNull();
  await user.tab();
  expect(field.value).toBe("May 2027");
  await user.click(screen.getByRole("button", { name: "Use May 2027" }));
  expect(startline.open!.draft.candidate.education[0]!.graduation).toBe("2027-05");
  await user.clear(field);
  expect(graduation()).toBeNull();
});

test("a month is read however it is written", () => {
  for (const [text, month] of [
    ["May 2027", "2027-05"],
    [" sept. 2027", "2027-09"],
    ["Dec 15, 2027", "2027-12-15"],
    ["5/2027", "2027-05"],
    ["05-2027", "2027-05"],
    ["2027-5", "2027-05"],
    ["2027-05-21", "2027-05-21"],
    ["February 30, 2027", null],
    ["13/2027", null],
    ["ma 2027", null],
    ["2027", null],
    ["May", null],
    ["5/6/2027", null],
  ] as const)
    expect(monthOf(text), text).toBe(month);
});

test("the smallest change can be tried", async () => {
  const opened = await openJudged();
  await typeDay(opened, "Free to", "08142026");
  const change = await screen.findByRole("button", { name: /^Try it: 2026-05-18 would fit/ });
  await opened.user.click(change);
  await screen.findByRole("radio", { name: /May 18\. Fits/ });
  expect(opened.startline.open!.draft.calendar.free[0]!.last).toBe("2026-08-17");
});

test("a start date of one's own is judged, marked, and can be removed", async () => {
  const opened = await openJudged();
  await opened.user.click(screen.getByRole("button", { name: "Add a start date" }));
  await typeDay(opened, "Start date of your own", "05202026");
  await opened.user.click(screen.getByRole("button", { name: "Add" }));
  await screen.findByRole("radio", { name: /^Wednesday, May 20\. Not listed, nearest is May 18\. Fits/ });
  expect(opened.startline.open!.draft.starts).toEqual(["2026-05-20"]);
  await opened.user.click(screen.getByRole("button", { name: "Remove start date May 20" }));
  expect(opened.startline.open!.draft.starts).toEqual([]);
});
