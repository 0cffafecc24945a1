/**
 * Going through the links and marks of a page, and following them.
 */
import { findHeading } from "../document/anchor.ts";
import type { Essay } from "../essay/essay.ts";
import { linkIndex } from "../links/link-target.ts";
import { label } from "../text/visible.ts";
import { addressBox, noteBox } from "./box.ts";
import { pageHeight } from "./geometry.ts";
import { isInView, lastTop, lineOfBlock, movedTo, withLineInView } from "./page.ts";
import { lineOf } from "../page/place.ts";
import { hint } from "./keymap.ts";
import { isSame, rearranged } from "./rearrange.ts";
import { linkedTag } from "../links/tag-link.ts";
import { clamp } from "./scroll.ts";
import { type Spot, spotOf } from "../page/spots.ts";
import type { Updated } from "./messages.ts";
import type { BoxScreen, Page, PageScreen, State, Stop } from "./state.ts";
import { ask, only } from "./updated.ts";

/** A trail longer than this forgets its beginning. */
const LONGEST_TRAIL = 100;

/** The page with the focus so many links and marks further on; from the last comes the first. */
export function focusMoved(state: State, screen: PageScreen, step: number): State {
  const { page } = screen;
  const stops = page.spots.filter(({ target }) => target.kind !== "note");
  if (stops.length === 0) return { ...state, message: "no links or marks in this essay" };
  const bottom = page.top + pageHeight(state.size);
  const here = spotOf(page.spots, page.focus);
  const isSeen = here !== undefined && isInView(page, here.line, state);
  // From what has the focus, if it is on the screen; else from the edge of the screen.
  const after = isSeen
    ? stops.findIndex((spot) => isAfter(spot, here))
    : stops.findIndex(({ line }) => line >= (step > 0 ? page.top : bottom));
  const below = after < 0 ? stops.length : after;
  const isStop = isSeen && here.target.kind !== "note";
  const target = step > 0 ? below + step - 1 : below + step - (isStop ? 1 : 0);
  const wrapped = ((target % stops.length) + stops.length) % stops.length;
  const spot = stops[wrapped]!;
  const message =
    targetWords(state, page, spot) +
    (wrapped === target ? "" : step > 0 ? " (from the top)" : " (from the end)");
  return focused(state, screen, spot, message);
}

function isAfter(spot: Spot, other: Spot): boolean {
  return spot.line > other.line || (spot.line === other.line && spot.span > other.span);
}

function focused(state: State, screen: PageScreen, spot: Spot, message: string): State {
  const page = withLineInView({ ...screen.page, focus: spot.key }, spot.line, state);
  return { ...state, screen: { ...screen, page }, message };
}

/** Where a link or mark leads, for the status line. */
export function targetWords(state: State, page: Page, { target }: Spot): string {
  if (target.kind === "note") return `note ${target.number}: Enter goes back to its mark`;
  if (target.kind === "citation") return `to note ${target.number}`;
  const end = page.ends.get(target.link);
  if (end) return `to “${label(end.title)}”`;
  const { href } = target.link;
  const to = linkIndex(state.library.all).resolve(href, page.essay.path);
  switch (to.kind) {
    case "essay": {
      const heading = to.heading === undefined || to.heading === "" ? "" : ` #${label(to.heading)}`;
      return isSame(to.essay, page.essay)
        ? `to${heading || " the beginning"}`
        : `to “${label(to.essay.title)}”${heading}`;
    }
    case "here":
      return to.heading === "" ? "to the beginning" : `to #${label(to.heading)}`;
    case "missing": {
      const tag = linkedTag(href, state.library);
      return tag === undefined ? deadWords(href) : `to the essays tagged ${label(tag)}`;
    }
    default:
      return `to ${label(href)}`;
  }
}

function deadWords(href: string): string {
  return `${label(href)} leads nowhere: no essay here is called so`;
}

/** Follows the link or mark that has the focus. */
export function followFocus(state: State, screen: PageScreen): Updated {
  const spot = spotOf(screen.page.spots, screen.page.focus);
  if (!spot || !isInView(screen.page, spot.line, state))
    return only({ ...state, message: "Tab goes to a link or a mark, Enter follows it" });
  return follow(state, screen, screen, spot);
}

/** Follows a spot of the page, or of a box over it. */
export function follow(
  state: State,
  screen: PageScreen,
  from: PageScreen | BoxScreen,
  { target }: Spot,
): Updated {
  if (target.kind === "citation") return only(toNote(state, screen, from, target.number));
  if (target.kind === "note") return only(toCitation(state, screen, target.number));
  const { page } = screen;
  const end = page.ends.get(target.link);
  if (end) return toEssay(state, screen, from, end, undefined);
  const { href } = target.link;
  const to = linkIndex(state.library.all).resolve(href, page.essay.path);
  switch (to.kind) {
    case "essay":
      if (isSame(to.essay, page.essay)) return only(toHeading(state, screen, from, to.heading ?? ""));
      return toEssay(state, screen, from, to.essay, to.heading);
    case "here":
      return only(toHeading(state, screen, from, to.heading));
    case "external":
      return only({ ...state, screen: addressBox(from, href, state) });
    case "missing": {
      const tag = linkedTag(href, state.library);
      return only(tag === undefined ? { ...state, message: deadWords(href) } : toTag(state, tag));
    }
    case "other":
      return only({ ...state, message: `${label(href)} is no essay, and nothing that ibid opens` });
  }
}

function toEssay(
  state: State,
  screen: PageScreen,
  from: PageScreen | BoxScreen,
  essay: Essay,
  heading: string | undefined,
): Updated {
  const left: State = { ...state, screen: { ...screen, trail: withStop(screen, from) } };
  const isNamed = heading !== undefined && heading !== "";
  return ask(left, {
    kind: "open",
    essay,
    landing: isNamed ? { kind: "heading", heading } : { kind: "block", block: -1 },
  });
}

/** To the shelf of a tag. */
function toTag(state: State, tag: string): State {
  const shelf = rearranged(state, { tags: [tag], query: "" });
  const [back = ""] = hint(state.keymap, "shelf", "continue", "goes back to the essay");
  return { ...shelf, screen: { kind: "shelf" }, message: back };
}

/** To the note where it is on the screen; else it is shown in a box. */
function toNote(state: State, screen: PageScreen, from: PageScreen | BoxScreen, number: number): State {
  const { page } = screen;
  const lead = page.spots.find(({ target }) => target.kind === "note" && target.number === number);
  if (from.kind === "page" && lead && isInView(page, lead.line, state))
    return focused(state, screen, lead, targetWords(state, page, lead));
  return { ...state, screen: noteBox(from, screen.page, number, state) };
}

function toCitation(state: State, screen: PageScreen, number: number): State {
  const { page } = screen;
  const mark = page.spots.find(({ target }) => target.kind === "citation" && target.number === number);
  return mark ? focused(state, screen, mark, "") : state;
}

/** To a heading of the page; to its beginning, if there is none. */
function toHeading(state: State, screen: PageScreen, from: PageScreen | BoxScreen, anchor: string): State {
  const heading = anchor === "" ? undefined : findHeading(screen.page.document, anchor);
  const line = heading ? lineOfBlock(screen.page.lines, heading.block) : 0;
  const jumped = jumpedTo(state, screen, line, from);
  return anchor === "" || heading ? jumped : { ...jumped, message: `no heading #${label(anchor)} here` };
}

/** The page with a line at the top; where one was is kept for the way back. */
export function jumpedTo(
  state: State,
  screen: PageScreen,
  line: number,
  from: PageScreen | BoxScreen = screen,
): State {
  const { page } = screen;
  const moved = movedTo(page, clamp(line, 0, lastTop(page.lines, state)));
  return { ...state, screen: { ...screen, page: moved, trail: withStop(screen, from) } };
}

/** The trail with where one is now, on the page or in a box over it. */
export function withStop(
  { page, trail }: PageScreen,
  from: PageScreen | BoxScreen | undefined = undefined,
): readonly Stop[] {
  const { essay, place, focus } = page;
  const note = from?.kind === "box" && from.box.holds.kind === "note" ? from.box.holds.number : undefined;
  return [...trail, { essay, place, focus, note }].slice(-LONGEST_TRAIL);
}

/** The page as it was when one left it. */
export function atStop(page: Page, { place, focus }: Stop, state: State): Page {
  const top = clamp(lineOf(page.lines, place), 0, lastTop(page.lines, state));
  return { ...movedTo(page, top), focus };
}

/** The box that stood over the page is opened again. */
export function withStopsBox(state: State, { note }: Stop): State {
  const { screen } = state;
  if (screen.kind !== "page" || note === undefined) return state;
  return { ...state, screen: noteBox(screen, screen.page, note, state) };
}

/** Back to where one was before the last jump. */
export function goBack(state: State, screen: PageScreen, count: number): Updated {
  const { trail } = screen;
  const stop = trail.at(-count) ?? trail[0];
  if (!stop) return only({ ...state, message: "nothing to go back to; q leaves the essay" });
  const next: PageScreen = { ...screen, trail: trail.slice(0, Math.max(0, trail.length - count)) };
  if (isSame(stop.essay, screen.page.essay))
    return only(
      withStopsBox({ ...state, screen: { ...next, page: atStop(screen.page, stop, state) } }, stop),
    );
  return ask(
    { ...state, screen: next },
    { kind: "open", essay: stop.essay, landing: { kind: "stop", stop } },
  );
}
