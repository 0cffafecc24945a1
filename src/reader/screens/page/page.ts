/**
 * An open essay on the screen: laid out for it, and its moves.
 */
import type { OpenEssay } from "../../../document/open-essay.ts";
import { withWikiLinks } from "../../../links/wiki-links.ts";
import type { Mark } from "../../../marks/mark.ts";
import { anchorsOf, type MarkPlace } from "../../../marks/place.ts";
import { woven } from "../../../marks/weave.ts";
import { headingLines, layOutEssay } from "../../../page/laid-essay.ts";
import { type Find, matchesIn } from "../../../page/matches.ts";
import { isRightToLeftFlow } from "../../../layout/direction.ts";
import { layoutNote } from "../../../layout/layout.ts";
import { GAP } from "../../../layout/measure.ts";
import { type PageColumns, withNotesAtLeft } from "../../../page/notes-at-left.ts";
import type { BesidePages } from "../../../page/notes-beside.ts";
import { paged, withMore } from "../../../page/pages.ts";
import type { Line } from "../../../layout/line.ts";
import { lineOf, placeOf } from "../../../page/place.ts";
import { spotOf, spotsIn } from "../../../page/spots.ts";
import { afterword } from "../../afterword.ts";
import { hasSpread, pageAir, pageHeight, pageShape } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { clamp, moveTop } from "../../scroll.ts";
import { lastTop, lead, seenRows, spreadTop, type View } from "../../spread.ts";
import { typographyOf } from "../../typography.ts";
import type { RelatedEssays, Look, Page, Position } from "../../state.ts";
import { turnsAfter } from "./turns.ts";

export function openPage(open: OpenEssay, look: Look, marks: readonly Mark[] = []): Page {
  const placed = placedIn(open, marks);
  const own = {
    open,
    essay: open.essay,
    marks,
    placed,
    homeless: [],
    undo: [],
    draft: undefined,
    pointed: undefined,
    latest: undefined,
    find: undefined,
    around: undefined,
  };
  const laid = layOut(own, look);
  return {
    ...own,
    ...laid,
    changed: new Set(),
    top: 0,
    hasSkipped: false,
    place: placeOf(laid.lines, 0),
    here: -1,
    focus: undefined,
    held: undefined,
  };
}

function placedIn(open: OpenEssay, marks: readonly Mark[]): readonly MarkPlace[] {
  return marks.length === 0 ? [] : anchorsOf(open, marks);
}

/** The page with other marks of the user. Its place stays at the top. */
export function withMarks(page: Page, marks: readonly Mark[], look: Look): Page {
  return relayPage({ ...page, marks, placed: placedIn(page.open, marks) }, look);
}

/** The parts of the state that decide the layout. */
function lookOf({
  size,
  measure,
  spread,
  notes,
  wrap,
  hyphens,
  language,
  tools,
  library,
  shelf,
}: Look): Look {
  return { size, measure, spread, notes, wrap, hyphens, language, tools, library, shelf };
}

/** Whether the layout of a page is up to date. */
export function isFresh({ look }: Page, now: Look): boolean {
  return (Object.keys(look) as (keyof Look)[]).every((key) => look[key] === now[key]);
}

/** The page in a new layout. Its place stays at the top of the screen, as far as the end of the page allows. */
export function relayPage(page: Page, look: Look): Page {
  const laid = layOut(page, look);
  const top = clamp(lineOf(laid.lines, page.place), 0, lastTop(laid.lines, look));
  return { ...page, ...laid, top: spreadTop(look, top) };
}

/** The page with its afterword. The own lines of a single page do not change. */
export function withAround(page: Page, around: RelatedEssays, look: Look): Page {
  if (hasSpread(look)) return relayPage({ ...page, around }, look);
  const own = page.lines.slice(0, page.own);
  const { lines: after, ends } = afterword({ ...page, around }, page.text, look);
  const { text, width: all, isMirrored } = page;
  const lines = followedBy(own, after, { text, all, isMirrored }, look);
  return { ...page, around, lines, ends, spots: spotsIn(lines) };
}

/** Like `relayPage`; the current match and the focused link stay on the screen. */
export function relayPageInView(page: Page, before: Look, look: Look): Page {
  const next = relayPage(page, look);
  const lines = ({ matches, here, spots, focus }: Page): (number | undefined)[] => [
    matches[here]?.line,
    spotOf(spots, focus)?.line,
  ];
  const now = lines(next);
  return lines(page).reduce<Page>((moved, was, index) => {
    const line = now[index];
    const wasSeen = was !== undefined && isInView(page, was, before);
    if (!wasSeen || line === undefined) return moved;
    // The user has not moved the page, so its place stays.
    const { top } = withLineInView(moved, line, look);
    return { ...moved, top };
  }, next);
}

/** The page with another search, at the same place. */
export function findInPage(page: Page, find: Find | undefined): Page {
  const there = { document: page.open.document, placed: page.placed };
  return { ...page, find, matches: matchesIn(page.lines.slice(0, page.own), find, there), here: -1 };
}

/** The page with a line at the top; of two pages, with the two on which it is. */
export function movedTo(page: Page, line: number): Page {
  const top = spreadTop(page.look, line);
  const place = placeOf(page.lines, top);
  return { ...page, top, hasSkipped: false, place, held: undefined, pointed: undefined };
}

/** Like `movedTo`, for a jump: it may pass text that the user has not seen. */
function jumped(page: Page, line: number, look: View): Page {
  const top = clamp(line <= FIRST ? 0 : line, 0, lastTop(page.lines, look));
  return { ...movedTo(page, top), hasSkipped: Math.abs(top - page.top) > seenRows(look) };
}

/** The position of a page, to return to. */
export function positionOf({ top, hasSkipped, place, held, find, here, focus }: Page): Position {
  return { top, hasSkipped, place, held, find, here, focus };
}

type Laid = Pick<
  Page,
  | "document"
  | "lines"
  | "own"
  | "ends"
  | "width"
  | "text"
  | "isMirrored"
  | "matches"
  | "spots"
  | "look"
  | "turns"
>;

/** The title does not touch the upper edge of the screen. */
const ABOVE_TITLE: Line = { spans: [], block: -1 };

/** The first line of the text. A jump to it shows the line above, too. */
const FIRST = 1;

/** An essay without notes needs no room for them. */
function layOut(page: Pick<Page, "open" | "essay" | "placed" | "find" | "around">, look: Look): Laid {
  const { open, essay, placed, find } = page;
  const { resolve } = look.library.targets;
  const document = withWikiLinks(woven(open.document, placed), (href) => resolve(href, essay.path));
  const notes = document.notes.length === 0 ? "inline" : look.notes;
  const shape = pageShape({ ...look, notes });
  const { width, text, notes: place } = shape;
  const patience = Math.floor(pageHeight(look.size) / 2);
  const type = typographyOf(open, look);
  const options = { width, notes: place, measure: text, patience, apart: hasSpread(look), ...type };
  const laid = [ABOVE_TITLE, ...layOutEssay(open, document, options)];
  const after = afterword({ ...page, document }, text, look);
  const isMirrored = isRightToLeftFlow(document.blocks);
  const columns = { text, all: width, isMirrored };
  const inMargin = { ...type, width: width - text - GAP };
  const noteLines = (note: number, block: number): Line[] => layoutNote(document, note, inMargin, block);
  const beside = place === "margin" ? { noteLines, patience } : undefined;
  const own = inPages(laid, { columns, beside }, look, after.lines.length);
  const lines = after.lines.length === 0 ? own : followedBy(own, after.lines, columns, look);
  return {
    document,
    lines,
    own: own.length,
    ends: after.ends,
    width,
    text,
    isMirrored,
    matches: matchesIn(own, find, { document: open.document, placed }),
    spots: spotsIn(lines),
    look: lookOf(look),
    turns: [],
  };
}

function inPages(
  lines: readonly Line[],
  { columns, beside }: { readonly columns: PageColumns; readonly beside: BesidePages | undefined },
  look: View,
  after: number,
): readonly Line[] {
  if (!hasSpread(look)) return onOnePage(lines, columns);
  return paged(lines, pageHeight(look.size), { columns, air: pageAir(look.size), beside }, after);
}

function followedBy(own: readonly Line[], after: readonly Line[], columns: PageColumns, look: View): Line[] {
  if (!hasSpread(look)) return [...own, ...onOnePage(after, columns)];
  return withMore(own, after, pageHeight(look.size), { columns, air: pageAir(look.size) });
}

function onOnePage(lines: readonly Line[], columns: PageColumns): readonly Line[] {
  return columns.isMirrored ? withNotesAtLeft(lines, columns) : lines;
}

/** The page scrolled so that a line is on the screen, at a third of its height if it was not visible before. */
export function withLineInView(page: Page, line: number, look: View): Page {
  if (isInView(page, line, look)) return page;
  return jumped(page, line - lead(look), look);
}

export function isInView(page: Pick<Page, "top">, line: number, look: View): boolean {
  return line >= page.top && line < page.top + seenRows(look);
}

/** The page with a line at the top, as far as its end allows. */
export function atLine(page: Page, line: number, look: View): Page {
  return jumped(page, line, look);
}

/** The page after a move or a jump between headings; undefined if `action` is neither. */
export function movePage(page: Page, action: Action, count: number, look: Look): Page | undefined {
  const extent = { height: seenRows(look), length: page.lines.length };
  const spreads = hasSpread(look) ? turnedBy(action) : undefined;
  const last = lastTop(page.lines, look);
  if (spreads !== undefined) return movedTo(page, clamp(page.top + spreads * count * extent.height, 0, last));
  const turn = turnsAfter(page, action, count, look);
  if (turn !== undefined) return { ...movedTo(page, turn.top), turnedTo: turn.top, turns: turn.turns };
  if (action === "percent") {
    const end = lastTop(page.lines.slice(0, page.own), look);
    return movedTo(page, Math.ceil((Math.min(100, count) * end) / 100));
  }
  const moved = moveTop(action, count, page.top, extent, last);
  if (moved !== undefined) return movedTo(page, moved);
  if (action !== "nextHeading" && action !== "previousHeading") return undefined;
  const headings = headingLines(page.lines.slice(0, page.own)).map(({ line }) => (line === FIRST ? 0 : line));
  const passed = headings.filter((line) => line <= page.top).length;
  const before = headings[passed - 1] === page.top ? passed - 1 : passed;
  const target = action === "nextHeading" ? passed + count - 1 : before - count;
  const line = headings[clamp(target, 0, headings.length - 1)];
  if (line === undefined) return page;
  return atLine(page, target < 0 ? 0 : line, look);
}

/** The number of spreads by which an action moves; undefined for other actions. */
function turnedBy(action: Action): number | undefined {
  if (action === "down" || action === "halfDown" || action === "pageDown") return 1;
  return action === "up" || action === "halfUp" || action === "pageUp" ? -1 : undefined;
}

/** The line of the current match, otherwise of the focused link or mark; undefined without either. */
export function lineOfFocus({ matches, here, spots, focus }: Page): number | undefined {
  return matches[here]?.line ?? spotOf(spots, focus)?.line;
}

/** The progress in per cent: 0 at the top, 100 if the end is on the screen. */
export function percent({ own, top }: Pick<Page, "own" | "top">, height: number): number {
  const last = own - height;
  return last <= 0 ? 100 : Math.floor((100 * Math.min(last, top)) / last);
}
