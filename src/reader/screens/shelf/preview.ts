/**
 * The beginning of the essay under the cursor, beside the shelf.
 */
import { type Block, plainText } from "../../../document/document.ts";
import type { OpenEssay } from "../../../document/open-essay.ts";
import { inlineRuns } from "../../../document/walk.ts";
import type { Essay } from "../../../essay/essay.ts";
import { layOutEssay } from "../../../page/laid-essay.ts";
import { isSame } from "../../arrange.ts";
import { listHeight, pageShape, previewColumns } from "../../geometry.ts";
import type { Updated } from "../../messages.ts";
import type { Preview, State } from "../../state.ts";
import { typographyOf } from "../../typography.ts";

/** The updated state; where another essay is to be shown beside the shelf, it is asked for. */
export function withPreview({ state, effects }: Updated): Updated {
  const essay = wanted(state);
  // Beside an empty shelf nothing stands.
  if (!essay && state.preview && state.screen.kind === "shelf" && state.shelf.essays === 0)
    return { state: { ...state, preview: undefined, previewing: undefined }, effects };
  if (!essay || state.previewing === essay.path) return { state, effects };
  return { state: { ...state, previewing: essay.path }, effects: [...effects, { kind: "preview", essay }] };
}

/** The essay under the cursor, where there is room to show it. */
function wanted(state: State): Essay | undefined {
  const { screen, shelf, wantsPreview } = state;
  if (!wantsPreview || screen.kind !== "shelf") return undefined;
  const entry = shelf.entries[shelf.cursor];
  return previewColumns(state) > 0 && entry?.kind === "essay" ? entry.essay : undefined;
}

/** What has been read, if it is still what is wanted. */
export function previewed(state: State, open: OpenEssay): State {
  const now = wanted(state);
  return now && isSame(now, open.essay) ? { ...state, preview: laidOut(state, open) } : state;
}

/** The preview for another size. */
export function relaidPreview(state: State): State {
  const { preview } = state;
  if (!preview || previewColumns(state) === 0) return { ...state, preview: undefined, previewing: undefined };
  return { ...state, preview: laidOut(state, preview.open) };
}

/** No more is laid out than can be seen. */
function laidOut(state: State, open: OpenEssay): Preview {
  const rows = listHeight(state.size);
  const { measure } = state;
  const size = { columns: previewColumns(state) + 2, rows };
  const shape = pageShape({ size, measure, notes: "inline", spread: false });
  const document = { ...open.document, blocks: filling(open.document.blocks, rows, shape.width) };
  const lines = layOutEssay(open, document, { ...shape, measure, ...typographyOf(open, state) });
  return { open, lines: lines.slice(0, rows) };
}

/** The first of these blocks, as many as fill so many rows: each takes the rows of its text, and a blank one. */
export function filling(blocks: readonly Block[], rows: number, columns: number): readonly Block[] {
  let filled = 0;
  const last = blocks.findIndex((block) => {
    const text = inlineRuns(block).reduce((length, run) => length + plainText(run).length, 0);
    // A cell is seldom of more than two code units.
    filled += Math.ceil(text / 2 / columns) + 1;
    return filled >= rows;
  });
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
