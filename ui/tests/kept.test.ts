import { fireEvent } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { Windowed } from "../src/drafts/windowed.svelte";
import { openJudged, openSample, openWindow, screen, waitFor, within, type Opened } from "./window";

const nameField = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Name" });
const full = { code: "disk_full", message: "Couldn’t save: the disk is full. What you typed is still here." };

/** Types a name and waits until it is on disk. */
async function typeName({ user }: Opened, name: string) {
  await user.type(nameField(), name);
  await user.tab();
  await screen.findByText("Saved");
}

/** Begins another application with the sample posting. */
async function another({ user, startline }: Opened) {
  await startline.begin();
  await user.click(await screen.findByRole("button", { name: "Try the sample posting" }));
  await screen.findByRole("heading", { name: "Your time" });
}

/** The draft's menu in the rail. */
async function choose({ user }: Opened, item: string) {
  // A menu lets go of the window only when it is gone.
  await waitFor(() => expect(document.body.style.pointerEvents).not.toBe("none"));
  await user.click(screen.getAllByRole("button", { name: /^More for/ })[0]!);
  await user.click(await screen.findByRole("menuitem", { name: item }));
}

test("undo goes on where it was in the next window, and redo too", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  await typeName(first, "Zoë");
  first.unmount();
  const { user } = await openWindow(memory);
  await waitFor(() => expect(nameField().value).toBe("Zoë"));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(nameField().value).toBe(""));
  await user.click(screen.getByRole("button", { name: "Redo" }));
  await waitFor(() => expect(nameField().value).toBe("Zoë"));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Redo" }).disabled).toBe(true);
});

test("what could not be saved is taken back here, and stands when another draft was looked at", async () => {
  const opened = await openSample();
  const { user, memory, startline } = opened;
  await another(opened);
  memory.failures.set("saveDraft", full);
  await user.type(nameField(), "Zoë");
  await screen.findByText(full.message);
  const [second, first] = [startline.open!.id, startline.drafts.at(-1)!.id];
  await startline.show(first);
  expect(nameField().value).toBe("");
  await startline.show(second);
  await waitFor(() => expect(nameField().value).toBe("Zoë"));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(nameField().value).toBe(""));
});

test("an undo that failed is tried again, and its message goes", async () => {
  const opened = await openSample();
  const { user, memory } = opened;
  await typeName(opened, "Zoë");
  memory.failures.set("undo", full);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByText(full.message);
  expect(nameField().value).toBe("Zoë");
  memory.failures.delete("undo");
  await user.click(screen.getByRole("button", { name: "Retry" }));
  await screen.findByText("Saved");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(nameField().value).toBe(""));
});

test("a window with something unsaved stays until the student decides", async () => {
  const { user, memory } = await openSample();
  memory.failures.set("saveDraft", full);
  await user.type(nameField(), "Z");
  expect(await memory.close()).toBe(false);
  const dialog = await screen.findByRole("dialog", { name: "Not saved" });
  await user.click(within(dialog).getByRole("button", { name: "Save a copy elsewhere…" }));
  await waitFor(() => expect(memory.calls).toContain("saveCopy"));
  await user.click(within(dialog).getByRole("button", { name: "Close without saving" }));
  await waitFor(() => expect(memory.calls).toContain("closeWindow"));
});

test("an earlier state is restored from the history, and that is undone", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  await typeName(first, "Zoë");
  first.unmount();
  const { user } = await openWindow(memory);
  await waitFor(() => expect(nameField().value).toBe("Zoë"));
  await user.click(screen.getByRole("button", { name: "History" }));
  const dialog = await screen.findByRole("dialog", { name: "History of this draft" });
  const states = await within(dialog).findByRole("list", { name: "Earlier states" });
  expect(within(states).getAllByRole("listitem").length).toBe(2);
  expect(within(states).getByText(/"name":"Zoë"/)).toBeTruthy();
  await user.click(
    within(states)
      .getAllByRole("button", { name: /^Restore/ })
      .at(-1)!,
  );
  await waitFor(() => expect(nameField().value).toBe(""));
  await screen.findByText(/The draft is as it was/);
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(nameField().value).toBe("Zoë"));
});

test("a deleted draft is restored from the bin, or goes for good when that is meant", async () => {
  const opened = await openSample();
  const { user, memory } = opened;
  await another(opened);
  await choose(opened, "Delete");
  await waitFor(() => expect(memory.drafts.size).toBe(1));
  await user.click(screen.getByRole("button", { name: "Bin" }));
  const bin = await screen.findByRole("dialog", { name: "Bin" });
  await user.click(await within(bin).findByRole("button", { name: /^Restore/ }));
  await within(bin).findByText("The bin is empty.");
  expect(memory.drafts.size).toBe(2);
  await user.click(within(bin).getByRole("button", { name: "Done" }));

  await choose(opened, "Delete");
  await user.click(screen.getByRole("button", { name: "Bin" }));
  const again = await screen.findByRole("dialog", { name: "Bin" });
  await user.click(await within(again).findByRole("button", { name: /for good$/ }));
  await user.click(
    within(await screen.findByRole("dialog", { name: "Delete for good" })).getByRole("button", {
      name: "Delete for good",
    }),
  );
  await waitFor(() => expect(memory.deleted.size).toBe(0));
});

test("the open draft that is deleted can be taken back at once, whichever opens in its place", async () => {
  const opened = await openSample();
  const { user, startline } = opened;
  await another(opened);
  const id = startline.open!.id;
  await choose(opened, "Delete");
  await waitFor(() => expect(startline.open?.id).not.toBe(id));
  await screen.findByText(/is in the bin/);
  await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
  await waitFor(() => expect(startline.open?.id).toBe(id));
});

test("a damaged draft offers its good copy in its place", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  first.unmount();
  const good = { id: "00000001-20260303T120000Z", when: "2026-03-03T12:00:00Z" };
  memory.damaged.set("draft-1", { message: "This file stops in the middle.", good });
  const { user } = await openWindow(memory);
  await screen.findByText("This file stops in the middle.");
  await user.click(screen.getByRole("button", { name: "Restore the good copy" }));
  await screen.findByRole("heading", { name: "Your time" });
  expect(memory.calls).toContain("mendDraft");
});

test("the list says what hinders a draft", async () => {
  const { startline } = await openSample();
  const [draft] = startline.drafts;
  for (const [state, words] of [
    ["damaged", "Damaged"],
    ["newer", "From a newer Startline"],
    ["unread", "Can’t be read now"],
  ] as const) {
    startline.listed({ ...draft!, state });
    await screen.findByRole("button", { name: new RegExp(`^TikTok, .*, ${words}`) });
  }
});

test("a draft taken over elsewhere is told, and what was typed becomes a draft of its own", async () => {
  const { user, memory, startline } = await openSample();
  const taken = { code: "taken_over", message: "Another Startline took this draft over." };
  memory.failures.set("saveDraft", taken);
  // Coming back to the window is enough to learn it.
  await fireEvent.focus(window);
  await screen.findByText(taken.message);
  expect(nameField().disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "Save as a new draft" }));
  await waitFor(() => expect(nameField().disabled).toBe(false));
  expect(startline.open!.draft.title).toMatch(/\(kept copy\)$/);
  expect(startline.drafts.length).toBe(2);
});

test("every export is listed with what it stated, and flagged once it no longer holds", async () => {
  const opened = await openJudged();
  const { user, memory, startline } = opened;
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("Saved Zoe-Nguyen-Availability.pdf.");
  await waitFor(() => expect(startline.drafts[0]!.sent).not.toBeNull());
  memory.drafts.get("draft-1")!.sent[0]!.stale = "August 17 is no longer free.";
  startline.open!.change((draft) => (draft.calendar.free[0]!.last = "2026-08-15"));
  await user.click(await screen.findByRole("button", { name: "Sent copies, 1 no longer holds" }));
  const dialog = await screen.findByRole("dialog", { name: "Sent from this draft" });
  await within(dialog).findByText("No longer holds: August 17 is no longer free.");
  expect(within(dialog).getByText("May 18 – Aug 17")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: /^Open Header, PDF/ }));
  await user.click(within(dialog).getByRole("button", { name: /^Save Header, PDF.* elsewhere/ }));
  await screen.findByText("Saved Copy.json.");
  expect(memory.calls).toContain("openSent");
});

test("one application too many is shown in the list and asked about before it goes out", async () => {
  const opened = await openJudged();
  const { user, memory, startline } = opened;
  await another(opened);
  await another(opened);
  await startline.show("draft-1");
  const names = () => screen.getAllByRole("button", { name: /, \d of 2$/ }).map((row) => row.textContent);
  await waitFor(() => expect(names().length).toBe(3));
  const slots = await screen.findByRole("list", { name: "In the order you apply" });
  const places = () => within(slots).getAllByText(/^\d of 2$/).length;
  await waitFor(() => expect(places()).toBe(3));
  await screen.findByText(/considers 2 applications, in the order you apply/);
  // The newest draft stands first, so this one is third.
  await user.keyboard("{Control>}s{/Control}");
  const asked = await screen.findByRole("dialog", { name: "Application 3 of 2" });
  await user.click(within(asked).getByRole("button", { name: "Cancel" }));
  expect(memory.calls).not.toContain("saveHeader");
  await user.click(within(slots).getAllByRole("button", { name: /up$/ }).at(-1)!);
  await waitFor(() => expect(memory.drafts.get("draft-1")!.draft.place).toBe(2));
  await waitFor(() => expect(startline.counted.get("draft-1")?.place).toBe(2));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(memory.calls).toContain("saveHeader"));
});

test("employers of one family are offered as one", async () => {
  const opened = await openSample();
  const { user, memory } = opened;
  await another(opened);
  const employer = await screen.findByRole("textbox", { name: "Employer that this counts for" });
  await user.clear(employer);
  await user.type(employer, "ByteDance");
  await user.tab();
  await user.click(await screen.findByRole("button", { name: "Count as one" }));
  await waitFor(() =>
    expect([...memory.drafts.values()].map(({ draft }) => draft.employer)).toEqual([
      "TikTok and ByteDance",
      "TikTok and ByteDance",
    ]),
  );
});

test("an employer's name is typed to its end, whatever it counts for in between", async () => {
  const opened = await openSample();
  const { user, memory, startline } = opened;
  await another(opened);
  const employer = () =>
    screen.getByRole<HTMLInputElement>("textbox", { name: "Employer that this counts for" });
  await waitFor(employer);
  const before = employer();
  await user.clear(before);
  // By the time it is asked about, the name is a longer one already, and nobody has this one.
  const none = vi.spyOn(memory, "applications").mockResolvedValue({
    employer: "Byte",
    limit: null,
    slots: [],
    family: null,
  });
  await user.type(before, "Byte");
  await waitFor(() => expect(none).toHaveBeenCalledWith("Byte"));
  await user.keyboard("Dance");
  await waitFor(() => expect(startline.open!.draft.employer).toBe("ByteDance"));
  expect(employer()).toBe(before);
});

test("drafts are found by words, renamed, exported and brought in", async () => {
  const opened = await openSample();
  const { user, memory, startline } = opened;
  await another(opened);
  await choose(opened, "Rename");
  // The old title is selected: what is typed takes its place.
  const title = await screen.findByRole("textbox", { name: "New title" });
  await waitFor(() => expect(document.activeElement).toBe(title));
  await user.keyboard("Halden Robotics{Enter}");
  await waitFor(() => expect(startline.drafts[0]!.title).toBe("Halden Robotics"));
  await waitFor(() => expect(memory.drafts.get("draft-2")!.draft.title).toBe("Halden Robotics"));
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("{Control>}f{/Control}");
  await user.keyboard("halden");
  await waitFor(() => expect(screen.getAllByRole("button", { name: /^More for/ }).length).toBe(1));
  await user.keyboard("x");
  await screen.findByText("No draft holds these words.");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.getAllByRole("button", { name: /^More for/ }).length).toBe(2));
  await choose(opened, "Export…");
  await screen.findByText("Exported Copy.json.");
  const file = new File([JSON.stringify(memory.drafts.get("draft-2")!.draft)], "mine.json");
  await fireEvent.drop(document.body, { dataTransfer: { files: [file], getData: () => "" } });
  await screen.findByText("“Halden Robotics” was imported.");
  expect(startline.open!.id).toBe("draft-3");
});

test("in a narrow window Ctrl F opens the list to be searched, until it is left", async () => {
  const narrow = (media: string) => ({
    media,
    matches: true,
    addEventListener() {},
    removeEventListener() {},
  });
  vi.stubGlobal("matchMedia", narrow);
  const opened = await openSample();
  const { user, startline } = opened;
  await another(opened);
  const search = () => screen.queryByRole<HTMLInputElement>("searchbox", { name: "Search drafts" });
  const button = () => screen.getByRole("button", { name: "Search drafts" });
  expect(search()).toBeNull();
  await user.keyboard("{Control>}f{/Control}");
  await waitFor(() => expect(document.activeElement).toBe(search()));
  await user.keyboard("no such words");
  await screen.findByText("No draft holds these words.");
  await user.keyboard("{Escape}");
  expect(search()?.value).toBe("");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(search()).toBeNull());

  await user.click(button());
  await waitFor(() => expect(document.activeElement).toBe(search()));
  await user.keyboard("tiktok");
  const first = startline.drafts.at(-1)!;
  await user.click(screen.getAllByRole("button", { name: new RegExp(`^${first.employer}`) }).at(-1)!);
  await waitFor(() => expect(startline.open?.id).toBe(first.id));
  expect(search()).toBeNull();

  await user.click(button());
  await waitFor(() => expect(document.activeElement).toBe(search()));
  await user.click(nameField());
  await waitFor(() => expect(search()).toBeNull());
  vi.unstubAllGlobals();
});

test("a synced drive's copy becomes a draft of its own", async () => {
  const memory = new Memory();
  const first = await openSample(memory);
  first.unmount();
  memory.copies = [{ of: "draft-1", name: "draft-1 (conflicted).json", changed: "2026-03-03T12:00:00Z" }];
  const { user, startline } = await openWindow(memory);
  await user.click(await screen.findByRole("button", { name: /A synced drive left a copy/ }));
  await waitFor(() => expect(startline.open?.draft.title).toMatch(/from the other computer/));
  expect(screen.queryByRole("button", { name: /A synced drive/ })).toBeNull();
});

test("the profile is taken from a draft, and everything is deleted only when the word is typed", async () => {
  const opened = await openSample();
  const { user, memory, startline } = opened;
  await typeName(opened, "Zoë");
  await user.click(screen.getByRole("button", { name: "Settings" }));
  const settings = await screen.findByRole("dialog", { name: "Settings" });
  await user.click(within(settings).getByRole("button", { name: "Use this draft’s details" }));
  await waitFor(() => expect(memory.settings.profile.name).toBe("Zoë"));
  await user.click(within(settings).getByRole("button", { name: "Show me where my data is" }));
  expect(memory.calls).toContain("showData");
  await user.click(within(settings).getByRole("button", { name: "Delete everything…" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete everything" });
  const go = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Delete everything" });
  expect(go.disabled).toBe(true);
  await user.type(within(dialog).getByRole("textbox", { name: "Type delete to confirm" }), "delete");
  await user.click(go);
  await screen.findByRole("heading", { name: "Everything was deleted." });
  expect([memory.drafts.size, startline.open]).toEqual([0, null]);
  await user.click(screen.getByRole("button", { name: "Close Startline" }));
  expect(memory.calls).toContain("closeWindow");
});

test("of a long list only what can be seen is drawn", () => {
  const rows = new Windowed(
    () => 10_000,
    () => 70,
  );
  rows.height = 700;
  expect([rows.from, rows.to, rows.before, rows.after]).toEqual([0, 20, 0, 9980 * 70]);
  rows.top = 350_000;
  expect([rows.from, rows.to]).toEqual([4990, 5020]);
  expect([rows.toShow(5000), rows.toShow(4999), rows.toShow(5010)]).toEqual([null, 349_930, 350_070]);
});
