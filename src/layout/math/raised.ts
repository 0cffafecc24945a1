/**
 * Unicode's superscript and subscript characters, Greek ones included.
 */
import { subscript, superscript } from "../scripts.ts";

const SUPERSCRIPTS = new Map([..."βγδθφϕχ′″‴"].map((own, index) => [own, [..."ᵝᵞᵟᶿᵠᵠᵡ′″‴"][index]!]));
const SUBSCRIPTS = new Map([..."βγρφϕχ"].map((own, index) => [own, [..."ᵦᵧᵨᵩᵩᵪ"][index]!]));
/** Characters that are already as high as a superscript. */
const HIGH = /^[*†‡°′″‴⁗∘⊤]$/;
/** The longest script in small characters: longer ones are hard to read. */
const LONGEST = 8;

/** `text` in superscript characters; undefined if Unicode lacks one, or `text` is long or contains blanks. */
export function raised(text: string): string | undefined {
  if (HIGH.test(text)) return text === "∘" ? "°" : text === "⊤" ? "ᵀ" : text;
  return mapped(text, SUPERSCRIPTS, superscript);
}

/** `text` in subscript characters; undefined if Unicode lacks one, or `text` is long or contains blanks. */
export function lowered(text: string): string | undefined {
  return mapped(text, SUBSCRIPTS, subscript);
}

function mapped(
  text: string,
  greek: ReadonlyMap<string, string>,
  latin: (text: string) => string | undefined,
): string | undefined {
  const characters = [...text];
  if (characters.length > LONGEST || text.includes(" ")) return undefined;
  let outcome = "";
  for (const character of characters) {
    const target = greek.get(character) ?? latin(character);
    if (target === undefined) return undefined;
    outcome += target;
  }
  return outcome;
}
