/**
 * The letters of the user's notes. The essay's notes have numbers, as the author's notes in a printed book have if the editor's have
 * letters; two series of numbers could not be told apart where both are cited.
 */

/** Without q, which has no raised form in most fonts. */
const LETTERS = "abcdefghijklmnoprstuvwxyz";

/** The letter of the `nth` of the user's notes, from 1: `a` to `z`, then `aa`, `ab`. */
export function ownLetters(nth: number): string {
  let letters = "";
  for (let rest = nth; rest > 0; rest = Math.floor((rest - 1) / LETTERS.length))
    letters = LETTERS[(rest - 1) % LETTERS.length]! + letters;
  return letters;
}
