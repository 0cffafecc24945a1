/**
 * What the reader knows of the essay that is open: plain data, as all of the state.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Hyphens } from "../layout/hyphens.ts";
import type { Utterance } from "../formats/speech.ts";
import type { Tools } from "../layout/tools.ts";
import type { Line, Link } from "../layout/line.ts";
import type { NotesPlace } from "../layout/measure.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { Mark } from "../marks/mark.ts";
import type { MarkPlace } from "../marks/place.ts";
import type { Find, FoundMatch } from "../page/matches.ts";
import type { Place } from "../page/place.ts";
import type { HeardPlace } from "../page/spoken.ts";
import type { Spot } from "../page/spots.ts";
import type { Cell } from "../terminal/mouse.ts";
import type { Deed } from "./deed.ts";
import type { Around, Shelf, Shelved, Size } from "./shelf-state.ts";

/** What an essay is laid out by. */
export interface Look {
  readonly size: Size;
  /** Widest line of an essay, in columns. */
  readonly measure: number;
  /** Whether two pages are wanted side by side, where they fit. */
  readonly spread: boolean;
  /** Where notes stand; `auto` is in the margin where it fits, else inline. */
  readonly notes: NotesPlace | "auto";
  readonly wrap: Wrap;
  readonly hyphens: Hyphens;
  /** The language of essays that name none (BCP 47); undefined if it is to be found out. */
  readonly language: string | undefined;
  /** What colours code and sets mathematics, once it is loaded. */
  readonly tools: Tools;
  readonly library: Shelved;
  readonly shelf: Shelf;
}

/** The essay that is open. */
export interface Page {
  readonly open: OpenEssay;
  readonly essay: Essay;
  /** The tree, wiki links resolved by the library. */
  readonly document: Document;
  /** The reader's own marks, and where each of them stands. */
  readonly marks: readonly Mark[];
  readonly placed: readonly MarkPlace[];
  /** A note that was typed and not kept. */
  readonly draft: { readonly on: Noted; readonly text: string } | undefined;
  /** The mark to which the user went, until the next move. */
  readonly pointed: string | undefined;
  /** What takes back what was done to them, the latest last. */
  readonly undo: readonly Deed[];
  readonly lines: readonly Line[];
  /** What it was laid out by; a page that lies under others is laid out anew when it is seen again. */
  readonly look: Look;
  /** Columns of the whole page, a margin with notes included. */
  readonly width: number;
  /** Columns of what stands in the middle of the screen. */
  readonly middle: number;
  /** The first line on the screen. */
  readonly top: number;
  /** How many of the lines are the essay's; what follows them says what is around it. */
  readonly own: number;
  /** What is around it, once that is known. */
  readonly around: Around | undefined;
  /** The essays that links of what is around it lead to. */
  readonly ends: ReadonlyMap<Link, Essay>;
  /** Where the user was when the file was changed, until the next move: what is gone for a moment may come back. */
  readonly held: TextPlace | undefined;
  /** Blocks that were changed a moment ago. */
  readonly changed: ReadonlySet<number>;
  /** Where the last move led: what stays at the top when the page is laid out anew. */
  readonly place: Place;
  /** What is sought in it. */
  readonly find: Find | undefined;
  /** What was found, in the order of the lines. */
  readonly matches: readonly FoundMatch[];
  /** Index of the match that the user is at; -1 before the first. */
  readonly here: number;
  /** The links and marks in it, in the order of the lines. */
  readonly spots: readonly Spot[];
  /** The key of the link or mark that Enter follows. */
  readonly focus: string | undefined;
}

/** Where the user was before a jump. */
export interface Stop {
  readonly essay: Essay;
  readonly place: Place;
  readonly focus: string | undefined;
  /** The note that stood in a box over the page. */
  readonly note: number | undefined;
}

/** What a box holds that can be moved in. */
export interface Boxed {
  readonly lines: readonly Line[];
  readonly spots: readonly Spot[];
  readonly focus: string | undefined;
  readonly top: number;
}

/** A frame over the page: a note that is not on the screen, an address before it is opened, a formula that is too wide for the page. */
export interface Box extends Boxed {
  /** Columns of the lines that are left of what is seen. */
  readonly left: number;
  readonly holds:
    | { readonly kind: "note"; readonly number: number }
    | { readonly kind: "formula"; readonly tex: string }
    | { readonly kind: "address"; readonly href: string };
}

/** What is seen of an essay, or of a note of it, in a box over the screen that asked. */
export interface Peek extends Boxed {
  readonly open: OpenEssay;
  /** The tree, wiki links resolved by the library. */
  readonly document: Document;
  /** The block that it begins with, or the number of the note. */
  readonly shows:
    | { readonly kind: "text"; readonly block: number }
    | { readonly kind: "note"; readonly number: number };
}

/** What a note is on: a mark of the reader's, or a stretch of the essay's galley that is to become one. */
export type Noted =
  | { readonly kind: "mark"; readonly id: string }
  | { readonly kind: "passage"; readonly stretch: readonly [start: number, end: number] };

/** Where a page was, to come back to. */
export type Position = Pick<Page, "top" | "place" | "held" | "find" | "here" | "focus">;

/** What the keys mean in a page. */
export type PageMode =
  | { readonly kind: "read" }
  /** A text is typed that is sought in the page; `from` is where the page was before. */
  | { readonly kind: "find"; readonly text: string; readonly from: Position }
  /** Lines are chosen, from one to the other; `cursor` is the one that moves. */
  | { readonly kind: "select"; readonly anchor: number; readonly cursor: number }
  /** The essay is read aloud, a sentence after the other. */
  | {
      readonly kind: "aloud";
      readonly heard: readonly Utterance[];
      /** Where each of them stands. */
      readonly places: readonly HeardPlace[];
      /** Index of the one that is read. */
      readonly at: number;
      readonly isPaused: boolean;
      /** How often the voice has been given something else to read: what it says of another turn is late. */
      readonly turn: number;
    }
  /** Words are chosen, from one letter to the other; offsets in the galley of the essay, `cursor` is the one that moves. */
  | {
      readonly kind: "words";
      readonly anchor: number;
      readonly cursor: number;
      /** The cell in which the mouse was pressed, while it chooses them. */
      readonly from?: Cell;
    }
  /** A note is typed; `at` is where the cursor is in its text, `from` where the page was before. */
  | {
      readonly kind: "note";
      readonly on: Noted;
      readonly text: string;
      readonly at: number;
      readonly from: Position;
    }
  /** Boxes over the page, the last on top, one at least: a note's box may lead to another's. */
  | { readonly kind: "box"; readonly boxes: readonly Box[] };
