// The whole window on its in-memory twin, driven by role and label.

import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import App from "../src/App.svelte";
import { Memory } from "../src/bridge/memory/memory";
import { Startline } from "../src/startline.svelte";

export { screen, waitFor, within };

export async function openWindow(memory = new Memory()) {
  localStorage.clear();
  const user = userEvent.setup({ delay: null });
  const startline = new Startline(memory);
  const { unmount } = render(App, { startline });
  await waitFor(() => {
    if (!startline.boot) throw new Error("not up yet");
  });
  return { user, memory, startline, unmount };
}

/** A window in which the sample posting was taken. */
export async function openSample(memory = new Memory()) {
  const opened = await openWindow(memory);
  await opened.user.click(await screen.findByRole("button", { name: "Try the sample posting" }));
  await screen.findByRole("heading", { name: "Your time" });
  return opened;
}

export type Opened = Awaited<ReturnType<typeof openWindow>>;

/** Types a day, as month, day and year, into the segments of a date field. */
export async function typeDay({ user }: Opened, label: string, digits: string) {
  const month = screen.getByRole("spinbutton", { name: `${label}, month` });
  month.focus();
  await user.keyboard(digits);
}

/** A window in which the student is free from May 16 to August 23, 2026. */
export async function openJudged(memory = new Memory()) {
  const opened = await openSample(memory);
  await typeDay(opened, "Free from", "05162026");
  await typeDay(opened, "Free to", "08232026");
  await screen.findByRole("radio", { name: /May 18\. Fits/ });
  return opened;
}

screen.findByRole("heading", { level: 2, name: /State|fits|misses|free|No listed/ });

/** A button of the outcome; the dock at the foot of a narrow window has one of the same name. */
export const action = (name: string) =>
  within(screen.getByRole("main")).getByRole<HTMLButtonElement>("button", { name });
