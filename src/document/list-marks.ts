/**
 * The marks of ordered lists: how the number of an item is written, and read (Pandoc's manual, "Ordered lists").
 *
 *     a)  II.  (iv)  (12)
 */
import type { List, Numbering } from "./document.ts";
import { itemNumbers } from "./walk.ts";

/** The numbers that a mark may stand for, each with the kind of numbering: `i` is the first Roman one and the ninth letter. */
export function numbersOf(written: string): Map<Numbering["kind"], number> {
  if (/^\d+$/.test(written)) return new Map([["1", Number(written)]]);
  const isSmall = written === written.toLowerCase();
  const found = new Map<Numbering["kind"], number>();
  if (written.length === 1) found.set(isSmall ? "a" : "A", written.toLowerCase().charCodeAt(0) - BEFORE_A);
  const roman = romanNumber(written.toUpperCase());
  if (roman !== undefined) found.set(isSmall ? "i" : "I", roman);
  return found;
}

/** The mark of each item of an ordered list: `1.`, or in the form of its numbering. */
export function itemMarks(list: List): string[] {
  const { kind = "1", before = "", after = "." } = list.numbering ?? {};
  return itemNumbers(list).map((number) => `${before}${numeral(kind, number)}${after}`);
}

/** A number in this form; in digits if the form can't express it. */
function numeral(kind: Numbering["kind"], number: number): string {
  switch (kind) {
    case "1":
      return String(number);
    case "a":
    case "A": {
      if (number < 1 || number > LETTERS) return String(number);
      const letter = String.fromCharCode(BEFORE_A + number);
      return kind === "a" ? letter : letter.toUpperCase();
    }
    case "i":
    case "I": {
      const roman = romanNumeral(number);
      return kind === "i" ? roman.toLowerCase() : roman;
    }
  }
}

const BEFORE_A = 0x60;
const LETTERS = 26;
const MOST_ROMAN = 3_999;
const ROMAN: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function romanNumeral(number: number): string {
  if (number < 1 || number > MOST_ROMAN) return String(number);
  let rest = number;
  let written = "";
  for (const [sign, value] of ROMAN) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** The number of a Roman numeral in its usual form; undefined for any other text. */
function romanNumber(written: string): number | undefined {
  let number = 0;
  let at = 0;
  for (const [sign, value] of ROMAN) for (; written.startsWith(sign, at); at += sign.length) number += value;
  return at === written.length && romanNumeral(number) === written ? number : undefined;
}
