/**
 * The texts for which references stand (bookdown, "Text references"): `(ref:cap)`.
 */

const REFERENCE = /\(ref:([\w-]{1,100})\)/g;

/** A text with `texts` in the place of their references; a reference to a text that does not exist stays. */
export function withTexts(content: string, texts: ReadonlyMap<string, string>): string {
  if (texts.size === 0 || !content.includes("(ref:")) return content;
  return content.replace(REFERENCE, (written, label: string) => texts.get(label) ?? written);
}
