/**
 * What the reader knows: plain data, changed by `update` alone.
 */
import type { Document } from "../document/document.ts";
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { NotesPlace } from "../layout/layout.ts";
import type { Highlighter } from "../layout/highlight.ts";
import type { Line, Link } from "../layout/line.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { Theme } from "../formats/theme.ts";
import type { FuzzyIndex } from "../search/fuzzy.ts";
import type { Passage } from "../search/passages.ts";
import type { Find, FoundMatch } from "./find.ts";
import type { Keymap } from "./keymap.ts";
import type { Place } from "../page/place.ts";
import type { Spot } from "../page/spots.ts";

export interface NamedTheme {
  readonly name: string;
  readonly theme: Theme;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The library as the reader shows it. */
export interface Shelved {
  readonly root: string;
  /** The essays that are shown. */
  readonly essays: readonly Essay[];
  /** Every essay, for links between them. */
  readonly all: readonly Essay[];
  /** How many are shown, where not all of them are known yet. */
  readonly total: number;
  /** Columns of the widest order number. */
  readonly orderColumns: number;
  /** Whether it is one essay and nothing else: there is no shelf to go back to. */
  readonly alone: boolean;
  /** How many files could not be read. */
  readonly skipped: number;
  readonly index: FuzzyIndex;
}

/** How far the library has been read, in files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A row of the shelf. */
export type Entry =
  | { readonly kind: "essay"; readonly essay: Essay }
  | { readonly kind: "group"; readonly name: string; readonly count: number };

export interface Shelf {
  readonly entries: readonly Entry[];
  /** How many of the entries are essays; in groups one may be there more than once. */
  readonly essays: number;
  /** How many different essays they are. */
  readonly shown: number;
  readonly cursor: number;
  /** The first entry on the screen. */
  readonly top: number;
  readonly sort: string;
  readonly reverse: boolean;
  readonly grouped: boolean;
  /** Essays with one of these tags, or with all of them; every essay if it is empty. */
  readonly tags: readonly string[];
  readonly tagsAre: "any" | "all";
  readonly query: string;
}

/** What is around an essay in the library. */
export interface Around {
  /** Essays that lead to it. */
  readonly citedBy: readonly Essay[];
  /** Essays that have most rare words in common with it. */
  readonly alike: readonly Essay[];
}

/** What stands beside the shelf: the beginning of the essay under the cursor. */
export interface Preview {
  readonly essay: Essay;
  readonly document: Document;
  readonly lines: readonly Line[];
}

/** The essay that is open. */
export interface Page {
  readonly essay: Essay;
  readonly document: Document;
  readonly lines: readonly Line[];
  /** Whether the document shows the essay's title itself. */
  readonly showsTitle: boolean;
  /** Columns of the whole page, a margin with notes included. */
  readonly width: number;
  /** The first line on the screen. */
  readonly top: number;
  /** How many of the lines are the essay's; what follows them says what is around it. */
  readonly own: number;
  /** What is around it, once that is known. */
  readonly around: Around | undefined;
  /** The essays that links of what is around it lead to. */
  readonly ends: ReadonlyMap<Link, Essay>;
  /** Where one was when the file was changed, until one moves: what is gone for a moment may come back. */
  readonly held: TextPlace | undefined;
  /** Blocks that were changed a moment ago. */
  readonly changed: ReadonlySet<number>;
  /** Where the last move led: what stays at the top when the page is laid out anew. */
  readonly place: Place;
  /** What is sought in it. */
  readonly find: Find | undefined;
  /** What was found, in the order of the lines. */
  readonly matches: readonly FoundMatch[];
  /** Which of the matches one is at; -1 before the first. */
  readonly here: number;
  /** The links and marks in it, in the order of the lines. */
  readonly spots: readonly Spot[];
  /** The key of the link or mark that Enter follows. */
  readonly focus: string | undefined;
}

/** Where one was before a jump. */
export interface Stop {
  readonly essay: Essay;
  readonly place: Place;
  readonly focus: string | undefined;
  /** The note that stood in a box over the page. */
  readonly note: number | undefined;
}

/** A frame over the page: a note that is not on the screen, or an address before it is opened. */
export interface Box {
  readonly holds:
    | { readonly kind: "note"; readonly number: number }
    | { readonly kind: "address"; readonly href: string };
  readonly lines: readonly Line[];
  readonly spots: readonly Spot[];
  readonly focus: string | undefined;
  readonly top: number;
}

/** A list from which one goes somewhere. */
export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
  /** What is said where there is none. */
  readonly empty: string;
  readonly cursor: number;
  readonly top: number;
}

export interface MenuItem {
  readonly text: string;
  /** Levels by which the text is set in. */
  readonly depth: number;
  /** What is said of it, at the end of its row. */
  readonly about: string;
  readonly essay: Essay;
  readonly landing: Landing;
  /** The bookmark that it is. */
  readonly bookmark?: number;
}

/** An essay that a search found, with the passages that match. */
export interface Result {
  readonly essay: Essay;
  readonly passages: readonly Passage[];
}

/** The full-text search. */
export interface Search {
  readonly query: string;
  /** What was found, as far as it was asked for. */
  readonly results: readonly Result[];
  /** How many essays were found. */
  readonly count: number;
  /** Whether what is shown was found by this query: an answer takes a moment. */
  readonly answered: boolean;
  /** Whether Enter was pressed before the answer came. */
  readonly opening: boolean;
  /** A better spelling, where nothing was found. */
  readonly suggestion: string | undefined;
  /** Which of the rows that can be opened is under the cursor. */
  readonly cursor: number;
  readonly top: number;
}

/** Where in an essay one lands. */
export type Landing =
  /** On a passage that a search found. */
  | {
      readonly kind: "match";
      readonly query: string;
      readonly block: number;
      readonly note: number | undefined;
    }
  /** On a heading that a link names. */
  | { readonly kind: "heading"; readonly heading: string }
  /** On a passage that is remembered by its words. */
  | { readonly kind: "text"; readonly place: TextPlace }
  /** Where one was before. */
  | { readonly kind: "stop"; readonly stop: Stop }
  | { readonly kind: "block"; readonly block: number };

export interface TagList {
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Those that are ticked, and whether any of them will do. */
  readonly chosen: readonly string[];
  readonly are: Shelf["tagsAre"];
  readonly cursor: number;
  readonly top: number;
}

export type PageScreen = Extract<Screen, { kind: "page" }>;
export type BoxScreen = Extract<Screen, { kind: "box" }>;
export type MenuKind = "outline" | "bookmarks" | "citing" | "recent";
export type MenuScreen = Extract<Screen, { kind: MenuKind }>;

/** What has the keys. */
export type Screen =
  | { readonly kind: "shelf" }
  | { readonly kind: "filter" }
  | { readonly kind: "tags"; readonly list: TagList }
  /** `under` is what one comes back to; `trail` is where one was before, the latest last. */
  | {
      readonly kind: "page";
      readonly page: Page;
      readonly under: Screen;
      readonly trail: readonly Stop[];
    }
  /** A text is typed that is sought in the page; `from` is the page as it was. */
  | {
      readonly kind: "find";
      readonly page: Page;
      readonly under: PageScreen;
      readonly text: string;
      readonly from: Page;
    }
  /** Lines are chosen, from one to the other; `cursor` is the one that moves. */
  | {
      readonly kind: "select";
      readonly page: Page;
      readonly under: PageScreen;
      readonly anchor: number;
      readonly cursor: number;
    }
  | { readonly kind: "box"; readonly box: Box; readonly under: PageScreen | BoxScreen }
  | { readonly kind: MenuKind; readonly menu: Menu; readonly under: Screen }
  | { readonly kind: "search"; readonly search: Search; readonly under: Screen }
  | { readonly kind: "help"; readonly top: number; readonly under: Screen };

export interface State {
  readonly size: Size;
  readonly library: Shelved;
  readonly shelf: Shelf;
  readonly screen: Screen;
  readonly keymap: Keymap;
  /** How far one has come with essays, by their paths; of those that are not in it, none has been opened. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Paths of essays that were not there when one was last here. */
  readonly fresh: ReadonlySet<string>;
  /** What is shown beside the shelf, where there is room and it is wanted. */
  readonly preview: Preview | undefined;
  /** Path of the essay that was asked for, to be shown there. */
  readonly previewing: string;
  readonly wantsPreview: boolean;
  /** Whether the mouse is the reader's, rather than the terminal's. */
  readonly mouse: boolean;
  /** Where notes stand; `auto` is in the margin where it fits, else inline. */
  readonly notes: NotesPlace | "auto";
  /** Widest line of an essay, in columns. */
  readonly measure: number;
  readonly wrap: Wrap;
  /** The themes to choose from, the one in use first. */
  readonly themes: readonly NamedTheme[];
  /** Colours code, once it is loaded. */
  readonly highlighter: Highlighter | undefined;
  /** Digits typed before a key: how often it is meant. */
  readonly count: string;
  /** The key before this one. */
  readonly lastKey: string;
  /** How far the library has been read, while that takes longer than a moment. */
  readonly progress: Progress | undefined;
  /** Counts how often the screen was cleared, so that the next frame is drawn even where nothing else changed. */
  readonly drawn: number;
  /** A word for the person, until the next key. */
  readonly message: string;
}
