/**
 * The names under which tokens hold other tokens.
 */

/** Properties of tokens that contain tokens, or arrays of them, in reading order. */
export const HOLDERS = ["title", "header", "rows", "items", "terms", "definitions", "lines", "tokens"];
