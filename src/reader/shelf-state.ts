/**
 * The state of the library and its shelf: plain data.
 */
import type { Essay } from "../essay/essay.ts";
import type { ReadState } from "../essay/reading.ts";
import type { LinkIndex } from "../links/link-target.ts";
import type { Skipped } from "../library/discover.ts";
import type { ChoiceWords } from "./choice-words.ts";
import type { FuzzyIndex } from "../search/fuzzy.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Why the library that the config file names can't be opened, and the place that names it: `config.toml:3`. */
export interface Fault {
  readonly reason: string;
  readonly place: string;
}

/** The library as the reader shows it. */
export interface Shelved {
  readonly root: string;
  /** The source of its folder, such as `IBID_DIR`; empty if there is none. */
  readonly source: string;
  readonly fault?: Fault | undefined;
  /** The essays to show. */
  readonly essays: readonly Essay[];
  /** Whether they are in the shelf's own order already. Sorting loads the rules of the user's language, which takes a tenth of the first frame. */
  readonly isInOwnOrder?: boolean;
  /** Every essay, including drafts and those that were not chosen. */
  readonly all: readonly Essay[];
  /** What the options of the command line choose. */
  readonly chosen: ChoiceWords;
  /** The number of essays from which they choose, without drafts unless these were requested; undefined if it is not known yet. */
  readonly from: number | undefined;
  /** The targets of links. */
  readonly targets: LinkIndex;
  /** The number of essays to show, if not all of them are known yet. */
  readonly total: number;
  /** Columns of the widest order number. */
  readonly orderColumns: number;
  /** Columns that fit nine of ten titles (`most`), and each of them with its sign (`all`). */
  readonly titleColumns: { readonly most: number; readonly all: number };
  /** Whether its lists are mirrored, because most of its titles run from right to left. */
  readonly isMirrored: boolean;
  /** Whether it is a single essay, without a shelf to go back to. */
  readonly alone: boolean;
  /** Files and folders that can't be read, each with the reason. */
  readonly skipped: readonly Skipped[];
  readonly index: FuzzyIndex;
}

/** A row of the shelf. */
export type Entry =
  | { readonly kind: "essay"; readonly essay: Essay }
  | { readonly kind: "group"; readonly name: string; readonly count: number };

export interface Shelf extends ListPlace {
  readonly entries: readonly Entry[];
  /** The number of entries that are essays; in groups, an essay may occur more than once. */
  readonly essays: number;
  /** The number of different essays. */
  readonly shown: number;
  readonly sort: string;
  readonly reverse: boolean;
  readonly grouped: boolean;
  /** Essays with one of these tags, or with all of them; every essay if it is empty. */
  readonly tags: readonly string[];
  readonly tagsAre: "any" | "all";
  /** The reading state of the listed essays. */
  readonly read: ReadState | "any";
  readonly query: string;
}

/** The essays related to an essay. */
export interface RelatedEssays {
  /** Essays that link to it. */
  readonly citedBy: readonly Essay[];
  /** Essays that share the most rare words with it. */
  readonly alike: readonly Essay[];
}

/** The cursor of a list, and the first of its rows on the screen. */
export interface ListPlace {
  readonly cursor: number;
  readonly top: number;
}
