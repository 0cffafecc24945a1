/**
 * Whether edited words still say what the marked ones said, as far as single words show it: their numbers are the same, and so is
 * the number of negations; no name was replaced, no word got or lost a prefix, and in a short sentence none was replaced.
 *
 *     the dam should be built          ─▶  the dam should not be built      another claim
 *     the tower, finished in 1881      ─▶  the tower, finished in 1883      another claim
 *     it took three hours              ─▶  it took seven hours              another claim
 *     the fox jumps over the dog       ─▶  the fox jumped over the dog      the same, edited
 */
import { once } from "../text/once.ts";
import type { Galley } from "./galley.ts";
import { memoizedFor } from "../text/memoized.ts";
import { spelledNumber } from "./number-words.ts";
import { isReplaced } from "./replaced.ts";

const NUMBER = /\p{N}+(?:[.,:]\p{N}+)*/gu;
/** A character of Chinese is a word. */
const WORD = /\p{sc=Han}|[[\p{L}\p{M}\p{N}]--\p{sc=Han}]+(?:'[[\p{L}\p{M}\p{N}]--\p{sc=Han}]+)*/gv;
const CAPITAL = /^\p{Lu}/u;
/** What is before the first word of a sentence. */
const SENTENCE_END = /(?:^|[.!?…:][^\p{L}\p{N}]{0,3})$/u;
/** The characters before a word in which a sentence may have ended. */
const CLOSING = 4;

/** Words that negate, without accents and in lower case: in English, German, Dutch, Scandinavian, Romance and Slavonic languages, Greek, Turkish, Hebrew, Arabic. */
const NEGATIONS = once(
  () =>
    new Set(
      `no not non none never nobody nothing nowhere neither nor cannot without
nicht nichts nie niemals niemand nirgends ohne weder niet geen nooit niemand zonder inte aldrig ikke ikkje aldri ingen uden uten utan
ne pas jamais rien aucun aucune sans ni nunca jamas nada nadie ningun ninguna ninguno sin nao nem sem nenhum nenhuma mai senza nessuno nessuna niente
не ни нет никогда ничего никто без nie nigdy bez δεν μη μην ποτε degil לא אין בלי لا لم لن ليس`.split(/\s+/),
    ),
);
/** Days and months in French, Spanish, Portuguese, Italian, Dutch and Scandinavian languages, without accents. Capitalised ones are names. */
const TIMES = once(
  () =>
    new Set(
      `lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril mai juin juillet aout septembre octobre novembre decembre
lunes martes miercoles jueves viernes sabado domingo enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre
segunda-feira janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus september oktober november december
mandag tirsdag onsdag torsdag fredag lordag sondag lordag januar februar marts mars august desember`.split(
        /\s+/,
      ),
    ),
);
/** Endings and beginnings of words that negate: don't, n'est, keine. */
const NEGATING = /n't$|^n'|^kein/u;
/** Negation in scripts without blanks, and in Korean. */
const NEGATING_SIGNS = /[不没沒無无非未勿]|な(?:い|く|かっ)|ませ|않|못|아니/gu;
/** The most letters of a prefix: dis-, un-. */
const PREFIX = 5;
/** The least number of letters that are a word with a prefix before them. */
const STEM = 3;

/** Reports whether the folded words `now`, found in a galley, make the claim of the folded words `then`. */
export function saysTheSame(then: string, now: string, galley: Galley): boolean {
  if (numbersOf(then) !== numbersOf(now)) return false;
  if (negationsOf(then) !== negationsOf(now)) return false;
  const [gone, added] = [without(then, now), without(now, then)];
  return (
    !hasOtherPrefix(gone, added) &&
    !hasOtherPrefix(added, gone) &&
    !losesName(then, gone, added, galley) &&
    !isReplaced(wordsOf(then), gone, added)
  );
}

/** The numbers of a text, in digits or spelled out, and the days and months of languages that write them in lower case. */
function numbersOf(text: string): string {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  const spelled = words.flatMap((word) => spelledNumber(word) ?? (TIMES().has(word) ? [word] : []));
  return [...(text.match(NUMBER) ?? []), ...spelled].toSorted().join(" ");
}

/** The number of negations: `never` may become `not`. */
function negationsOf(text: string): number {
  const words = wordsOf(text.toLowerCase()).filter((word) => NEGATIONS().has(word) || NEGATING.test(word));
  return words.length + (text.match(NEGATING_SIGNS) ?? []).length;
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The words of a text that another does not have. */
function without(text: string, other: string): Set<string> {
  const theirs = new Set(wordsOf(other));
  return new Set(wordsOf(text).filter((word) => !theirs.has(word)));
}

/** Whether one of the words is one of the others behind a prefix. */
function hasOtherPrefix(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const stems = new Set([...others].map((word) => word.toLowerCase()));
  return [...words].some((word) =>
    Array.from({ length: Math.min(PREFIX, word.length - STEM) }, (_, nth) => word.slice(nth + 1)).some(
      (stem) => stems.has(stem.toLowerCase()),
    ),
  );
}

/**
 * Whether a name of the old words was replaced by another, or their only name is gone. A name is a capitalised word that the essay
 * never writes in lower case. Any word begins a sentence with a capital letter, so that one counts only if it was replaced.
 */
function losesName(
  then: string,
  gone: ReadonlySet<string>,
  added: ReadonlySet<string>,
  galley: Galley,
): boolean {
  const isName = (word: string): boolean => CAPITAL.test(word) && !wordsIn(galley).has(word.toLowerCase());
  const names = Array.from(then.matchAll(WORD)).filter(([word]) => isName(word));
  if (!names.some(([word]) => gone.has(word))) return false;
  // A word that now begins the sentence is no name for it.
  if ([...added].some((word) => isName(word) && !gone.has(word.toLowerCase()))) return true;
  const inside = names.filter(
    ({ index }) => !SENTENCE_END.test(then.slice(Math.max(0, index - CLOSING), index)),
  );
  return inside.length > 0 && inside.every(([word]) => gone.has(word));
}

/** The words of a galley. */
const wordsIn = memoizedFor(
  (galley: Galley): ReadonlySet<string> => new Set(wordsOf(galley.compared.folded)),
);
