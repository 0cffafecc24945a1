/**
 * What the reader knows of the library and its shelf: plain data, as all of the state.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { ReadState } from "../essay/reading.ts";
import type { Line } from "../layout/line.ts";
import type { LinkIndex } from "../links/link-target.ts";
import type { Skipped } from "../library/discover.ts";
import type { FuzzyIndex } from "../search/fuzzy.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The library as the reader shows it. */
export interface Shelved {
  readonly root: string;
  /** What named its folder, such as `IBID_DIR`; empty where nothing did. */
  readonly source: string;
  /** The essays that are shown. */
  readonly essays: readonly Essay[];
  /** Every essay, drafts and those that were not chosen too. */
  readonly all: readonly Essay[];
  /** Where the links of essays lead. */
  readonly targets: LinkIndex;
  /** How many are shown, where not all of them are known yet. */
  readonly total: number;
  /** Columns of the widest order number. */
  readonly orderColumns: number;
  /** Columns that hold nine of ten titles (`most`), and half of them (`half`). */
  readonly titleColumns: { readonly most: number; readonly half: number };
  /** Whether it is one essay and nothing else: there is no shelf to go back to. */
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
  /** How far the essays are read that are listed. */
  readonly read: ReadState | "any";
  readonly query: string;
}

/** What is around an essay in the library. */
export interface Around {
  /** Essays that lead to it. */
  readonly citedBy: readonly Essay[];
  /** Essays that have most rare words in common with it. */
  readonly alike: readonly Essay[];
}

/** What is beside the shelf: the beginning of the essay under the cursor. */
export interface Preview {
  /** Undefined if the essay can't be read: the lines say why. */
  readonly open: OpenEssay | undefined;
  readonly lines: readonly Line[];
}

/** The cursor of a list, and the first of its rows on the screen. */
export interface ListPlace {
  readonly cursor: number;
  readonly top: number;
}
