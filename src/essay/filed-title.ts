/**
 * The form of a title by which it is sorted.
 */

/** What precedes the first letter or digit: quotation marks, brackets, markup, pictures. */
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u;

/**
 * A title without the signs at its beginning, as the catalogue of a library files it: `“Maybe”, an essay` is among the titles
 * with M. A title of signs alone stays as it is.
 */
export function filedTitle(title: string): string {
  return title.replace(LEADING_SIGNS, "") || title;
}
