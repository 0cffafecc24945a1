/**
 * What a library has beside its files and its index: modules that take time to load, and are loaded when they are needed.
 */
import type { Opening } from "./essay-files.ts";
import type * as SearchingModule from "./searching.ts";

/** What asks the index about words; `searching.ts`, if it is loaded. */
export type Searching = typeof SearchingModule;

/** What a library needs beside its files and its index. */
export interface LibraryParts {
  /** What the user should know of an index that is not used. */
  readonly complaint?: string | undefined;
  /** What opens files; loaded by `ready` where it is not given. */
  readonly opening?: Opening | undefined;
  /** What searches; loaded by `readyToSearch` where it is not given. */
  readonly searching?: Searching | undefined;
}

/** What searches, if it is loaded; it is a mistake of the program if not. */
export function loaded(searching: Searching | undefined): Searching {
  if (!searching) throw new Error("the library was not made ready to be searched");
  return searching;
}
