/**
 * What is done to the reader's own marks, and done again the other way round.
 */
import type { Anchor } from "../marks/mark.ts";

export type Deed =
  | { readonly do: "add"; readonly anchor: Anchor; readonly note?: string | undefined }
  | { readonly do: "remove"; readonly id: string }
  /** Brings back what was removed. */
  | { readonly do: "restore"; readonly id: string }
  /** Another note, or none. */
  | { readonly do: "note"; readonly id: string; readonly note: string | undefined }
  /** Sets a mark on other words: the user says where an orphan belongs. */
  | { readonly do: "attach"; readonly id: string; readonly anchor: Anchor };
