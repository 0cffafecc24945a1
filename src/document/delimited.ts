/**
 * The text of inlines in which formulas can be told apart from words: as TeX between their delimiters.
 */
import { type Inline, PLAIN, type Spelling, spelledText } from "./document.ts";

export const DELIMITED: Spelling = { ...PLAIN, formula: ({ tex, written }) => written ?? `$${tex}$` };

export function delimitedText(inlines: readonly Inline[]): string {
  return spelledText(inlines, DELIMITED);
}
