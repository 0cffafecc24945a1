/**
 * The preview: the beginning of the essay under the cursor, beside the shelf.
 */
import type { Block } from "../../../document/document.ts";
import { plainText } from "../../../document/spelling.ts";
import type { OpenEssay } from "../../../document/open-essay.ts";
import { inlineRuns } from "../../../document/walk.ts";
import type { Essay } from "../../../essay/essay.ts";
import { cutLine, spansWidth } from "../../../layout/cut.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { type Line, lineText, type Role, span } from "../../../layout/line.ts";
import { width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { layOutEssay } from "../../../page/laid-essay.ts";
import { isSame } from "../../arrange.ts";
import { listHeight, pageShape } from "../../geometry.ts";
import { previewColumns } from "../../shelf-geometry.ts";
import type { Updated } from "../../messages.ts";
import type { Preview, State } from "../../state.ts";
import { typographyOf } from "../../typography.ts";

/** The updated state, with an effect that reads the essay under the cursor if the preview shows another one. */
export function withPreview({ state, effects }: Updated): Updated {
  const essay = wanted(state);
  // An empty shelf has no preview.
  if (!essay && state.preview && state.screen.kind === "shelf" && state.shelf.essays === 0)
    return { state: { ...state, preview: undefined, previewing: undefined }, effects };
  if (!essay || state.previewing === essay.path) return { state, effects };
  return { state: { ...state, previewing: essay.path }, effects: [...effects, { kind: "preview", essay }] };
}

/** The essay under the cursor; undefined if there is no room for a preview. */
function wanted(state: State): Essay | undefined {
  const { screen, shelf, wantsPreview } = state;
  if (!wantsPreview || screen.kind !== "shelf") return undefined;
  const entry = shelf.entries[shelf.cursor];
  return previewColumns(state) > 0 && entry?.kind === "essay" ? entry.essay : undefined;
}

/** The state with a preview of `open`, if the cursor is still on that essay. */
export function previewed(state: State, open: OpenEssay): State {
  const now = wanted(state);
  return now && isSame(now, open.essay) ? { ...state, preview: laidOut(state, open) } : state;
}

/** The state with the reason why there is no preview of `essay`, if the cursor is still on that essay. */
export function unpreviewed(state: State, essay: Essay, reason: string): State {
  const now = wanted(state);
  if (!now || !isSame(now, essay)) return state;
  const lines = wrapRuns([span(reason, "problem")], previewColumns(state), "greedy");
  return { ...state, preview: { open: undefined, lines: lines.map((spans) => ({ spans, block: -1 })) } };
}

/** The state with its preview laid out for the current size. */
export function relaidPreview(state: State): State {
  const { preview } = state;
  if (!preview?.open || previewColumns(state) === 0)
    return { ...state, preview: undefined, previewing: undefined };
  return { ...state, preview: laidOut(state, preview.open) };
}

/** The last preview of each beginning, and what it depends on besides: previews are laid out ahead. */
const known = new WeakMap<OpenEssay, { readonly preview: Preview; readonly by: readonly unknown[] }>();

/** The preview of an essay: only the rows that fit the screen are laid out. */
export function laidOut(state: State, open: OpenEssay): Preview {
  const { measure, wrap, tools, hyphens, language } = state;
  const size = { columns: previewColumns(state) + 2, rows: listHeight(state.size) };
  const by = [size.columns, size.rows, measure, wrap, tools, hyphens, language];
  const last = known.get(open);
  if (last?.by.every((one, nth) => one === by[nth])) return last.preview;
  const shape = pageShape({ size, measure, notes: "inline", spread: false });
  const document = { ...open.document, blocks: filling(open.document.blocks, size.rows, shape.width) };
  const lines = layOutEssay(open, document, { ...shape, measure, ...typographyOf(open, state) });
  const shown = withShortHeader(lines, open.essay, shape.width).slice(0, size.rows);
  const preview = { open, lines: shown.slice(0, endOfText(shown)) };
  known.set(open, { preview, by });
  return preview;
}

/** The row after the last text: a heading at the end says nothing of what follows it. */
function endOfText(lines: readonly Line[]): number {
  const isHeading = ({ spans }: Line): boolean => spans.some(({ roles }) => roles.includes("heading"));
  const isText = (line: Line): boolean =>
    !isHeading(line) &&
    line.spans.some(({ text, roles }) => text.trim() !== "" && !roles.includes("headingRule"));
  return lines.findLastIndex(isText) + 1;
}

/** The most rows of a title. */
const MOST_ROWS = 3;

/**
 * The lines with a short header: the whole title, and one row of date and tags, cut if it is longer. A problem stays
 * visible.
 */
function withShortHeader(lines: readonly Line[], essay: Essay, columns: number): Line[] {
  const end = lines.findIndex(({ block, spans }) => block !== -1 || spans.length === 0);
  const header = end < 0 ? lines : lines.slice(0, end);
  const of = (role: Role): Line[] =>
    header.filter(({ spans }) => spans.some(({ roles }) => roles.includes(role)));
  const title = of("title").slice(0, MOST_ROWS);
  return [...title, ...inOneRow(of("meta"), essay, columns), ...of("problem"), ...lines.slice(header.length)];
}

/** The row of date, tags and minutes; if it is too long, the tags are cut. */
function inOneRow(lines: readonly Line[], { words }: Essay, columns: number): Line[] {
  const [first] = lines;
  if (!first) return [];
  const parting = span("  ·  ", "meta");
  const spans = lines.flatMap((line, nth) => (nth === 0 ? line.spans : [parting, ...line.spans]));
  if (spansWidth(spans) <= columns) return [{ ...first, spans }];
  const end = `  ·  ${minutes(words)} min`;
  const hasEnd = lineText({ spans }).endsWith(end);
  const minutesAt = spansWidth(spans) - (hasEnd ? width(end) : 0);
  const room = columns - (hasEnd ? width(end) : 0);
  const [kept = []] = fewLines(cutLine({ spans }, minutesAt).spans, room, 1);
  return [{ ...first, spans: [...kept, span(hasEnd ? end : "", "meta")] }];
}

/** The first blocks, enough to fill `rows`: each takes the rows of its text and a blank row. */
export function filling(blocks: readonly Block[], rows: number, columns: number): readonly Block[] {
  let filled = 0;
  const last = blocks.findIndex((block) => {
    const text = inlineRuns(block).reduce((length, run) => length + plainText(run).length, 0);
    // A cell seldom has more than two code units.
    filled += Math.ceil(text / 2 / columns) + 1;
    return filled >= rows;
  });
  return last < 0 ? blocks : blocks.slice(0, last + 1);
}
