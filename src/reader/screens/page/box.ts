/**
 * A box over the page: a note that is not on the screen, an address before it is opened, or a formula that is too wide for
 * the page, which scrolls to both sides. Boxes can be stacked: a note may cite another.
 */
import { wholeFormula } from "../../../layout/display-math.ts";
import { layoutNote } from "../../../layout/layout.ts";
import { type Line, span } from "../../../layout/line.ts";
import { spansWidth } from "../../../layout/cut.ts";
import { inFlow } from "../../../layout/flow.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { spotOf, spotsIn } from "../../../page/spots.ts";
import { safeAddress } from "../../../text/address.ts";
import { label } from "../../../text/visible.ts";
import { movedInBox } from "../../boxed.ts";
import { FRAME, frameColumns, type FramePlace } from "../../framed.ts";
import { listHeight, pageHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { columnOver } from "../../over-text.ts";
import { clamp } from "../../scroll.ts";
import { rowOf } from "../../spread.ts";
import { typographyOf } from "../../typography.ts";
import type { Box, Look, Page, PageMode, PageScreen, Size } from "../../state.ts";

/** Columns by which a key moves a wide formula. */
const STEP = 8;
/** The most boxes on each other. Beyond it the lowest is dropped. */
const DEEPEST = 20;

type BoxMode = Extract<PageMode, { kind: "box" }>;

/** The box on top. */
export function topBox({ boxes }: BoxMode): Box {
  return boxes.at(-1)!;
}

/** The page with a box on top of it and of its other boxes. */
export function withBox(screen: PageScreen, holds: Box["holds"], look: Look): PageScreen {
  const inside = insideOf(holds, screen.page, look);
  const box: Box = { holds, ...inside, spots: spotsIn(inside.lines), focus: undefined, top: 0, left: 0 };
  const below = screen.mode.kind === "box" ? screen.mode.boxes.slice(1 - DEEPEST) : [];
  return { ...screen, mode: { kind: "box", boxes: [...below, box] } };
}

/** The page without the box on top. */
export function withoutBox(screen: PageScreen, { boxes }: BoxMode): PageScreen {
  const below = boxes.slice(0, -1);
  return { ...screen, mode: below.length > 0 ? { kind: "box", boxes: below } : { kind: "read" } };
}

/** The boxes with the top one replaced. */
export function withTop(mode: BoxMode, box: Box): BoxMode {
  return { kind: "box", boxes: [...mode.boxes.slice(0, -1), box] };
}

/** The boxes laid out for another width. */
export function relayBoxes(mode: BoxMode, page: Page, look: Look): BoxMode {
  return { kind: "box", boxes: mode.boxes.map((box) => relayBox(box, page, look)) };
}

function relayBox(box: Box, page: Page, look: Look): Box {
  const inside = insideOf(box.holds, page, look);
  const { lines } = inside;
  const top = Math.floor((box.top * lines.length) / Math.max(1, box.lines.length));
  const last = lines.length - boxHeight({ lines }, look.size);
  const left = clamp(box.left, 0, columnsBeyond({ ...box, ...inside }));
  return { ...box, ...inside, spots: spotsIn(lines), top: clamp(top, 0, last), left };
}

/** The narrowest box beside notes, if the window has room for it, in columns. */
const LEAST_COLUMNS = 48;

/**
 * The lines inside a frame, and its columns: as many as the text has, so that it leaves notes beside the text visible. A formula
 * has as many as the screen, if it needs them.
 */
function insideOf(holds: Box["holds"], page: Page, look: Look): Pick<Box, "lines" | "columns"> {
  const most = frameColumns(look.size);
  if (holds.kind === "formula") {
    const lines = formulaLines(holds.tex, page, look);
    const columns = Math.min(widestLine(lines), look.size.columns - 2 - FRAME.columns);
    return { lines, columns: Math.max(1, most, columns) };
  }
  const columns = Math.min(most, Math.max(LEAST_COLUMNS, page.text));
  return { lines: textLines(holds, columns, page, look), columns };
}

function formulaLines(tex: string, page: Page, { tools }: Look): Line[] {
  return wholeFormula(tex, tools.tex?.(page.document)).map((row) => ({
    spans: row === "" ? [] : inFlow([span(row, "math")], { kind: "text", block: -1 }),
    block: -1,
  }));
}

type OfText = Exclude<Box["holds"], { kind: "formula" }>;

function textLines(holds: OfText, width: number, page: Page, look: Look): Line[] {
  if (holds.kind === "note")
    return layoutNote(page.document, holds.number, { width, ...typographyOf(page.open, look) });
  const address = safeAddress(holds.href) || label(holds.href);
  const runs = inFlow([span(address, "link")], { kind: "text", block: -1 });
  return wrapRuns(runs, width, "greedy").map((spans) => ({ spans, block: -1 }));
}

function widestLine(lines: readonly Line[]): number {
  return lines.reduce((most, { spans }) => Math.max(most, spansWidth(spans)), 0);
}

/** The number of columns that do not fit inside the frame. */
function columnsBeyond({ holds, lines, columns }: Pick<Box, "holds" | "lines" | "columns">): number {
  return holds.kind === "formula" ? Math.max(0, widestLine(lines) - columns) : 0;
}

/** Whether lines go on beyond the left and the right edge of the box. */
export function besideBox(box: Box): { readonly isLeft: boolean; readonly isRight: boolean } {
  return { isLeft: box.left > 0, isRight: box.left < columnsBeyond(box) };
}

/** Rows inside the frame. */
function boxHeight({ lines }: Pick<Box, "lines">, size: Size): number {
  return Math.max(1, Math.min(lines.length, listHeight(size) - FRAME.rows));
}

/** The box after a move, or with the focus on another of its links; undefined if `action` is neither. */
export function moveBox(box: Box, action: Action, count: number, { size }: Look): Box | undefined {
  if (action === "toRight" || action === "toLeft") {
    const step = (action === "toRight" ? STEP : -STEP) * count;
    return { ...box, left: clamp(box.left + step, 0, columnsBeyond(box)) };
  }
  return movedInBox(box, action, count, boxHeight(box, size));
}

/** The place of the box on top: at the bottom of the screen, or at the top if it would hide its mark. */
export function boxFrame(page: Page, box: Box): FramePlace {
  const { look } = page;
  const inner = { columns: box.columns, rows: boxHeight(box, look.size) };
  const bottom = Math.max(0, pageHeight(look.size) - inner.rows - FRAME.rows);
  const mark = spotOf(page.spots, page.focus)?.line ?? page.top;
  const hides = rowOf(look, page, mark) >= bottom;
  return { row: hides ? 0 : bottom, column: columnOver(look, page, mark, inner.columns), inner };
}
