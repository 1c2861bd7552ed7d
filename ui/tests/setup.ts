import { configure } from "@testing-library/svelte";

// What jsdom lacks of a browser, and no more.

globalThis.matchMedia ??= (media) =>
  ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as never;
URL.createObjectURL ??= (blob) => `blob:${(blob as Blob).size}`;
URL.revokeObjectURL ??= () => {};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute("open", "");
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute("open");
};

// A busy machine may take its time: what is waited for decides, not the clock.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
