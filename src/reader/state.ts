/**
 * What the reader knows: plain data, changed by `update` alone.
 *
 *     State ─┬─ library, shelf, readings        what there is, and how it is listed
 *            ├─ screen                          what is seen: shelf, page, list, search, tags or help
 *            │    └─ page ─ mode                read, find, select or box
 *            ├─ below                           the screens under it, of bounded depth
 *            └─ size, measure, notes, themes    how it is shown
 */
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { Theme } from "../formats/theme.ts";
import type { Progress } from "../library/index/refresh.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { Query, QueryError } from "../search/query.ts";
import type { FieldName, Recall } from "./typed-field.ts";
import type { Anchor } from "../marks/mark.ts";
import type { Context, Keymap } from "./keymap.ts";
import type { Look, Page, PageMode, Peek, Stop } from "./page-state.ts";
import type { ListPlace, Preview, Shelf } from "./shelf-state.ts";

export type { Box, Look, Noted, Page, PageMode, Peek, Position, Stop, Turn } from "./page-state.ts";
export type { Around, Entry, ListPlace, Preview, Shelf, Shelved, Size } from "./shelf-state.ts";

export interface NamedTheme {
  readonly name: string;
  readonly theme: Theme;
}

/** What is typed in a list, which then shows what has it. */
export interface Narrowing {
  readonly words: string;
  /** Whether what is typed goes into it. */
  readonly isTyping: boolean;
}

/** A screen with a list that can be narrowed. */
export interface Narrowable {
  readonly narrowing?: Narrowing | undefined;
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
  /** Where it is opened; where the user stopped, if it is absent. */
  readonly landing?: Landing;
  /** The id of a mark of the user. */
  readonly mark?: string;
  /** Whether the essay of the mark is not found; then `essay` is another one. */
  readonly isHomeless?: true;
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
  /** Where the query is not understood. */
  readonly fault: QueryError | undefined;
}

/** Where in an essay one lands. */
export type Landing =
  /** On a passage that a search found. */
  | {
      readonly kind: "match";
      readonly query: Query;
      readonly block: number;
      readonly note: number | undefined;
      /** The id of the mark that was found. */
      readonly mark?: string;
    }
  /** On a heading that a link names. */
  | { readonly kind: "heading"; readonly heading: string }
  /** On a passage that is remembered by its words. */
  | { readonly kind: "text"; readonly place: TextPlace }
  /** Where one was before. */
  | { readonly kind: "stop"; readonly stop: Stop }
  | { readonly kind: "block"; readonly block: number }
  /** On a mark of the user; `block` is the block in which it was made. */
  | { readonly kind: "mark"; readonly id: string; readonly block: number };

export interface TagList extends ListPlace {
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Those that are ticked, and whether any of them will do. */
  readonly chosen: readonly string[];
  readonly are: Shelf["tagsAre"];
}

export type ListKind = "outline" | "bookmarks" | "citing" | "recent" | "queued" | "marks" | "orphans";

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

export interface ListScreen extends Narrowable {
  readonly kind: "list";
  readonly what: ListKind;
  /** Whether the list has the marks of all essays, rather than of the open one. */
  readonly isOfLibrary?: true;
  /** The words to set an orphan on. */
  readonly attach?: Anchor;
  /** Marks that were removed from the list, the latest last, each with its row. */
  readonly removed?: readonly { readonly item: ListItem; readonly at: number }[];
  readonly list: List;
}

export interface SearchScreen {
  readonly kind: "search";
  readonly search: Search;
}

export interface TagsScreen extends Narrowable {
  readonly kind: "tags";
  readonly list: TagList;
}

export interface HelpScreen extends Narrowable {
  readonly kind: "help";
  readonly top: number;
  /** What the keys are for that come first. */
  readonly about: Context;
}

/** Every action by its name; it lies over the screen that asked. */
export interface PaletteScreen extends ListPlace {
  readonly kind: "palette";
  readonly query: string;
  /** What the keys are for on the screen that asked. */
  readonly about: Context;
}

/** Looks at essays that are not opened for it; each lies over the one before. */
export interface PeekScreen {
  readonly kind: "peek";
  /** One at least, the last on top. */
  readonly peeks: readonly Peek[];
}

/** What is given to a command of the user. */
export interface Piped {
  /** What it is, for the user. */
  readonly what: string;
  /** The text; undefined if it is all of the essay, which is then read. */
  readonly passage: string | undefined;
}

/** The line on which a command of the user is typed. */
export interface PipeScreen {
  readonly kind: "pipe";
  readonly text: string;
  readonly essay: Essay;
  /** What can be given to it, one at least; the first is. */
  readonly choices: readonly Piped[];
}

/** What a command of the user answers. */
export interface AnswerScreen extends Narrowable {
  readonly kind: "answer";
  /** The line on which the command was typed. */
  readonly from: PipeScreen;
  readonly command: string;
  readonly text: string;
  /** How it ended, empty if that was well; undefined while it runs. */
  readonly ending: string | undefined;
  /** The answer, broken for the box. */
  readonly lines: readonly string[];
  readonly top: number;
}

/** The libraries of the config file, to change to another one. */
export interface LibrariesScreen extends ListPlace, Narrowable {
  readonly kind: "libraries";
}

/** A library of the config file. */
export interface NamedLibrary {
  readonly name: string;
  /** Its folder. */
  readonly root: string;
}

export type Screen =
  | ShelfScreen
  | PageScreen
  | ListScreen
  | SearchScreen
  | TagsScreen
  | PaletteScreen
  | PeekScreen
  | LibrariesScreen
  | PipeScreen
  | AnswerScreen
  | HelpScreen;

export interface State extends Look {
  /** The screen that is seen, and has the keys. */
  readonly screen: Screen;
  /** The screens under it, the lowest first; what leaves a screen comes back to the last of them. */
  readonly below: readonly Screen[];
  readonly keymap: Keymap;
  /** How far essays were read, by their paths; those that are not in it have not been opened. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The libraries of the config file. */
  readonly libraries: readonly NamedLibrary[];
  /** Paths of the essays that are to be read next, in their order. */
  readonly queue: readonly string[];
  /** Paths of essays that were not there at the last visit. */
  readonly fresh: ReadonlySet<string>;
  /** How many essays say in their text what is typed in the filter, where no title matches. */
  readonly inTexts: { readonly query: string; readonly count: number } | undefined;
  /** What is shown beside the shelf, where there is room and it is wanted. */
  readonly preview: Preview | undefined;
  /** Path of the essay that was asked for, to be shown there; undefined if none was. */
  readonly previewing: string | undefined;
  readonly wantsPreview: boolean;
  /** Whether text from right to left is put in the order in which it is seen. */
  readonly reorders: boolean;
  /** Whether the mouse is the reader's, rather than the terminal's. */
  readonly mouse: boolean;
  /** The themes to choose from, the one in use first. */
  readonly themes: readonly NamedTheme[];
  /** Why the reader has no colours; undefined if it has. */
  readonly colorless: string | undefined;
  /** Whether the user has chosen the theme here. */
  readonly isThemeChosen: boolean;
  /** What was typed in each field, the latest last. */
  readonly history: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  /** Where the user is in the history of the field, while keys go through it. */
  readonly recall: Recall | undefined;
  /** Digits typed before a key: how often it is meant. */
  readonly count: string;
  /** The key before this one. */
  readonly lastKey: string;
  /** How far the library has been read, while that takes longer than a moment. */
  readonly progress: Progress | undefined;
  /** A message in the status line, until the next key. */
  readonly message: string;
}
