/**
 * The modules of a library that take time to load, and are loaded only when needed.
 */
import type { Opening } from "./essay-files.ts";
import type * as SearchingModule from "./searching.ts";

/** The module that searches the index: `searching.ts`, if it is loaded. */
export type Searching = typeof SearchingModule;

/** The parts of a library other than its files and its index. */
export interface LibraryParts {
  /** Messages for the user about an index that is not used. */
  readonly complaint?: string | undefined;
  /** The module that opens files; `ready` loads it if it is not given. */
  readonly opening?: Opening | undefined;
  /** The module that searches; `readyToSearch` loads it if it is not given. */
  readonly searching?: Searching | undefined;
}

/** The module that searches. Throws if it is not loaded, which is a bug. */
export function loaded(searching: Searching | undefined): Searching {
  if (!searching) throw new Error("the library was not made ready to be searched");
  return searching;
}
