/**
 * The inlines of an essay as HTML that is well-formed XML.
 */
import type { Citation, Inline, MineOfBlock } from "../../document/document.ts";
import { ownLetters } from "../../document/own-letters.ts";
import { playerOf } from "../../document/inline/wiki.ts";
import { PLAYER } from "../../document/media.ts";
import { wikiText } from "../../document/spelling.ts";
import type { Mathematics } from "../shown-essay.ts";
import { TAGS } from "./elements.ts";
import type { Markup } from "./markup.ts";
import { escaped } from "./text.ts";

export class InlineWriter {
  readonly #mathematics: Mathematics | undefined;
  readonly #markup: Markup;
  #cited: number[] = [];
  #isInLink = false;

  constructor(mathematics: Mathematics | undefined, markup: Markup) {
    this.#mathematics = mathematics;
    this.#markup = markup;
  }

  /** The numbers of the notes that were cited first since the last call, in the order of the text. */
  takeCited(): readonly number[] {
    const cited = this.#cited;
    this.#cited = [];
    return cited;
  }

  /** Inlines one after another. */
  run(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join("");
  }

  #inline(inline: Inline): string {
    switch (inline.type) {
      case "text":
      case "shortcode":
        return escaped(inline.text);
      case "wikiLink":
        return `<span class="missing">${escaped(wikiText(inline))}</span>`;
      case "codeSpan":
        return `<code>${escaped(inline.text)}</code>`;
      case "inlineMath":
        return this.#math(inline.tex, false);
      case "hardBreak":
        return "<br/>";
      case "image":
        return this.#markup.image(inline.src, inline.alt, this.#isInLink);
      case "citation":
        return this.#citation(inline);
      case "abbreviation":
        return `<abbr title="${escaped(inline.title)}">${this.run(inline.children)}</abbr>`;
      case "mine":
        return `${markTag(inline)}${this.run(inline.children)}</mark>`;
      case "link":
        return this.link(inline.href, () => this.run(inline.children));
      default: {
        const tag = TAGS[inline.type];
        return `<${tag}>${this.run(inline.children)}</${tag}>`;
      }
    }
  }

  /** Code, with the user's marks. */
  code(text: string, { ranges }: MineOfBlock = { ranges: [] }): string {
    let at = 0;
    const parts = ranges.map((own) => {
      const { start, end, cites = [] } = own;
      const from = Math.max(at, start);
      const marked = `${markTag(own)}${escaped(text.slice(from, end))}</mark>`;
      const part = `${escaped(text.slice(at, from))}${marked}${this.run(cites)}`;
      at = Math.max(at, end);
      return part;
    });
    return parts.join("") + escaped(text.slice(at));
  }

  /** A display, marked as a whole if the user marked any of it. */
  marked({ tex, mine }: { readonly tex: string; readonly mine?: MineOfBlock }): string {
    const [own] = mine?.ranges ?? [];
    const set = this.#math(tex, true);
    return own ? `${markTag(own)}${set}</mark>` : set;
  }

  /** MathML; the TeX if MathML can't be made. */
  #math(tex: string, display: boolean): string {
    return this.#mathematics?.mathMl(tex, display) ?? `<code class="tex">${escaped(tex)}</code>`;
  }

  /** A link around `content`; the content alone within another link, or if nothing is there. */
  link(to: string, content: () => string): string {
    const href = this.#isInLink ? undefined : this.#markup.link(to);
    if (href === undefined) return content();
    this.#isInLink = true;
    const inner = content();
    this.#isInLink = false;
    const link = `<a href="${escaped(href)}"${href.startsWith("#") ? "" : ' rel="noreferrer"'}>${inner}</a>`;
    const kind = inner.startsWith(PLAYER) ? playerOf(href) : undefined;
    const isPlayed = kind === "video" || kind === "audio";
    return (isPlayed ? this.#markup.player?.(kind, href, link) : undefined) ?? link;
  }

  #citation({ number, first, own }: Citation): string {
    if (first) this.#cited.push(number);
    const { prefix, notes } = this.#markup;
    const id = first ? ` id="${prefix}ref:${number}"` : "";
    const type = notes === "end" ? ' epub:type="noteref"' : "";
    const shown = own === undefined ? number : `✎${ownLetters(own)}`;
    const mark = `<a href="#${prefix}note:${number}"${type} role="doc-noteref">${shown}</a>`;
    return `<sup${id}>${this.#isInLink ? shown : mark}</sup>`;
  }
}

/** The start tag of a highlight. */
function markTag({ reworded }: { readonly reworded?: true }): string {
  return `<mark class="mine${reworded ? " reworded" : ""}">`;
}
