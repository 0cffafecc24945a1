/**
 * Finds the language of an essay. If the essay does not name it, its script and its most common words decide.
 */
import type { Essay } from "./essay.ts";
import { languageOf } from "./language.ts";
import { once } from "../text/once.ts";
import { tableOf } from "../text/own.ts";

/**
 * The tag of the language (BCP 47): the one that the essay names, else `usual`, else the detected one. `und` is an unknown
 * language.
 */
export function languageOfText(essay: Pick<Essay, "data" | "path">, text: string, usual?: string): string {
  return languageOf(essay) ?? usual ?? detectedLanguage(text);
}

/** The number of characters that are examined: about two hundred words. */
const SAMPLE = 2_000;
/** The share of the words that must be in a language's list. In English texts it is about a third. */
const ENOUGH = 0.08;

/**
 * The most common words of each language. Languages without hyphenation patterns are listed too, so that they are not
 * confused with others.
 */
const COMMON = tableOf<string>({
  en: "the of and to in is that it for was with as on be this are you not have but from they his her which",
  de: "der die und das ist nicht ein eine mit den von zu auf für dem des sich auch wird als wie ich wir oder",
  fr: "le la les des et est une dans que qui pour pas sur avec vous nous plus ce cette sont au du ou leur",
  es: "el los las que del una por con para es como más pero sus al lo este esta son tiene también ser muy",
  it: "il che di non per una sono con del della gli anche come più questo nel alla dei essere ha ma nella",
  pt: "não uma que os para com por mais como dos das ao seu sua são você mas isso está pela também um",
  nl: "het een van en dat niet zijn op te met voor aan ook als maar door bij naar wordt je hebben deze",
  da: "og det er ikke til af på som med den en for vi kan har jeg fra eller også være blev efter hvor",
  nb: "og det er ikke til av på som med den en for vi kan har jeg fra eller også være ble etter hvor",
  sv: "och det är inte till av på som med den en för vi kan har jag från eller också vara blev efter att",
  fi: "ja on ei että se hän oli mutta kuin myös ovat niin joka tai kun mitä tämä sen voi olla jos sitä",
  et: "ja on ei et see ka kui oli aga või mis oma nii ta ning seda veel siis kes võib olla",
  pl: "nie się na jest że to do jak ale przez dla od po są być tym czy jego tego może który już oni ich był są przed tylko w z i o",
  cs: "se na je že to by ale jako pro jsou jak po při od který už které nebo jeho tak být",
  sl: "je in se da na za ki so ne pa bi po od kot še tudi ali ga bilo kar pri",
  hr: "je se na da su za od ne kao što koji ili ali po bi nije sve te biti kako",
  ro: "și nu este din care pentru sau mai cu pe sunt ce fi ca acest fost această dar lor prin",
  hu: "az hogy nem és egy is meg ez mint csak már volt van vagy azt még mert ezt lehet",
  tr: "ve bir bu için de da ile ne daha gibi çok olarak olan kadar ama sonra değil var en",
  id: "yang dan di dengan untuk ini itu dari tidak dalam pada adalah akan ke atau anda bisa oleh",
  ca: "els les amb que per una és com més però del al són aquesta aquest també als dels hi no",
});

/** The languages in whose list each word is. */
const languagesOf = once(() => {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(COMMON))
    for (const word of words.split(" ")) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
});

/** The language of a text by its script and its most common words. The default is English. */
export function detectedLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const script = languageOfScript(sample);
  if (script !== undefined) return script;
  const glimpse = commonWords(glimpseOf(sample));
  if (isClear(glimpse)) return glimpse.language;
  const { language, share } = commonWords(sample);
  return share >= ENOUGH ? language : "en";
}

/** The number of pieces of a sample that are looked at first, and their length in characters. */
const GLIMPSES = 4;
const GLIMPSE = 150;

/** Pieces from all over a sample: a text may begin with a quotation in another language. */
function glimpseOf(sample: string): string {
  const step = sample.length / GLIMPSES;
  const pieces = Array.from({ length: GLIMPSES }, (_, nth) => sample.substr(Math.floor(nth * step), GLIMPSE));
  return pieces.join(" ");
}

/** Words in lower case: ASCII's letters, and all other scripts without their punctuation. V8 takes twice as long for `\p{L}`. */
const WORDS = /[a-z\u00df-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ufdff]+/g;

interface CommonWords {
  /** The language that has the most words in its list. */
  readonly language: string;
  /** Their part of all words, and that of the language that has the second most. */
  readonly share: number;
  readonly next: number;
}

function commonWords(text: string): CommonWords {
  const words = text.match(WORDS) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) {
    const languages = languagesOf().get(word);
    if (languages) for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  const shareOf = (found: typeof best): number => (found ? found[1] / words.length : 0);
  return { language: best?.[0] ?? "en", share: shareOf(best), next: shareOf(second) };
}

/** Whether more words would hardly change what a few of them say. */
function isClear({ share, next }: CommonWords): boolean {
  return share >= 2 * ENOUGH && share >= 2 * next;
}

/** The language of a text in another script than Latin, or undefined. */
function languageOfScript(text: string): string | undefined {
  if (isMostlyAscii(text)) return undefined;
  const letters = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const latin = letters(/\p{Script=Latin}/gu);
  const others = letters(/\p{L}/gu) - latin;
  if (others <= latin) return undefined;
  if (letters(/\p{Script=Greek}/gu) > others / 2) return "el";
  if (letters(/\p{Script=Georgian}/gu) > others / 2) return "ka";
  return letters(/\p{Script=Cyrillic}/gu) > others / 2 ? cyrillicLanguage(text) : "und";
}

/** Any character that may be a letter of another script than Latin: µ, and all behind the blocks of Latin but general punctuation. */
const MAYBE_FOREIGN = /[^\u0000-\u00b4\u00b6-\u02af\u2000-\u206f]/g;

/** Whether a text has at least as many letters of ASCII as characters that may be letters of another script than Latin. */
function isMostlyAscii(text: string): boolean {
  const foreign = text.match(MAYBE_FOREIGN)?.length ?? 0;
  return foreign === 0 || foreign <= (text.match(/[a-z]/g)?.length ?? 0);
}

/** The language of a Cyrillic text, by letters that other languages do not have. */
function cyrillicLanguage(text: string): string {
  if (/ў/.test(text)) return "be";
  if (/[їєґ]/.test(text)) return "uk";
  if (/[ыэё]/.test(text)) return "ru";
  return /ъ/.test(text) ? "bg" : "und";
}
