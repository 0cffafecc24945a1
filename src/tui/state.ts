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
  | { readonly kind: "page"; readonly page: Page }
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
  /** Counts how often the screen was cleared, so that the next frame is drawn even where nothing else changed. */
  readonly drawn: number;
  /** A word for the person, until the next key. */
  readonly message: string;
}

/** What the reader asks the world to do. */
export type Effect =
  | { readonly kind: "open"; readonly essay: Essay }
  | { readonly kind: "suspend" }
  | { readonly kind: "redraw" }
  | { readonly kind: "quit"; readonly code: number };

/** What happens to the reader. */
export type Message =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "resized"; readonly size: Size }
  | { readonly kind: "opened"; readonly essay: Essay; readonly document: Document }
  | { readonly kind: "redrawn" }
  | { readonly kind: "highlighting"; readonly highlighter: Highlighter }
  | { readonly kind: "failed"; readonly message: string };

export interface Updated {
  readonly state: State;
  readonly effects: readonly Effect[];
}
