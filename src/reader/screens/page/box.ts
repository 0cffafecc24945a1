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
import { FRAME, frameColumns } from "../../framed.ts";
import { listHeight, pageHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
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
  const lines = linesOf(holds, screen.page, look);
  const box: Box = { holds, lines, spots: spotsIn(lines), focus: undefined, top: 0, left: 0 };
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
  const lines = linesOf(box.holds, page, look);
  const top = Math.floor((box.top * lines.length) / Math.max(1, box.lines.length));
  const last = lines.length - boxHeight({ lines }, look.size);
  const right = clamp(box.left, 0, columnsBeyond({ ...box, lines }, look.size));
  return { ...box, lines, spots: spotsIn(lines), top: clamp(top, 0, last), left: right };
}

function linesOf(holds: Box["holds"], page: Page, look: Look): Line[] {
  const { size, tools } = look;
  const width = frameColumns(size);
  if (holds.kind === "note")
    return layoutNote(page.document, holds.number, { width, ...typographyOf(page.open, look) });
  if (holds.kind === "formula")
    return wholeFormula(holds.tex, tools.tex?.(page.document)).map((row) => ({
      spans: row === "" ? [] : inFlow([span(row, "math")], { kind: "text", block: -1 }),
      block: -1,
    }));
  const address = safeAddress(holds.href) || label(holds.href);
  const runs = inFlow([span(address, "link")], { kind: "text", block: -1 });
  return wrapRuns(runs, width, "greedy").map((spans) => ({ spans, block: -1 }));
}

/** Columns inside the frame: a formula has as many as the screen, if it needs them. */
function boxColumns({ holds, lines }: Pick<Box, "holds" | "lines">, size: Size): number {
  const columns = frameColumns(size);
  if (holds.kind !== "formula") return columns;
  return Math.max(1, columns, Math.min(widestLine(lines), size.columns - 2 - FRAME.columns));
}

function widestLine(lines: readonly Line[]): number {
  return lines.reduce((most, { spans }) => Math.max(most, spansWidth(spans)), 0);
}

/** The number of columns that do not fit inside the frame. */
function columnsBeyond(box: Pick<Box, "holds" | "lines">, size: Size): number {
  return box.holds.kind === "formula" ? Math.max(0, widestLine(box.lines) - boxColumns(box, size)) : 0;
}

/** Whether lines go on beyond the left and the right edge of the box. */
export function besideBox(box: Box, size: Size): { readonly isLeft: boolean; readonly isRight: boolean } {
  return { isLeft: box.left > 0, isRight: box.left < columnsBeyond(box, size) };
}

/** Rows inside the frame. */
function boxHeight({ lines }: Pick<Box, "lines">, size: Size): number {
  return Math.max(1, Math.min(lines.length, listHeight(size) - FRAME.rows));
}

/** The box after a move, or with the focus on another of its links; undefined if `action` is neither. */
export function moveBox(box: Box, action: Action, count: number, { size }: Look): Box | undefined {
  if (action === "toRight" || action === "toLeft") {
    const step = (action === "toRight" ? STEP : -STEP) * count;
    return { ...box, left: clamp(box.left + step, 0, columnsBeyond(box, size)) };
  }
  return movedInBox(box, action, count, boxHeight(box, size));
}

/** The position of the box on top: at the bottom of the screen, or at the top if it would hide its mark. */
export function boxFrame(
  size: Size,
  page: Page,
  box: Box,
): { row: number; column: number; inner: { columns: number; rows: number } } {
  const inner = { columns: boxColumns(box, size), rows: boxHeight(box, size) };
  const height = pageHeight(size);
  const bottom = Math.max(0, height - inner.rows - FRAME.rows);
  const mark = spotOf(page.spots, page.focus)?.line ?? page.top;
  const hides = rowOf(page.look, page, mark) >= bottom;
  const column = Math.max(0, Math.floor((size.columns - inner.columns - FRAME.columns) / 2));
  return { row: hides ? 0 : bottom, column, inner };
}
