/**
 * The state of the open essay: plain data.
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
import type { MarkChange } from "./mark-change.ts";
import type { RelatedEssays, Shelf, Shelved, Size } from "./shelf-state.ts";

/** The parts of the state that decide how an essay is laid out. */
export interface Look {
  readonly size: Size;
  /** Widest line of an essay, in columns. */
  readonly measure: number;
  /** Whether the user wants two pages side by side if they fit. */
  readonly spread: boolean;
  /** The place of notes; `auto` is the margin if it fits, otherwise inline. */
  readonly notes: NotesPlace | "auto";
  readonly wrap: Wrap;
  readonly hyphens: Hyphens;
  /** The language of essays that name none (BCP 47); undefined if it is detected. */
  readonly language: string | undefined;
  /** The tools that colour code and set mathematics, once they are loaded. */
  readonly tools: Tools;
  readonly library: Shelved;
  readonly shelf: Shelf;
}

/** The open essay. */
export interface Page {
  readonly open: OpenEssay;
  readonly essay: Essay;
  /** The tree, wiki links resolved by the library. */
  readonly document: Document;
  /** The user's marks, and where each of them is. */
  readonly marks: readonly Mark[];
  readonly placed: readonly MarkPlace[];
  /** The marks whose essays were not found when they were last read; they can be attached to words of this essay. */
  readonly homeless: readonly Mark[];
  /** The text of a note that the user typed but did not save. */
  readonly draft:
    | { readonly on: NotedPassage; readonly text: string; readonly over: string | undefined }
    | undefined;
  /** The id of the mark that the user went to, until the next move. */
  readonly pointed: string | undefined;
  /** The id of the mark that the user made or changed last, until the user points at something else. */
  readonly latest: string | undefined;
  /** The first line on the screen when a mark was removed, until a mark is made or the page is turned. */
  readonly unmarkedAt?: number | undefined;
  /** What undoes the user's changes of marks, the latest last. */
  readonly undo: readonly MarkChange[];
  readonly lines: readonly Line[];
  /** The settings of the last layout. A page under other screens is laid out again when it is shown again. */
  readonly look: Look;
  /** Columns of the whole page, a margin with notes included. */
  readonly width: number;
  /** Columns of its text; for two pages, of each text. */
  readonly text: number;
  /** Whether the text is right-to-left; notes are then at its left. */
  readonly isMirrored: boolean;
  /** The first line on the screen. */
  readonly top: number;
  /** Whether the last move passed text that was not on the screen. Then the user has not read up to here. */
  readonly hasSkipped: boolean;
  /** The first line on the screen after the last turn of a page; undefined before the first. */
  readonly turnedTo?: number;
  /** The turns that led to it in this layout, the last one last. */
  readonly turns: readonly Turn[];
  /** The number of lines of the essay itself; the lines after them are the afterword. */
  readonly own: number;
  /** Related essays, once they are found. */
  readonly around: RelatedEssays | undefined;
  /** The essays to which links of the afterword lead. */
  readonly ends: ReadonlyMap<Link, Essay>;
  /**
   * The place of the user when the file was changed, until the next move: text that is gone for a moment may come back.
   */
  readonly held: TextPlace | undefined;
  /** Blocks that have just changed. */
  readonly changed: ReadonlySet<number>;
  /** The target of the last move. It stays at the top in another layout. */
  readonly place: Place;
  /** The text that the user searches for in it. */
  readonly find: Find | undefined;
  /** The matches, in the order of the lines. */
  readonly matches: readonly FoundMatch[];
  /** Index of the match that the user is at; -1 before the first. */
  readonly here: number;
  /** The links and marks in it, in the order of the lines. */
  readonly spots: readonly Spot[];
  /** The key of the link or mark that Enter follows. */
  readonly focus: string | undefined;
}

/** A turn of a page, from one first line on the screen to another. */
export interface Turn {
  readonly action: "pageDown" | "pageUp" | "halfDown" | "halfUp";
  readonly from: number;
  readonly to: number;
}

/** Where the user was before a jump. */
export interface Stop {
  readonly essay: Essay;
  readonly place: Place;
  readonly focus: string | undefined;
  /** The note that was in a box over the page. */
  readonly note: number | undefined;
}

/** The content of a box that can be scrolled. */
export interface Boxed {
  readonly lines: readonly Line[];
  readonly spots: readonly Spot[];
  readonly focus: string | undefined;
  readonly top: number;
}

/** A frame over the page: a note that is not on the screen, an address before it is opened, a formula that is too wide for the page. */
export interface Box extends Boxed {
  /** The number of columns inside the frame. */
  readonly columns: number;
  /** The number of columns scrolled out at the left. */
  readonly left: number;
  readonly holds:
    | { readonly kind: "note"; readonly number: number }
    | { readonly kind: "formula"; readonly tex: string }
    | { readonly kind: "address"; readonly href: string };
}

/** The view of an essay, or of one of its notes, in a box over the screen that opened it. */
export interface Peek extends Boxed {
  readonly open: OpenEssay;
  /** The tree, wiki links resolved by the library. */
  readonly document: Document;
  /** Its first block, or the number of the note. */
  readonly shows:
    | { readonly kind: "text"; readonly block: number }
    | { readonly kind: "note"; readonly number: number };
}

/** The passage of a note: a mark of the user, or a stretch of the essay's galley that will become a mark. */
export type NotedPassage =
  | { readonly kind: "mark"; readonly id: string }
  | { readonly kind: "passage"; readonly stretch: readonly [start: number, end: number] };

/** The position of a page, to return to. */
export type Position = Pick<Page, "top" | "hasSkipped" | "place" | "held" | "find" | "here" | "focus">;

/** The mode of a page: the meaning of its keys. */
export type PageMode =
  | { readonly kind: "read" }
  /** The user types a text to search for; `from` is the earlier position of the page. */
  | { readonly kind: "find"; readonly text: string; readonly from: Position }
  /** The user selects lines, from `anchor` to `cursor`; `cursor` moves. */
  | { readonly kind: "select"; readonly anchor: number; readonly cursor: number }
  /** The essay is read aloud, one sentence after the other. */
  | {
      readonly kind: "aloud";
      readonly heard: readonly Utterance[];
      /** Where each of them is. */
      readonly places: readonly HeardPlace[];
      /** The index of the sentence that is read. */
      readonly at: number;
      readonly isPaused: boolean;
      /** The number of changes to the voice's text. A report of an earlier turn comes too late. */
      readonly turn: number;
    }
  /** The user selects words: offsets of the first and the last letter in the galley of the essay. `cursor` moves. */
  | {
      readonly kind: "words";
      readonly anchor: number;
      readonly cursor: number;
      /**
       * Whether it is still the word or the match with which it began; it then stays whole if the user extends it from
       * there.
       */
      readonly isOffered?: boolean;
      /** The cell in which the mouse button was pressed, during a drag. */
      readonly from?: Cell;
    }
  /** The user types a note; `at` is the offset of the cursor, `from` the earlier position of the page. */
  | {
      readonly kind: "note";
      readonly on: NotedPassage;
      readonly text: string;
      /** The stored note when the field was opened. */
      readonly over: string | undefined;
      readonly at: number;
      readonly from: Position;
    }
  /** At least one box over the page, the last one on top. A note in a box may lead to another note. */
  | { readonly kind: "box"; readonly boxes: readonly Box[] };
