import { fireEvent } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { openJudged, openWindow, screen, waitFor } from "./window";

const end = () => screen.findByRole("slider", { name: "Stated end date" });
const stated = async () => (await end()).getAttribute("aria-valuetext");

test("the end moves by days and weeks, to its limits, and back to its default", async () => {
  const opened = await openJudged();
  (await end()).focus();
  const press = async (keys: string, text: string) => {
    await opened.user.keyboard(keys);
    await waitFor(async () => expect(await stated()).toBe(text));
  };
  await press("{ArrowRight}", "Tuesday, August 18, 2026");
  await press("{Shift>}{ArrowLeft}{/Shift}", "Tuesday, August 11, 2026");
  await press("{End}", "Sunday, August 23, 2026");
  await press("{ArrowRight}", "Sunday, August 23, 2026");
  await press("{Home}", "Friday, August 7, 2026, 12 working weeks");
  await press("{Enter}", "Monday, August 17, 2026, 3 months, safe end");
});

test("below the safe end the sentence says what no longer holds", async () => {
  const opened = await openJudged();
  (await end()).focus();
  await opened.user.keyboard("{Home}");
  await screen.findByRole("heading", {
    name: /^State May 18 to August 7: it fits 12 working weeks, but not/,
  });
});

test("undo and redo take whole edits of the draft", async () => {
  const opened = await openJudged();
  const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Name" });
  await opened.user.type(name, "Zoë");
  await opened.user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(name.value).toBe(""));
  await opened.user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(() => expect(name.value).toBe("Zoë"));
  await opened.user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(opened.startline.open!.draft.candidate.name).toBe(""));
});

test("F6 goes through the regions, there and back", async () => {
  const opened = await openJudged();
  (document.activeElement as HTMLElement).blur();
  const at = () => document.activeElement!.getAttribute("aria-label");
  const seen: (string | null)[] = [];
  for (const keys of ["{F6}", "{F6}", "{F6}", "{F6}", "{Shift>}{F6}{/Shift}"]) {
    await opened.user.keyboard(keys);
    seen.push(at());
  }
  expect(seen).toEqual(["Drafts", "Inputs", "Answer", "Drafts", "Answer"]);
});

test("Ctrl S saves the header, Ctrl Shift C copies the line", async () => {
  const opened = await openJudged();
  await opened.user.keyboard("{Control>}s{/Control}");
  await screen.findByText("Saved Zoe-Nguyen-Availability.pdf.");
  const written = vi.spyOn(navigator.clipboard, "writeText");
  await opened.user.keyboard("{Control>}{Shift>}c{/Shift}{/Control}");
  await waitFor(() =>
    expect(written).toHaveBeenCalledWith("Start date: May 18, 2026 · End date: Aug 17, 2026"),
  );
});

test("Ctrl N begins a new application, and Ctrl Alt arrows go through the drafts", async () => {
  const opened = await openJudged();
  const first = opened.startline.open!.id;
  await opened.user.keyboard("{Control>}n{/Control}");
  await opened.user.click(await screen.findByRole("button", { name: "Try the sample posting" }));
  await waitFor(() => expect(opened.startline.open?.id).not.toBe(first));
  const second = opened.startline.open!.id;
  await opened.user.keyboard("{Control>}{Alt>}{ArrowDown}{/Alt}{/Control}");
  await waitFor(() => expect(opened.startline.open?.id).toBe(first));
  await opened.user.keyboard("{Control>}{Alt>}{ArrowUp}{/Alt}{/Control}");
  await waitFor(() => expect(opened.startline.open?.id).toBe(second));
});

test("a posting pasted while no field has the keyboard begins an application, from its structure", async () => {
  const opened = await openJudged();
  (document.activeElement as HTMLElement).blur();
  const types: Record<string, string> = {
    "text/plain": "Data Intern",
    "text/html": "<p>Data <b>Intern</b></p>",
  };
  await fireEvent.paste(document.body, { clipboardData: { getData: (type: string) => types[type] ?? "" } });
  await waitFor(() => expect(opened.startline.open?.draft.posting.text).toBe("Data Intern"));
  expect(opened.memory.calls).toContain("readHtml");
});

test("a dropped file is read under its name", async () => {
  const opened = await openWindow();
  const file = new File(["Controls Intern\nA 12-week program."], "halden.txt");
  await fireEvent.drop(document.body, { dataTransfer: { files: [file], getData: () => "" } });
  await screen.findByRole("button", { name: /^Role Controls Intern/ });
  expect(opened.memory.calls).toContain("readPosting");
});
