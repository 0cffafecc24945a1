/**
 * What happens to the reader, and what it asks the world to do: plain data both.
 */
import type { Document } from "../document/document.ts";
import type { TextPlace } from "../document/text-place.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading, ReadState } from "../essay/reading.ts";
import type { Highlighter } from "../layout/highlight.ts";
import type { Around, Landing, Menu, MenuKind, Progress, Result, Shelved, Size, State } from "./state.ts";

/** What the mouse does, rows and columns counted from 0. */
export type MouseEvent =
  | { readonly kind: "wheel"; readonly rows: number; readonly row: number; readonly column: number }
  | { readonly kind: "click"; readonly row: number; readonly column: number };

/** What the reader asks the world to do. */
export type Effect =
  /** Reads an essay; without a landing it is opened where one stopped. */
  | { readonly kind: "open"; readonly essay: Essay; readonly landing?: Landing }
  | { readonly kind: "preview"; readonly essay: Essay }
  /** Finds out what is around an essay: what cites it, and what is like it. */
  | { readonly kind: "around"; readonly essay: Essay }
  /** Searches the full text; passages are wanted of the first `most` essays, of about `length` characters. */
  | { readonly kind: "search"; readonly query: string; readonly most: number; readonly length: number }
  /** Marks what is typed in the essay, once it is seen what is typed: a long essay takes a moment. */
  | { readonly kind: "seek" }
  /** Opens the essay that was read last and not to its end. */
  | { readonly kind: "continue" }
  /** Lists, as a menu: bookmarks (of all essays where none is given), the essays read last, those that cite one. */
  | { readonly kind: "list"; readonly what: Exclude<MenuKind, "outline">; readonly essay?: Essay }
  | {
      readonly kind: "bookmark";
      readonly essay: Essay;
      readonly place: TextPlace;
      /** The line to know it by. */
      readonly line: string;
    }
  | { readonly kind: "unbookmark"; readonly bookmark: number }
  /** Remembers an essay as read to its end, or as not opened. */
  | { readonly kind: "mark"; readonly essay: Essay; readonly state: ReadState }
  /** Opens an address in the system's browser. */
  | { readonly kind: "browse"; readonly href: string }
  /** Puts text on the clipboard; `what` tells the person what it is. */
  | { readonly kind: "copy"; readonly text: string; readonly what: string }
  /**
   * Opens the editor at a line of the file: the first line of the body from `line` on, and before `end`, that holds
   * the words; at the file's first line, if `line` is 0.
   */
  | {
      readonly kind: "edit";
      readonly essay: Essay;
      readonly line: number;
      readonly end: number;
      readonly words: string;
    }
  /** Says, a moment later, that what changed is known by now. */
  | { readonly kind: "settle" }
  | { readonly kind: "suspend" }
  | { readonly kind: "redraw" }
  | { readonly kind: "quit"; readonly code: number };

/** What happens to the reader. */
export type Message =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "mouse"; readonly event: MouseEvent }
  | { readonly kind: "resized"; readonly size: Size }
  | {
      readonly kind: "opened";
      readonly essay: Essay;
      readonly document: Document;
      readonly landing?: Landing;
    }
  /** The file of the essay that is open was saved. */
  | { readonly kind: "changed"; readonly essay: Essay; readonly document: Document }
  | { readonly kind: "settled" }
  | { readonly kind: "seek" }
  | { readonly kind: "previewed"; readonly essay: Essay; readonly document: Document }
  | { readonly kind: "around"; readonly essay: Essay; readonly around: Around }
  | { readonly kind: "listed"; readonly what: MenuKind; readonly menu: Menu }
  | {
      readonly kind: "found";
      readonly query: string;
      readonly results: readonly Result[];
      readonly count: number;
      readonly suggestion: string | undefined;
    }
  | { readonly kind: "reading"; readonly progress: Progress | undefined }
  | { readonly kind: "library"; readonly library: Shelved }
  /** Essays that were not there when one was last here. */
  | { readonly kind: "fresh"; readonly fresh: ReadonlySet<string> }
  /** One has come further with an essay. */
  | { readonly kind: "read"; readonly path: string; readonly reading: Reading }
  | { readonly kind: "redrawn" }
  | { readonly kind: "highlighting"; readonly highlighter: Highlighter }
  /** Something was done, or could not be: a word for the person. */
  | { readonly kind: "said"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

export interface Updated {
  readonly state: State;
  readonly effects: readonly Effect[];
}
