import { fireEvent } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { firstLines, notes, parts } from "../src/place/words";
import { placed } from "../src/bridge/memory/resume";
import { action, openJudged, openSample, screen, waitFor, within } from "./window";

const LINE = "Start date: May 18, 2026 · End date: Aug 17, 2026";
const dialog = () => screen.findByRole("dialog", { name: "Put on my résumé" });
const save = () => screen.findByRole<HTMLButtonElement>("button", { name: "Save a copy…" });

async function openPutOn(memory = new Memory()) {
  const opened = await openJudged(memory);
  await opened.user.click(action("Put on my résumé…"));
  return { ...opened, dialog: await dialog() };
}

test("a résumé is shown before and after, with its proof, and a copy is saved", async () => {
  const { user, memory, dialog } = await openPutOn();
  within(dialog).getByText("Zoe_Nguyen_Resume.pdf, 1 page, Letter");
  within(dialog).getByRole("img", { name: "The first page of Zoe_Nguyen_Resume.pdf" });
  within(dialog).getByRole("img", { name: `The first page of the copy. ${LINE}` });
  const chosen = within(dialog).getByRole<HTMLInputElement>("radio", { name: "Under the contact line" });
  expect(chosen.checked).toBe(true);
  expect(document.getElementById(chosen.getAttribute("aria-describedby")!)?.textContent).toMatch(/room/);
  expect(within(dialog).getAllByText("2026-08-17")).toHaveLength(2);
  within(dialog).getByText("Nothing else moved.");
  within(dialog).getByText("Not tagged.");
  within(dialog).getByText("Your own file is not changed.");
  expect(document.activeElement).toBe(await save());
  await user.click(await save());
  await screen.findByText("Saved Zoe-Nguyen-Resume.pdf.");
  expect(screen.queryByRole("dialog", { name: "Put on my résumé" })).toBeNull();
  const onResume = memory.calls.filter((call) => call.endsWith("Resume"));
  expect(onResume.slice(-2)).toEqual(["saveResume", "closeResume"]);
  expect(memory.calls.lastIndexOf("saveDraft")).toBeLessThan(memory.calls.indexOf("openResume"));
  screen.getByText("End date read");
});

test("another place, the whole header and letters of one's own are asked for and shown", async () => {
  const { user, memory, dialog } = await openPutOn();
  const asked = () => memory.wishes.at(-1);
  await user.click(within(dialog).getByRole("radio", { name: "At the top" }));
  await within(dialog).findByText("The name is not at the top of the page.");
  expect(asked()).toMatchObject({ what: "line", place: "band" });
  await user.selectOptions(within(dialog).getByRole("combobox", { name: "Letters" }), "Serif");
  await user.selectOptions(within(dialog).getByRole("combobox", { name: "Alignment" }), "Centre");
  await waitFor(() =>
    expect(asked()).toMatchObject({ place: "band", typeface: "serif", alignment: "centre" }),
  );
  await user.click(within(dialog).getByRole("radio", { name: "The whole header" }));
  const splice = within(dialog).getByRole<HTMLInputElement>("radio", { name: "Under the contact line" });
  await waitFor(() => expect(splice.disabled).toBe(true));
  within(dialog).getByText("A header brings its own name and contact details.");
  expect(asked()).toMatchObject({ what: "header", place: null });
});

test("what the student should know stands there before saving", async () => {
  const memory = new Memory();
  memory.warnings = ["The résumé’s e-mail is a@b.example, and yours here is c@d.example."];
  const { dialog } = await openPutOn(memory);
  within(dialog).getByText("The résumé’s e-mail is a@b.example, and yours here is c@d.example.");
});

test("dates that did not read back stop the saving, and say so", async () => {
  const memory = new Memory();
  memory.datesRead = false;
  const { dialog } = await openPutOn(memory);
  within(dialog).getByText("The end date did not read back.");
  expect((await save()).disabled).toBe(true);
});

test("a locked résumé asks for its password, says when it is wrong, and opens with the right one", async () => {
  const memory = new Memory();
  memory.password = "open sesame";
  const { user, dialog } = await openPutOn(memory);
  await within(dialog).findByText(
    "This PDF needs its password. It only opens this file here, and is never saved.",
  );
  const field = within(dialog).getByLabelText<HTMLInputElement>("Password");
  expect([field.type, document.activeElement]).toEqual(["password", field]);
  await user.type(field, "please{Enter}");
  await within(dialog).findByText("That password does not open this résumé. Nothing was changed.");
  expect(field.value).toBe("");
  await user.type(field, "open sesame{Enter}");
  await within(dialog).findByText("Nothing else moved.");
  await user.click(within(dialog).getByRole("radio", { name: "At the top" }));
  await within(dialog).findByText("The name is not at the top of the page.");
});

test("a damaged résumé is refused with a way on, and another can be chosen", async () => {
  const memory = new Memory();
  const message =
    "This PDF is damaged near byte 48213. Export the résumé again from the program it was written in.";
  memory.failures.set("showResume", { code: "other", message });
  const { user, dialog } = await openPutOn(memory);
  await within(dialog).findByRole("heading", { name: "This PDF is damaged near byte 48213." });
  within(dialog).getByText("Export the résumé again from the program it was written in.");
  within(dialog).getByText("Nothing was written. Your draft and your file are as they were.");
  const another = within(dialog).getByRole("button", { name: "Choose another file…" });
  expect(document.activeElement).toBe(another);
  memory.failures.clear();
  memory.answers.ownResume = "Better.pdf";
  await user.click(another);
  await within(dialog).findByText("Better.pdf, 1 page, Letter");
});

test("the header can be saved in place of a refused résumé", async () => {
  const memory = new Memory();
  memory.failures.set("showResume", {
    code: "other",
    message: "This résumé is digitally signed. Send a separate PDF.",
  });
  const { user, dialog } = await openPutOn(memory);
  await user.click(await within(dialog).findByRole("button", { name: "Save header PDF instead…" }));
  await screen.findByText("Saved Zoe-Nguyen-Availability.pdf.");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a copy that can't be saved is said in the dialog, which stays", async () => {
  const { user, memory, dialog } = await openPutOn();
  memory.failures.set("saveResume", { code: "other", message: "That is your résumé itself." });
  await user.click(await save());
  await within(dialog).findByText("That is your résumé itself.");
  memory.failures.clear();
  memory.answers.resumeCopy = null;
  await user.click(await save());
  await waitFor(() => expect(within(dialog).queryByText("That is your résumé itself.")).toBeNull());
  expect(await save()).toBeTruthy();
});

test("Ctrl E opens it, only while dates hold; a cancelled dialog opens nothing", async () => {
  const first = await openSample();
  await first.user.keyboard("{Control>}e{/Control}");
  expect(action("Put on my résumé…").disabled).toBe(true);
  expect(first.memory.calls).not.toContain("openResume");
  first.unmount();
  const { user, memory } = await openJudged();
  memory.answers.ownResume = null;
  await user.keyboard("{Control>}e{/Control}");
  await waitFor(() => expect(memory.calls).toContain("openResume"));
  expect(screen.queryByRole("dialog", { name: "Put on my résumé" })).toBeNull();
  memory.answers.ownResume = "Mine.pdf";
  await user.keyboard("{Control>}e{/Control}");
  within(await dialog()).getByText(/^Mine\.pdf/);
});

test("a PDF dropped beside a draft is asked about", async () => {
  const { user, memory } = await openJudged();
  const file = new File(["%PDF-1.7"], "Zoë.pdf", { type: "application/pdf" });
  const drop = () => fireEvent.drop(document.body, { dataTransfer: { files: [file], getData: () => "" } });
  await drop();
  await user.click(await screen.findByRole("button", { name: "Put my dates on it" }));
  within(await dialog()).getByText(/^Zoë\.pdf/);
  expect(memory.calls).toContain("takeResume");
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  await drop();
  await user.click(await screen.findByRole("button", { name: "Read it as a posting" }));
  await waitFor(() => expect(memory.calls).toContain("readPosting"));
});

test("notes say what is so, and no more", () => {
  const stated = { start: "2026-05-18", end: "2026-08-17", full_time: false, holds: true, reason: null };
  const { placement } = placed({ what: "line", place: "splice", alignment: null, typeface: null }, stated);
  const leads = (change: object) =>
    notes({ ...placement, ...change }).map((note) => `${note.tone}: ${note.lead}`);
  expect(leads({})).toEqual(["good: Nothing else moved.", "good: Old text kept.", "doubt: Not tagged."]);
  expect(leads({ moved: 12.34, kept: { before: 10, after: 9 } }).slice(0, 2)).toEqual([
    "good: What follows moved down by 12.3 points.",
    "doubt: Some text reads otherwise.",
  ]);
  expect(leads({ scale: 0.97, kept: null, replaced_earlier: true }).slice(0, 2)).toEqual([
    "good: Your page is shown at 97% of its size.",
    "good: The earlier line was replaced.",
  ]);
  expect(leads({ chosen: "cover" })[0]).toBe("good: Your pages are as they were.");
  expect(firstLines(placement).map((line) => line.states)).toEqual([false, false, true]);
  expect(parts("One. Two. Three.")).toEqual(["One.", "Two. Three."]);
  expect(parts("One sentence.")).toEqual(["One sentence.", ""]);
});
