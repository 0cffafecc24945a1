/**
 * Letters of other faces: Unicode's Mathematical Alphanumeric Symbols (U+1D400 to U+1D7FF). Each alphabet follows the Latin
 * order, except for letters that Unicode had already, such as ℝ.
 */
import { tableOf } from "../../text/own.ts";

/** The first code points of an alphabet's capitals, small letters, digits, and bold Greek letters. */
interface Alphabet {
  readonly capitals: number;
  readonly smalls?: number;
  readonly digits?: number;
  readonly greekCapitals?: number;
  readonly greekSmalls?: number;
  /** Letters outside the block, in pairs: the plain letter and its replacement. */
  readonly exceptions?: string;
}

const DOUBLE: Alphabet = {
  capitals: 0x1d538,
  smalls: 0x1d552,
  digits: 0x1d7d8,
  exceptions: "CℂHℍNℕPℙQℚRℝZℤΓℾΠℿγℽπℼ",
};
const SCRIPT: Alphabet = {
  capitals: 0x1d49c,
  smalls: 0x1d4b6,
  exceptions: "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ",
};
const FRAKTUR: Alphabet = { capitals: 0x1d504, smalls: 0x1d51e, exceptions: "CℭHℌIℑRℜZℨ" };
const BOLD: Alphabet = {
  capitals: 0x1d400,
  smalls: 0x1d41a,
  digits: 0x1d7ce,
  greekCapitals: 0x1d6a8,
  greekSmalls: 0x1d6c2,
  exceptions: "∇𝛁∂𝛛ϵ𝛜ϑ𝛝ϰ𝛞ϕ𝛟ϱ𝛠ϖ𝛡",
};
const SANS: Alphabet = { capitals: 0x1d5a0, smalls: 0x1d5ba, digits: 0x1d7e2 };
const MONO: Alphabet = { capitals: 0x1d670, smalls: 0x1d68a, digits: 0x1d7f6 };

/** Alphabets by KaTeX's font names; other fonts are set upright. */
const ALPHABETS = tableOf<Alphabet>({
  mathbb: DOUBLE,
  mathcal: SCRIPT,
  mathscr: SCRIPT,
  mathfrak: FRAKTUR,
  mathbf: BOLD,
  boldsymbol: BOLD,
  mathsf: SANS,
  mathtt: MONO,
});

/** `text` in the letters of `font` (KaTeX's name); characters that the font lacks are unchanged. */
export function inFont(text: string, font: string | undefined): string {
  const alphabet = font === undefined ? undefined : ALPHABETS[font];
  if (alphabet === undefined) return text;
  return Array.from(text, (character) => letterOf(character, alphabet)).join("");
}

function letterOf(character: string, alphabet: Alphabet): string {
  const exceptions = [...(alphabet.exceptions ?? "")];
  const found = exceptions.indexOf(character);
  if (found >= 0 && found % 2 === 0) return exceptions[found + 1]!;
  const code = character.codePointAt(0) ?? 0;
  const from = (first: string, start: number | undefined): string =>
    start === undefined ? character : String.fromCodePoint(start + code - first.charCodeAt(0));
  if (character >= "A" && character <= "Z") return from("A", alphabet.capitals);
  if (character >= "a" && character <= "z") return from("a", alphabet.smalls);
  if (character >= "0" && character <= "9") return from("0", alphabet.digits);
  if (character >= "Α" && character <= "Ω") return from("Α", alphabet.greekCapitals);
  if (character >= "α" && character <= "ω") return from("α", alphabet.greekSmalls);
  return character;
}
