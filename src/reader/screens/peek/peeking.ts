/**
 * The content of a peek: an essay from a block on, or a note, laid out for the box.
 *
 *         page ─ i ─▶ peek ─ i ─▶ peek ─ i ─▶ peek      three deep; the screen below does not move
 */
import { findAnchor } from "../../../document/anchor.ts";
import type { Document } from "../../../document/document.ts";
import type { OpenEssay } from "../../../document/open-essay.ts";
import { findBlock } from "../../../document/text-place.ts";
import type { Essay } from "../../../essay/essay.ts";
import { layoutDocument, layoutNote } from "../../../layout/layout.ts";
import { type Line, type Link, span } from "../../../layout/line.ts";
import { withWikiLinks } from "../../../links/wiki-links.ts";
import { type Spot, spotsIn } from "../../../page/spots.ts";
import { label } from "../../../text/visible.ts";
import { isSame } from "../../arrange.ts";
import { FRAME, frameColumns } from "../../framed.ts";
import { listHeight } from "../../geometry.ts";
import { ask, only, type Updated } from "../../messages.ts";
import { filling } from "../../preview/filling.ts";
import { clamp } from "../../scroll.ts";
import { pushed } from "../../stack.ts";
import type { Landing, Look, Peek, PeekScreen, State } from "../../state.ts";
import { deadWords, otherWords } from "../page/dead-words.ts";
import { typographyOf } from "../../typography.ts";

/** The most stacked peeks. */
const DEEPEST = 3;
/** The most rows of an essay in a peek. */
const LONGEST = 150;
/** The largest part of the screen that a peek covers. */
const PART = 0.7;

/** Peeks at the target of a link; `end` is the essay that it leads to, if that is known. */
export function lookedAt(state: State, from: OpenEssay, link: Link, end?: Essay): Updated {
  const to = end ? { kind: "essay" as const, essay: end, heading: undefined } : resolved(state, from, link);
  const href = label(link.href);
  switch (to.kind) {
    case "essay":
      // An open essay need not be read again.
      if (isSame(to.essay, from.essay)) return only(peeked(state, from, atHeading(to.heading)));
      return isDeepest(state)
        ? only(tooDeep(state))
        : ask(state, { kind: "peek", essay: to.essay, at: atHeading(to.heading) });
    case "here":
      return only(peeked(state, from, atHeading(to.heading)));
    case "external":
      return only({ ...state, message: href });
    case "missing":
      return only({ ...state, message: deadWords(state, link.href, from.essay) });
    case "other":
      return only({ ...state, message: otherWords(link.href) });
  }
}

function resolved(
  state: State,
  { essay }: OpenEssay,
  { href }: Link,
): ReturnType<State["library"]["targets"]["resolve"]> {
  return state.library.targets.resolve(href, essay.path);
}

function atHeading(heading: string | undefined): Landing {
  return heading === undefined || heading === "" ? { kind: "block", block: 0 } : { kind: "heading", heading };
}

/** The state with a peek at an essay that was read. */
export function peeked(state: State, open: OpenEssay, at: Landing): State {
  const document = withWikiLinks(open.document, (href) =>
    state.library.targets.resolve(href, open.essay.path),
  );
  return withPeek(state, { open, document, shows: { kind: "text", block: blockOf(document, at) } });
}

/** The state with a peek at a note of the essay in the top box. */
export function noteLookedAt(state: State, { open, document }: Peek, number: number): State {
  return withPeek(state, { open, document, shows: { kind: "note", number } });
}

/** The links and marks in a peek. The number of a note and a wide formula lead nowhere from there. */
function spotsOn(lines: readonly Line[]): Spot[] {
  return spotsIn(lines).filter(({ target: { kind } }) => kind === "link" || kind === "citation");
}

type Shown = Pick<Peek, "open" | "document" | "shows">;

function withPeek(state: State, shown: Shown): State {
  if (isDeepest(state)) return tooDeep(state);
  const lines = linesOf(shown, state);
  const peek: Peek = { ...shown, lines, spots: spotsOn(lines), focus: undefined, top: 0 };
  const { screen } = state;
  if (screen.kind === "peek") return { ...state, screen: { ...screen, peeks: [...screen.peeks, peek] } };
  return pushed(state, { kind: "peek", peeks: [peek] });
}

function isDeepest({ screen }: State): boolean {
  return screen.kind === "peek" && screen.peeks.length >= DEEPEST;
}

function tooDeep(state: State): State {
  return { ...state, message: "peeks go three deep; Enter opens this one" };
}

function blockOf(document: Document, at: Landing): number {
  switch (at.kind) {
    case "heading":
      return findAnchor(document, at.heading) ?? 0;
    case "text":
      return findBlock(document, at.place);
    case "block":
    case "match":
    case "mark":
      return Math.max(0, at.block);
    case "stop":
      return Math.max(0, at.stop.place.block);
  }
}

function linesOf({ open, document, shows }: Shown, look: Look): Line[] {
  const width = frameColumns(look.size);
  const options = { width, ...typographyOf(open, look) };
  if (shows.kind === "note") return layoutNote(document, shows.number, options);
  const count = filling(document.blocks.slice(shows.block), LONGEST, width);
  const blocks = [shows.block, shows.block + count] as const;
  const lines = layoutDocument(document, { ...options, notes: "inline", blocks });
  return lines.length > 0 ? lines : [{ spans: [span("This essay has no text.", "quiet")], block: -1 }];
}

/** The rows inside the box. */
export function peekHeight({ lines }: Pick<Peek, "lines">, { size }: Pick<State, "size">): number {
  const most = Math.max(3, Math.floor(listHeight(size) * PART)) - FRAME.rows;
  return Math.max(1, Math.min(lines.length, most));
}

/** The peeks laid out for another size. */
export function relaidPeeks(state: State, screen: PeekScreen): PeekScreen {
  const peeks = screen.peeks.map((peek): Peek => {
    const lines = linesOf(peek, state);
    const top = Math.floor((peek.top * lines.length) / Math.max(1, peek.lines.length));
    return {
      ...peek,
      lines,
      spots: spotsOn(lines),
      top: clamp(top, 0, Math.max(0, lines.length - peekHeight({ lines }, state))),
    };
  });
  return { ...screen, peeks };
}
