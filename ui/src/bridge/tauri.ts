// The only file that names the toolkit.

import { invoke } from "@tauri-apps/api/core";
import type { Bridge } from "./bridge";

export { isTauri } from "@tauri-apps/api/core";

export const tauri: Bridge = {
  boot: () => invoke("boot"),
  judge: (draft) => invoke("judge", { draft }),
  preview: (draft) => invoke("preview", { draft }),
  sample: () => invoke("sample"),
  openPosting: () => invoke("open_posting"),

  readPosting: (name, bytes) => invoke("read_posting", { name, bytes: Array.from(bytes) }),
  readHtml: (html) => invoke("read_html", { html }),
  createDraft: (draft) => invoke("create_draft", { draft }),
  openDraft: (id) => invoke("open_draft", { id }),
  saveDraft: (id, draft) => invoke("save_draft", { id, draft }),
  deleteDraft: (id) => invoke("delete_draft", { id }),
  restoreDraft: (id) => invoke("restore_draft", { id }),
  duplicateDraft: (id) => invoke("duplicate_draft", { id }),
  openCalendar: (draft) => invoke("open_calendar", { draft }),
  importResume: () => invoke("import_resume"),
  saveHeader: (id, draft) => invoke("save_header", { id, draft }),
  saveIcs: (draft) => invoke("save_ics", { draft }),
  saveSettings: (settings) => invoke("save_settings", { settings }),
  showData: () => invoke("show_data"),
};
