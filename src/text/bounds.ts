/**
 * The limits of what ibid parses in a file. A part that exceeds a limit is shown as plain text, and a problem reports
 * it; other files are not affected. No real essay comes near a limit: the limits exist for hostile files. The guide
 * has the same table.
 */

interface Bound {
  readonly most: number;
  /** The thing that is limited, as the guide's table and the problem name it: `cells of a table`. */
  readonly what: string;
  /** What happens beyond the limit: `the table is shown as text`. */
  readonly beyond: string;
}

const PLAIN = "the whole text is shown as plain text";

const SOURCE = "the formula is shown as its source";

export const BOUNDS = {
  fileBytes: { most: 64_000_000, what: "bytes of a file", beyond: "the file is skipped" },
  seconds: {
    most: 10,
    what: "seconds for a file, and 3 more for each million characters",
    beyond: PLAIN,
  },
  frontMatter: {
    most: 1_000_000,
    what: "characters of front matter",
    beyond: "it is not read",
  },
  frontMatterDepth: {
    most: 30,
    what: "levels of front matter",
    beyond: "only the keys that can be read by themselves are kept",
  },
  aliases: {
    most: 40,
    what: "aliases in front matter",
    beyond: "only the keys that can be read by themselves are kept",
  },
  depth: { most: 250, what: "levels of blocks, elements and emphasis", beyond: PLAIN },
  cells: { most: 200_000, what: "cells of a table", beyond: "the table is shown as text" },
  headingLines: { most: 50, what: "lines of an underlined heading", beyond: "it is shown as a paragraph" },
  notes: { most: 100_000, what: "notes of a text", beyond: "further notes are shown as text" },
  marks: {
    most: 50_000,
    what: "links, images, code spans, emphases and tags of a text",
    beyond: "further ones are shown as text",
  },
  formula: { most: 20_000, what: "characters of a formula", beyond: SOURCE },
  formulaDepth: { most: 200, what: "nested groups in a formula", beyond: SOURCE },
  formulaCells: {
    most: 10_000,
    what: "cells of a formula, plus 300 for each of its symbols; a symbol in nested groups counts once for each group",
    beyond: SOURCE,
  },
  expansion: {
    most: 300_000,
    what: "tokens from the macros of a text, where a formula has more than 65 for each of its characters",
    beyond: SOURCE,
  },
  shortExpansion: {
    most: 2_000_000,
    what: "tokens from the macros of a text, where a formula has 6 to 65 for each of its characters",
    beyond: SOURCE,
  },
  lines: { most: 100_000, what: "lines of a text", beyond: "the rest is shown as one paragraph" },
  transcluded: {
    most: 5_000,
    what: "blocks of embedded pages in a text",
    beyond: "further pages are only named",
  },
  pictureBytes: {
    most: 20_000_000,
    what: "bytes of an image in a page or a book",
    beyond: "its alternative text is shown instead",
  },
  pictures: {
    most: 200_000_000,
    what: "bytes of all images in a page or a book",
    beyond: "the alternative texts of further ones are shown instead",
  },
  ignorePatterns: {
    most: 20_000,
    what: "characters of patterns with `*`, `?`, `[` or `\\` in a `.gitignore`",
    beyond: "further ones are not used",
  },
  ignoring: {
    most: 50_000_000,
    what: "comparisons of characters with patterns in `.gitignore` files, plus 20,000 for each file and folder",
    beyond: "the patterns are not used any more",
  },
  imported: {
    most: 20_000_000,
    what: "bytes of a file of notes or of state",
    beyond: "nothing is imported",
  },
} as const satisfies Record<string, Bound>;

export type BoundName = keyof typeof BOUNDS;

/** The message for an exceeded limit: `more than 200,000 cells of a table: the table is shown as text`. */
export function beyond(name: BoundName): string {
  const { most, what, beyond: done } = BOUNDS[name];
  return `more than ${most.toLocaleString("en")} ${what}: ${done}`;
}
