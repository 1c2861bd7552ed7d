import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { action, openJudged, openSample, openWindow, screen, waitFor, within } from "./window";

test("first run offers to paste, open a file, or try the sample", async () => {
  await openWindow();
  const text = await screen.findByRole("textbox", { name: "Posting text" });
  expect(document.activeElement).toBe(text);
  screen.getByRole("button", { name: "Open a file…" });
  screen.getByRole("button", { name: "Try the sample posting" });
  screen.getByText("None yet.");
});

test("a pasted posting becomes a draft with its facts, doubts and title", async () => {
  const { user, memory } = await openWindow();
  const { text } = await new Memory().sample();
  await user.click(await screen.findByRole("textbox", { name: "Posting text" }));
  await user.paste(text);
  await screen.findByRole("button", { name: /^Length 12 weeks/ });
  screen.getByRole("button", { name: /^Company TikTok/ });
  screen.getByText(/Both are checked/);
  const title = screen.getByRole("textbox", { name: "Title of this application" });
  expect((title as HTMLInputElement).value).toBe("Software Engineering Intern, Ads Creative & Ecosystem");
  expect(memory.drafts.size).toBe(1);
});

test("before any free day is given nothing is judged", async () => {
  await openSample();
  await screen.findByRole("heading", { name: "Say when you are free to see which dates fit." });
  const radio = await screen.findByRole("radio", { name: "Monday, May 18." });
  expect((radio as HTMLInputElement).checked).toBe(false);
  expect(action("Save header PDF…").disabled).toBe(true);
});

test("free days bring the answer, the chosen date, its safe end and the line", async () => {
  await openJudged();
  await screen.findByRole("heading", { name: "State May 18 to August 17: it fits every way of counting." });
  const chosen = screen.getByRole<HTMLInputElement>("radio", {
    name: "Monday, May 18. Fits. 2 spare days before, 6 after the safe end.",
  });
  expect(chosen.checked).toBe(true);
  screen.getByRole("radio", { name: "Tuesday, May 26. Depends. 3 months: 2 days short." });
  screen.getByRole("radio", { name: "Monday, June 22. Misses. 19 to 29 days short." });
  const end = screen.getByRole("slider", { name: "Stated end date" });
  expect(end.getAttribute("aria-valuetext")).toBe("Monday, August 17, 2026, 3 months, safe end");
  screen.getByText("Start date: May 18, 2026 · End date: Aug 17, 2026");
});

test("choosing another date states it to its default end", async () => {
  const { user, memory } = await openJudged();
  await user.click(screen.getByRole("radio", { name: /May 26/ }));
  await screen.findByRole("heading", { name: /^State May 26 to August 17: it fits .* but not 3 months\.$/ });
  await waitFor(() => {
    expect([...memory.drafts.values()][0]!.draft.stated).toEqual({
      start: "2026-05-26",
      end: "2026-08-17",
      full_time: false,
    });
  });
});

test("a date that misses can be read, but not stated", async () => {
  const { user } = await openJudged();
  await user.click(screen.getByRole("radio", { name: /June 8/ }));
  await screen.findByRole("heading", { name: /June 8 misses/ });
  expect(screen.queryByRole("slider")).toBeNull();
  expect(action("Save header PDF…").disabled).toBe(true);
});

test("the header is saved, and what was read back is shown", async () => {
  const { user, memory } = await openJudged();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë Nguyễn");
  await user.click(action("Save header PDF…"));
  await screen.findByText("Saved Zoe-Nguyen-Availability.pdf.");
  screen.getByText("End date read");
  // What stood in the window was on disk before it was exported.
  expect(memory.calls.lastIndexOf("saveDraft")).toBeLessThan(memory.calls.indexOf("saveHeader"));
  expect([...memory.drafts.values()][0]!.draft.candidate.name).toBe("Zoë Nguyễn");
  await user.click(screen.getByRole("button", { name: "Show proof" }));
  const proof = await screen.findByRole("dialog", { name: "Proof" });
  expect(within(proof).getAllByText("2026-05-18")).toHaveLength(2);
});

test("the table shows the same with the same radios, and the choice of view is kept", async () => {
  const { user } = await openJudged();
  await user.click(screen.getByRole("radio", { name: "Table" }));
  const row = screen.getByRole("row", { name: /Tue May 26/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent!.trim()),
  ).toEqual(["Fri Aug 14free", "Mon Aug 17free", "Tue Aug 252 days short", "Depends", "–"]);
  await user.click(within(row).getByRole("radio"));
  await screen.findByRole("heading", { name: /^State May 26/ });
  expect(localStorage.getItem("startline.view")).toBe("table");
});
