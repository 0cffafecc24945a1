/**
 * The fields of the reader that have a history.
 */

/** The names of the fields, as the memory stores them. */
export const FIELDS = ["filter", "find", "search", "pipe", "palette"] as const;
export type FieldName = (typeof FIELDS)[number];

/** A field with its text. */
export interface TypedField {
  readonly name: FieldName;
  readonly text: string;
  /** Whether the cursor is at the top of its list, or the field has no list. */
  readonly isAtTop: boolean;
}

/** The place in the history of a field. */
export interface Recall {
  /** Index into the texts of the field; their number, after the latest. */
  readonly at: number;
}
