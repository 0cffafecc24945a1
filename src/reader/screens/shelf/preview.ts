/**
 * The beginning of the essay under the cursor, beside the shelf.
 */
import type { OpenEssay } from "../../../document/open-essay.ts";
import type { Essay } from "../../../essay/essay.ts";
import { layOutEssay } from "../../../page/laid-essay.ts";
import { isSame } from "../../arrange.ts";
import { listHeight, pageShape, previewColumns } from "../../geometry.ts";
import type { Updated } from "../../messages.ts";
import type { Preview, State } from "../../state.ts";

/** The updated state; where another essay is to be shown beside the shelf, it is asked for. */
export function withPreview({ state, effects }: Updated): Updated {
  const essay = wanted(state);
  if (!essay || state.previewing === essay.path) return { state, effects };
  return { state: { ...state, previewing: essay.path }, effects: [...effects, { kind: "preview", essay }] };
}

/** The essay under the cursor, where there is room to show it. */
function wanted({ screen, shelf, size, wantsPreview }: State): Essay | undefined {
  if (!wantsPreview || screen.kind !== "shelf") return undefined;
  const entry = shelf.entries[shelf.cursor];
  return previewColumns(size) > 0 && entry?.kind === "essay" ? entry.essay : undefined;
}

/** What has been read, if it is still what is wanted. */
export function previewed(state: State, open: OpenEssay): State {
  const now = wanted(state);
  return now && isSame(now, open.essay) ? { ...state, preview: laidOut(state, open) } : state;
}

/** The preview for another size. */
export function relaidPreview(state: State): State {
  const { preview } = state;
  if (!preview || previewColumns(state.size) === 0)
    return { ...state, preview: undefined, previewing: undefined };
  return { ...state, preview: laidOut(state, preview.open) };
}

/** No more is laid out than can be seen: a block is a line at least, and a blank one after it. */
function laidOut(state: State, open: OpenEssay): Preview {
  const rows = listHeight(state.size);
  const document = { ...open.document, blocks: open.document.blocks.slice(0, Math.ceil(rows / 2)) };
  const { measure, wrap, highlighter } = state;
  const size = { columns: previewColumns(state.size) + 2, rows };
  const shape = pageShape({ size, measure, notes: "inline" });
  const lines = layOutEssay(open, document, { ...shape, marks: "superscript", measure, wrap, highlighter });
  return { open, lines: lines.slice(0, rows) };
}
