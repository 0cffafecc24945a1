/**
 * Converts inline tokens to inlines. HTML and generators' tags among them may make blocks.
 */
import { withBlockReferences, withoutOwnLines } from "./block-properties.ts";
import { formulaOf } from "../inline/math.ts";
import type { Token } from "marked";
import { visible, visibleAddress, visibleCode } from "../../text/visible.ts";
import { spansWithoutAttributes, withoutExtensions, withoutLastLine } from "./attributes.ts";
import type { CitedNotes } from "./cited-notes.ts";
import type { Block, Citation, Inline, Phrase } from "../document.ts";
import { plainText } from "../spelling.ts";
import { withEmoji } from "../emoji.ts";
import { toBlocks } from "../flow.ts";
import { generatedAddress } from "../generated.ts";
import { type TreeContext, TreeBuilder } from "../html/tree-builder.ts";
import { decode } from "../../text/entities.ts";
import { joinTexts, shownText, text } from "../inlines.ts";
import { playerOf } from "../inline/wiki.ts";
import { PLAYER } from "../media.ts";
import { parseInlines } from "../inline/parse.ts";
import type { Definitions, InlineToken } from "../inline/tokens.ts";
import type { Limits } from "../limits.ts";
import { mayBeMarked } from "./marked-text.ts";
import { enclosedIn, Pairs } from "../tags/pairs.ts";
import { enclosedInlines, tagInlines } from "../tags/stand-ins.ts";
import { withoutEscapes, withoutProtection } from "../tags/tag.ts";
import { tableOf } from "../../text/own.ts";

/** What the converter of inlines shares with that of blocks. */
interface Surroundings {
  readonly limits: Limits;
  readonly notes: CitedNotes;
  /** Converts the content of a note. */
  readonly blocksOf: (tokens: readonly Token[]) => Block[];
  readonly isMdx: boolean;
}

export class InlineConverter {
  readonly pairs: Pairs;
  /** The context of a builder of blocks. */
  readonly around: TreeContext;
  readonly #limits: Limits;
  readonly #notes: CitedNotes;
  readonly #blocksOf: (tokens: readonly Token[]) => Block[];
  #cites = true;

  /** `tokens` are those of the whole document. */
  constructor(tokens: readonly Token[], { limits, notes, blocksOf, isMdx }: Surroundings) {
    this.pairs = new Pairs(tokens);
    this.around = {
      limits,
      pairs: this.pairs,
      cite: (blocks) => (this.#cites ? this.#noteOf(blocks) : undefined),
      isMdx,
      unclosed: new Set(),
      marked: (inlines) => this.marked(inlines),
    };
    this.#limits = limits;
    this.#notes = notes;
    this.#blocksOf = blocksOf;
  }

  inlines(tokens: readonly InlineToken[]): Inline[] {
    const plain = this.#plainInlines(tokens);
    return [...spansWithoutAttributes(plain ? joinTexts(plain) : this.builder(tokens).inlines())];
  }

  /** The blocks that a paragraph makes. */
  blocks(tokens: readonly InlineToken[]): Block[] {
    const plain = this.#plainInlines(tokens);
    return plain ? toBlocks(plain) : this.builder(tokens).blocks();
  }

  /** The inlines of simple tokens, as in most text; undefined if one of them makes blocks or encloses others. */
  #plainInlines(tokens: readonly InlineToken[]): Inline[] | undefined {
    const inlines: Inline[] = [];
    if (tokens.some(({ type }) => type === "html" || type === "shortcode")) return undefined;
    for (const token of tokens) for (const inline of this.#inline(token)) inlines.push(inline);
    return inlines;
  }

  /** A builder with the inlines of `tokens`; HTML among them may turn them into blocks. */
  builder(tokens: readonly InlineToken[]): TreeBuilder {
    const builder = new TreeBuilder(this.around);
    const ends = enclosedIn(tokens);
    for (let nth = 0; nth < tokens.length; nth++) {
      const token = tokens[nth]!;
      const end = ends.get(nth);
      if (token.type === "html") builder.html(token);
      else if (end !== undefined) {
        const children = this.inlines(tokens.slice(nth + 1, end));
        const cite = this.around.cite;
        const raw = shownTag((token as { readonly text: string }).text);
        for (const inline of enclosedInlines(raw, children, cite)) builder.add(inline);
        nth = end;
      } else for (const inline of this.#inline(token)) builder.add(inline);
    }
    return builder;
  }

  #inline(token: InlineToken): Inline[] {
    switch (token.type) {
      case "text":
        return withBlockReferences(
          withEmoji(withoutExtensions(shownText(withoutLastLine(withoutOwnLines(token.text))))),
        );
      case "escape":
        return [text(visible(token.text))];
      case "codespan":
        return [
          { type: "codeSpan", text: visible(visibleCode(withoutProtection(withoutEscapes(token.text)))) },
        ];
      case "math":
        return [formulaOf(visibleCode(token.text), visibleCode(token.raw))];
      case "shortcode":
        return this.marked(tagInlines(shownTag(token.text), this.pairs.isClosed(token), this.#citeMarked));
      case "sign":
        return [{ type: "shortcode", text: visible(token.text) }];
      case "span":
        return this.#span(token);
      case "br":
        return [{ type: "hardBreak" }];
      case "link":
        return [
          {
            type: "link",
            href: generatedAddress(visibleAddress(decode(token.href))),
            children: this.inlines(token.tokens),
            ...(token.byName && { byName: true }),
          },
        ];
      case "wikiLink":
        return [wikiLink(token)];
      case "image":
        return [this.#image(token)];
      case "footnoteReference":
        return [this.#citation(token.label, token.raw)];
      case "inlineNote":
        return [this.#inlineNote(token.tokens)];
      // The builder reads HTML.
      case "html":
        return [];
      default:
        return this.#phrase(PHRASES[token.type], token.tokens);
    }
  }

  #span({ classes, tokens }: Extract<InlineToken, { type: "span" }>): Inline[] {
    if (classes.some((one) => SIDE.has(one))) return [this.#inlineNote(tokens)];
    const phrase = classes.map((one) => CLASSES[one]).find((one) => one !== undefined);
    return phrase ? this.#phrase(phrase, tokens) : this.inlines(tokens);
  }

  /** A picture; a film or a sound, for which Markdown has no sign of its own, is a player. */
  #image({
    href,
    tokens,
    byName,
  }: Extract<InlineToken, { readonly href: string; readonly tokens: unknown }>): Inline {
    const src = generatedAddress(visibleAddress(decode(href)));
    const alt = withoutSize(this.#plain(tokens));
    const player = playerOf(src);
    if (player === undefined) return { type: "image", src, alt, ...(byName && { byName: true }) };
    const name = alt || src.slice(src.lastIndexOf("/") + 1);
    return { type: "link", href: src, children: [text(`${PLAYER}${player} ${name}`)], byName: true };
  }

  #phrase(type: Phrase, tokens: readonly InlineToken[]): Inline[] {
    return [{ type, children: joinTexts(this.inlines(tokens)) }];
  }

  /** Text without citations, for places where a note can't have a mark. */
  #plain(tokens: readonly InlineToken[]): string {
    const before = this.#cites;
    this.#cites = false;
    const text = plainText(this.inlines(tokens));
    this.#cites = before;
    return text;
  }

  /** Parses the text of a tag as Markdown, but not that of its links. */
  marked(inlines: readonly Inline[]): Inline[] {
    return inlines.flatMap((one): Inline[] => {
      if (one.type === "emphasis" || one.type === "strong")
        return [{ ...one, children: this.marked(one.children) }];
      if (one.type !== "text" || !mayBeMarked(one.text) || /\{[{%]/.test(one.text)) return [one];
      return this.inlines(parseInlines(one.text, this.#definitions));
    });
  }

  readonly #citeMarked: TreeContext["cite"] = (blocks) =>
    this.around.cite(
      blocks.map((block) =>
        block.type === "paragraph" ? { ...block, children: this.marked(block.children) } : block,
      ),
    );

  /** The text of a tag has no references. */
  readonly #definitions: Definitions = {
    link: () => undefined,
    heading: () => undefined,
    hasFootnote: () => false,
    takes: (name) => this.#limits.takes(name),
    writesInBrackets: () => false,
    hasTags: () => false,
    hasChunks: () => false,
    isFull: () => this.#limits.refuses("marks"),
  };

  #citation(label: string, raw: string): Inline {
    if (!this.#cites) return text("");
    const citation = this.#notes.cite(label, (definition) => this.#blocksOf(definition.tokens));
    return citation ?? text(visible(raw));
  }

  #noteOf(blocks: readonly Block[]): Citation | undefined {
    return this.#limits.takes("notes") ? this.#notes.citeInline(() => [...blocks]) : undefined;
  }

  #inlineNote(tokens: readonly InlineToken[]): Inline {
    return this.#cites ? this.#notes.citeInline(() => this.builder(tokens).blocks()) : text("");
  }
}

/** The phrases of the signs around words. */
const PHRASES: Readonly<
  Record<"em" | "strong" | "del" | "ins" | "mark" | "sup" | "sub" | "kbd" | "cite", Phrase>
> = {
  em: "emphasis",
  strong: "strong",
  del: "strikethrough",
  ins: "inserted",
  mark: "highlight",
  sup: "superscript",
  sub: "subscript",
  kbd: "keyboard",
  cite: "reference",
};

/** Classes of Pandoc's and Quarto's spans that change how words look, and of notes beside the text. */
const CLASSES = tableOf<Phrase>({
  kbd: "keyboard",
  mark: "highlight",
  ul: "underline",
  underline: "underline",
});
export const SIDE: ReadonlySet<string> = new Set(["aside", "column-margin", "marginnote", "sidenote"]);

/** A tag with its entities decoded and its control characters made visible. */
export function shownTag(raw: string): string {
  return visible(decode(raw));
}

/** The description of a picture, without its size after a bar (Obsidian, "External images"). */
function withoutSize(alt: string): string {
  return alt.trim().replace(/(?:^|\|)\d{1,5}(?:x\d{1,5})?$/, (size) => (size.startsWith("|") ? "" : size));
}

function wikiLink({ href, raw, text: content, embeds }: Extract<InlineToken, { type: "wikiLink" }>): Inline {
  const own = { href: visible(href), text: shownText(content), raw: shownText(raw) };
  return { type: "wikiLink", ...own, ...(embeds && { embeds }) };
}
