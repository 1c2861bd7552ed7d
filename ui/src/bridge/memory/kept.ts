// What the in-memory twin keeps: drafts, their history, the bin, what was sent, settings.

import type {
  Applications,
  Bridge,
  Brought,
  ConflictCopy,
  Counted,
  Damage,
  Deleted,
  Draft,
  Opened,
  Refusal,
  Restorable,
  Returned,
  Saved,
  SentCopy,
  Settings,
  Summary,
} from "../bridge";
import { readFacts } from "./read";
import { differences, History } from "./history";

type Kept = {
  draft: Draft;
  changed: string;
  history: History;
  revisions: { id: string; draft: Draft }[];
  sent: SentCopy[];
};

export abstract class Keeper {
  today = "2026-03-03";
  drafts = new Map<string, Kept>();
  deleted = new Map<string, Kept>();
  readOnly = new Map<string, Refusal>();
  damaged = new Map<string, Damage>();
  copies: ConflictCopy[] = [];
  last: string | null = null;
  settings: Settings = {
    startline: 1,
    theme: "system",
    language: null,
    style: { paper: "letter", template: "ruled", typeface: "sans", dates: "month-day-year", accent: null },
    profile: { name: "", headline: null, email: null, phone: null, location: null, links: [], education: [] },
  };
  /** Names of the calls made, in order. */
  calls: string[] = [];
  /** What fails, by the name of the call. */
  failures = new Map<keyof Bridge, { code: string; message: string }>();
  /** The name under which a file is saved or exported; null is “Cancel”. */
  fileName: string | null = "Copy.json";
  brought: Brought | null = null;
  #next = 1;

  async createDraft(draft: Draft): Promise<Opened> {
    this.called("createDraft");
    const { title, company } = readFacts(draft.posting.text);
    const named = draft.title ? {} : { title: title?.value ?? "", employer: company?.value ?? null };
    return this.openDraft(this.#keep({ ...structuredClone(draft), ...named }));
  }

  async keepAsNew(draft: Draft): Promise<Opened> {
    this.called("keepAsNew");
    return this.openDraft(this.#keep({ ...structuredClone(draft), title: `${draft.title} (kept copy)` }));
  }

  async openDraft(id: string): Promise<Opened> {
    this.called("openDraft");
    const damage = this.damaged.get(id);
    if (damage) throw { code: "damaged", message: damage.message };
    const { draft, history } = this.#kept(id);
    this.last = id;
    this.#revision(id);
    const read_only = this.readOnly.get(id) ?? null;
    return {
      id,
      draft: structuredClone(draft),
      read_only,
      summary: this.summary(id),
      undoable: history.undoable(draft),
    };
  }

  async listDrafts() {
    this.called("listDrafts");
    return this.list();
  }

  async leaveDraft() {
    this.called("leaveDraft");
  }

  async saveDraft(id: string, draft: Draft, whole: boolean): Promise<Saved> {
    this.called("saveDraft");
    const kept = this.#kept(id);
    kept.history.keep(kept.draft, draft, whole);
    kept.draft = structuredClone(draft);
    return this.#saved(id);
  }

  async undo(id: string) {
    this.called("undo");
    const kept = this.#kept(id);
    return this.#returned(id, kept.history.undo(kept.draft));
  }

  async redo(id: string) {
    this.called("redo");
    const kept = this.#kept(id);
    return this.#returned(id, kept.history.redo(kept.draft));
  }

  async history(id: string): Promise<Restorable[]> {
    this.called("history");
    const { revisions } = this.#kept(id);
    const list = revisions.map(({ id: stamp, draft }, index) => ({
      revision: { id: stamp, when: `${this.today}T12:0${index}:00Z` },
      changes: index === 0 ? [] : differences(revisions[index - 1]!.draft, draft),
    }));
    return list.reverse();
  }

  async restoreRevision(id: string, revision: string): Promise<Returned> {
    this.called("restoreRevision");
    const kept = this.#kept(id);
    const found = kept.revisions.find((each) => each.id === revision);
    if (!found) throw { code: "gone", message: "That revision is not there any more." };
    this.#revision(id);
    kept.history.keep(kept.draft, found.draft, true);
    return this.#returned(id, found.draft)!;
  }

  async searchDrafts(words: string) {
    this.called("searchDrafts");
    const wanted = words.toLowerCase().split(/\s+/);
    const text = ({ draft }: Kept) =>
      `${draft.title} ${draft.employer ?? ""} ${draft.posting.text}`.toLowerCase();
    return [...this.drafts]
      .filter(([, kept]) => wanted.every((word) => text(kept).includes(word)))
      .map(([id]) => id);
  }

  async renameDraft(id: string, title: string) {
    this.called("renameDraft");
    this.#kept(id).draft.title = title;
    return this.summary(id);
  }

  async duplicateDraft(id: string) {
    const { draft } = await this.openDraft(id);
    return this.createDraft({ ...draft, title: `${draft.title} (copy)` });
  }

  async takeOverDraft(id: string) {
    this.called("takeOverDraft");
    this.readOnly.delete(id);
    return this.openDraft(id);
  }

  async deleteDraft(id: string) {
    this.called("deleteDraft");
    this.#move(id, this.drafts, this.deleted);
  }

  async restoreDraft(id: string) {
    this.called("restoreDraft");
    this.#move(id, this.deleted, this.drafts);
    return this.summary(id);
  }

  async bin(): Promise<Deleted[]> {
    this.called("bin");
    const deleted = `${this.today}T12:00:00Z`;
    return [...this.deleted].map(([id, { draft }]) => ({
      id,
      title: draft.title,
      deleted,
      until: "2026-04-02T12:00:00Z",
    }));
  }

  async emptyBin(id: string | null) {
    this.called("emptyBin");
    if (id === null) this.deleted.clear();
    else this.deleted.delete(id);
    return this.bin();
  }

  async damage(id: string) {
    this.called("damage");
    return this.damaged.get(id) ?? null;
  }

  async mendDraft(id: string, revision: string) {
    this.called("mendDraft");
    this.damaged.delete(id);
    const kept = this.#kept(id);
    kept.draft = kept.revisions.find((each) => each.id === revision)?.draft ?? kept.draft;
    return this.openDraft(id);
  }

  async setAside(id: string) {
    this.called("setAside");
    this.drafts.delete(id);
    this.damaged.delete(id);
  }

  async adoptCopy(name: string) {
    this.called("adoptCopy");
    const copy = this.copies.find((each) => each.name === name)!;
    this.copies = this.copies.filter((each) => each !== copy);
    const { draft } = this.#kept(copy.of);
    return this.openDraft(
      this.#keep({ ...structuredClone(draft), title: `${draft.title} (from the other computer)` }),
    );
  }

  async sent(id: string): Promise<SentCopy[]> {
    this.called("sent");
    return this.#kept(id).sent;
  }

  async openSent() {
    this.called("openSent");
  }

  async saveSent() {
    this.called("saveSent");
    return this.fileName;
  }

  async counted(ids: string[]): Promise<Counted[]> {
    this.called("counted");
    return ids.flatMap((id) => {
      const employer = this.drafts.get(id)?.draft.employer;
      if (!employer) return [];
      const { limit, slots } = this.#applications(employer);
      const place = slots.find((slot) => slot.id === id)?.place;
      return limit === null || place === undefined ? [] : [{ id, place, limit }];
    });
  }

  async applications(employer: string) {
    this.called("applications");
    return this.#applications(employer);
  }

  async orderApplications(ids: string[]) {
    this.called("orderApplications");
    ids.forEach((id, index) => (this.#kept(id).draft.place = index + 1));
    return this.list();
  }

  async countAsOne(family: string) {
    this.called("countAsOne");
    for (const { draft } of this.drafts.values())
      if (familyOf(draft.employer) === family) draft.employer = family;
    return this.list();
  }

  async saveSettings(settings: Settings) {
    this.called("saveSettings");
    return (this.settings = structuredClone(settings));
  }

  async showData() {
    this.called("showData");
  }

  async exportDraft() {
    this.called("exportDraft");
    return this.fileName;
  }

  async saveCopy() {
    this.called("saveCopy");
    return this.fileName;
  }

  async exportEverything() {
    this.called("exportEverything");
    return this.fileName && "Startline.zip";
  }

  async import() {
    this.called("import");
    return this.brought;
  }

  async importDropped(bytes: Uint8Array): Promise<Brought> {
    this.called("importDropped");
    const draft = JSON.parse(new TextDecoder().decode(bytes)) as Draft;
    const id = this.#keep(draft);
    return { drafts: this.list(), id, message: `“${draft.title}” was imported.` };
  }

  async deleteEverything() {
    this.called("deleteEverything");
    this.drafts.clear();
    this.deleted.clear();
  }

  async closeWindow() {
    this.called("closeWindow");
  }

  protected called(name: keyof Bridge) {
    this.calls.push(name);
    const failure = this.failures.get(name);
    if (failure) throw failure;
  }

  /** An export was made: its copy is kept. */
  protected keepSent(id: string, what: SentCopy["sent"]["what"], name: string, stated: Draft["stated"]) {
    const { sent } = this.#kept(id);
    const stamp = `${String(sent.length + 1).padStart(8, "0")}-20260303T120000Z`;
    const when = `${this.today}T12:00:00Z`;
    sent.unshift({
      sent: { id: stamp, when, what, name, folder: "Documents", stated, bytes: 24_593, version: stamp },
      stale: null,
    });
  }

  protected list(): Summary[] {
    return [...this.drafts.keys()].map((id) => this.summary(id)).reverse();
  }

  protected summary(id: string): Summary {
    const { draft, changed, sent } = this.#kept(id);
    const { title, employer, place, stated } = draft;
    const [start, end] = [stated?.start ?? null, stated?.end ?? null];
    const state = this.damaged.has(id) ? "damaged" : "good";
    return { id, title, changed, start, end, employer, place, sent: sent.at(-1)?.sent.when ?? null, state };
  }

  #applications(employer: string): Applications {
    const theirs = this.list().filter((draft) => draft.employer === employer);
    theirs.sort((one, other) => (one.place ?? 99) - (other.place ?? 99));
    const limits = theirs.flatMap(
      ({ id }) => readFacts(this.#kept(id).draft.posting.text).max_applications?.value ?? [],
    );
    const limit = limits.length > 0 ? Math.min(...limits) : null;
    const slots = theirs.map(({ id, title, sent }, index) => ({
      id,
      title,
      sent,
      place: index + 1,
      over: limit !== null && index >= limit,
    }));
    const family = familyOf(employer);
    const apart = this.list().some(
      (draft) => draft.employer !== employer && familyOf(draft.employer) === family,
    );
    return { employer, limit, slots, family: apart ? family : null };
  }

  #keep(draft: Draft): string {
    const id = `draft-${this.#next++}`;
    this.drafts.set(id, {
      draft,
      changed: `${this.today}T12:00:00Z`,
      history: new History(),
      revisions: [],
      sent: [],
    });
    return id;
  }

  #kept(id: string): Kept {
    const kept = this.drafts.get(id);
    if (!kept) throw { code: "gone", message: "That draft is not there any more." };
    return kept;
  }

  #revision(id: string) {
    const { draft, revisions } = this.#kept(id);
    const number = String(revisions.length + 1).padStart(8, "0");
    if (JSON.stringify(revisions.at(-1)?.draft) !== JSON.stringify(draft))
      revisions.push({ id: `${number}-20260303T120000Z`, draft: structuredClone(draft) });
  }

  #saved(id: string): Saved {
    const { draft, history } = this.#kept(id);
    return { summary: this.summary(id), undoable: history.undoable(draft) };
  }

  #returned(id: string, draft: Draft): Returned;
  #returned(id: string, draft: Draft | undefined): Returned | null;
  #returned(id: string, draft: Draft | undefined): Returned | null {
    if (!draft) return null;
    this.#kept(id).draft = structuredClone(draft);
    return { draft: structuredClone(draft), saved: this.#saved(id) };
  }

  #move(id: string, from: Map<string, Kept>, to: Map<string, Kept>) {
    const kept = from.get(id);
    if (kept) to.set(id, kept);
    from.delete(id);
  }
}

function familyOf(employer: string | null): string | null {
  return employer !== null && /tiktok|bytedance/i.test(employer) ? "TikTok and ByteDance" : employer;
}
