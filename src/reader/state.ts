/**
 * The state of the reader: plain data, which only `update` changes. docs/architecture.md draws it.
 */
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { NamedTheme } from "../formats/theme.ts";
import type { Progress } from "../library/index/refresh.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { Query, QueryError } from "../search/query.ts";
import type { FieldName, Recall } from "./typed-field.ts";
import type { Anchor } from "../marks/mark.ts";
import type { Context, Keymap } from "./keymap.ts";
import type { Landing } from "./landing.ts";
import type { Look, Page, PageMode, Peek, Stop } from "./page-state.ts";
import type { Beside, Preview } from "./preview-state.ts";
import type { ListPlace, Shelf } from "./shelf-state.ts";

export type { Box, Look, NotedPassage, Page, PageMode, Peek, Position, Stop, Turn } from "./page-state.ts";
export type { Landing, MatchLanding } from "./landing.ts";
export type { Beside, Preview, PreviewEssay } from "./preview-state.ts";
export type { RelatedEssays, Entry, Fault, ListPlace, Shelf, Shelved, Size } from "./shelf-state.ts";

/** The text typed in a list, which then shows only items that contain it. */
export interface Narrowing {
  readonly words: string;
  /** Whether typed keys go into it. */
  readonly isTyping: boolean;
}

/** A screen with a list that can be narrowed. */
export interface Narrowable {
  readonly narrowing?: Narrowing | undefined;
}

/** A list of places to go to. */
export interface List extends ListPlace {
  readonly title: string;
  readonly items: readonly ListItem[];
  /** The text shown if there are no items. */
  readonly empty: string;
}

export interface ListItem {
  readonly text: string;
  /** The number of levels by which the text is indented. */
  readonly depth: number;
  /** The text at the end of its row. */
  readonly about: string;
  readonly essay: Essay;
  /** The place at which it opens; if absent, the place where the user stopped. */
  readonly landing?: Landing;
  /** The id of a mark of the user. */
  readonly mark?: string;
  /** Whether it is a heading of the items below it, on which the cursor does not stop. */
  readonly isHeading?: true;
  /** Whether the essay of the mark is not found; then `essay` is another one. */
  readonly isHomeless?: true;
  /** The bookmark that it is. */
  readonly bookmark?: number;
}

/** The full-text search. */
export interface Search extends ListPlace {
  readonly query: string;
  /** The query of the results; undefined before the first answer. */
  readonly parsed: Query | undefined;
  /** The results that were requested so far. */
  readonly results: readonly SearchResult[];
  /** The number of essays found. */
  readonly count: number;
  /** Whether the results belong to the present query: an answer takes a moment. */
  readonly answered: boolean;
  /** Whether Enter was pressed before the answer came. */
  readonly opening: boolean;
  /** A better spelling, if nothing was found. */
  readonly suggestion: string | undefined;
  /** The fault of the query. */
  readonly fault: QueryError | undefined;
}

export interface TagList extends ListPlace {
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** The ticked tags, and whether any of them is enough. */
  readonly chosen: readonly string[];
  readonly are: Shelf["tagsAre"];
}

export type ListKind = "outline" | "bookmarks" | "citing" | "recent" | "queued" | "marks" | "orphans";

export interface ShelfScreen {
  readonly kind: "shelf";
  /** Whether typed keys go into the filter. */
  readonly isTyping: boolean;
  /** The row of the cursor when the user began to type. */
  readonly from?: number;
}

export interface PageScreen {
  readonly kind: "page";
  readonly page: Page;
  readonly mode: PageMode;
  /** Earlier places of the user, the latest last. */
  readonly trail: readonly Stop[];
}

export interface ListScreen extends Narrowable {
  readonly kind: "list";
  readonly what: ListKind;
  /** Whether the list has the marks of all essays, rather than of the open one. */
  readonly isOfLibrary?: true;
  /** The words to which an orphan will be attached. */
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
  /** The context whose keys come first. */
  readonly about: Context;
}

/** Every action by its name, over the screen that opened it. */
export interface PaletteScreen extends ListPlace {
  readonly kind: "palette";
  readonly query: string;
  /** The context of the screen that opened it. */
  readonly about: Context;
}

/** Views of essays in boxes, each over the one before. */
export interface PeekScreen {
  readonly kind: "peek";
  /** At least one, the last one on top. */
  readonly peeks: readonly Peek[];
}

/** The input of a command of the user. */
export interface Piped {
  /** Its name, for the user. */
  readonly what: string;
  /** The text; undefined for the whole essay, which is then read. */
  readonly passage: string | undefined;
}

/** The field for a command of the user. */
export interface PipeScreen {
  readonly kind: "pipe";
  readonly text: string;
  readonly essay: Essay;
  /** The possible inputs, at least one; the first one is used. */
  readonly choices: readonly Piped[];
}

/** The output of a command of the user. */
export interface AnswerScreen extends Narrowable {
  readonly kind: "answer";
  /** The field in which the command was typed. */
  readonly from: PipeScreen;
  readonly command: string;
  readonly text: string;
  /** The reason of a failure, empty for success; undefined while it runs. */
  readonly ending: string | undefined;
  /** The output, broken for the box. */
  readonly lines: readonly string[];
  readonly top: number;
}

/** The list of the libraries of the config file, for changing to another one. */
export interface LibrariesScreen extends ListPlace, Narrowable {
  readonly kind: "libraries";
}

/** A library of the config file. */
export interface NamedLibrary {
  readonly name: string;
  /** Its folder. */
  readonly root: string;
  /** Whether there was no such folder or file when the reader started. */
  readonly isMissing?: boolean;
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
  /** The visible screen, which gets the keys. */
  readonly screen: Screen;
  /** The screens under it, the lowest first; leaving a screen returns to the last of them. */
  readonly below: readonly Screen[];
  readonly keymap: Keymap;
  /** The reading states of essays, by their paths; a missing essay has not been opened. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The libraries of the config file. */
  readonly libraries: readonly NamedLibrary[];
  /** Paths of the essays in the queue, in order. */
  readonly queue: readonly string[];
  /** Paths of essays that were not there at the last visit. */
  readonly fresh: ReadonlySet<string>;
  /** The number of essays whose text matches the filter, if no title does. */
  readonly inTexts: { readonly query: string; readonly count: number } | undefined;
  /** The preview beside the list, if there is room and the user wants it. */
  readonly preview: Preview | undefined;
  /** What was requested for it last; undefined if nothing was. */
  readonly previewing: Beside | undefined;
  readonly wantsPreview: boolean;
  /** Whether ibid puts right-to-left text into visual order. */
  readonly reorders: boolean;
  /** Whether the reader, rather than the terminal, has the mouse. */
  readonly mouse: boolean;
  /** The themes to choose from, the one in use first. */
  readonly themes: readonly NamedTheme[];
  /** Why the reader has no colours; undefined if it has. */
  readonly colorless: string | undefined;
  /** Whether the user has chosen the theme here. */
  readonly isThemeChosen: boolean;
  /** The texts typed in each field, the latest last. */
  readonly history: Readonly<Partial<Record<FieldName, readonly string[]>>>;
  /** The place in the history of the field, while keys go through it. */
  readonly recall: Recall | undefined;
  /** The digits typed before a key: its count. */
  readonly count: string;
  /** The key before this one. */
  readonly lastKey: string;
  /** The progress of reading the library, while that takes longer than a moment. */
  readonly progress: Progress | undefined;
  /** A message in the status line, until the next key. */
  readonly message: string;
  /** Whether the message is about the start, such as errors in the config file: the keys are then shown below it. */
  readonly isNotice: boolean;
}
