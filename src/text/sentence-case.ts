/**
 * Words as a sentence begins them.
 */

/** The words with their first letter in upper case. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
