// Every list of the page has keys that differ, whatever it lists.

import { parse, type AST } from "svelte/compiler";
import { expect, test } from "vitest";
import { Memory } from "../src/bridge/memory/memory";
import { keyed } from "../src/shared/keyed";
import { action, openJudged, openSample, screen, within } from "./window";

const SOURCES = import.meta.glob<string>("../src/**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});

type Each = AST.EachBlock;

/** All lists of a component, wherever they stand in it. */
function lists(node: unknown): Each[] {
  if (typeof node !== "object" || node === null) return [];
  const own = "type" in node && node.type === "EachBlock" ? [node as Each] : [];
  return [...own, ...Object.values(node).flatMap(lists)];
}

/** Whether no two keys can be equal: the place in the list, or one that `keyed` made. */
function hasOwnKeys({ key, index, expression, context }: Each): boolean {
  if (key?.type !== "Identifier") return key == null;
  if (key.name === index) return true;
  const made =
    expression.type === "CallExpression" &&
    expression.callee.type === "Identifier" &&
    expression.callee.name === "keyed";
  return made && context?.type === "ObjectPattern" && key.name === "key";
}

const unkept = (source: string) =>
  lists(parse(source, { modern: true }).fragment).filter((each) => !hasOwnKeys(each));

test("the keys of every list are unique by the way they are made", () => {
  expect(Object.keys(SOURCES).length).toBeGreaterThan(80);
  const found = Object.entries(SOURCES).flatMap(([file, source]) =>
    unkept(source).map((each) => `${file}: ${source.slice(each.start, source.indexOf("}", each.start) + 1)}`),
  );
  expect(found, "use the place in the list, or keyed() where an entry keeps its place").toEqual([]);
});

test("a key of what is listed is found out", () => {
  for (const [list, kept] of [
    ["{#each links as link (link.url)}{link.url}{/each}", 1],
    ["{#if a}<p>{#each links as { url } (url)}{url}{/each}</p>{/if}", 1],
    ["{#each indices as index (index)}{index}{/each}", 1],
    ["{#each links as link, index (index)}{link.url}{/each}", 0],
    ["{#each keyed(links, (link) => link.url) as { key, entry } (key)}{entry.url}{/each}", 0],
    ["{#each links as link}{link.url}{/each}", 0],
  ] as const)
    expect(unkept(list).length, list).toBe(kept);
});

test("keys differ where the entries do not, and stay with the entry", () => {
  const keys = (list: string[]) => keyed(list, (entry) => entry).map(({ key }) => key);
  expect(new Set(keys(["a", "a", "1 a", "2 a", "a 2", "a"])).size).toBe(6);
  expect(keys(["a", "b"])).toEqual(keys(["b", "a"]).reverse());
});

test("the proof of a file with one link twice is shown, and says it once", async () => {
  const { user, startline } = await openJudged();
  startline.open!.change(({ candidate }) => {
    candidate.name = "Zoë Nguyễn";
    candidate.links = ["github.com/zoe", "github.com/zoe", "zoe.example"].map((url) => ({ label: "", url }));
  });
  await user.click(action("Save header PDF…"));
  await user.click(await screen.findByRole("button", { name: "Show proof" }));
  const proof = await screen.findByRole("dialog", { name: "Proof" });
  expect(within(proof).getAllByText("Link read: github.com/zoe")).toHaveLength(1);
  within(proof).getByText("Link read: zoe.example");
  expect(screen.queryByText(/This part of the window failed/)).toBeNull();
});

test("warnings, problems and answers that say the same twice are listed like any others", async () => {
  const memory = new Memory();
  memory.warnings = ["Your name stands twice.", "Your name stands twice."];
  const { user } = await openJudged(memory);
  await user.click(action("Put on my résumé…"));
  const dialog = await screen.findByRole("dialog", { name: "Put on my résumé" });
  expect(await within(dialog).findAllByText("Your name stands twice.")).toHaveLength(2);
});

test("a posting whose days and lengths repeat is shown whole", async () => {
  const { startline } = await openSample();
  startline.open!.change(({ posting }) => {
    const add = (fact: string, value: unknown) =>
      posting.corrections.push({ kind: "add", fact, was: null, value });
    for (const _ of [1, 2]) {
      add("start_dates", "2026-05-18");
      add("lengths", { unit: "weeks", min: 12, max: 12 });
    }
  });
  await screen.findAllByRole("button", { name: /^Length 12 weeks/ });
  expect(screen.queryByText(/This part of the window failed/)).toBeNull();
});
