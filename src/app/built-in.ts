/**
 * What is known of the program when it is built, so that it can be told without loading anything.
 */

declare const IBID_VERSION: string | undefined;
declare const IBID_HELP: string | undefined;
declare const IBID_PATTERNS: string | undefined;

/** The program's version, from package.json. */
export const version: string = typeof IBID_VERSION === "string" ? IBID_VERSION : "(unbuilt)";

/** What `ibid --help` prints; empty if the program was not built. */
export const overview: string = typeof IBID_HELP === "string" ? IBID_HELP : "";

/** Where the patterns of hyphens lie. */
export const patternsFolder: URL = new URL(
  typeof IBID_PATTERNS === "string" ? IBID_PATTERNS : "../../node_modules/hyphenopoly/patterns/",
  import.meta.url,
);
