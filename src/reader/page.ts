/**
 * An open essay: laid out for the screen, and its moves.
 */
import type { Document } from "../document/document.ts";
import { titled } from "../document/title.ts";
import { longDate } from "../essay/date.ts";
import type { Essay } from "../essay/essay.ts";
import { type Header, layoutDocument } from "../layout/layout.ts";
import { label } from "../text/visible.ts";
import { minutes } from "../text/words.ts";
import { afterword } from "./afterword.ts";
import { pageHeight, pageShape } from "./geometry.ts";
import { type Find, matchesIn } from "./find.ts";
import type { Action } from "./keymap.ts";
import { lineOf, placeOf } from "../page/place.ts";
import { clamp, moveTop } from "./scroll.ts";
import { spotOf, spotsIn } from "../page/spots.ts";
import type { Around, Page, State } from "./state.ts";

export type Look = Pick<State, "size" | "measure" | "notes" | "wrap" | "highlighter" | "library" | "shelf">;

export function openPage(essay: Essay, document: Document, look: Look): Page {
  const { document: body, showsTitle } = titled(document, essay.title, essay.titleFrom === "heading");
  const changed = new Set<number>();
  const own = { essay, document: body, showsTitle, find: undefined, around: undefined, changed };
  const laid = layOut(own, look);
  return {
    ...own,
    ...laid,
    top: 0,
    place: placeOf(laid.lines, 0),
    here: -1,
    focus: undefined,
    held: undefined,
  };
}

/** The page laid out anew; its place stays at the top of the screen, so far as the page's end allows. */
export function relayPage(page: Page, look: Look): Page {
  const laid = layOut(page, look);
  return { ...page, ...laid, top: clamp(lineOf(laid.lines, page.place), 0, lastTop(laid.lines, look)) };
}

/** The page with what is around it told at its end; its own lines stay as they are. */
export function withAround(page: Page, around: Around, look: Look): Page {
  const { lines: after, ends } = afterword({ ...page, around }, Math.min(look.measure, page.width), look);
  const lines = [...page.lines.slice(0, page.own), ...after];
  return { ...page, around, lines, ends, spots: spotsIn(lines) };
}

/** As `relayPage`; the match and the link that one is at stay on the screen, if they were there. */
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
    // What is laid out anew has not been moved by anybody: its place is what it was.
    const { top } = withLineInView(moved, line, look);
    return { ...moved, top };
  }, next);
}

/** The page with what is sought in it marked, and nothing else changed. */
export function findInPage(page: Page, find: Find | undefined, look: Look): Page {
  return { ...relayPage({ ...page, find }, look), here: -1 };
}

export function movedTo(page: Page, top: number): Page {
  return { ...page, top, place: placeOf(page.lines, top), held: undefined };
}

type Laid = Pick<Page, "lines" | "own" | "ends" | "width" | "matches" | "spots">;

/** An essay without notes needs no room for them. */
function layOut(page: Pick<Page, "essay" | "document" | "showsTitle" | "find" | "around">, look: Look): Laid {
  const { essay, document, showsTitle, find } = page;
  const notes = document.notes.length === 0 ? "inline" : look.notes;
  const shape = pageShape({ ...look, notes });
  const { measure, wrap, highlighter } = look;
  const marks = "superscript" as const;
  const options = { ...shape, marks, measure, wrap, highlighter, matcher: find?.matcher };
  const own = layoutDocument(document, options, headerOf(essay, showsTitle));
  const after = afterword(page, Math.min(measure, shape.width), look);
  const lines = after.lines.length === 0 ? own : [...own, ...after.lines];
  return {
    lines,
    own: own.length,
    ends: after.ends,
    width: shape.width,
    matches: find ? matchesIn(own) : [],
    spots: spotsIn(lines),
  };
}

function headerOf(essay: Essay, showsTitle: boolean): Header {
  const meta = [
    essay.date && longDate(essay.date),
    essay.tags.map(label).join(", "),
    `${minutes(essay.words)} min`,
  ];
  const [problem] = essay.problems;
  return {
    ...(!showsTitle && { title: label(essay.title) }),
    meta: meta.filter((part) => part).join("  ·  "),
    ...(problem && {
      problem:
        problem.line === undefined
          ? problem.message
          : `line ${problem.line}, column ${problem.column ?? 1}: ${problem.message}`,
    }),
  };
}

export function lastTop(lines: Page["lines"], { size }: Pick<Look, "size">): number {
  return Math.max(0, lines.length - pageHeight(size));
}

/** The page moved so far that a line is on the screen, at a third of it if it was not there before. */
export function withLineInView(page: Page, line: number, look: Pick<Look, "size">): Page {
  if (isInView(page, line, look)) return page;
  return movedTo(page, clamp(line - Math.floor(pageHeight(look.size) / 3), 0, lastTop(page.lines, look)));
}

export function isInView(page: Page, line: number, { size }: Pick<Look, "size">): boolean {
  return line >= page.top && line < page.top + pageHeight(size);
}

/** The page after a move or a jump between headings; undefined if `action` is neither. */
export function movePage(page: Page, action: Action, count: number, look: Look): Page | undefined {
  const height = pageHeight(look.size);
  const moved = moveTop(action, count, page.top, height, page.lines.length);
  if (moved !== undefined) return movedTo(page, moved);
  if (action !== "nextHeading" && action !== "previousHeading") return undefined;
  const headings = headingLines(page).map(({ line }) => line);
  const passed = headings.filter((line) => line <= page.top).length;
  const before = headings[passed - 1] === page.top ? passed - 1 : passed;
  const target = action === "nextHeading" ? passed + count - 1 : before - count;
  const line = headings[clamp(target, 0, headings.length - 1)];
  if (line === undefined) return page;
  return movedTo(page, target < 0 ? 0 : clamp(line, 0, lastTop(page.lines, look)));
}

/** The first line of each heading of the essay itself. */
export function headingLines({ lines, own }: Pick<Page, "lines" | "own">): { line: number; block: number }[] {
  const found: { line: number; block: number }[] = [];
  lines.slice(0, own).forEach((line, index) => {
    const before = lines[index - 1];
    const goesOn = before?.block === line.block && isHeading(before);
    if (isHeading(line) && !goesOn) found.push({ line: index, block: line.block });
  });
  return found;
}

/** Whether a line is a heading's, perhaps with a note beside it. */
function isHeading({ note, spans }: Page["lines"][number]): boolean {
  return (
    note === undefined && spans.some(({ roles }) => roles.includes("heading") && !roles.includes("note"))
  );
}

/** The first line of a block's own text. */
export function lineOfBlock(lines: Page["lines"], block: number): number {
  const first = lines.findIndex(
    (line) => line.block === block && line.note === undefined && line.spans.length > 0,
  );
  return Math.max(0, first);
}

/** How much of the essay is above the bottom of the screen, in per cent. */
export function percent({ own, top }: Pick<Page, "own" | "top">, height: number): number {
  if (own <= height) return 100;
  return Math.floor((100 * Math.min(own, top + height)) / own);
}
