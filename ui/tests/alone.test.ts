// What opens a dialog of the system or writes a file: pressed twice, it runs once.

import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import type { Acts } from "../src/bridge/bridge";
import { action, openJudged, screen, waitFor, within, type Opened } from "./window";

const FINISH = "Another file is being opened or saved. Finish that first.";
const press = (name: string | RegExp) => async (_: Opened) =>
  screen.getAllByRole("button", { name })[0]!.click();
const keys =
  (held: string) =>
  async ({ user }: Opened) =>
    void (await user.keyboard(held));
const inDialog =
  (opener: string, dialog: string, name: string | RegExp) =>
  async ({ user }: Opened) => {
    if (!screen.queryByRole("dialog", { name: dialog }))
      await user.click(screen.getAllByRole("button", { name: opener })[0]!);
    const found = await screen.findByRole("dialog", { name: dialog });
    (await within(found).findByRole("button", { name })).click();
  };
const inMenu =
  (opener: string | RegExp, name: string) =>
  async ({ user }: Opened) => {
    await waitFor(() => expect(document.body.style.pointerEvents).not.toBe("none"));
    await user.click(screen.getAllByRole("button", { name: opener })[0]!);
    await user.click(await screen.findByRole("menuitem", { name }));
  };

/** Each act, with what a student presses for it. */
const PRESSES: [act: keyof Acts, press: (opened: Opened) => Promise<void>][] = [
  ["saveHeader", press("Save header PDF…")],
  ["saveHeader", keys("{Control>}s{/Control}")],
  ["openResume", press("Put on my résumé…")],
  ["openResume", keys("{Control>}e{/Control}")],
  ["saveIcs", press("Add to calendar")],
  ["savePicture", inMenu("More ways to copy and save", "Save as picture…")],
  ["keepLine", press("Copy line")],
  ["keepLine", keys("{Control>}{Shift>}c{/Shift}{/Control}")],
  ["openCalendar", press(/^Import calendar/)],
  ["importResume", press("Import JSON Resume…")],
  ["exportEverything", inDialog("Settings", "Settings", "Export everything…")],
  ["import", inDialog("Settings", "Settings", "Import a draft or an archive…")],
  ["showData", inDialog("Settings", "Settings", "Show me where my data is")],
  ["exportDraft", inMenu(/^More for/, "Export…")],
  ["duplicateDraft", inMenu(/^More for/, "Duplicate")],
  ["deleteDraft", inMenu(/^More for/, "Delete")],
];

/** A judged draft with a name, of which one call is answered only when `answer` is called. */
async function held(act: keyof Acts) {
  const memory = new Memory();
  const opened = await openJudged(memory);
  await opened.user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë");
  await opened.startline.open!.save();
  let answer = () => {};
  const waits = new Promise<void>((done) => (answer = done));
  const real = memory[act].bind(memory) as (...given: unknown[]) => Promise<unknown>;
  let calls = 0;
  Object.assign(memory, { [act]: async (...given: unknown[]) => (calls++, await waits, real(...given)) });
  return { opened, answer, calls: () => calls };
}

test.each(PRESSES)("%s runs once however often it is pressed (%#)", async (act, press) => {
  const { opened, answer, calls } = await held(act);
  await press(opened);
  await waitFor(() => expect(calls()).toBe(1));
  await press(opened);
  await press(opened);
  // Whatever the presses led to has been asked by the time that another question is answered.
  await opened.startline.open?.followed();
  expect(calls()).toBe(1);
  answer();
  await waitFor(() => expect(opened.startline.busy).toBe(false));
  expect(calls()).toBe(1);
});

test("another dialog waits until the first is answered, and says so", async () => {
  const { opened, answer } = await held("saveHeader");
  action("Save header PDF…").click();
  await waitFor(() => expect(opened.startline.busy).toBe(true));
  action("Put on my résumé…").click();
  await screen.findByText(FINISH);
  expect(opened.memory.calls).not.toContain("openResume");
  answer();
  await screen.findByText("Saved Zoe-Nguyen-Availability.pdf.");
  action("Put on my résumé…").click();
  await screen.findByRole("dialog", { name: "Put on my résumé" });
});

test("what was refused or cancelled can be pressed again", async () => {
  const opened = await openJudged();
  const { memory } = opened;
  memory.failures.set("saveIcs", { code: "other", message: "The disk is full." });
  action("Add to calendar").click();
  await screen.findByText("The disk is full.");
  memory.failures.clear();
  action("Add to calendar").click();
  await screen.findByText("Saved internship.ics.");
});

test("copies of several unsaved drafts are asked for one after the other", async () => {
  const opened = await openJudged();
  const { memory, startline } = opened;
  const full = { code: "disk_full", message: "The disk is full." };
  await startline.duplicate(startline.open!.id);
  memory.failures.set("saveDraft", full);
  startline.open!.change((draft) => (draft.title = "Second"));
  await startline.show(startline.drafts.at(-1)!.id);
  startline.open!.change((draft) => (draft.title = "First"));
  let stand = 0;
  let most = 0;
  memory.saveCopy = async () => {
    most = Math.max(most, ++stand);
    await Promise.resolve();
    stand--;
    return `Copy ${memory.calls.push("saveCopy")}.json`;
  };
  await memory.close();
  const dialog = await screen.findByRole("dialog", { name: "Not saved" });
  within(dialog).getByRole("button", { name: "Save a copy elsewhere…" }).click();
  await within(dialog).findByText(/^Saved a copy as Copy \d+\.json, Copy \d+\.json\./);
  expect(most).toBe(1);
});

test("a question that makes way for another is not agreed to", async () => {
  const { startline } = await openJudged();
  const question = { title: "One", message: "One?", yes: "Yes" };
  const first = startline.ask(question);
  const second = startline.ask({ ...question, title: "Two" });
  expect(await first).toBe(false);
  startline.asked!.answer(true);
  expect(await second).toBe(true);
});
