/**
 * marked's lexer for the blocks, with our own parser for their inlines.
 *
 * marked lexes every block before the first inline, so that inlines know all definitions.
 */
import { Lexer, type MarkedOptions, type Token, type TokensList } from "marked";
import { blockRules } from "./block-rules.ts";
import { beginDirectives } from "./directives/directives.ts";
import { beginHtmlNotes } from "./html-notes.ts";
import { isDefined } from "./footnotes.ts";
import { beginMarkdownInHtml } from "./markdown-in-html.ts";
import { parseInlines } from "../inline/parse.ts";
import { comparedHeading, headingReferences } from "./heading-references.ts";
import { writesInBrackets } from "../inline/math.ts";
import { limitsOf } from "../limits.ts";
import { beginTags } from "../tags/enclosures.ts";
import { beginTemplates, isTemplate } from "./templates.ts";
import type { Definitions } from "../inline/tokens.ts";

/** A chunk of R Markdown. */
const CHUNK = /^ {0,3}`{3,9}\{r[ ,}]/m;

export class EssayLexer extends Lexer {
  /** Collected at the first reference, when all blocks are known. */
  #headings: ReadonlyMap<string, string> | undefined;
  readonly #definitions: Definitions = {
    link: (label) => this.tokens.links[label]?.href,
    heading: (label) => (this.#headings ??= headingReferences(this.tokens)).get(comparedHeading(label)),
    hasFootnote: (label) => isDefined(this, label),
    takes: (name) => limitsOf(this).takes(name),
    writesInBrackets: () => (this.#writesInBrackets ??= writesInBrackets(this.#source)),
    hasTags: () => isTemplate(this),
    hasChunks: () => CHUNK.test(this.#source),
    isFull: () => limitsOf(this).refuses("marks"),
  };

  /** The text of each run of inlines, by the array of its tokens. */
  readonly runs = new WeakMap<Token[], string>();
  #source = "";
  /** Computed at the first use. */
  #writesInBrackets: boolean | undefined;

  constructor(options: MarkedOptions) {
    super(options);
    const { tokenizer } = this as unknown as { tokenizer: { rules: typeof Lexer.rules } };
    tokenizer.rules = {
      ...tokenizer.rules,
      block: blockRules(limitsOf(this)),
    } as unknown as typeof Lexer.rules;
  }

  override lex(source: string): TokensList {
    limitsOf(this).begin(source.length);
    beginTags(this, source);
    beginDirectives(this, source);
    beginTemplates(this, source);
    beginMarkdownInHtml(this, source);
    beginHtmlNotes(this, source);
    this.#source = source;
    this.#writesInBrackets = undefined;
    return super.lex(source);
  }

  /** Each inline token is an `InlineToken`. */
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    this.runs.set(tokens, source);
    for (const token of parseInlines(source, this.#definitions, 0)) tokens.push(token as Token);
    return tokens;
  }
}
