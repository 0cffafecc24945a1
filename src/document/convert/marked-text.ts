/**
 * Text in an attribute of a tag: Markdown, as its author wrote it.
 */

/** Whether a text has a sign that may begin a mark of Markdown. */
export function mayBeMarked(said: string): boolean {
  return /[*_`[$]|<\/?[a-z]/i.test(said);
}
