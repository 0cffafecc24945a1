/**
 * Searches an index: for queries, other spellings, and similar essays. This module includes the query language and the
 * stemmers, so it is loaded when the user searches, not for lists.
 */
export { betterSpelling, searchIndex } from "./index/search.ts";
export { surroundingsOf } from "./surroundings.ts";
