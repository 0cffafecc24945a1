/**
 * Changes of the user's marks, and how to undo them.
 */
import type { Anchor, MarkedEssay } from "../marks/mark.ts";

export type MarkChange =
  | { readonly do: "add"; readonly anchor: Anchor; readonly note?: string | undefined }
  | {
      readonly do: "remove";
      readonly id: string;
      /** As part of an undo: the note that the user knew; a mark with another one stays. */
      readonly over?: string | undefined;
    }
  /** Restores a removed mark. */
  | { readonly do: "restore"; readonly id: string }
  | NoteChange
  /** Attaches an orphan to words that the user selected. */
  | {
      readonly do: "attach";
      readonly id: string;
      readonly anchor: Anchor;
      /** The essay of the words, if it is not the open one. */
      readonly of?: MarkedEssay;
      /** As part of an undo: the words that the user attached it to; a mark on others stays there. */
      readonly over?: Anchor;
    };

/** Another note, or none. */
export interface NoteChange {
  readonly do: "note";
  readonly id: string;
  readonly note: string | undefined;
  /** The note that the user saw before; a text that another reader wrote since then is kept. */
  readonly over: string | undefined;
}
