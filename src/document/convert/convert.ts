/**
 * Converts marked's tokens to blocks, inlines and notes.
 */
import type { Token, Tokens } from "marked";
import { visible, visibleCode } from "../../text/visible.ts";
import { headingWithoutAttributes } from "./attributes.ts";
import { isAttributes, isContents, withoutAttributes } from "./attribute-lines.ts";
import { withNames } from "./block-names.ts";
import type { CalloutToken } from "../block/callouts/callouts.ts";
import { examples, list, markedList } from "./lists.ts";
import type { TheoremToken } from "../block/theorems.ts";
import { theoremOf } from "./theorems.ts";
import type { LineBlockToken } from "../block/line-blocks.ts";
import type { MathToken } from "../block/math-blocks.ts";
import type { DefinitionListToken } from "../block/definition-lists.ts";
import { calloutOf } from "./callouts.ts";
import { CitedNotes } from "./cited-notes.ts";
import type { Alignment, Block, Document, Inline, TableCell } from "../document.ts";
import { toInlines, trimInlines } from "../flow.ts";
import { type AsideToken, asInlines, inlineTokens, isAside, isRawHtml, nameOf } from "./block-tokens.ts";
import { InlineConverter, shownTag } from "./inlines.ts";
import { TreeBuilder } from "../html/tree-builder.ts";
import { joinTexts, shownText, text } from "../inlines.ts";
import type { InlineToken } from "../inline/tokens.ts";
import { captionAlone, withCaptions } from "./captions.ts";
import { pictureApart } from "./picture-captions.ts";
import { rawFormatOf } from "./code-fence.ts";
import type { ExamplesToken } from "../block/named-texts.ts";
import type { CaptionToken } from "../block/slash-blocks.ts";
import type { DrawnTableToken } from "../block/drawn-tables.ts";
import type { MarkedListToken } from "../block/marked-lists.ts";
import { codeBlock, hasChunkCaption } from "./special-blocks.ts";
import { enclosedBlocks, verbatimBlocks } from "../tags/enclosed.ts";
import type { EnclosureToken } from "../tags/enclosures.ts";
import { markedPhrase } from "../tags/kinds.ts";
import { tagBlock } from "../tags/stand-ins.ts";
import { withTexts } from "../text-references.ts";
import { withChanged } from "../walk.ts";
import { BOUNDS } from "../../text/bounds.ts";
import type { Limits } from "../limits.ts";
import type { MarkdownFormat } from "../mdx.ts";
import { lineFeeds } from "../../text/lines.ts";

/** What is known of a text besides its tokens. */
interface Known {
  readonly limits: Limits;
  readonly format: MarkdownFormat;
  /** The texts for which references stand. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The document of these tokens; throws `RangeError` if they are nested too deeply. */
export function convert(tokens: readonly Token[], known: Known): Document {
  return new Converter(tokens, known).document();
}

class Converter {
  readonly #tokens: readonly Token[];
  readonly #notes: CitedNotes;
  readonly #limits: Limits;
  readonly #inlines: InlineConverter;
  /** Converts the content of a block or of a note. */
  readonly #blocksOf = (tokens: readonly Token[]): Block[] => this.#blocks(tokens);
  readonly #texts: ReadonlyMap<string, string>;
  #depth = 0;
  /** The number of theorems with a label so far. */
  #theorems = 0;

  constructor(tokens: readonly Token[], { limits, format, texts }: Known) {
    this.#texts = texts;
    this.#tokens = tokens;
    this.#limits = limits;
    this.#notes = new CitedNotes(tokens);
    const [notes, blocksOf] = [this.#notes, this.#blocksOf];
    this.#inlines = new InlineConverter(tokens, { limits, notes, blocksOf, isMdx: format === "mdx" });
  }

  document(): Document {
    const blocks = this.#blocks(this.#tokens, 1);
    const notes = this.#notes.convertAll();
    const { passed } = this.#limits;
    const unclosed = [...this.#inlines.around.unclosed];
    return {
      blocks,
      notes,
      ...this.#notes.idle(),
      ...(passed.length > 0 && { passed }),
      ...(unclosed.length > 0 && { unclosed }),
    };
  }

  /** `line` is the body's line on which the tokens begin, if it is known. */
  #blocks(tokens: readonly Token[], line?: number): Block[] {
    if (++this.#depth > BOUNDS.depth.most) throw new RangeError("nested too deeply");
    const builder = new TreeBuilder(this.#inlines.around);
    let at = line;
    /** The name of the next block. */
    let name: string | undefined;
    for (const token of tokens) {
      if (token.type === "html") builder.html(token, at);
      else if (isRawHtml(token)) builder.html({ raw: token.text }, at);
      else if (isAside(token)) this.#aside(builder, token, at);
      else {
        name = nameOf(token) ?? name;
        for (const block of this.#block(token)) {
          builder.addBlock({
            ...(name !== undefined && { id: name }),
            ...block,
            ...(at !== undefined && { line: at }),
          });
          name = undefined;
        }
      }
      if (at !== undefined) at += lineFeeds(token.raw);
    }
    this.#depth--;
    return withNames(withCaptions(builder.blocks()));
  }

  #block(token: Token): Block[] {
    switch (token.type) {
      case "paragraph":
      case "text":
        return this.#paragraph(inlineTokens(token));
      case "heading":
        return this.#heading(token as Tokens.Heading);
      case "blockquote":
        return [{ type: "blockQuote", children: this.#blocks(token.tokens ?? []) }];
      case "definitionList":
        return [this.#definitionList(token as DefinitionListToken)];
      case "callout":
        return this.#callout(token as CalloutToken);
      case "theorem":
        return [this.#theorem(token as TheoremToken)];
      case "list":
        return isContents(token as Tokens.List) ? [] : [list(token as Tokens.List, this.#blocksOf)];
      case "code": {
        const format = rawFormatOf((token as Tokens.Code).lang);
        if (format === undefined) return [this.#code(token as Tokens.Code)];
        return [{ type: "paragraph", children: [{ type: "shortcode", text: visible(`‹${format}›`) }] }];
      }
      case "examples":
        return [examples(token as ExamplesToken, this.#blocksOf)];
      case "markedList":
        return [markedList(token as MarkedListToken, this.#blocksOf)];
      case "drawnTable":
        return [this.#drawnTable(token as DrawnTableToken)];
      case "caption":
        return [captionAlone(toInlines(this.#blocks((token as CaptionToken).tokens)))];
      case "math":
        return [{ type: "math", tex: visibleCode((token as MathToken).text) }];
      case "table":
        return [this.#table(token as Tokens.Table)];
      case "enclosure":
        return this.#enclosure(token as EnclosureToken);
      case "stray": {
        const { text: sign, rest } = token as Tokens.Generic & { text: string; rest: string };
        const words = rest === "" ? [] : [text(` ${shownText(rest)}`)];
        return [{ type: "paragraph", children: [{ type: "shortcode", text: visible(sign) }, ...words] }];
      }
      case "lineBlock":
        return [this.#lineBlock(token as LineBlockToken)];
      case "hr":
        return [{ type: "thematicBreak" }];
      default:
        return [];
    }
  }

  /** A heading; none if it has only attributes, as one that ends tabs in R Markdown. */
  #heading(token: Tokens.Heading): Block[] {
    const inlines = this.#inlines.inlines(inlineTokens(token));
    const own = headingWithoutAttributes(inlines);
    const isEmptied = own.children.length === 0 && inlines.length > 0;
    return isEmptied ? [] : [{ type: "heading", depth: token.depth, ...own }];
  }

  /** The pictures and players of a paragraph that contains nothing else, each as a block. */
  #figures(tokens: readonly InlineToken[]): Block[] | undefined {
    if (tokens[0]?.type !== "shortcode") return undefined;
    const tags = tokens.filter((token) => token.type !== "text" || token.text.trim() !== "");
    const blocks = tags.map((token) =>
      token.type === "shortcode"
        ? this.#captioned(tagBlock(shownTag(token.text), this.#inlines.pairs.isClosed(token)))
        : undefined,
    );
    const isFigures = tags.every(({ type }) => type === "shortcode") && blocks.some(Boolean);
    return isFigures
      ? tags.flatMap((tag, nth) => blocks[nth] ?? this.#inlines.builder([tag]).blocks())
      : undefined;
  }

  /** A title, a term or a cell. */
  #line(tokens: readonly Token[]): Inline[] {
    return trimInlines(this.#inlines.inlines(asInlines(tokens)));
  }

  #paragraph(tokens: readonly InlineToken[]): Block[] {
    const figures = this.#figures(tokens);
    return figures ?? this.#inlines.blocks(tokens).flatMap(withoutAttributes).map(pictureApart);
  }

  #captioned(block: Block | undefined): Block | undefined {
    const run = (inlines: readonly Inline[]): Inline[] => this.#inlines.marked(inlines);
    if (block?.type === "figure") return { ...block, caption: run(block.caption) };
    const text = (own: Block): Block => withChanged(own, { block: text, run });
    return block?.type === "callout" ? text(block) : block;
  }

  /** Code; the caption of a chunk is Markdown. */
  #code(token: Tokens.Code): Block {
    const block = codeBlock(token);
    if (block.type !== "figure" || !hasChunkCaption(token)) return block;
    const caption = block.caption.map((one) =>
      one.type === "text" ? text(withTexts(one.text, this.#texts)) : one,
    );
    return this.#captioned({ ...block, caption }) ?? block;
  }

  #enclosure({ tag, text: content, title, tokens }: EnclosureToken): Block[] {
    const verbatim = verbatimBlocks(tag, content);
    if (verbatim) return verbatim;
    const inlines = this.#line(title);
    return enclosedBlocks(tag, inlines, this.#blocks(tokens));
  }

  /** A note beside the text, like HTML's `<aside>`. */
  #aside(builder: TreeBuilder, token: AsideToken, line: number | undefined): void {
    const phrase = token.type === "enclosure" ? markedPhrase(token.tag) : undefined;
    if (phrase !== undefined) builder.add(text(phrase));
    builder.html({ raw: "<aside>" }, line);
    for (const block of this.#blocks(token.tokens)) builder.add(block);
    builder.html({ raw: "</aside>" }, line);
  }

  /** Lines that stay lines, with the blanks at their beginning. */
  #lineBlock({ lines }: LineBlockToken): Block {
    const children = lines.flatMap(({ indent, tokens }, nth): Inline[] => [
      ...(nth === 0 ? [] : [{ type: "hardBreak" } as const]),
      text("\u00a0".repeat(indent)),
      ...this.#inlines.inlines(asInlines(tokens)),
    ]);
    return { type: "paragraph", children: joinTexts(children) };
  }

  /** A table whose cells contain blocks: each block becomes a line of its cell. */
  #drawnTable({ align, header, rows }: DrawnTableToken): Block {
    const cells = (row: readonly Token[][]): TableCell[] =>
      row.map((tokens) => trimInlines(toInlines(this.#blocks(tokens))));
    return { type: "table", align, header: cells(header), rows: rows.map(cells) };
  }

  #definitionList({ items }: DefinitionListToken): Block {
    return {
      type: "definitionList",
      items: items.map(({ terms, definitions }) => ({
        terms: terms.map((term) => this.#line(term)),
        definitions: definitions.map((tokens) => this.#blocks(tokens)),
      })),
    };
  }

  #callout(token: CalloutToken): Block[] {
    return calloutOf(token, this.#line(token.title), this.#blocks(token.tokens));
  }

  #theorem(token: TheoremToken): Block {
    const title = this.#line(token.title);
    const number = token.label === undefined ? 0 : ++this.#theorems;
    return theoremOf(token, title, this.#blocks(token.tokens), number);
  }

  #table(token: Tokens.Table): Block {
    const cells = (row: readonly Tokens.TableCell[]): TableCell[] =>
      row.map((cell) => this.#line(cell.tokens));
    return {
      type: "table",
      align: token.align.map((align): Alignment => align ?? undefined),
      header: cells(token.header),
      rows: token.rows.map(cells).filter((row) => !isAttributes(row)),
    };
  }
}
