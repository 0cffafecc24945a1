/**
 * Resolves the names in a tree: the meaning of each abbreviation after its first use, the numbers of examples, and references by a
 * label.
 *
 * A browser shows the meaning of an abbreviation when the pointer rests on it. A terminal has no such
 * pointer, so ibid shows it as writers do: once, in quiet parentheses.
 */
import { partsReferring } from "./cross-references.ts";
import type { Block, Document, Inline, Phrase } from "./document.ts";
import { plainText } from "./spelling.ts";
import { joinTexts, shownText, text } from "./inlines.ts";
import { Labels, linkTo, numberIn } from "./labels.ts";
import type { Limits } from "./limits.ts";
import { bookdownsLabel } from "./block/directives/theorem-chunks.ts";
import { isTheorem } from "./theorem-kinds.ts";
import type { NamedTexts } from "./block/named-texts.ts";
import { withTexts } from "./text-references.ts";
import { withChanged } from "./walk.ts";

/** The document with the meanings in `names` and in elements of HTML (`<abbr title>`). */
export function withReferences(document: Document, names: NamedTexts, limits: Limits): Document {
  const labels = new Labels(document, names.references);
  const references = new References(names, labels, limits);
  const blocks = document.blocks.map((block) => references.block(block));
  const notes = document.notes.map((note) => ({
    ...note,
    blocks: note.blocks.map((block) => references.block(block)),
  }));
  const missing = [...labels.missing];
  return { ...document, blocks, notes, ...(missing.length > 0 && { missing }) };
}

interface Abbreviation {
  readonly short: string;
  readonly title: string;
  /** The offset of the first word in it. */
  readonly before: number;
}

/** The most abbreviations that begin with the same word. */
const MOST_ALIKE = 20;
const WORDS = /[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]/u;
/** The label in a caption (bookdown, "Tables"), which is shown as its number. */
const NUMBERED = /\(#([a-z]{2,3}:[\w-]{1,100})\)[ \t]{0,9}/g;
const PLACE = /%s|\{number\}/;
const EXAMPLE = /\(@([\w-]{1,60})\)/g;

class References {
  readonly #byWord = new Map<string, Abbreviation[]>();
  readonly #examples: ReadonlyMap<string, number>;
  readonly #references: ReadonlyMap<string, string>;
  readonly #headings: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #labels: Labels;
  readonly #limits: Limits;
  readonly #explained = new Set<string>();

  constructor(
    { abbreviations, examples, texts, references, headings }: NamedTexts,
    labels: Labels,
    limits: Limits,
  ) {
    this.#texts = new Map(Array.from(texts, ([label, content]) => [label, shownText(content)]));
    this.#labels = labels;
    this.#examples = examples;
    this.#references = references;
    this.#headings = headings;
    this.#limits = limits;
    for (const [written, meaning] of abbreviations) {
      const short = shownText(written);
      const word = new RegExp(WORDS).exec(short);
      if (!word) continue;
      const same = this.#byWord.get(word[0]) ?? [];
      this.#byWord.set(word[0], same);
      if (same.length < MOST_ALIKE) same.push({ short, title: shownText(meaning), before: word.index });
    }
    // `HTML 5` before `HTML`.
    for (const same of this.#byWord.values()) same.sort((a, b) => b.short.length - a.short.length);
  }

  block(given: Block): Block {
    const own = this.#numberedTheorem(given);
    // Headings are not changed, because anchors are made from their words.
    const explains = own.type !== "heading";
    return withChanged(own, {
      block: (block) => this.block(block),
      run: (inlines) => this.#run(inlines, explains),
    });
  }

  /** A theorem with the number that references to it show. */
  #numberedTheorem(block: Block): Block {
    if (block.type !== "callout" || block.number !== undefined || block.id === undefined) return block;
    if (!isTheorem(block.kind) || block.kind === "proof") return block;
    const { id, kind } = block;
    const said = this.#references.get(id) ?? this.#references.get(bookdownsLabel(kind, id));
    const number = said === undefined ? NaN : Number(numberIn(said));
    return Number.isInteger(number) ? { ...block, number } : block;
  }

  #run(inlines: readonly Inline[], explains: boolean): Inline[] {
    const parts = inlines.flatMap((inline): Inline[] => {
      if (inline.type === "text") return this.#referring(inline.text);
      if (inline.type === "inlineMath") return this.#labels.referred(inline.tex) ?? [inline];
      if (inline.type === "reference") return [this.#cited(inline)];
      if (inline.type === "link" && this.#isBare(inline))
        return [linkTo(inline.href.slice(1), this.#headings.get(inline.href.slice(1))!)];
      const numbered = inline.type === "link" ? this.#numberedLink(inline) : undefined;
      if (numbered) return [numbered];
      if (inline.type === "abbreviation" || !("children" in inline)) return [inline];
      return [{ ...inline, children: this.#run(inline.children, explains && inline.type !== "link") }];
    });
    return explains && parts.some(({ type }) => type === "abbreviation") ? this.#withMeanings(parts) : parts;
  }

  /** Whether a link to a named heading has no text, or only the name. */
  #isBare({ href, children }: Extract<Inline, { readonly type: "link" }>): boolean {
    if (!href.startsWith("#") || !this.#headings.has(href.slice(1))) return false;
    return ["", href.slice(1)].includes(plainText(children));
  }

  /** A link to what has a number, if its text is the label or has a place for the number (Sphinx, "numref"). */
  #numberedLink({ href, children }: Extract<Inline, { readonly type: "link" }>): Inline | undefined {
    const said = href.startsWith("#") ? this.#references.get(href.slice(1)) : undefined;
    if (said === undefined) return undefined;
    const written = plainText(children);
    if (written === href.slice(1)) return linkTo(written, said);
    return PLACE.test(written) ? linkTo(href.slice(1), written.replace(PLACE, numberIn(said))) : undefined;
  }

  /** Parts with the meaning of each abbreviation after its first use, unless the author gives it there. */
  #withMeanings(parts: Inline[]): Inline[] {
    const explained: Inline[] = [];
    for (let nth = 0; nth < parts.length; nth++) {
      const part = parts[nth]!;
      explained.push(part);
      if (part.type !== "abbreviation") continue;
      const key = `${plainText(part.children)}\n${part.title}`;
      const isKnown = this.#explained.has(key);
      this.#explained.add(key);
      const [before, after] = textsAround(parts, nth);
      if (isKnown || isSaid(part.title, before, after)) continue;
      // The meaning follows the whole word: `NASA's`, `UUIDs`.
      const rest = WORD_END.exec(after)?.[0] ?? "";
      const next = parts[nth + 1];
      if (rest !== "" && next?.type === "text") {
        explained.push(text(rest));
        parts[nth + 1] = text(next.text.slice(rest.length));
      }
      const isInParentheses = before.endsWith("(") && after.startsWith(")");
      const said = isInParentheses ? part.title : `(${part.title})`;
      explained.push(text(isInParentheses ? ", " : " "), { type: "shortcode", text: said });
    }
    return joinTexts(explained);
  }

  /** Text with links to what it refers to by a label. */
  #referring(written: string): Inline[] {
    if (this.#references.size === 0) return this.#text(written);
    return partsReferring(written, this.#references).flatMap((part) =>
      typeof part === "string"
        ? this.#text(part)
        : [part.said === undefined ? this.#labels.unknown(part.label) : linkTo(part.label, part.said)],
    );
  }

  /** A label in brackets, which looks like a cited work. */
  #cited(inline: Extract<Inline, { readonly type: Phrase }>): Inline {
    const label = this.#references.size === 0 ? "" : plainText(inline.children).replace(/^\[|\]$/g, "");
    const said = this.#references.get(label);
    return said === undefined ? inline : linkTo(label, said);
  }

  #text(written: string): Inline[] {
    const named = withTexts(written, this.#texts);
    const content = this.#labelled(this.#examples.size > 0 ? this.#numbered(named) : named);
    if (this.#byWord.size === 0) return [text(content)];
    const parts: Inline[] = [];
    let done = 0;
    for (const { 0: word, index } of content.matchAll(WORDS)) {
      const found = index < done ? undefined : this.#abbreviationAt(content, word, index);
      if (!found || !this.#limits.takes("marks")) continue;
      const { short, title, before } = found;
      const start = index - before;
      const end = start + short.length;
      if (start < done) continue;
      if (start > done) parts.push(text(content.slice(done, start)));
      parts.push({ type: "abbreviation", title, children: [text(short)] });
      done = end;
    }
    if (done < content.length) parts.push(text(content.slice(done)));
    return parts;
  }

  #labelled(content: string): string {
    if (this.#references.size === 0 || !content.includes("(#")) return content;
    return content.replace(NUMBERED, (written, label: string) => {
      const said = this.#references.get(label);
      return said === undefined ? written : `${said}: `;
    });
  }

  #numbered(content: string): string {
    if (!content.includes("(@")) return content;
    return content.replace(EXAMPLE, (written, label: string) => {
      const number = this.#examples.get(label);
      return number === undefined ? written : `(${number})`;
    });
  }

  #abbreviationAt(content: string, word: string, index: number): Abbreviation | undefined {
    return this.#byWord
      .get(word)
      ?.find(
        ({ short, before }) =>
          content.startsWith(short, index - before) &&
          !WORD.test(content[index - before + short.length] ?? ""),
      );
  }
}

/** The letters that end a word, as in a plural. */
const WORD_END = /^['’]?\p{L}{1,30}(?!\p{L})/u;
/** The distance from an abbreviation within which its author may explain it, in UTF-16 code units. */
const NEAR = 200;
/** The number of inlines on each side that are examined. */
const NEIGHBOURS = 4;

/** The text before and after a part. */
function textsAround(parts: readonly Inline[], nth: number): [before: string, after: string] {
  const before = plainText(parts.slice(Math.max(0, nth - NEIGHBOURS), nth));
  const after = plainText(parts.slice(nth + 1, nth + 1 + NEIGHBOURS));
  return [before.slice(-NEAR), after.slice(0, NEAR)];
}

/** The share of the words of the meaning that the text around must contain. */
const MOST = 0.7;

function isSaid(title: string, ...around: readonly string[]): boolean {
  const words = wordsIn(title);
  const known = new Set(around.flatMap(wordsIn));
  return words.filter((word) => known.has(word)).length >= MOST * words.length && words.length > 0;
}

function wordsIn(content: string): string[] {
  return content.toLowerCase().match(WORDS) ?? [];
}
