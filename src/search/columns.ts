/**
 * The columns of the full-text index.
 */

/** The index's columns, by rank: what is found in an earlier one comes first. */
export const COLUMNS = ["title", "heading", "tag", "about", "text", "note"] as const;

export type Column = (typeof COLUMNS)[number];
