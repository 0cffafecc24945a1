/**
 * Goes through the links and marks of a page, and follows them.
 */
import { isolated } from "../../../layout/direction.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import { findAnchor } from "../../../document/anchor.ts";
import type { Essay } from "../../../essay/essay.ts";
import { linkedTag } from "../../../links/tag-link.ts";
import { lineOfBlock } from "../../../page/laid-essay.ts";
import { lineOf } from "../../../page/place.ts";
import { type Spot, spotOf } from "../../../page/spots.ts";
import { label } from "../../../text/visible.ts";
import { isSame, rearranged } from "../../arrange.ts";
import { hint } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { stepped } from "../../scroll.ts";
import { seenRows } from "../../spread.ts";
import { onShelfAlone } from "../../stack.ts";
import type { Page, PageScreen, State, Stop } from "../../state.ts";
import { topBox, withBox } from "./box.ts";
import { deadWords, otherWords } from "./dead-words.ts";
import { atLine, isInView, withLineInView } from "./page.ts";

/** A trail longer than this forgets its beginning. */
const LONGEST_TRAIL = 100;

/** The page with the focus `step` links and marks further on. After the last comes the first. */
export function focusMoved(state: State, screen: PageScreen, step: number): State {
  const { page } = screen;
  const stops = page.spots.filter(({ target }) => target.kind !== "note");
  if (stops.length === 0) return { ...state, message: "no links or marks in this essay" };
  const bottom = page.top + seenRows(state);
  const here = spotOf(page.spots, page.focus);
  const isSeen = here !== undefined && isInView(page, here.line, state);
  // This counts from the focus if it is on the screen, otherwise from the edge of the screen.
  const after = isSeen
    ? stops.findIndex((spot) => isAfter(spot, here))
    : stops.findIndex(({ line }) => line >= (step > 0 ? page.top : bottom));
  const below = after < 0 ? stops.length : after;
  const isStop = isSeen && here.target.kind !== "note";
  const from = step > 0 ? below - 1 : below - (isStop ? 1 : 0);
  const { index, isWrapped } = stepped(from, step, stops.length);
  const spot = stops[index]!;
  const wrapped = isWrapped ? (step > 0 ? " (from the top)" : " (from the end)") : "";
  const message = targetWords(state, page, spot) + wrapped;
  return focused(state, screen, spot, message);
}

function isAfter(spot: Spot, other: Spot): boolean {
  return spot.line > other.line || (spot.line === other.line && spot.span > other.span);
}

function focused(state: State, screen: PageScreen, spot: Spot, message: string): State {
  const page = withLineInView({ ...screen.page, focus: spot.key, latest: undefined }, spot.line, state);
  return { ...state, screen: { ...screen, page }, message };
}

/** The target of a link or mark, for the status line. */
export function targetWords(state: State, page: Page, { target }: Spot): string {
  if (target.kind === "formula") return "Enter shows the whole formula";
  if (target.kind === "note") return `note ${target.number}: Enter goes back to its number`;
  if (target.kind === "citation") return `to note ${target.number}`;
  const end = page.ends.get(target.link);
  if (end) return `to “${isolated(titleLabel(end))}”`;
  const { href } = target.link;
  const to = state.library.targets.resolve(href, page.essay.path);
  switch (to.kind) {
    case "essay": {
      const heading = to.heading === undefined || to.heading === "" ? "" : ` #${label(to.heading)}`;
      return isSame(to.essay, page.essay)
        ? `to${heading || " the beginning"}`
        : `to “${isolated(titleLabel(to.essay))}”${heading}`;
    }
    case "here":
      return to.heading === "" ? "to the beginning" : `to #${label(to.heading)}`;
    case "missing": {
      const tag = linkedTag(href, tagsOf(state));
      return tag === undefined ? deadWords(state, href, page.essay) : `to the essays tagged ${label(tag)}`;
    }
    default:
      return `to ${label(href)}`;
  }
}

/** Follows the link or mark that has the focus. */
export function followFocus(state: State, screen: PageScreen): Updated {
  const spot = spotOf(screen.page.spots, screen.page.focus);
  if (!spot || !isInView(screen.page, spot.line, state))
    return only({ ...state, message: "Tab goes to a link, a note or a mark, Enter follows it" });
  return follow(state, screen, spot);
}

/** Follows a spot of the page, or of the box over it. */
export function follow(state: State, screen: PageScreen, { target }: Spot): Updated {
  if (target.kind === "citation") return only(toNote(state, screen, target.number));
  if (target.kind === "note") return only(toCitation(state, screen, target.number));
  if (target.kind === "formula") return only({ ...state, screen: withBox(screen, target, state) });
  const { page } = screen;
  const end = page.ends.get(target.link);
  if (end) return toEssay(state, screen, end, undefined);
  const { href } = target.link;
  const to = state.library.targets.resolve(href, page.essay.path);
  switch (to.kind) {
    case "essay":
      if (isSame(to.essay, page.essay)) return only(toHeading(state, screen, to.heading ?? ""));
      return toEssay(state, screen, to.essay, to.heading);
    case "here":
      return only(toHeading(state, screen, to.heading));
    case "external":
      return only({ ...state, screen: withBox(screen, { kind: "address", href }, state) });
    case "missing": {
      const tag = linkedTag(href, tagsOf(state));
      return only(
        tag === undefined ? { ...state, message: deadWords(state, href, page.essay) } : toTag(state, tag),
      );
    }
    case "other":
      return only({ ...state, message: otherWords(href) });
  }
}

function toEssay(state: State, screen: PageScreen, essay: Essay, heading: string | undefined): Updated {
  const left: State = { ...state, screen: { ...screen, mode: { kind: "read" }, trail: withStop(screen) } };
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
  return { ...onShelfAlone(shelf), message: back };
}

/** Goes to the note if it is on the screen, otherwise shows it in a box. */
function toNote(state: State, screen: PageScreen, number: number): State {
  const { page, mode } = screen;
  const lead = page.spots.find(({ target }) => target.kind === "note" && target.number === number);
  if (mode.kind === "read" && lead && isInView(page, lead.line, state))
    return focused(state, screen, lead, targetWords(state, page, lead));
  return { ...state, screen: withBox(screen, { kind: "note", number }, state) };
}

function toCitation(state: State, screen: PageScreen, number: number): State {
  const { page } = screen;
  const mark = page.spots.find(({ target }) => target.kind === "citation" && target.number === number);
  return mark ? focused(state, { ...screen, mode: { kind: "read" } }, mark, "") : state;
}

/** To a heading of the page; to its beginning, if there is none. */
function toHeading(state: State, screen: PageScreen, anchor: string): State {
  const block = anchor === "" ? undefined : findAnchor(screen.page.document, anchor);
  const line = block === undefined ? 0 : lineOfBlock(screen.page.lines, block);
  const jumped = jumpedTo(state, screen, line);
  return anchor === "" || block !== undefined
    ? jumped
    : { ...jumped, message: `no heading #${label(anchor)} here` };
}

/** The page with a line at the top. The trail remembers the place before. */
export function jumpedTo(state: State, screen: PageScreen, line: number): State {
  const page = atLine(screen.page, line, state);
  return { ...state, screen: { ...screen, page, mode: { kind: "read" }, trail: withStop(screen) } };
}

/** The trail with the current place, on the page or in a box over it. */
export function withStop({ page, trail, mode }: PageScreen): readonly Stop[] {
  const { essay, place, focus } = page;
  const holds = mode.kind === "box" ? topBox(mode).holds : undefined;
  const note = holds?.kind === "note" ? holds.number : undefined;
  return [...trail, { essay, place, focus, note }].slice(-LONGEST_TRAIL);
}

/** The page as it was when the user left it. */
export function atStop(page: Page, { place, focus }: Stop, state: State): Page {
  return { ...atLine(page, lineOf(page.lines, place), state), focus };
}

/** Opens the box again that was over the page. */
export function withStopsBox(state: State, { note }: Stop): State {
  const { screen } = state;
  if (screen.kind !== "page" || note === undefined) return state;
  return { ...state, screen: withBox(screen, { kind: "note", number: note }, state) };
}

/** Goes back to the place before the last jump. */
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

/** Every tag of the essays that are shown, as they spell it. */
function tagsOf({ library }: State): string[] {
  return library.essays.flatMap(({ tags }) => tags);
}
