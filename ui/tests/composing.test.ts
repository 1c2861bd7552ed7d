// A word that is being written with an input method is taken with Enter, and let go with Esc: the field stays.

import { fireEvent } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { pressed } from "../src/shared/pressed";
import { openJudged, openSample, screen, waitFor, type Opened } from "./window";

const SOURCES = import.meta.glob<string>(["../src/**/*.svelte", "../src/**/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** How the input methods of WebKit and of other engines press a key for themselves. */
const TAKEN = [{ keyCode: 229 }, { isComposing: true, keyCode: 13 }];

/** The field, and what shows that it is still open. */
const FIELDS: [name: string, open: (opened: Opened) => Promise<HTMLElement>][] = [
  [
    "a draft’s name",
    async ({ user }) => {
      await user.click(screen.getByRole("button", { name: /^More for/ }));
      await user.click(await screen.findByRole("menuitem", { name: "Rename" }));
      return screen.findByRole("textbox", { name: "New title" });
    },
  ],
  [
    "a fact",
    async ({ user }) => {
      await user.click(await screen.findByRole("button", { name: /^Company TikTok/ }));
      return screen.findByRole("textbox", { name: "Company" });
    },
  ],
  [
    "a commitment",
    async ({ user }) => {
      await user.click(screen.getByRole("button", { name: "Add commitment" }));
      return (await screen.findAllByRole("textbox", { name: "Name" }))[0]!;
    },
  ],
  [
    "an added start",
    async ({ user }) => {
      await user.click(screen.getByRole("button", { name: "Add a start date" }));
      const month = await screen.findByRole("spinbutton", { name: "Start date of your own, month" });
      month.focus();
      await user.keyboard("05202026");
      return month;
    },
  ],
];

test.each(FIELDS)("%s stays open", async (_name, open) => {
  const opened = await openJudged();
  const field = await open(opened);
  for (const how of TAKEN)
    for (const key of ["Enter", "Escape"]) {
      await fireEvent.keyDown(field, { key, ...how });
      expect(field.isConnected, `${key} with ${JSON.stringify(how)}`).toBe(true);
    }
  await fireEvent.keyDown(field, { key: "Enter", keyCode: 13 });
  await waitFor(() => expect(field.isConnected).toBe(false));
});

test("the words of a search stay", async () => {
  const { user, startline } = await openSample();
  await startline.duplicate(startline.open!.id);
  const search = await screen.findByRole<HTMLInputElement>("searchbox", { name: "Search drafts" });
  await user.type(search, "intern");
  await fireEvent.keyDown(search, { key: "Escape", keyCode: 229 });
  expect(search.value).toBe("intern");
  await fireEvent.keyDown(search, { key: "Escape", keyCode: 27 });
  expect(search.value).toBe("");
});

test("a key of the window is none while a word is being written", () => {
  expect(pressed(new KeyboardEvent("keydown", { key: "F6" }))).toBe("F6");
  expect(pressed(new KeyboardEvent("keydown", { key: "F6", isComposing: true }))).toBeNull();
});

test("no key is read in another way", () => {
  const read = Object.entries(SOURCES).filter(
    ([file, source]) =>
      !file.endsWith("/pressed.ts") &&
      /\bevent\.(key|code|which)\b|\{[^}]*\bkey\b[^}]*\} = event\b/.test(source),
  );
  expect(read.map(([file]) => file)).toEqual([]);
});
