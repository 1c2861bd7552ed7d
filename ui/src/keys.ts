// Keys, pastes and drops that belong to the whole window.

import { contents, putOn } from "./place/put-on.svelte";
import { pressed } from "./shared/pressed";
import type { Startline } from "./startline.svelte";

/** Whether what is typed there goes into a field. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement && target.dataset["ownUndo"] !== undefined;
}

export function acts(startline: Startline, event: KeyboardEvent): void {
  const act = event.defaultPrevented ? undefined : named(startline, event);
  if (!act) return;
  event.preventDefault();
  act();
}

function named(startline: Startline, event: KeyboardEvent): (() => unknown) | undefined {
  const { shiftKey, altKey } = event;
  const key = pressed(event);
  if (key === null) return undefined;
  if (key === "F6") return () => goToRegion(shiftKey ? -1 : 1);
  const command = startline.boot?.mac ? event.metaKey : event.ctrlKey;
  if (!command || document.querySelector("dialog[open]")) return undefined;
  const open = startline.open;
  if (altKey) {
    if (key === "ArrowUp") return () => startline.step(-1);
    if (key === "ArrowDown") return () => startline.step(1);
    return undefined;
  }
  switch (key.toLowerCase()) {
    case "f":
      return () => startline.search();
    case "n":
      return () => startline.begin();
    case "z":
      // A long text that is no part of the draft has its own undo.
      return open && !isText(event.target) ? () => (shiftKey ? open.redo() : open.undo()) : undefined;
    case "e":
      return () => putOn(startline);
    case "s":
      return () => startline.exportHeader();
    case "c":
      return shiftKey ? () => startline.copyLine() : undefined;
    default:
      return undefined;
  }
}

/** F6: the regions of the window in turn. */
function goToRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : regions.length - 1) : (at + by + regions.length) % regions.length;
  regions[next]?.focus();
}

/** A posting pasted while no field has the focus begins a new application. */
export function pastes(startline: Startline, event: ClipboardEvent): void {
  if (event.defaultPrevented || isField(event.target) || document.querySelector("dialog[open]")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (text.trim() === "" && html.trim() === "") return;
  event.preventDefault();
  void startline.takeText(text, html);
}

export function drops(startline: Startline, event: DragEvent): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  const text = event.dataTransfer?.getData("text/plain") ?? "";
  const placing = startline.placing;
  if (file && placing) void placing.take(() => contents(startline.bridge, file));
  else if (file && isPdf(file) && startline.open?.judged?.line) startline.dropped = file;
  else if (file && isCalendar(file)) void startline.takeCalendar(file);
  else if (file) void startline.takeFile(file);
  else if (text.trim() !== "") void startline.takeText(text, event.dataTransfer?.getData("text/html") ?? "");
}

function isPdf(file: File): boolean {
  return file.type === "application/pdf" || /\.pdf$/i.test(file.name);
}

function isCalendar(file: File): boolean {
  return file.type === "text/calendar" || /\.(ics|ical|ifb|icalendar)$/i.test(file.name);
}

/** “Ctrl” or “⌘”, as this computer has it. */
export function commandKey(startline: Startline): string {
  return startline.boot?.mac ? "⌘" : "Ctrl ";
}
