/**
 * What the reader knows: plain data, changed by `update` alone.
 *
 *     State ─┬─ library, shelf, readings        what there is, and how it is listed
 *            ├─ screen                          what is seen: shelf, page, list, search, tags or help
 *            │    └─ page ─ mode                read, find, select or box
 *            ├─ below                           the screens under it, of bounded depth
 *            └─ size, measure, notes, themes    how it is shown
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { Theme } from "../formats/theme.ts";
import type { Highlighter } from "../layout/highlight.ts";
import type { Line, Link } from "../layout/line.ts";
import type { NotesPlace } from "../layout/measure.ts";
import type { Wrap } from "../layout/wrap.ts";
import type { Progress } from "../library/index/refresh.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { Find, FoundMatch } from "../page/matches.ts";
import type { Place } from "../page/place.ts";
import type { Spot } from "../page/spots.ts";
import type { FuzzyIndex } from "../search/fuzzy.ts";
import type { Query } from "../search/query.ts";
import type { Context, Keymap } from "./keymap.ts";

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

/** A row of the shelf. */
export type Entry =
  | { readonly kind: "essay"; readonly essay: Essay }
  | { readonly kind: "group"; readonly name: string; readonly count: number };

export interface Shelf extends ListPlace {
  readonly entries: readonly Entry[];
  /** How many of the entries are essays; in groups one may be there more than once. */
  readonly essays: number;
  /** How many different essays they are. */
  readonly shown: number;
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
  readonly open: OpenEssay;
  readonly lines: readonly Line[];
}

/** What an essay is laid out by. */
export type Look = Pick<State, "size" | "measure" | "notes" | "wrap" | "highlighter" | "library" | "shelf">;

/** The essay that is open. */
export interface Page {
  readonly open: OpenEssay;
  readonly essay: Essay;
  /** The tree, wiki links resolved by the library. */
  readonly document: Document;
  readonly lines: readonly Line[];
  /** What it was laid out by; a page that lies under others is laid out anew when it is seen again. */
  readonly look: Look;
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

/** The cursor of a list, and the first of its rows on the screen. */
export interface ListPlace {
  readonly cursor: number;
  readonly top: number;
}

/** A list from which the user goes somewhere. */
export interface List extends ListPlace {
  readonly title: string;
  readonly items: readonly ListItem[];
  /** What is shown where there are no items. */
  readonly empty: string;
}

export interface ListItem {
  readonly text: string;
  /** Levels by which the text is set in. */
  readonly depth: number;
  /** What is shown at the end of its row. */
  readonly about: string;
  readonly essay: Essay;
  readonly landing: Landing;
  /** The bookmark that it is. */
  readonly bookmark?: number;
}

/** The full-text search. */
export interface Search extends ListPlace {
  readonly query: string;
  /** The query that the results were found by; undefined before the first answer. */
  readonly parsed: Query | undefined;
  /** What was found, as far as it was asked for. */
  readonly results: readonly SearchResult[];
  /** How many essays were found. */
  readonly count: number;
  /** Whether what is shown was found by this query: an answer takes a moment. */
  readonly answered: boolean;
  /** Whether Enter was pressed before the answer came. */
  readonly opening: boolean;
  /** A better spelling, where nothing was found. */
  readonly suggestion: string | undefined;
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

export interface TagList extends ListPlace {
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Those that are ticked, and whether any of them will do. */
  readonly chosen: readonly string[];
  readonly are: Shelf["tagsAre"];
}

export type ListKind = "outline" | "bookmarks" | "citing" | "recent";

/** Where a page was, to come back to. */
export type Position = Pick<Page, "top" | "place" | "held" | "find" | "here" | "focus">;

/** What the keys mean in a page. */
export type PageMode =
  | { readonly kind: "read" }
  /** A text is typed that is sought in the page; `from` is where the page was before. */
  | { readonly kind: "find"; readonly text: string; readonly from: Position }
  /** Lines are chosen, from one to the other; `cursor` is the one that moves. */
  | { readonly kind: "select"; readonly anchor: number; readonly cursor: number }
  /** Boxes over the page, the last on top: a note's box may lead to another's. */
  | { readonly kind: "box"; readonly boxes: readonly [Box, ...Box[]] };

export interface ShelfScreen {
  readonly kind: "shelf";
  /** Whether what is typed goes into the filter. */
  readonly isTyping: boolean;
}

export interface PageScreen {
  readonly kind: "page";
  readonly page: Page;
  readonly mode: PageMode;
  /** Where the user was before, the latest last. */
  readonly trail: readonly Stop[];
}

export interface ListScreen {
  readonly kind: "list";
  readonly what: ListKind;
  readonly list: List;
}

export interface SearchScreen {
  readonly kind: "search";
  readonly search: Search;
}

export interface TagsScreen {
  readonly kind: "tags";
  readonly list: TagList;
}

export interface HelpScreen {
  readonly kind: "help";
  readonly top: number;
  /** What the keys are for that come first. */
  readonly about: Context;
}

export type Screen = ShelfScreen | PageScreen | ListScreen | SearchScreen | TagsScreen | HelpScreen;

export interface State {
  readonly size: Size;
  readonly library: Shelved;
  readonly shelf: Shelf;
  /** The screen that is seen, and has the keys. */
  readonly screen: Screen;
  /** The screens under it, the lowest first; what leaves a screen comes back to the last of them. */
  readonly below: readonly Screen[];
  readonly keymap: Keymap;
  /** How far essays were read, by their paths; those that are not in it have not been opened. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Paths of essays that were not there at the last visit. */
  readonly fresh: ReadonlySet<string>;
  /** What is shown beside the shelf, where there is room and it is wanted. */
  readonly preview: Preview | undefined;
  /** Path of the essay that was asked for, to be shown there; undefined if none was. */
  readonly previewing: string | undefined;
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
  /** A message in the status line, until the next key. */
  readonly message: string;
}
