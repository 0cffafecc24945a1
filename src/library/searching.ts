/**
 * Asks an index about words: searches, other spellings, essays that are alike. This module includes the query language and the
 * stemmers, so it is loaded when the user searches, not for lists.
 */
export { betterSpelling, searchIndex } from "./index/search.ts";
export { surroundingsOf } from "./surroundings.ts";
