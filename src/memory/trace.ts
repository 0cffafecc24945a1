/**
 * What is remembered of an essay's text, and where it is looked for (`whereabouts.ts`).
 */
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { Mark } from "../marks/mark.ts";

/** What is known of the text of an essay that was in a file. */
export interface Trace {
  /** The real path of the file. */
  readonly file: string;
  /** The former title of the essay. */
  readonly slug?: string;
  readonly title: string;
  /** The number of its words; absent if it is not known. */
  readonly words?: number;
  /** Hashes of its text (`Galley.hash`); none if its text was not open. */
  readonly hashes: readonly string[];
  /** The hash of its text when it was last open; absent if it is not known, or is among `hashes`. */
  readonly last?: string;
  /** The user's marks on it. */
  readonly marks: readonly Mark[];
}

/** The essays to search; a `Library` is such a collection. */
export interface EssaySource {
  readonly essays: readonly Essay[];
  /** An essay with its text; throws if its file can't be read. */
  open(essay: Essay): OpenEssay;
}
