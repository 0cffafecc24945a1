/**
 * Puts the essays of a library on the shelf: those that are chosen, in their order, with what the rows and the search need of all.
 */
import { type Choice, choose } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Skipped } from "../library/discover.ts";
import type { LinkIndex } from "../links/link-target.ts";
import { candidateOf, fuzzyIndex } from "../search/fuzzy.ts";
import { largest } from "../text/extremes.ts";
import { width } from "../text/width.ts";
import { isSame, orderOf } from "./arrange.ts";
import { choiceWords } from "./choice-words.ts";
import { isMostlyRightToLeft } from "./mirrored.ts";
import { titleSign } from "./shelf-geometry.ts";
import type { Shelved } from "./state.ts";

export interface ToShelve {
  readonly root: string;
  readonly source?: string;
  readonly fault?: Shelved["fault"];
  /** Every essay of the library. */
  readonly essays: readonly Essay[];
  readonly targets: LinkIndex;
  /** Files and folders that can't be read. */
  readonly skipped: readonly Skipped[];
  readonly choice: Choice;
  /** Whether `essays` are the chosen ones in the shelf's own order already. */
  readonly isInOwnOrder?: boolean;
  /** An essay that the user named, which is shown whatever the choice. */
  readonly asked?: Essay | undefined;
  /** Whether there may be essays other than `asked`. */
  readonly isLibrary: boolean;
}

export function shelve({
  root,
  source = "",
  fault,
  essays,
  targets,
  skipped,
  choice,
  isInOwnOrder = false,
  asked,
  isLibrary,
}: ToShelve): Shelved {
  const chosen = isInOwnOrder ? essays : choose(essays, choice);
  const shown = withAsked(chosen, asked, isLibrary ? essays : undefined);
  return {
    root,
    source,
    fault,
    essays: shown,
    isInOwnOrder: isInOwnOrder && shown === chosen,
    all: essays,
    chosen: choiceWords(choice),
    from: isInOwnOrder ? undefined : essays.filter(({ draft }) => choice.drafts || !draft).length,
    targets,
    total: shown.length,
    orderColumns: shown.reduce((most, essay) => Math.max(most, width(orderOf(essay))), 0),
    titleColumns: titleColumnsOf(shown),
    isMirrored: isMostlyRightToLeft(shown.map(({ title }) => title)),
    alone: !isLibrary && shown.length === 1 && asked !== undefined,
    skipped,
    index: fuzzyIndex(shown.map(candidateOf)),
  };
}

/** The chosen essays and the named one, unless it is no longer among `all`, the essays of a library. */
function withAsked(
  chosen: readonly Essay[],
  asked: Essay | undefined,
  all: readonly Essay[] | undefined,
): readonly Essay[] {
  if (asked === undefined || chosen.some((essay) => isSame(essay, asked))) return chosen;
  const now = all ? all.find((essay) => isSame(essay, asked)) : asked;
  return now ? [...chosen, now] : chosen;
}

function titleColumnsOf(essays: readonly Essay[]): Shelved["titleColumns"] {
  const widths = Uint32Array.from(essays, ({ title }) => width(title)).sort();
  const most = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  const sign = largest(
    essays.map((essay) => width(titleSign(essay))),
    0,
  );
  return { most, all: (widths.at(-1) ?? 0) + sign };
}
