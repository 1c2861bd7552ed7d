import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { action, openJudged, openSample, openWindow, screen, waitFor } from "./window";

const onDisk = (memory: Memory) => [...memory.drafts.values()][0]!.draft;

test("what is typed is saved by itself, and the window says so", async () => {
  const { user, memory } = await openSample();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë");
  await screen.findByText("Saving…");
  await screen.findByText("Saved");
  expect(onDisk(memory).candidate.name).toBe("Zoë");
});

test("leaving a field saves at once", async () => {
  const { user, memory } = await openSample();
  await user.type(screen.getByRole("textbox", { name: "City" }), "San José");
  const before = memory.calls.filter((call) => call === "saveDraft").length;
  await user.tab();
  expect(memory.calls.filter((call) => call === "saveDraft").length).toBe(before + 1);
  expect(onDisk(memory).candidate.location).toBe("San José");
});

test("a full disk is said in a sentence, nothing is lost, and trying again saves", async () => {
  const memory = new Memory();
  const { user } = await openSample(memory);
  const message = "Not saved: the disk is full. Your changes are kept until you close.";
  memory.failures.set("saveDraft", { code: "disk_full", message });
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë");
  await screen.findByText(message);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("Zoë");
  memory.failures.clear();
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await screen.findByText("Saved");
  expect(onDisk(memory).candidate.name).toBe("Zoë");
});

test("everything is there again in the next window", async () => {
  const memory = new Memory();
  const first = await openJudged(memory);
  await first.user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë Nguyễn");
  await first.user.tab();
  first.unmount();
  await openWindow(memory);
  await screen.findByRole("heading", { name: "State May 18 to August 17: it fits every way of counting." });
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("Zoë Nguyễn");
});

test("a draft of a newer format is shown, and not changed", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  first.unmount();
  memory.readOnly.set("draft-1", {
    code: "newer_format",
    message: "This draft is from a newer Startline, so it is only shown.",
  });
  const { user, startline } = await openWindow(memory);
  await screen.findByText("This draft is from a newer Startline, so it is only shown.");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).disabled).toBe(true);
  const before = startline.open!.draft;
  await user.keyboard("{Control>}z{/Control}");
  startline.open!.change((draft) => (draft.title = "Changed"));
  expect(startline.open!.draft).toBe(before);
  expect(memory.calls).not.toContain("saveDraft");
});

test("a draft that another copy edits is taken over knowingly", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  first.unmount();
  memory.readOnly.set("draft-1", { code: "locked", message: "Another copy of Startline edits this draft." });
  const { user } = await openWindow(memory);
  await user.click(await screen.findByRole("button", { name: "Edit it here" }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).disabled).toBe(false),
  );
});

test("what was typed last is saved before the window closes", async () => {
  const { user, memory } = await openSample();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Z");
  await memory.close();
  expect(onDisk(memory).candidate.name).toBe("Z");
});

test("a draft that can't be opened is said, and the window stays", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  first.unmount();
  memory.failures.set("openDraft", {
    code: "other",
    message: "This draft is damaged. An earlier version is offered.",
  });
  await openWindow(memory);
  await screen.findByText("This draft is damaged. An earlier version is offered.");
  screen.getByRole("button", { name: "New application" });
});

test("a letter that no font has is named at its field, and stops the export", async () => {
  const { user } = await openJudged();
  const name = screen.getByRole("textbox", { name: "Name" });
  await user.type(name, "Zoë 🦀");
  await waitFor(() => expect(name.getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getAllByText(/No font here has 🦀/).length).toBeGreaterThan(0);
  expect(action("Save header PDF…").disabled).toBe(true);
});

test("a preview that fails is said in its place", async () => {
  const memory = new Memory();
  const { user } = await openJudged(memory);
  memory.failures.set("preview", { code: "other", message: "The preview could not be drawn." });
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Z");
  await screen.findByText("The preview could not be drawn.");
});

test("stated dates that went stale are said, and can't be exported", async () => {
  const { user, startline } = await openJudged();
  await user.click(screen.getByRole("radio", { name: /May 18/ }));
  await user.click(screen.getByRole("radio", { name: /May 26/ }));
  startline.open!.change((draft) => (draft.calendar.free[0]!.last = "2026-08-15"));
  await screen.findByRole("heading", { name: "August 17 no longer fits. Choose again before you save." });
  expect(action("Save header PDF…").disabled).toBe(true);
});

test("a deleted draft can be taken back", async () => {
  const { user, memory, startline } = await openSample();
  await startline.remove("draft-1");
  expect(memory.drafts.size).toBe(0);
  await screen.findByRole("textbox", { name: "Posting text" });
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("heading", { name: "Posting" });
  expect(memory.drafts.size).toBe(1);
});

test("a posting over 10 MB and one without text are refused in a sentence", async () => {
  const { startline } = await openWindow();
  await startline.takeText("x".repeat(10 * 1024 * 1024 + 1));
  await screen.findByText(/over 10 MB/);
  await startline.takeText("  \n ");
  await screen.findByText(/There is no text in it/);
  expect(startline.drafts).toEqual([]);
});

test("settings: the profile is what new drafts start from", async () => {
  const { user, startline } = await openWindow();
  await user.click(screen.getByRole("button", { name: "Settings" }));
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "Zoë Nguyễn");
  await user.click(screen.getByRole("radio", { name: "A4" }));
  await user.click(screen.getByRole("button", { name: "Done" }));
  await user.click(await screen.findByRole("button", { name: "Try the sample posting" }));
  await screen.findByRole("heading", { name: "Your time" });
  expect(startline.open!.draft.candidate.name).toBe("Zoë Nguyễn");
  expect(startline.open!.draft.style.paper).toBe("a4");
});
