/**
 * The beginning of the essay under the cursor, beside the shelf.
 */
import type { Document } from "../document/document.ts";
import type { Essay } from "../essay/essay.ts";
import { listHeight, previewColumns } from "./geometry.ts";
import { openPage } from "./page.ts";
import { isSame } from "./rearrange.ts";
import type { Updated } from "./messages.ts";
import type { Preview, State } from "./state.ts";

/** The updated state; where another essay is to be shown beside the shelf, it is asked for. */
export function withPreview({ state, effects }: Updated): Updated {
  const essay = wanted(state);
  if (!essay || state.previewing === essay.path) return { state, effects };
  return { state: { ...state, previewing: essay.path }, effects: [...effects, { kind: "preview", essay }] };
}

/** The essay under the cursor, where there is room to show it. */
function wanted({ screen, shelf, size, wantsPreview }: State): Essay | undefined {
  if (!wantsPreview || (screen.kind !== "shelf" && screen.kind !== "filter")) return undefined;
  const entry = shelf.entries[shelf.cursor];
  return previewColumns(size) > 0 && entry?.kind === "essay" ? entry.essay : undefined;
}

/** What has been read, if it is still what is wanted. */
export function previewed(state: State, essay: Essay, document: Document): State {
  const now = wanted(state);
  return now && isSame(now, essay) ? { ...state, preview: laidOut(state, essay, document) } : state;
}

/** The preview for another size. */
export function relaidPreview(state: State): State {
  const { preview } = state;
  if (!preview || previewColumns(state.size) === 0) return { ...state, preview: undefined, previewing: "" };
  return { ...state, preview: laidOut(state, preview.essay, preview.document) };
}

/** No more is laid out than can be seen: a block is a line at least, and a blank one after it. */
function laidOut(state: State, essay: Essay, document: Document): Preview {
  const rows = listHeight(state.size);
  const beginning = { ...document, blocks: document.blocks.slice(0, Math.ceil(rows / 2)) };
  const columns = previewColumns(state.size);
  const alone = { ...state, size: { columns: columns + 2, rows }, notes: "inline" as const };
  const { lines, own } = openPage(essay, beginning, alone);
  return { essay, document, lines: lines.slice(0, Math.min(own, rows)) };
}
