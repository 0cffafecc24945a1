/**
 * Single words of formulas that are read aloud, and how they are joined.
 */
import { ACCENTS, OPERATORS, RANGES, signInWords, UNSPOKEN } from "./signs.ts";

export function joined(words: readonly string[]): string {
  return words
    .filter((word) => word !== "")
    .join(" ")
    .replace(/(?::|colon) equals/g, "is defined as")
    .replace(/(^| ):(?= |$)/g, "$1to")
    .replace(/(?: ,)+/g, ",")
    .replace(/,$/, "");
}

export function spokenSign(sign: string): string {
  const word = signInWords(sign);
  if (word === undefined) throw UNSPOKEN;
  return word;
}

export function spokenOperator(name: string): string {
  return OPERATORS[name] ?? name.replace("\\", "");
}

/** The words for an operator: a sum is followed by "of", a sine by its argument. */
export function operator(name: string): string[] {
  return RANGES.has(name) ? [spokenOperator(name), "of"] : [spokenOperator(name)];
}

export function accent(label: string): string {
  const word = ACCENTS[label];
  if (word === undefined) throw UNSPOKEN;
  return word;
}

/** The name of one of two brackets, which says its kind if they differ or are angled: (a, b], ⟨a, b⟩. */
export function bracketName(sign: string, [left, right]: readonly [string, string]): string {
  if (left === "⟨") return "angle bracket";
  if (left === "[" && right === "]") return "bracket";
  return /[()]/.test(sign) ? "round bracket" : "square bracket";
}
