/**
 * Unicode's superscript and subscript characters: digits, signs and some letters. NFKC maps each to its plain character.
 */

const SUPERSCRIPTS = pairs(
  "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW ",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ ",
);
const SUBSCRIPTS = pairs("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

/** `text` in superscript characters, or undefined if Unicode lacks one of them. */
export function superscript(text: string): string | undefined {
  return mapped(text, SUPERSCRIPTS);
}

/** `text` in subscript characters, or undefined if Unicode lacks one of them. */
export function subscript(text: string): string | undefined {
  return mapped(text, SUBSCRIPTS);
}

function pairs(plain: string, raised: string): ReadonlyMap<string, string> {
  const targets = [...raised];
  return new Map([...plain].map((character, index) => [character, targets[index]!]));
}

function mapped(text: string, map: ReadonlyMap<string, string>): string | undefined {
  let result = "";
  for (const character of text) {
    const target = map.get(character);
    if (target === undefined) return undefined;
    result += target;
  }
  return result;
}
