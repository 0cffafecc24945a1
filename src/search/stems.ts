/**
 * The stem that the inflected forms of a word share, by language: Snowball's rules (Porter 1980, “An
 * algorithm for suffix stripping”; snowballstem.org), from @orama/stemmers.
 */
import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";

import { commonBeginning } from "../text/common-beginning.ts";
import { tableOf } from "../text/own.ts";

/** The language of an essay whose language is unknown. */
export const UNNAMED = "en";

/** By ISO 639's codes of two letters. */
const STEMMERS = tableOf<(word: string) => string>({
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  it: italian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ru: russian,
  sv: swedish,
});

/** Shorter words get no further forms, because most of these would be wrong. */
const SHORTEST = 3;
/** The longest word that is stemmed, in UTF-16 code units. */
const LONGEST = 40;

/** The stem of a word. */
export interface Stem {
  /** The letters that every form of the word begins with. */
  readonly beginning: string;
  /** Whether another word, folded, is a form of the same one. */
  readonly isShared: (word: string) => boolean;
}

/** The stem of a folded word; undefined if the language has no stemmer or the word has no stem. */
export function stemOf(word: string, language: string): Stem | undefined {
  const stemmer = STEMMERS[language];
  if (!stemmer || word.length < SHORTEST || word.length > LONGEST || !/^\p{L}+$/u.test(word))
    return undefined;
  const stem = stemmer(word);
  if (stem.length < 2) return undefined;
  // The last letter of a stem may differ from the words: happi is the stem of happy and happiness.
  const beginning =
    word.startsWith(stem) && stem.length <= SHORTEST ? stem : commonBeginning(word, stem.slice(0, -1));
  if (beginning.length < 2) return undefined;
  return {
    beginning,
    isShared: (other) => other.length >= SHORTEST && other.length <= LONGEST && stemmer(other) === stem,
  };
}
