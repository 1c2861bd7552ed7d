// The only file that names the toolkit.

import { invoke } from "@tauri-apps/api/core";
import type { Bridge, PostingText } from "./bridge";

export { isTauri } from "@tauri-apps/api/core";

export const tauri: Bridge = {
  boot: () => invoke("boot"),
  judge: (draft) => invoke("judge", { draft }),
  preview: (draft) => invoke("preview", { draft }),
  sample: () => invoke("sample"),
  openPosting: () => invoke("open_posting"),
  async readPosting(name, bytes) {
    // The bytes are the whole body; of the name only its ending, which is all that reading asks for, since a
    // header holds nothing but plain letters.
    const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? "txt";
    const read = await invoke<PostingText>("read_posting", bytes, { headers: { name: `posting.${ending}` } });
    return { ...read, name };
  },
  readHtml: (html) => invoke("read_html", { html }),
  createDraft: (draft) => invoke("create_draft", { draft }),
  openDraft: (id) => invoke("open_draft", { id }),
  saveDraft: (id, draft) => invoke("save_draft", { id, draft }),
  deleteDraft: (id) => invoke("delete_draft", { id }),
  restoreDraft: (id) => invoke("restore_draft", { id }),
  duplicateDraft: (id) => invoke("duplicate_draft", { id }),
  takeOverDraft: (id) => invoke("take_over_draft", { id }),
  openCalendar: (draft) => invoke("open_calendar", { draft }),
  importResume: () => invoke("import_resume"),
  saveHeader: (id, draft) => invoke("save_header", { id, draft }),
  saveIcs: (draft) => invoke("save_ics", { draft }),
  saveSettings: (settings) => invoke("save_settings", { settings }),
  showData: () => invoke("show_data"),
  beforeClose(save) {
    const close = () => invoke("close_window");
    window.addEventListener("startline:closing", () => void save().then(close, close));
  },
};
