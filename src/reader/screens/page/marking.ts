/**
 * Makes and removes the user's marks.
 */
import { anchorOf } from "../../../marks/anchor.ts";
import { galleyOf } from "../../../marks/galley.ts";
import type { Mark } from "../../../marks/mark.ts";
import { partAt, statementAt, statementsFrom, type Stretch } from "../../../page/passages.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { seenEnd } from "../../spread.ts";
import type { Look, Page, State } from "../../state.ts";
import {
  type CurrentPassage,
  currentPassage,
  isInHeading,
  isMatchInTitle,
  isSeen,
  languageOf,
  latestHere,
} from "./current-passage.ts";

/** Highlights a stretch of the galley. */
export function highlighted(state: State, page: Page, stretch: Stretch): Updated {
  if (coveredBy(page, stretch)) return only({ ...state, message: "that is highlighted already" });
  const range = galleyOf(page.open.document).rangeOf(stretch);
  const anchor = range && anchorOf(page.open, range);
  if (!anchor) return only({ ...state, message: "no words there to highlight" });
  return ask(state, { kind: "annotate", essay: page.essay, change: { do: "add", anchor } });
}

/** The mark that covers all of a stretch. */
function coveredBy(page: Page, [start, end]: Stretch): Mark | undefined {
  return placesOf(page).find(({ stretch: [from, to] }) => from <= start && to >= end)?.mark;
}

/** Whether the key skips a sentence: it does so for headings, headers of tables and sentences that are already marked. */
function isPassedOver(page: Page, stretch: Stretch): boolean {
  return isInHeading(page, stretch) || coveredBy(page, stretch) !== undefined;
}

/** Marks that are in the essay, each with its stretch of the galley. */
function placesOf({ open, placed }: Page): { mark: Mark; stretch: Stretch }[] {
  const galley = galleyOf(open.document);
  return placed.flatMap(({ mark, placed: own }) => {
    const stretch = own && galley.stretchOf(own.range);
    return stretch ? [{ mark, stretch }] : [];
  });
}

/**
 * Highlights `count` sentences from the one under the eye on. If the user points at nothing, they
 * begin after the latest mark, and highlighted sentences are skipped, so that the key continues
 * from sentence to sentence.
 */
export function sentencesHighlighted(state: State, page: Page, count: number): Updated {
  if (isMatchInTitle(state, page)) return only({ ...state, message: TITLE });
  const stretch = sentencesHere(state, page, count);
  return stretch ? highlighted(state, page, stretch) : only({ ...state, message: "no sentence here" });
}

/** The message about a match where no mark can be. */
export const TITLE = "the title can't be marked: n goes to the next match, Esc ends the search";

/** `count` sentences or rows of a table from the one under the eye on, as one stretch. */
export function sentencesHere(
  look: Look,
  page: Page,
  count: number,
  skipsMarked = true,
): Stretch | undefined {
  const here = fromHere(look, page, skipsMarked);
  if (!here || (here.isMatch && count === 1)) return here?.stretch;
  const galley = galleyOf(page.open.document);
  const language = languageOf(page, look);
  const own = here.isLatest ? undefined : statementAt(galley, here.stretch[0], language);
  const stretch = own ?? here.stretch;
  const start = stretch[here.isLatest && skipsMarked ? 1 : 0];
  const [, limit] = partAt(galley, here.stretch[0]);
  let first: number | undefined;
  let left = count;
  for (const [from, to] of statementsFrom(galley, start, language)) {
    if (
      from < start ||
      (first === undefined && skipsMarked && !here.isPointed && isPassedOver(page, [from, to]))
    )
      continue;
    if (!isSeen(look, page, from) && first === undefined) return stretch;
    // A heading between two sentences is highlighted with them, but is none.
    if (first === undefined || !isInHeading(page, [from])) left--;
    first ??= from;
    if (left === 0 || to >= limit) return [first, to];
  }
  return first === undefined ? stretch : [first, limit];
}

/** The passage from which sentences are counted. If highlighted ones are skipped, the match or the focus comes before the latest mark. */
function fromHere(
  look: Look,
  page: Page,
  skipsMarked: boolean,
): (CurrentPassage & { readonly isLatest?: true }) | undefined {
  const here = currentPassage(look, page);
  const latest = skipsMarked && here?.isPointed ? undefined : latestHere(look, page);
  return latest ? { stretch: latest, isMatch: false, isPointed: false, isLatest: true } : here;
}

/** Removes the marks on a stretch. */
export function removedAt(state: State, page: Page, [start, end]: Stretch): Updated {
  const own = placesOf(page).filter(({ stretch: [from, to] }) => from < end && to > start);
  return removed(
    state,
    page,
    own.map(({ mark }) => mark),
  );
}

/**
 * Removes the latest mark, or the one that the user points at, else the first on the screen. Pressed again on the same screen, the key
 * removes only a mark that the user points at: the first mark on the screen may be one that was made long ago.
 */
export function removedHere(state: State, page: Page): Updated {
  const mark = markHere(state, page);
  if (mark && page.unmarkedAt === page.top && !isPointedAt(state, page, mark))
    return only({ ...state, message: POINT });
  return removed(state, page, mark ? [mark] : []);
}

const POINT = "removed already: to remove another mark, go to it first (H lists them)";

function isPointedAt(look: Look, page: Page, mark: Mark): boolean {
  const here = currentPassage(look, page);
  return here?.isPointed === true && markOn(page, here.stretch)?.id === mark.id;
}

function removed(state: State, page: Page, marks: readonly Mark[]): Updated {
  if (marks.length === 0) return only({ ...state, message: "none of your marks is here" });
  return ask(
    state,
    ...marks.map(({ id }) => ({
      kind: "annotate" as const,
      essay: page.essay,
      change: { do: "remove" as const, id },
    })),
  );
}

/** The latest mark if it is on the screen, or the one that the user points at, else the first on the screen. */
function markHere(look: Look, page: Page): Mark | undefined {
  const latest = latestMark(look, page);
  if (latest) return latest;
  const here = currentPassage(look, page);
  const pointed = here?.isPointed === true ? markOn(page, here.stretch) : undefined;
  if (pointed) return pointed;
  const id = page.lines
    .slice(page.top, seenEnd(page, look))
    .flatMap(({ spans }) => spans)
    .find(({ mine }) => mine !== undefined)?.mine;
  return page.marks.find((mark) => mark.id === id);
}

/** The mark that the user made or changed last, while it is on the screen. */
export function latestMark(look: Look, page: Page): Mark | undefined {
  return latestHere(look, page) && page.marks.find(({ id }) => id === page.latest);
}

/** The stretch of the galley that a mark covers. */
export function passageOf(page: Page, id: string): Stretch | undefined {
  return placesOf(page).find(({ mark }) => mark.id === id)?.stretch;
}

/** A mark that overlaps a stretch. */
export function markOn(page: Page, [start, end]: Stretch): Mark | undefined {
  return placesOf(page).find(({ stretch: [from, to] }) => from < end && to > start)?.mark;
}

/** Undoes the last change. */
export function undone(state: State, page: Page): Updated {
  const change = page.undo.at(-1);
  const { screen } = state;
  if (!change || screen.kind !== "page") return only({ ...state, message: "nothing to undo" });
  const left = { ...screen, page: { ...screen.page, undo: page.undo.slice(0, -1) } };
  return ask({ ...state, screen: left }, { kind: "annotate", essay: page.essay, change, isUndo: true });
}
