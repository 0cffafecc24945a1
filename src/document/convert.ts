/**
 * marked's tokens into blocks, inlines and notes.
 */
import type { Token, Tokens } from "marked";
import { visible, visibleAddress, visibleCode } from "../text/visible.ts";
import {
  attributesAtEnd,
  blockWithoutAttributes,
  headingWithoutAttributes,
  spansWithoutAttributes,
  withoutExtensions,
  withoutIdentifier,
} from "./attributes.ts";
import { generatedAddress } from "./generated.ts";
import type { CalloutToken } from "./callouts.ts";
import { withEmoji } from "./emoji.ts";
import type { MathBlock } from "./math-blocks.ts";
import type { DefinitionListToken } from "./definition-lists.ts";
import { CitedNotes } from "./cited-notes.ts";
import type {
  Alignment,
  Block,
  Citation,
  Document,
  Inline,
  ListItem,
  Phrase,
  TableCell,
} from "./document.ts";
import { plainText } from "./document.ts";
import { trimInlines } from "./flow.ts";
import { type Around, TreeBuilder } from "./html.ts";
import { decode, joinTexts, shownText, text } from "./inlines.ts";
import type { InlineToken } from "./inline/tokens.ts";
import type { HighlightBlock } from "./shortcodes.ts";
import { pairedShortcodes, shortcodeInlines } from "./shortcode.ts";
import { codeBlock, highlightBlock } from "./special-blocks.ts";
import { BOUNDS } from "../text/bounds.ts";
import type { Limits } from "./limits.ts";

/** The document in these tokens; throws `RangeError` where they are nested too deeply. */
export function convert(tokens: readonly Token[], limits: Limits, source: string): Document {
  return new Converter(tokens, limits, pairedShortcodes(source)).document();
}

class Converter {
  readonly #tokens: readonly Token[];
  readonly #notes: CitedNotes;
  readonly #limits: Limits;
  readonly #around: Around;
  #depth = 0;
  #cites = true;

  constructor(tokens: readonly Token[], limits: Limits, paired: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#limits = limits;
    this.#around = { limits, paired, cite: (blocks) => (this.#cites ? this.#noteOf(blocks) : undefined) };
    this.#notes = new CitedNotes(tokens);
  }

  document(): Document {
    const blocks = this.#blocks(this.#tokens, 1);
    const notes = this.#notes.convertAll();
    const { passed } = this.#limits;
    return { blocks, notes, ...this.#notes.idle(), ...(passed.length > 0 && { passed }) };
  }

  /** `line` is the body's line on which the tokens begin, where that is known. */
  #blocks(tokens: readonly Token[], line?: number): Block[] {
    if (++this.#depth > BOUNDS.depth.most) throw new RangeError("nested too deeply");
    const builder = new TreeBuilder(this.#around);
    let at = line;
    for (const token of tokens) {
      if (token.type === "html") builder.html((token as Tokens.HTML).raw, at);
      else
        for (const block of this.#block(token))
          builder.add(at === undefined ? block : { ...block, line: at });
      if (at !== undefined) at += lineFeeds(token.raw);
    }
    this.#depth--;
    return builder.blocks();
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case "paragraph":
      case "text":
        return this.#builder(inlineTokens(token)).blocks().flatMap(withoutAttributes);
      case "heading": {
        const { depth } = token as Tokens.Heading;
        return [{ type: "heading", depth, ...headingWithoutAttributes(this.#inlines(inlineTokens(token))) }];
      }
      case "blockquote":
        return [{ type: "blockQuote", children: this.#blocks(token.tokens ?? []) }];
      case "definitionList":
        return [this.#definitionList(token as DefinitionListToken)];
      case "callout":
        return this.#callout(token as CalloutToken);
      case "list":
        return isContents(token as Tokens.List) ? [] : [this.#list(token as Tokens.List)];
      case "code":
        return [codeBlock(token as Tokens.Code)];
      case "math":
        return [{ type: "math", tex: visibleCode((token as MathBlock).text) }];
      case "table":
        return [this.#table(token as Tokens.Table)];
      case "highlightBlock":
        return [highlightBlock(token as HighlightBlock)];
      case "hr":
        return [{ type: "thematicBreak" }];
      default:
        return [];
    }
  }

  #list(token: Tokens.List): Block {
    const items = token.items.map((item): ListItem => {
      const children = this.#blocks(item.tokens);
      return item.task ? { checked: item.checked === true, children } : { children };
    });
    const start = token.ordered ? (token.start === "" ? 1 : token.start) : undefined;
    return { type: "list", tight: !token.loose, items, ...(start !== undefined && { start }) };
  }

  #definitionList({ items }: DefinitionListToken): Block {
    return {
      type: "definitionList",
      items: items.map(({ terms, definitions }) => ({
        terms: terms.map((term) => trimInlines(this.#inlines(term as unknown as InlineToken[]))),
        definitions: definitions.map((tokens) => this.#blocks(tokens)),
      })),
    };
  }

  /** What has no kind is a div for the page's looks, and gives what it holds. */
  #callout({ kind, title, tokens }: CalloutToken): Block[] {
    if (kind === "") return this.#blocks(tokens);
    const inlines = trimInlines(this.#inlines(title as unknown as InlineToken[]));
    return [{ type: "callout", kind: kind.toLowerCase(), title: inlines, children: this.#blocks(tokens) }];
  }

  #table(token: Tokens.Table): Block {
    const cells = (row: readonly Tokens.TableCell[]): TableCell[] =>
      row.map((cell) => trimInlines(this.#inlines(cell.tokens as unknown as InlineToken[])));
    return {
      type: "table",
      align: token.align.map((align): Alignment => align ?? undefined),
      header: cells(token.header),
      rows: token.rows.map(cells).filter((row) => !isAttributes(row)),
    };
  }

  #inlines(tokens: readonly InlineToken[]): Inline[] {
    return [...spansWithoutAttributes(this.#builder(tokens).inlines())];
  }

  /** A builder that holds the inlines of `tokens`; HTML among them may make blocks of them. */
  #builder(tokens: readonly InlineToken[]): TreeBuilder {
    const builder = new TreeBuilder(this.#around);
    for (const token of tokens) {
      if (token.type === "html") builder.html(token.raw);
      else for (const inline of this.#inline(token)) builder.add(inline);
    }
    return builder;
  }

  #inline(token: InlineToken): Inline[] {
    switch (token.type) {
      case "text":
        return [text(withEmoji(withoutExtensions(shownText(token.text))))];
      case "escape":
        return [text(visible(token.text))];
      case "codespan":
        return [{ type: "codeSpan", text: visible(visibleCode(token.text)) }];
      case "math":
        return [{ type: "inlineMath", tex: visibleCode(token.text) }];
      case "shortcode":
        return shortcodeInlines(visible(decode(token.text)), this.#around.paired);
      case "em":
        return this.#phrase("emphasis", token.tokens);
      case "strong":
        return this.#phrase("strong", token.tokens);
      case "del":
        return this.#phrase("strikethrough", token.tokens);
      case "mark":
        return this.#phrase("highlight", token.tokens);
      case "sup":
        return this.#phrase("superscript", token.tokens);
      case "sub":
        return this.#phrase("subscript", token.tokens);
      case "br":
        return [{ type: "hardBreak" }];
      case "link":
        return [
          {
            type: "link",
            href: generatedAddress(visibleAddress(decode(token.href))),
            children: this.#inlines(token.tokens),
          },
        ];
      case "wikiLink":
        return [wikiLink(token)];
      case "image":
        return [
          {
            type: "image",
            src: generatedAddress(visibleAddress(decode(token.href))),
            alt: this.#plain(token.tokens).trim(),
          },
        ];
      case "footnoteReference":
        return [this.#citation(token.label, token.raw)];
      case "inlineNote":
        return [this.#inlineNote(token.tokens)];
      default:
        return [];
    }
  }

  #phrase(type: Phrase, tokens: readonly InlineToken[]): Inline[] {
    return [{ type, children: joinTexts(this.#inlines(tokens)) }];
  }

  /** Text in which nothing is cited: a note would have no mark there. */
  #plain(tokens: readonly InlineToken[]): string {
    const before = this.#cites;
    this.#cites = false;
    const text = plainText(this.#inlines(tokens));
    this.#cites = before;
    return text;
  }

  #citation(label: string, raw: string): Inline {
    if (!this.#cites) return text("");
    const citation = this.#notes.cite(label, (definition) => this.#blocks(definition.tokens));
    return citation ?? text(visible(raw));
  }

  #noteOf(blocks: readonly Block[]): Citation | undefined {
    return this.#limits.takes("notes") ? this.#notes.citeInline(() => [...blocks]) : undefined;
  }

  #inlineNote(tokens: readonly InlineToken[]): Inline {
    return this.#cites ? this.#notes.citeInline(() => this.#builder(tokens).blocks()) : text("");
  }
}

/** The inlines of a block, which `EssayLexer` has put there. */
function inlineTokens(block: Token): readonly InlineToken[] {
  return "tokens" in block ? (block.tokens as unknown as InlineToken[]) : [];
}

function wikiLink({ href, raw, text: content, embeds }: Extract<InlineToken, { type: "wikiLink" }>): Inline {
  const own = { href: visible(href), text: shownText(content), raw: shownText(raw) };
  return { type: "wikiLink", ...own, ...(embeds && { embeds }) };
}

/** A list in whose place kramdown puts a table of contents. */
function isContents({ items }: Tokens.List): boolean {
  return items.length === 1 && attributesAtEnd(items[0]!.raw)?.attributes.isContents === true;
}

/** A paragraph without kramdown's attributes; nothing where it is made of them alone. */
function withoutAttributes(block: Block): Block[] {
  if (block.type !== "paragraph") return [block];
  const found = blockWithoutAttributes(spansWithoutAttributes(block.children));
  return found && !found.isContents ? [{ ...block, ...withoutIdentifier(found.children) }] : [];
}

/** kramdown's attributes in the line below a table, which GitHub would take for a row. */
function isAttributes([first, ...others]: readonly TableCell[]): boolean {
  const isLine = first !== undefined && /^\{:[^{}]*\}$/.test(plainText(first).trim());
  return isLine && others.every((cell) => cell.length === 0);
}

function lineFeeds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf("\n"); at >= 0; at = raw.indexOf("\n", at + 1)) count++;
  return count;
}
