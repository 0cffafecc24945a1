/**
 * The folder of the hyphenation patterns. It is a separate module because the entry of the program imports
 * `built-in.ts`, which the build must be able to reduce to constants.
 */

declare const IBID_PATTERNS: string | undefined;

/** The folder of the hyphenation patterns. */
export const patternsFolder: URL = new URL(
  typeof IBID_PATTERNS === "string" ? IBID_PATTERNS : "../../node_modules/hyphenopoly/patterns/",
  import.meta.url,
);
