/**
 * The fields of the reader in which a line is typed, by their names.
 */

/** The fields whose texts are kept, as the memory names them. */
export const FIELDS = ["filter", "find", "search", "pipe", "palette"] as const;
export type FieldName = (typeof FIELDS)[number];

/** A field in which something is typed. */
export interface TypedField {
  readonly name: FieldName;
  readonly text: string;
  /** Whether a step up would leave the list that belongs to it. */
  readonly isAtTop: boolean;
}

/** Where the user is in what was typed before. */
export interface Recall {
  /** Index into the texts of the field; their number, after the latest. */
  readonly at: number;
}
