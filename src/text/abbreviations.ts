/**
 * Full stops that end a word and not its sentence.
 *
 *     Mr. Smith, z. B. Wein, pp. 3      never the end
 *     Aug. 6, Nr. 5                     not before a number
 *     the U.S. Congress, Acme Inc. fell the end only before a word that begins sentences: `the U.S. He left`
 *     am 3. Mai                         not in languages that write ordinal numbers so
 */
import { once } from "./once.ts";

/** What is before a word. */
const BEFORE = "(?:^|[\\s(\\[\"'“‘«„—–/])";

/** A pattern for a text that ends with one of some words and a full stop. */
function endingWith(words: string): () => RegExp {
  return once(() => new RegExp(`${BEFORE}(?:${words.trim().replace(/\s+/g, "|")})\\.$`, "u"));
}

/** Titles, initials, letters of an abbreviation of several, and words that introduce a name, a number or an example. */
const NEVER = endingWith(`
[A-HJ-Z] [a-hj-z] Mr Mrs Ms Messrs Dr Prof St Mt Ft Gen Col Capt Cpt Lt Sgt Maj Rev Hon Gov Sen Rep Pres
vs cf ca viz approx pp vols? eds? e\\.g i\\.e
Hr Fr Frl Hrn Dipl Ing z\\.B d\\.h u\\.a bzw vgl evtl ggf sog Chr
M MM Mme Mmes Mlle Mlles av apr ex
Sra Srta Dra Sig Sigra Dott Avv Ilmo`);

/** Months, and words before the number of a part. */
const BEFORE_NUMBERS = endingWith(`
Jan Feb Mar Apr Jun Jul Aug Sept? Oct Okt Nov Dec Dez janv févr avr juil
No Nos no nos Nr Nrn Fig Figs fig figs Sec Secs sec secs Eq Eqs eq eqs Ch Chs ch chs Chap chap Vol vol Pt pt Art Arts art arts
Bd Bde Abb Tab Kap Abs Ziff Anm núm pág págs cap`);

/** Words at whose full stop a sentence may end: companies, descent, abbreviations with several stops. */
const PERHAPS = endingWith(`
Inc Ltd Co Corp Bros Jr Sr Esq Ave Blvd etc usw al (?:\\p{L}\\.)+\\p{L} Mio Mrd Jh`);

/** Words that begin a sentence far more often than they stand, with a capital letter, within one. */
const BEGINNING = once(
  () =>
    new Set(
      `the a an he she it they we i you this that these those there then but and or so in on at as if when while after before for
from to with by however meanwhile now here what who why how where some many most each every no not nobody nothing one his her their its
my our your der die das ein eine er sie es wir ich und aber doch dann im am dieser diese dieses als wenn man niemand le la les un une il elle
ils elles nous vous je ce cette ces et mais on el los las una ella ellos y pero en lo gli e ma`.split(/\s+/),
    ),
);

/** The number of an item of a list, alone. */
const ITEM = /^\d{1,9}\.$/;
/** An ordinal number, such as a day or a century. */
const ORDINAL = /(?:^|[\s(\u00a0])\d{1,2}\.$/;
/** Languages that write ordinal numbers with a full stop, as tags of BCP 47. */
const WITH_ORDINALS = /^(?:de|da|nb|nn|no|fi|et|lv|cs|sk|pl|hu|hr|sl|sr|bs|is|tr)(?:-|$)/i;
const DIGIT = /^\p{N}/u;
const FIRST_WORD = /^[^\p{L}\p{N}]{0,3}([\p{L}\p{M}'’]+)/u;
/** The characters of the longest abbreviation and of what precedes it. */
const LONGEST = 16;

/** Whether the full stop at the end of `text` belongs to its last word, and the sentence goes on with `next`. */
export function isAbbreviated(text: string, next: string, language = ""): boolean {
  if (ITEM.test(text)) return true;
  const end = text.slice(-LONGEST);
  if (NEVER().test(end)) return true;
  if (WITH_ORDINALS.test(language) && ORDINAL.test(end)) return true;
  if (BEFORE_NUMBERS().test(end)) return DIGIT.test(next);
  if (!PERHAPS().test(end)) return false;
  const word = FIRST_WORD.exec(next)?.[1];
  return word === undefined ? DIGIT.test(next) : !BEGINNING().has(word.toLowerCase());
}
