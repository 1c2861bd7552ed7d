// The only file that names the toolkit.

import { invoke } from "@tauri-apps/api/core";
import type { Bridge, PostingText } from "./bridge";

export { isTauri } from "@tauri-apps/api/core";

export const tauri: Bridge = {
  boot: () => invoke("boot"),
  judge: (draft) => invoke("judge", { draft }),
  judgeStart: (draft, start) => invoke("judge_start", { draft, start }),
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
  readCalendar: (bytes, draft) => invoke("read_calendar", { bytes, draft }),
  listDrafts: () => invoke("list_drafts"),
  createDraft: (draft) => invoke("create_draft", { draft }),
  openDraft: (id) => invoke("open_draft", { id }),
  leaveDraft: () => invoke("leave_draft"),
  saveDraft: (id, draft, whole) => invoke("save_draft", { id, draft, whole }),
  keepAsNew: (draft) => invoke("keep_as_new", { draft }),
  undo: (id) => invoke("undo", { id }),
  redo: (id) => invoke("redo", { id }),
  history: (id) => invoke("history", { id }),
  restoreRevision: (id, revision) => invoke("restore_revision", { id, revision }),
  searchDrafts: (words) => invoke("search_drafts", { words }),
  renameDraft: (id, title) => invoke("rename_draft", { id, title }),
  duplicateDraft: (id) => invoke("duplicate_draft", { id }),
  takeOverDraft: (id) => invoke("take_over_draft", { id }),
  deleteDraft: (id) => invoke("delete_draft", { id }),
  restoreDraft: (id) => invoke("restore_draft", { id }),
  bin: () => invoke("bin"),
  emptyBin: (id) => invoke("empty_bin", { id }),
  damage: (id) => invoke("damage", { id }),
  mendDraft: (id, revision) => invoke("mend_draft", { id, revision }),
  setAside: (id) => invoke("set_aside", { id }),
  adoptCopy: (name) => invoke("adopt_copy", { name }),
  openCalendar: (draft) => invoke("open_calendar", { draft }),
  importResume: () => invoke("import_resume"),
  saveHeader: (id, draft) => invoke("save_header", { id, draft }),
  savePicture: (id, draft) => invoke("save_picture", { id, draft }),
  saveIcs: (id, draft) => invoke("save_ics", { id, draft }),
  openResume: () => invoke("open_resume"),
  takeResume(name, bytes) {
    // A header holds nothing but plain letters, so the others of a name are written by their numbers.
    const plain = JSON.stringify(name).replace(/[^ -~]/g, (letter) => {
      return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
    return invoke("take_resume", bytes, { headers: { name: plain } });
  },
  showResume: (handle, draft, wish, password) => invoke("show_resume", { handle, draft, wish, password }),
  saveResume: (handle, id) => invoke("save_resume", { handle, id }),
  closeResume: (handle) => invoke("close_resume", { handle }),
  keepLine: (id, draft, wording) => invoke("keep_line", { id, draft, wording }),
  sent: (id, draft) => invoke("sent", { id, draft }),
  openSent: (id, copy) => invoke("open_sent", { id, copy }),
  saveSent: (id, copy) => invoke("save_sent", { id, copy }),
  counted: (ids) => invoke("counted", { ids }),
  suggested: (ids) => invoke("suggested", { ids }),
  applications: (employer) => invoke("applications", { employer }),
  orderApplications: (ids) => invoke("order_applications", { ids }),
  countAsOne: (family) => invoke("count_as_one", { family }),
  saveSettings: (settings) => invoke("save_settings", { settings }),
  showData: () => invoke("show_data"),
  exportDraft: (id) => invoke("export_draft", { id }),
  saveCopy: (draft) => invoke("save_copy", { draft }),
  exportEverything: () => invoke("export_everything"),
  import: () => invoke("import"),
  importDropped: (bytes) => invoke("import_dropped", bytes),
  deleteEverything: () => invoke("delete_everything"),
  closeWindow: () => invoke("close_window"),
  beforeClose(save) {
    const close = () => invoke("close_window");
    const decide = (saved: boolean) => invoke(saved ? "close_window" : "stay_open");
    window.addEventListener("startline:closing", () => void save().then(decide, close));
  },
};
