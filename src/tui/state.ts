/**
 * What the reader knows: plain data, changed by `update` alone.
 */
import type { Document } from "../document/document.ts";
import type { Essay } from "../essay/essay.ts";
import type { NotesPlace } from "../layout/layout.ts";
import type { Highlighter } from "../layout/highlight.ts";
import type { Line } from "../layout/line.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { Theme } from "../paint/theme.ts";
import type { FuzzyIndex } from "../search/fuzzy.ts";
import type { Passage } from "../search/passages.ts";
import type { Find, FoundMatch } from "./find.ts";
import type { Place } from "./place.ts";

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
  readonly essays: readonly Essay[];
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
  readonly cursor: number;
  /** The first entry on the screen. */
  readonly top: number;
  readonly sort: string;
  readonly reverse: boolean;
  readonly grouped: boolean;
  /** Essays with one of these tags; all if it is empty. */
  readonly tags: readonly string[];
  readonly query: string;
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
  /** Where the last move led: what stays at the top when the page is laid out anew. */
  readonly place: Place;
  /** What is sought in it. */
  readonly find: Find | undefined;
  /** What was found, in the order of the lines. */
  readonly matches: readonly FoundMatch[];
  /** Which of the matches one is at; -1 before the first. */
  readonly here: number;
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

/** Where in an essay one lands that a search found. */
export interface Landing {
  readonly query: string;
  readonly block: number;
  readonly note: number | undefined;
}

export interface TagList {
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly cursor: number;
  readonly top: number;
}

/** What has the keys. */
export type Screen =
  | { readonly kind: "shelf" }
  | { readonly kind: "filter" }
  | { readonly kind: "tags"; readonly list: TagList }
  /** `under` is what one comes back to. */
  | { readonly kind: "page"; readonly page: Page; readonly under: Screen }
  /** A text is typed that is sought in the page; `from` is the page as it was. */
  | {
      readonly kind: "find";
      readonly page: Page;
      readonly under: Screen;
      readonly text: string;
      readonly from: Page;
    }
  | { readonly kind: "search"; readonly search: Search; readonly under: Screen }
  | { readonly kind: "help"; readonly top: number; readonly under: Screen };

export interface State {
  readonly size: Size;
  readonly library: Shelved;
  readonly shelf: Shelf;
  readonly screen: Screen;
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
  /** How far the library has been read, while that takes longer than a moment. */
  readonly progress: Progress | undefined;
  /** Counts how often the screen was cleared, so that the next frame is drawn even where nothing else changed. */
  readonly drawn: number;
  /** A word for the person, until the next key. */
  readonly message: string;
}

/** What the reader asks the world to do. */
export type Effect =
  | { readonly kind: "open"; readonly essay: Essay; readonly landing?: Landing }
  /** Searches the full text; passages are wanted of the first `most` essays, of about `length` characters. */
  | { readonly kind: "search"; readonly query: string; readonly most: number; readonly length: number }
  | { readonly kind: "suspend" }
  | { readonly kind: "redraw" }
  | { readonly kind: "quit"; readonly code: number };

/** What happens to the reader. */
export type Message =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "resized"; readonly size: Size }
  | {
      readonly kind: "opened";
      readonly essay: Essay;
      readonly document: Document;
      readonly landing?: Landing;
    }
  | {
      readonly kind: "found";
      readonly query: string;
      readonly results: readonly Result[];
      readonly count: number;
      readonly suggestion: string | undefined;
    }
  | { readonly kind: "reading"; readonly progress: Progress | undefined }
  | { readonly kind: "library"; readonly library: Shelved }
  | { readonly kind: "redrawn" }
  | { readonly kind: "highlighting"; readonly highlighter: Highlighter }
  | { readonly kind: "failed"; readonly message: string };

export interface Updated {
  readonly state: State;
  readonly effects: readonly Effect[];
}
