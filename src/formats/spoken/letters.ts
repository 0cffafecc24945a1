/**
 * Letters in formulas that are read aloud. A voice does not say whether a letter is a capital, bold or script; so that is said in
 * words, but only of letters that a formula has in more than one kind: "x is not equal to bold x".
 *
 * Until the whole formula is known, a letter has a mark before it, and another for its kind.
 */
import { GREEK_NAMES } from "../../text/greek.ts";

const MARK = "\ue000";

/** The names of kinds, by KaTeX's names of fonts. */
const FACES: ReadonlyMap<string, string> = new Map([
  ["mathbb", "blackboard"],
  ["mathcal", "script"],
  ["mathscr", "script"],
  ["mathfrak", "fraktur"],
  ["mathbf", "bold"],
  ["boldsymbol", "bold"],
  ["mathsf", "sans-serif"],
  ["mathtt", "typewriter"],
]);
const VARIANT = "curly";
/** Letters that have the name of another letter, of which they are the handwritten form. */
const VARIANTS = "εϑφ";
const KINDS = [...new Set(FACES.values()), VARIANT];

/** The word with a mark if `sign` is a letter. */
export function markedLetter(sign: string, word: string): string {
  if (!GREEK_NAMES.has(sign) && !/^\p{L}$/u.test(word)) return word;
  return MARK + (VARIANTS.includes(sign) ? codeOf(VARIANT) : "") + word;
}

/** The word with the mark of a font, if it is a letter. */
export function inFace(word: string, font: string): string {
  const face = FACES.get(font);
  return face === undefined || !word.startsWith(MARK) ? word : MARK + codeOf(face) + word.slice(1);
}

function codeOf(kind: string): string {
  return String.fromCharCode(0xe001 + KINDS.indexOf(kind));
}

const LETTER = /\ue000([\ue001-\ue00f]{0,3})(\p{L}+)/gu;

/** The text without marks, and with the kinds of letters that it has in several kinds. */
export function withKinds(text: string): string {
  const kinds = new Map<string, Set<string>>();
  for (const [written, , name = ""] of text.matchAll(LETTER)) {
    const key = name.toLowerCase();
    kinds.set(key, (kinds.get(key) ?? new Set()).add(written));
  }
  return text.replace(LETTER, (_, codes: string, name: string) => {
    const all = kinds.get(name.toLowerCase())!;
    if (all.size < 2) return name;
    const isCapital = name !== name.toLowerCase() && [...all].some((own) => !own.endsWith(name));
    const faces = Array.from(codes, (code) => KINDS[code.charCodeAt(0) - 0xe001] ?? "");
    return [...faces, ...(isCapital ? ["capital"] : []), name].join(" ");
  });
}
