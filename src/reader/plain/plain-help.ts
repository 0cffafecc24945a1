/**
 * What the reader line by line understands.
 */

export const SHELF_HELP: readonly string[] = [
  "A number opens that essay.",
  "Enter or n: the next ten. p: the ten before. a: all essays again.",
  "/ and words: essays whose title, tags or description match. ? and words: search the full text.",
  "t and a tag: essays with it; t alone: all tags. s and a key: sort by order, date, title, words or read.",
  "c: continue where you stopped. ': bookmarks. q: leave.",
];

export const ESSAY_HELP: readonly string[] = [
  "Enter or n: the next paragraph, with its footnotes. p: the one before. r: once more. A number: that paragraph.",
  "l: follow the link of this paragraph; l 2: its second link. u: back to where you came from.",
  "o: the headings; o 2: to the second heading. / and words: find in this essay; / alone: once more.",
  "j: the next essay on the shelf. k: the one before. a: what links here, and what is most like this essay.",
  "m: bookmark this paragraph. q: back to the shelf.",
];
