/**
 * The place at which an essay opens: plain data.
 */
import type { TextPlace } from "../document/text-place.ts";
import type { Query } from "../search/query.ts";
import type { Stop } from "./page-state.ts";

/** The passage that a search found. */
export interface MatchLanding {
  readonly kind: "match";
  readonly query: Query;
  /** The top-level block of the passage; -1 if the essay matches by its title or its tags. */
  readonly block: number;
  readonly note: number | undefined;
  /** The words around its first match: a long list is one block, and may have several passages. */
  readonly words?: string;
  /** The id of the mark that was found. */
  readonly mark?: string;
}

/** The place at which an essay opens. */
export type Landing =
  | MatchLanding
  /** At a heading that a link names. */
  | { readonly kind: "heading"; readonly heading: string }
  /** At a passage that is remembered by its words. */
  | { readonly kind: "text"; readonly place: TextPlace }
  /** At an earlier place. */
  | { readonly kind: "stop"; readonly stop: Stop }
  | { readonly kind: "block"; readonly block: number }
  /** On a mark of the user; `block` is the block in which it was made. */
  | { readonly kind: "mark"; readonly id: string; readonly block: number };
