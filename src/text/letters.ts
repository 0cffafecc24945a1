/**
 * Whether a UTF-16 code unit is a letter or a digit. The answers are cached, because every key of the filter
 * asks this for every character of every title.
 */

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

const kinds = new Uint8Array(0x10000);

/** Whether a code unit is a letter or a digit (Unicode's L and N); half of a surrogate pair is not. */
export function isLetterCode(code: number): boolean {
  const kind = kinds[code];
  if (kind !== UNKNOWN) return kind === YES;
  const isLetter = /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
  kinds[code] = isLetter ? YES : NO;
  return isLetter;
}
