/**
 * What is around an essay in its library.
 */
import type { Essay } from "../essay/essay.ts";
import type { LinkIndex } from "../links/link-target.ts";
import type { EssayIndex } from "./index/index.ts";
import { type CitingLink, citingLinks } from "./links.ts";

export interface Surroundings {
  /** Links of other essays to it. */
  readonly citedBy: readonly CitingLink[];
  /** Essays that have most rare words in common with it, best first. */
  readonly alike: readonly Essay[];
}

const ALIKE = 4;

export const NOTHING_AROUND: Surroundings = { citedBy: [], alike: [] };

/** What leads to an essay, and which are like it. */
export function surroundingsOf(essay: Essay, index: EssayIndex, targets: LinkIndex): Surroundings {
  return { citedBy: citingLinks(index, targets, essay), alike: index.alike(essay, ALIKE) };
}
