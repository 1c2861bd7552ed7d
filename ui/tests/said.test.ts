// What a dialog brought about is said in it, and heard there: everything behind a dialog is shut.

import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { openJudged, openSample, openWindow, screen, waitFor, within } from "./window";

const full = { code: "disk_full", message: "Couldn’t save: the disk is full. What you typed is still here." };

/** The live region that a text stands in. */
async function heard(within_: HTMLElement, text: string | RegExp) {
  const found = await within(within_).findByText(text);
  return found.closest("[role='status'], [role='alert']")?.getAttribute("role");
}

/** Presses a button of an open dialog. */
const press = async (
  { user }: Awaited<ReturnType<typeof openSample>>,
  dialog: HTMLElement,
  name: RegExp | string,
) => user.click(await within(dialog).findByRole("button", { name }));

test("a copy saved elsewhere is said in the question that offered it, and so is its failure", async () => {
  const opened = await openSample();
  const { user, memory } = opened;
  memory.failures.set("saveDraft", full);
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Z");
  expect(await memory.close()).toBe(false);
  const dialog = await screen.findByRole("dialog", { name: "Not saved" });
  memory.failures.set("saveCopy", { code: "other", message: "That folder can’t be written to." });
  await press(opened, dialog, "Save a copy elsewhere…");
  expect(await heard(dialog, "That folder can’t be written to.")).toBe("alert");
  memory.failures.delete("saveCopy");
  await press(opened, dialog, "Save a copy elsewhere…");
  expect(await heard(dialog, /^Saved a copy as Copy\.json/)).toBe("status");
});

test("exports and imports of the settings are said in them, and behind them once they close", async () => {
  const opened = await openSample();
  const { user, memory } = opened;
  await user.click(screen.getByRole("button", { name: "Settings" }));
  const settings = await screen.findByRole("dialog", { name: "Settings" });
  await press(opened, settings, "Export everything…");
  expect(await heard(settings, "Everything is in Startline.zip.")).toBe("status");
  memory.failures.set("import", { code: "other", message: "That is no Startline draft." });
  await press(opened, settings, "Import a draft or an archive…");
  expect(await heard(settings, "That is no Startline draft.")).toBe("alert");
  await press(opened, settings, "Done");
  expect(await heard(document.body, "That is no Startline draft.")).toBe("alert");
});

test("of two dialogs the one in front says it", async () => {
  const opened = await openSample();
  const { user, memory, startline } = opened;
  await startline.remove("draft-1");
  await user.click(screen.getByRole("button", { name: "Bin" }));
  const bin = await screen.findByRole("dialog", { name: "Bin" });
  await press(opened, bin, /for good$/);
  const asked = await screen.findByRole("dialog", { name: "Delete for good" });
  startline.say({ message: "Heard here.", tone: "status" });
  await within(asked).findByText("Heard here.");
  expect(within(bin).queryByText("Heard here.")).toBeNull();
  memory.failures.set("emptyBin", full);
  await press(opened, asked, "Delete for good");
  expect(await heard(bin, full.message)).toBe("alert");
});

test("a sent copy that is saved elsewhere is said beside it", async () => {
  const opened = await openJudged();
  await opened.user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(opened.startline.drafts[0]!.sent).not.toBeNull());
  await opened.user.click(await screen.findByRole("button", { name: "Sent copies" }));
  const dialog = await screen.findByRole("dialog", { name: "Sent from this draft" });
  await press(opened, dialog, /^Save Header, PDF.* elsewhere/);
  expect(await heard(dialog, "Saved Copy.json.")).toBe("status");
});

test("what was said before a dialog opened stays behind it", async () => {
  const opened = await openSample();
  opened.startline.say({ message: "Said before.", tone: "error" });
  await opened.user.click(screen.getByRole("button", { name: "Settings" }));
  const settings = await screen.findByRole("dialog", { name: "Settings" });
  expect(within(settings).queryByText("Said before.")).toBeNull();
  screen.getByText("Said before.");
});

test("details that are imported are said to be", async () => {
  const memory = new Memory();
  const candidate = { ...memory.settings.profile, name: "Zoë Nguyễn" };
  memory.answers.resume = { candidate, notes: ["A profile gives no address."] };
  const { user } = await openSample(memory);
  await user.click(screen.getByRole("button", { name: "Import JSON Resume…" }));
  expect(await heard(document.body, "Your details are those of the file. A profile gives no address.")).toBe(
    "status",
  );
});

test("a state of the history that can’t be restored is said in it, and it stays open", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  await first.user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë");
  await first.startline.open!.save();
  first.unmount();
  const { user } = await openWindow(memory);
  await user.click(await screen.findByRole("button", { name: "History" }));
  const dialog = await screen.findByRole("dialog", { name: "History of this draft" });
  memory.failures.set("restoreRevision", full);
  await user.click((await within(dialog).findAllByRole("button", { name: /^Restore/ })).at(-1)!);
  expect(await heard(dialog, full.message)).toBe("alert");
});
