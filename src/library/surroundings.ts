/**
 * The surroundings of an essay: the links to it, and the essays most like it.
 */
import type { Essay } from "../essay/essay.ts";
import type { LinkIndex } from "../links/link-target.ts";
import { alike } from "./index/alike.ts";
import type { EssayIndex } from "./index/index.ts";
import { type CitingLink, citingLinks } from "./links.ts";

export interface Surroundings {
  /** Links from other essays. */
  readonly citedBy: readonly CitingLink[];
  /** Essays that share the most rare words with it, best first. */
  readonly alike: readonly Essay[];
}

const ALIKE = 4;

/** Finds the surroundings of an essay. */
export function surroundingsOf(essay: Essay, index: EssayIndex, targets: LinkIndex): Surroundings {
  return { citedBy: citingLinks(index, targets, essay), alike: alike(index, essay, ALIKE) };
}
