import { expect, test, vi } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { action, openJudged, openSample, screen, waitFor, type Opened } from "./window";

const styleOf = ({ startline }: Opened) => startline.open!.draft.style;

test("letters and colour are chosen under Style, and Esc gives the keyboard back", async () => {
  const opened = await openJudged();
  const { user } = opened;
  screen.getByRole("button", { name: "Style" }).focus();
  await user.keyboard("{Enter}");
  for (const [name, style] of [
    ["Serif", { typeface: "serif" }],
    ["Blue", { accent: "#1d4ed0" }],
    ["Green", { accent: "#1f5f2e", typeface: "serif" }],
    ["None", { accent: null }],
  ] as const) {
    (await screen.findByRole("radio", { name })).focus();
    await user.keyboard(" ");
    expect(styleOf(opened)).toMatchObject(style);
  }
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("radio", { name: "Serif" })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Style" }));
});

test("a colour of the student's own stays, beside those that are offered", async () => {
  const opened = await openJudged();
  opened.startline.open!.change((draft) => (draft.style.accent = "#123456"));
  await opened.user.click(screen.getByRole("button", { name: "Style" }));
  const own = await screen.findByRole("radio", { name: "Your own, #123456" });
  expect((own as HTMLInputElement).checked).toBe(true);
});

test("new applications can look like this one", async () => {
  const opened = await openJudged();
  const { user, memory } = opened;
  await user.selectOptions(screen.getByRole("combobox", { name: "Template" }), "strip");
  await user.click(screen.getByRole("button", { name: "Style" }));
  await user.click(await screen.findByRole("radio", { name: "Plum" }));
  await user.click(screen.getByRole("button", { name: "Use for new applications" }));
  await screen.findByText("New applications look like this one.");
  expect(memory.settings.style).toEqual(styleOf(opened));
  await user.keyboard("{Escape}{Control>}n{/Control}");
  await user.click(await screen.findByRole("button", { name: "Try the sample posting" }));
  await waitFor(() => expect(memory.drafts.size).toBe(2));
  expect(styleOf(opened)).toMatchObject({ template: "strip", accent: "#6b2463" });
});

test("the line is copied in other words", async () => {
  const { user } = await openJudged();
  const clipboard = vi.spyOn(navigator.clipboard, "writeText");
  for (const [name, text] of [
    ["Copy as sentences", "My start date is May 18, 2026 and my end date is Aug 17, 2026."],
    ["Copy in plain letters", "Start date: May 18, 2026; End date: Aug 17, 2026"],
    ["Copy for LaTeX", "\\textbf{Start date:} May 18, 2026 · \\textbf{End date:} Aug 17, 2026"],
    ["Copy for Typst", "*Start date:* May 18, 2026 · *End date:* Aug 17, 2026"],
    ["Copy for Markdown", "**Start date:** May 18, 2026 · **End date:** Aug 17, 2026"],
  ] as const) {
    action("More ways to copy and save").focus();
    await user.keyboard("{Enter}");
    const item = await screen.findByRole("menuitem", { name });
    item.focus();
    await user.keyboard("{Enter}");
    await screen.findByText("Copied: " + text);
    expect(clipboard).toHaveBeenLastCalledWith(text);
    await waitFor(() => expect(screen.queryByRole("menuitem", { name })).toBeNull());
  }
});

test("the header is saved as a picture once it has a name", async () => {
  const { user, memory } = await openJudged();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Zoë Nguyễn");
  await user.click(action("More ways to copy and save"));
  await user.click(await screen.findByRole("menuitem", { name: "Save as picture…" }));
  await screen.findByText("Saved Zoe-Nguyen-Availability.png.");
  expect(memory.calls).toContain("savePicture");
});

test("while nothing holds there is nothing to copy", async () => {
  await openSample();
  await screen.findByRole("heading", { name: "Say when you are free to see which dates fit." });
  expect(action("More ways to copy and save").disabled).toBe(true);
});

test("the sheet is shown as large as it was last", async () => {
  const { user, unmount } = await openJudged();
  const sheet = () => screen.getByRole("img", { name: /^The header page/ });
  await user.selectOptions(screen.getByRole("combobox", { name: "Zoom" }), "200");
  expect(sheet().style.width).toBe("1224px");
  unmount();
  expect(localStorage.getItem("startline.zoom")).toBe("200");
});

test("what is typed stays, however late the answers to it come", async () => {
  const memory = new Memory();
  const late: (() => void)[] = [];
  const opened = await openJudged(memory);
  const { judge, preview, saveDraft } = Memory.prototype;
  const held = <Answer>(answer: Promise<Answer>) =>
    new Promise<Answer>((give) => late.push(() => give(answer)));
  memory.judge = (draft) => held(judge.call(memory, draft));
  memory.preview = (draft) => held(preview.call(memory, draft));
  memory.saveDraft = (...given) => held(saveDraft.apply(memory, given));
  const { user } = opened;
  await user.click(screen.getByRole("button", { name: "Add commitment" }));
  const name = screen.getAllByRole<HTMLInputElement>("textbox", { name: "Name" })[0]!;
  for (const letter of "Family trip") {
    await user.type(name, letter);
    // Answers to what stood before come between the keys, oldest first.
    late.shift()?.();
    await Promise.resolve();
  }
  expect(name.value).toBe("Family trip");
  while (late.length > 0) {
    late.shift()!();
    await new Promise((done) => setTimeout(done));
  }
  expect(name.value).toBe("Family trip");
  await opened.startline.open!.save().catch(() => {});
});

test("typing a name asks for no new verdicts", async () => {
  const { user, memory } = await openJudged();
  const asked = () => memory.calls.filter((call) => call === "preview").length;
  const before = memory.calls.filter((call) => call === "judge").length - asked();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Zoe");
  await screen.findByRole("img", { name: /^The header page: Zoe\./ });
  // The twin judges for each preview, too.
  expect(memory.calls.filter((call) => call === "judge").length - asked()).toBe(before);
});
