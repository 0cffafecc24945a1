/**
 * Marks of the reader's own: a highlight, with a note or without.
 */
import type { Point } from "./galley.ts";

/** How a passage is found again after its essay was edited. */
export interface Anchor {
  /** The exact words, as the galley has them; paragraphs and cells parted by line feeds. */
  readonly words: string;
  /** What stands before and after them, up to 32 characters each. */
  readonly before: string;
  readonly after: string;
  /** Where they stood. */
  readonly start: Point;
  readonly end: Point;
  /** The heading under which they begin; absent above the first. */
  readonly heading?: string;
  /** The lines of the file, from 1, on which they begin and end. */
  readonly lines: readonly [first: number, last: number];
  /** What else said the same or nearly; absent where nobody looked. */
  readonly rivals?: Rivals;
  /** The hash of the essay's whole text (`Galley.hash`); empty where nobody knows it. */
  readonly hash: string;
}

/** What a passage might be taken for, in the text in which it was marked. */
export interface Rivals {
  /** Which of the places that have its words it was, from 0, and of how many. */
  readonly nth: number;
  readonly of: number;
  /** How much of what stood around it stood around the other of them that is most like it: 0 to 2, 1 for each side. */
  readonly like: number;
  /** How many characters must be changed to make its words of what came nearest to them; absent if nothing came near. */
  readonly near?: number;
}

/** What an essay is known by, wherever it lies. */
export interface MarkedEssay {
  /** The essay's file, as `realpath` has it. */
  readonly file: string;
  readonly slug: string;
  readonly title: string;
}

export interface Mark {
  /** A UUID. */
  readonly id: string;
  readonly essay: MarkedEssay;
  readonly anchor: Anchor;
  /** The reader's own words on the passage; undefined for a highlight alone. */
  readonly note: string | undefined;
  /** When it was made, and last changed, in milliseconds of Unix time. */
  readonly made: number;
  readonly changed: number;
  /** When it was removed; undefined while it stands. What was removed is kept, so that another machine learns of it. */
  readonly removed: number | undefined;
  /** What another program wrote of it and ibid has no field for, as JSON: given out again with it. */
  readonly extra: Readonly<Record<string, unknown>>;
}
