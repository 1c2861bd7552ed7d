// The end to state is typed beside the chosen start date, in the picture and in the table.

import { expect, test } from "vitest";
import { action, openWindow, openJudged, screen, typeDay, waitFor, within } from "./window";

const LABEL = "End date to state";
const field = () => screen.queryByRole("spinbutton", { name: `${LABEL}, month` });

/** A posting that says neither when nor for how long, and a student who is free until `last`, or with no end. */
async function openWithoutLength(last: string | null) {
  const opened = await openWindow();
  await opened.user.click(await screen.findByRole("textbox", { name: "Posting text" }));
  await opened.user.paste("Robotics Intern\nAt Halden, we build controllers.");
  await screen.findByRole("spinbutton", { name: "Free from, month" });
  await typeDay(opened, "Free from", "05162026");
  if (last) await typeDay(opened, "Free to", last);
  return opened;
}

async function addStart(opened: Awaited<ReturnType<typeof openWindow>>, digits: string) {
  await opened.user.click(await screen.findByRole("button", { name: "Add a start date" }));
  await typeDay(opened, "Start date of your own", digits);
  await opened.user.click(screen.getByRole("button", { name: "Add" }));
}

for (const view of ["Picture", "Table"])
  for (const last of ["08232026", null])
    test(`a start of one’s own without a length leads on, ${view}, free ${last ? "to a day" : "with no end"}`, async () => {
      const opened = await openWithoutLength(last);
      await addStart(opened, "05202026");
      await opened.user.click(screen.getByRole("radio", { name: view }));
      await opened.user.click(await screen.findByRole("radio", { name: /^Wednesday, May 20/ }));
      if (last) await screen.findByRole("heading", { name: /^State May 20 to August 23/ });
      else await screen.findByText("Give your last day to state this date.");
      expect(action("Copy line").disabled).toBe(last === null);
      await typeDay(opened, LABEL, "08142026");
      await screen.findByRole("heading", { name: /^State May 20 to August 14/ });
      expect(action("Copy line").disabled).toBe(false);
      expect(opened.startline.open!.draft.stated).toMatchObject({ start: "2026-05-20", end: "2026-08-14" });
    });

test("the keyboard goes on from an added start to its end", async () => {
  const opened = await openWithoutLength(null);
  await addStart(opened, "05202026");
  const start = await screen.findByRole("radio", { name: /^Wednesday, May 20/ });
  await waitFor(() => expect(document.activeElement).toBe(start));
  await opened.user.keyboard(" ");
  await waitFor(() => expect(field()).not.toBeNull());
  await opened.user.tab();
  expect(document.activeElement).toBe(field());
});

test("of two starts without an end either is chosen, and nothing is stated before its end is given", async () => {
  const opened = await openWithoutLength(null);
  await addStart(opened, "05202026");
  await addStart(opened, "06012026");
  await opened.user.click(await screen.findByRole("radio", { name: /^Wednesday, May 20/ }));
  await typeDay(opened, LABEL, "08142026");
  await screen.findByRole("heading", { name: /^State May 20 to August 14/ });
  const june = await screen.findByRole<HTMLInputElement>("radio", { name: /^Monday, June 1/ });
  await opened.user.click(june);
  await waitFor(() => expect(june.checked).toBe(true));
  await screen.findByText("Give your last day to state this date.");
  expect(opened.startline.open!.draft.stated).toMatchObject({ start: "2026-05-20", end: "2026-08-14" });
  await typeDay(opened, LABEL, "08212026");
  await screen.findByRole("heading", { name: /^State June 1 to August 21/ });
  await opened.user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("heading", { name: /^State May 20 to August 14/ });
  expect(june.checked).toBe(false);
});

test("an end that the time denies is said beside it, and can’t be saved", async () => {
  const opened = await openJudged();
  await typeDay(opened, LABEL, "08302026");
  const group = await screen.findByRole("heading", { name: /no longer fits/ });
  expect(group).toBeTruthy();
  await waitFor(() => expect(field()!.closest("[aria-describedby]")).not.toBeNull());
  const described = field()!.closest("[aria-describedby]")!.getAttribute("aria-describedby")!;
  expect(document.getElementById(described)!.textContent).toMatch(/no longer fits/);
  expect(action("Save header PDF…").disabled).toBe(true);
  await opened.user.click(screen.getByRole("button", { name: "Back to Aug 17" }));
  await screen.findByRole("heading", { name: /^State May 18 to August 17/ });
  expect(screen.queryByRole("button", { name: /^Back to/ })).toBeNull();
});

test("a start that misses has no end to state, and the hidden table no second field", async () => {
  const opened = await openJudged();
  expect(screen.getAllByRole("spinbutton", { name: `${LABEL}, month` })).toHaveLength(1);
  await opened.user.click(screen.getByRole("radio", { name: /June 8/ }));
  await screen.findByRole("heading", { name: /June 8 misses/ });
  expect(field()).toBeNull();
  await opened.user.click(screen.getByRole("radio", { name: "Table" }));
  expect(within(screen.getByRole("table")).queryByRole("row", { name: /^End/ })).toBeNull();
});
