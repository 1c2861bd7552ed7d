import type { Theme } from "../generated/Theme";

/** Shows a theme, or follows the system's as it changes. Returns what ends the following. */
export function followTheme(theme: Theme): () => void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const system = dark.matches ? "dark" : "light";
    document.documentElement.dataset["theme"] = theme === "system" ? system : theme;
  };
  show();
  dark.addEventListener("change", show);
  return () => dark.removeEventListener("change", show);
}
