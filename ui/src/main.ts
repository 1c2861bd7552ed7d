import "./shared/tokens.css";
import "./shared/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { isTauri, tauri } from "./bridge/tauri";
import { Startline } from "./startline.svelte";

// In an ordinary browser the page runs on its in-memory twin; the build leaves that branch out.
const bridge =
  import.meta.env.DEV && !isTauri() ? new (await import("./bridge/memory/memory")).Memory() : tauri;

export default mount(App, {
  target: document.getElementById("app")!,
  props: { startline: new Startline(bridge) },
});
