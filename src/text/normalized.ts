/**
 * Unicode's normal forms, in time in proportion to the text. The marks behind a letter are sorted by insertion, so 80,000 of them
 * take 5 seconds, and nothing can interrupt that. Unicode has an answer, the Stream-Safe Text Process (UAX #15): a character that
 * no mark is moved across, after each 30 marks. No language writes as many.
 */

/** A character that has no shape, and at which sorting stops: the combining grapheme joiner. */
export const JOINER = "\u034f";

/** Marks, and the two letters that are decomposed to marks alone. */
const MANY_MARKS = /[\p{M}\uff9e\uff9f]{30}/u;
const ALL_MANY_MARKS = new RegExp(MANY_MARKS, "gu");

/** Text with a joiner after each 30 marks in a row. It is safe to normalise and to compare by the rules of a language. */
export function streamSafe(text: string): string {
  return MANY_MARKS.test(text) ? text.replace(ALL_MANY_MARKS, `$&${JOINER}`) : text;
}

/** A normal form of stream-safe text. */
export function normalized(text: string, form: "NFC" | "NFD" | "NFKD"): string {
  return streamSafe(text).normalize(form);
}
