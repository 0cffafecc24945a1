/**
 * The user's marks: highlights, with a note or without.
 */
import type { LabelHash, Point } from "./galley.ts";

/** All that is stored to find a passage again after its essay was edited. */
export interface Anchor {
  /** The exact words, as in the galley; line feeds separate paragraphs and cells. */
  readonly words: string;
  /** The text before and after them, at most 32 characters each. */
  readonly before: string;
  readonly after: string;
  /** The place of the words. */
  readonly start: Point;
  readonly end: Point;
  /** The words before and after them, outwards (`company.ts`); absent in anchors that an older version or another program made. */
  readonly company?: readonly [before: string, after: string];
  /** The numbers of words of `company` that are in the same sentence, or line of code; absent where `company` is. */
  readonly sentence?: readonly [before: number, after: number];
  /** What says what the words are about, if they are in a cell or a definition; absent elsewhere. */
  readonly label?: LabelHash;
  /** The heading above the words; absent if there is none. */
  readonly heading?: string;
  /** The lines of the file, from 1, on which they begin and end. */
  readonly lines: readonly [first: number, last: number];
  /** The passages that resemble it; absent if they were not searched for. */
  readonly rivals?: Rivals;
  /** The hash of the essay's text (`Galley.hash`); empty if it is not known. */
  readonly hash: string;
}

/** The anchor of the same words in a later text. */
export interface SeenAnchor extends Anchor {
  /** The key (`keyOfAnchor`) of the anchor that it was made for; absent if an older version made it. */
  readonly of?: string;
}

/** The passages for which this one could be mistaken, in the text in which it was marked. */
export interface Rivals {
  /** Its index among the places that have the same words and the same label, from 0, and their number. */
  readonly nth: number;
  readonly of: number;
  /** The number of those of them that are under the same heading. */
  readonly here?: number;
  /**
   * Its index among those of these that have the same company, from 0, and their number; absent if no place has the same, under any
   * heading.
   */
  readonly alike?: readonly [nth: number, of: number];
  /** The others with the same words and label, unless they have the same company. */
  readonly twins?: readonly Twin[];
  /** The number of places with the same words and another label; absent for none. */
  readonly elsewhere?: number;
  /** The number of characters by which the nearest similar passage differs; absent if there is none. */
  readonly near?: number;
  /** The largest number of places with these words in a later text in which none of them was certain; absent if there was no such text. */
  readonly met?: number;
}

/**
 * Another place with the same words: the number of words before and after it, from the nearest outwards, that are also next to the
 * passage, and a hash of these and the next word on each side.
 */
export type Twin = readonly [before: number, after: number, keyBefore: string, keyAfter: string];

/** The identity of an essay, independent of the place of its file. */
export interface MarkedEssay {
  /** The real path of the essay's file. */
  readonly file: string;
  readonly slug: string;
  readonly title: string;
}

export interface Mark {
  /** A UUID. */
  readonly id: string;
  readonly essay: MarkedEssay;
  readonly anchor: Anchor;
  /** The anchor of the same words as the essay was read last; absent if it was not edited around them. `anchor` stays as it was made. */
  readonly seen?: SeenAnchor;
  /** The user's note on the passage; undefined for a highlight without one. */
  readonly note: string | undefined;
  /** The times at which it was made and last changed, in milliseconds of Unix time. */
  readonly made: number;
  readonly changed: number;
  /**
   * The time at which it was removed, if it was. Removed marks are kept, so that another machine learns of the removal.
   */
  readonly removed: number | undefined;
  /** Fields that another program wrote and that ibid does not know, as JSON; exports include them. */
  readonly extra: Readonly<Record<string, unknown>>;
}
