/**
 * Names that a text defines in one place and uses in others, as extensions of marked's lexer.
 *
 *     *[HTML]: HyperText Markup Language      an abbreviation (PHP Markdown Extra, "Abbreviations"; Python-Markdown, kramdown)
 *
 *     (@good) An example.                     a numbered example, to which `(@good)` refers (Pandoc's manual, "Numbered example lists")
 *
 *     (ref:cap) A caption.                    a text, for which `(ref:cap)` stands (bookdown, "Text references")
 *
 * The lines of abbreviations and texts are hidden. `references.ts` inserts the meanings when the tree is made.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { limitsOf } from "../limits.ts";
import { markedItems } from "./marked-items.ts";
import { memoizedFor } from "../../text/memoized.ts";

/** The names of a text. */
export interface NamedTexts {
  /** The meaning of each abbreviation. */
  readonly abbreviations: Map<string, string>;
  /** The number of each labelled example. */
  readonly examples: Map<string, number>;
  /** The text, in Markdown, for which each reference stands. */
  readonly texts: Map<string, string>;
  /** The number of examples. */
  count: number;
  /** What a reference to each label says. */
  references: ReadonlyMap<string, string>;
  /** What a link to each named heading says if it has no text of its own. */
  headings: ReadonlyMap<string, string>;
}

/** The names of the text that a lexer reads. */
export const namedTextsOf = memoizedFor((_lexer: object): NamedTexts => ({
  abbreviations: new Map(),
  examples: new Map(),
  texts: new Map(),
  count: 0,
  references: new Map(),
  headings: new Map(),
}));

/** A star in what follows shows that the first one begins emphasis. */
const ABBREVIATION = /^ {0,3}\*\[([^[\]\n]{1,100})\]:(?!\()[ \t]{0,9}(?=\S)([^\n*]{1,500})(?:\n|$)/;

const abbreviation: NonNullable<MarkedExtension["extensions"]>[number] = {
  name: "abbreviation",
  level: "block",
  start: (src) => aheadInParagraph(src, "*", (rest) => ABBREVIATION.test(rest)),
  tokenizer(src) {
    const [raw, short = "", meaning = ""] = ABBREVIATION.exec(src) ?? [];
    if (raw === undefined) return undefined;
    const { abbreviations } = namedTextsOf(this.lexer);
    if (!abbreviations.has(short)) abbreviations.set(short, meaning.trim());
    return { type: "abbreviation", raw };
  },
};

const TEXT = /^ {0,3}\(ref:([\w-]{1,100})\)[ \t]{1,9}(?=\S)([^\n]{1,2000})(?:\n|$)/;

const textReference: NonNullable<MarkedExtension["extensions"]>[number] = {
  name: "textReference",
  level: "block",
  tokenizer(src) {
    const [raw, label = "", content = ""] = TEXT.exec(src) ?? [];
    if (raw === undefined) return undefined;
    const { texts } = namedTextsOf(this.lexer);
    if (!texts.has(label)) texts.set(label, content.trim());
    return { type: "textReference", raw };
  },
};

export interface ExamplesToken extends Tokens.Generic {
  type: "examples";
  /** The number of the first. */
  start: number;
  items: { tokens: Token[] }[];
}

const EXAMPLE = /^ {0,3}\(@([\w-]{0,60})\)[ \t]{1,9}(?=\S)/;

const example: NonNullable<MarkedExtension["extensions"]>[number] = {
  name: "examples",
  level: "block",
  tokenizer(src) {
    const found = markedItems(src, (line) => {
      const [marker, label = ""] = EXAMPLE.exec(line) ?? [];
      return marker === undefined ? undefined : { mark: label, length: marker.length };
    });
    if (found.items.length === 0) return undefined;
    const names = namedTextsOf(this.lexer);
    const token: ExamplesToken = {
      type: "examples",
      raw: src.slice(0, found.end),
      start: names.count + 1,
      items: [],
    };
    for (const { mark: label, content } of found.items) {
      names.count++;
      if (label !== "" && !names.examples.has(label)) names.examples.set(label, names.count);
      const tokens: Token[] = [];
      limitsOf(this.lexer).within(() => this.lexer.blockTokens(content, tokens));
      token.items.push({ tokens });
    }
    return token;
  },
};

export const abbreviations: MarkedExtension = { extensions: [abbreviation] };
export const textReferences: MarkedExtension = { extensions: [textReference] };
export const examples: MarkedExtension = { extensions: [example] };
