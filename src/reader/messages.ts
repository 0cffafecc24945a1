/**
 * Messages to the reader, and effects that it requests: plain data.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading, ReadState } from "../essay/reading.ts";
import type { Tools } from "../layout/tools.ts";
import type { Progress } from "../library/index/refresh.ts";
import type { SearchResult } from "../library/index/search.ts";
import type { CitingLink } from "../library/links.ts";
import type { Query, QueryError } from "../search/query.ts";
import type { MouseReport } from "../terminal/mouse.ts";
import type { Mark } from "../marks/mark.ts";
import type { MarkChange } from "./mark-change.ts";
import type { Action } from "./keymap.ts";
import type { FieldName } from "./typed-field.ts";
import type {
  RelatedEssays,
  Beside,
  Landing,
  ListKind,
  NamedLibrary,
  PreviewEssay,
  Shelved,
  Size,
  State,
} from "./state.ts";
import type { NamedTheme } from "../formats/theme.ts";

/** A mark and the essay in which it was made. */
export interface MarkOf {
  readonly mark: Mark;
  readonly essay: Essay;
}

/** The content of a list, without its appearance. */
export type Listed =
  | {
      readonly what: "bookmarks";
      /** The open essay, whose bookmarks come first. */
      readonly open: Essay | undefined;
      readonly bookmarks: readonly {
        readonly id: number;
        readonly essay: Essay;
        readonly place: TextPlace;
        readonly line: string;
      }[];
    }
  | {
      readonly what: "recent";
      readonly read: readonly (Reading & { readonly essay: Essay; readonly place: TextPlace })[];
    }
  | { readonly what: "queued"; readonly queued: readonly Essay[] }
  | {
      readonly what: "marks";
      /** In the order in which they were made. */
      readonly marks: readonly MarkOf[];
      /** The number of marks in essays that are not shown. */
      readonly elsewhere: number;
      /** The marks whose essays are not found. */
      readonly homeless: readonly Mark[];
      /** The essay that is open, or any other; undefined in an empty library. */
      readonly open: Essay | undefined;
    }
  | { readonly what: "citing"; readonly essay: Essay; readonly links: readonly CitingLink[] };

/** A request of the reader for something outside its state. */
export type Effect =
  /** Reads an essay, and opens it at the landing or where the user stopped. */
  | { readonly kind: "open"; readonly essay: Essay; readonly landing?: Landing }
  /** Reads what a list shows beside it. */
  | { readonly kind: "preview"; readonly of: Beside }
  /** Reads an essay to show it in a box, from a place in it on. */
  | { readonly kind: "peek"; readonly essay: Essay; readonly at: Landing }
  /** Finds the essays that cite an essay, and similar ones. */
  | { readonly kind: "around"; readonly essay: Essay }
  /** Searches the full text; returns passages of about `length` characters for the first `most` essays. */
  | { readonly kind: "search"; readonly query: string; readonly most: number; readonly length: number }
  /**
   * Counts the essays whose text matches a filter that no title matches; `among` are the paths of the essays that count,
   * undefined if all do.
   */
  | { readonly kind: "tally"; readonly query: string; readonly among?: ReadonlySet<string> }
  /** Marks the typed text in the essay, after the text itself is visible: a long essay takes a moment. */
  | { readonly kind: "seek" }
  /** Opens the essay that was read last, but not to its end. */
  | { readonly kind: "continue" }
  /** Lists bookmarks (those of `essay` first), the essays read last, or the links to `essay`. */
  | { readonly kind: "list"; readonly what: Exclude<ListKind, "outline" | "orphans">; readonly essay?: Essay }
  | {
      readonly kind: "bookmark";
      readonly essay: Essay;
      readonly place: TextPlace;
      /** The line that identifies it. */
      readonly line: string;
    }
  /** Puts an essay into the queue, or takes it out. */
  | { readonly kind: "queue"; readonly essay: Essay; readonly isIn: boolean }
  /** Puts the essays of the queue in this order. */
  | { readonly kind: "arrangeQueue"; readonly essays: readonly Essay[] }
  /** Changes the marks of an essay. */
  | { readonly kind: "annotate"; readonly essay: Essay; readonly change: MarkChange; readonly isUndo?: true }
  /** Reads the marks of an essay again, for an action on them. */
  | { readonly kind: "reread"; readonly essay: Essay; readonly action: Action; readonly count: number }
  /** Opens a text in the editor, and reports the changed text. */
  | { readonly kind: "compose"; readonly text: string }
  | { readonly kind: "unbookmark"; readonly bookmark: number }
  /** Remembers essays as read to their end, or as not opened. */
  | { readonly kind: "mark"; readonly essays: readonly Essay[]; readonly state: ReadState }
  /** Undoes the last `mark`. */
  | { readonly kind: "unmark" }
  /** Opens an address in the system's browser. */
  | { readonly kind: "browse"; readonly href: string }
  /** Puts text on the clipboard; `what` tells the user what it is. */
  | { readonly kind: "copy"; readonly text: string; readonly what: string }
  /**
   * Opens the editor at a line of the file: the first line of the body from `line` on, and before `end`, that
   * contains the words; at the file's first line if `line` is 0.
   */
  | {
      readonly kind: "edit";
      readonly essay: Essay;
      readonly line: number;
      readonly end: number;
      readonly words: string;
    }
  /** Runs a command of the user on a passage or on the text of an essay. */
  | {
      readonly kind: "pipe";
      readonly command: string;
      readonly essay: Essay;
      readonly passage: string | undefined;
    }
  /** Stores the text typed in a field. */
  | { readonly kind: "typed"; readonly field: FieldName; readonly text: string }
  /** Stops the running command, if there is one. */
  | { readonly kind: "stopPipe" }
  /** Reports, a moment later, that the user has seen the changes. */
  | { readonly kind: "settle" }
  /** Reads a text aloud instead of an earlier one; without a text, the voice is silent. */
  | { readonly kind: "voice"; readonly reads: { readonly turn: number; readonly text: string } | undefined }
  /** Leaves the library for another one. */
  | { readonly kind: "change"; readonly library: NamedLibrary }
  | { readonly kind: "suspend" }
  | { readonly kind: "redraw" }
  | { readonly kind: "quit"; readonly code: number };

/** The effects of a kind. */
export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

/** An event that the reader reacts to. */
export type Message =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "mouse"; readonly event: MouseReport }
  | { readonly kind: "resized"; readonly size: Size }
  /** Text was pasted. */
  | { readonly kind: "paste"; readonly text: string }
  | {
      readonly kind: "opened";
      readonly open: OpenEssay;
      readonly landing?: Landing;
      /** The user's marks of it. */
      readonly marks?: readonly Mark[];
    }
  /** The marks of an essay have changed: its present marks, and the change that undoes it. */
  | {
      readonly kind: "annotated";
      /** The id of the mark that was made or changed; undefined if it was removed. */
      readonly latest: string | undefined;
      readonly path: string;
      readonly marks: readonly Mark[];
      readonly undo: MarkChange | undefined;
      readonly words: string;
    }
  /** The marks of an essay as they are now, and the action that waits for them. */
  | {
      readonly kind: "reread";
      readonly essay: Essay;
      readonly marks: readonly Mark[];
      /** The marks whose essays are not found. */
      readonly homeless: readonly Mark[];
      readonly action: Action;
      readonly count: number;
    }
  /** Another reader has changed the marks of an essay. */
  | { readonly kind: "remarked"; readonly essay: Essay; readonly marks: readonly Mark[] }
  /** The text from the editor, or the reason of a failure. */
  | { readonly kind: "composed"; readonly text: string; readonly failure: string | undefined }
  /** The file of the open essay was saved. */
  | { readonly kind: "changed"; readonly open: OpenEssay; readonly marks?: readonly Mark[] }
  | { readonly kind: "settled" }
  | { readonly kind: "seek" }
  | { readonly kind: "previewed"; readonly of: Beside; readonly essay: PreviewEssay }
  /** There is no preview of an essay, because it can't be read. */
  | { readonly kind: "unpreviewed"; readonly of: Beside; readonly reason: string }
  | { readonly kind: "peeked"; readonly open: OpenEssay; readonly at: Landing }
  | { readonly kind: "around"; readonly essay: Essay; readonly around: RelatedEssays }
  | { readonly kind: "listed"; readonly listed: Listed }
  /** Marks of the listed ones whose words are not found in their essays. */
  | { readonly kind: "lost"; readonly ids: ReadonlySet<string> }
  | {
      readonly kind: "found";
      readonly query: string;
      /** The parsed query; undefined if it has a fault. */
      readonly parsed: Query | undefined;
      readonly fault?: QueryError;
      readonly results: readonly SearchResult[];
      readonly count: number;
      readonly suggestion: string | undefined;
    }
  /** The output of a command so far; `ending` is undefined while it runs. */
  | { readonly kind: "answer"; readonly text: string; readonly ending: string | undefined }
  /** The number of essays whose text matches. */
  | { readonly kind: "tallied"; readonly query: string; readonly count: number }
  | { readonly kind: "reading"; readonly progress: Progress | undefined }
  | { readonly kind: "library"; readonly library: Shelved }
  /** Essays that were not there at the last visit. */
  | { readonly kind: "fresh"; readonly fresh: ReadonlySet<string> }
  /** The paths of the essays in the queue. */
  | { readonly kind: "queue"; readonly queue: readonly string[] }
  /** An essay was read further. */
  | { readonly kind: "read"; readonly path: string; readonly reading: Reading }
  /** The voice has read the text of a turn, or failed. */
  | { readonly kind: "heard"; readonly turn: number; readonly failure: string | undefined }
  | { readonly kind: "loaded"; readonly tools: Tools }
  /** The terminal has reported its background; this theme matches it. */
  | { readonly kind: "themed"; readonly theme: NamedTheme }
  /** A message for the status line about a success or a failure. */
  | { readonly kind: "said"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

export interface Updated {
  readonly state: State;
  readonly effects: readonly Effect[];
  /** An action that a screen passes on to the screen that is visible next. */
  readonly passes?: { readonly action: Action; readonly count: number };
}

/** A state without effects. */
export function only(state: State): Updated {
  return { state, effects: [] };
}

/** A state with effects. */
export function ask(state: State, ...effects: Effect[]): Updated {
  return { state, effects };
}
