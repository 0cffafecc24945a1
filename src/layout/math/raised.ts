/**
 * Scripts in Unicode's superscript and subscript characters, the Greek ones among them.
 */
import { subscript, superscript } from "../scripts.ts";

const SUPERSCRIPTS = new Map([..."βγδθφϕχ′″‴"].map((own, index) => [own, [..."ᵝᵞᵟᶿᵠᵠᵡ′″‴"][index]!]));
const SUBSCRIPTS = new Map([..."βγρφϕχ"].map((own, index) => [own, [..."ᵦᵧᵨᵩᵩᵪ"][index]!]));
/** Already as high as a superscript, by itself. */
const HIGH = /^[*†‡°′″‴⁗∘⊤]$/;
/** More of such small characters are hard to read. */
const LONGEST = 8;

/** `text` in superscript characters; undefined if Unicode lacks one, if it is long, or of several words. */
export function raised(text: string): string | undefined {
  if (HIGH.test(text)) return text === "∘" ? "°" : text === "⊤" ? "ᵀ" : text;
  return mapped(text, SUPERSCRIPTS, superscript);
}

/** `text` in subscript characters; undefined if Unicode lacks one, if it is long, or of several words. */
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
