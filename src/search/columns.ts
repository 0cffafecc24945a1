/**
 * The columns of the full-text index.
 */

/**
 * In the order of the table. Most words are in the text, and FTS5 writes two bytes more for each word of an essay that is in
 * any column but the first: a third of the index.
 */
export const COLUMNS = ["text", "title", "heading", "tag", "about", "note"] as const;

export type Column = (typeof COLUMNS)[number];
