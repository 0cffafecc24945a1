/**
 * The library as the reader shows it.
 */
import { type Choice, choose } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { candidateOf, fuzzyIndex } from "../search/fuzzy.ts";
import { width } from "../text/width.ts";
import { isSame } from "./rearrange.ts";
import type { Shelved } from "./state.ts";

export interface ToShelve {
  readonly root: string;
  /** Every essay of the library. */
  readonly essays: readonly Essay[];
  /** How many files could not be read. */
  readonly skipped: number;
  readonly choice: Choice;
  /** An essay that was asked for by name: it is shown whatever the choice. */
  readonly asked?: Essay | undefined;
  /** Whether `asked` may be all that there is. */
  readonly isLibrary: boolean;
}

export function shelve({ root, essays, skipped, choice, asked, isLibrary }: ToShelve): Shelved {
  const chosen = choose(essays, choice);
  const isMissing = asked !== undefined && !chosen.some((essay) => isSame(essay, asked));
  const shown = isMissing ? [...chosen, asked] : chosen;
  return {
    root,
    essays: shown,
    all: essays,
    total: shown.length,
    orderColumns: shown.reduce((most, essay) => Math.max(most, width(orderOf(essay))), 0),
    alone: !isLibrary && shown.length === 1 && asked !== undefined,
    skipped,
    index: fuzzyIndex(shown.map(candidateOf)),
  };
}

export function orderOf(essay: Pick<Essay, "order">): string {
  return essay.order === undefined ? "" : String(essay.order);
}
