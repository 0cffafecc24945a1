/**
 * The text of a note that another program wrote as HTML: without its tags, its paragraphs and items on lines of their own, and each address
 * behind the text that leads there.
 */
import { Parser } from "htmlparser2";
import { WEB } from "../../links/address.ts";

/** Elements that begin and end a line, and those of them with a blank line around them. */
const LINES = new Set([
  "address",
  "article",
  "aside",
  "dd",
  "div",
  "dt",
  "figcaption",
  "figure",
  "footer",
  "header",
  "li",
  "section",
  "tr",
]);
const PARAGRAPHS = new Set([
  "blockquote",
  "dl",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "ol",
  "p",
  "pre",
  "table",
  "ul",
]);
/** Elements whose content is not shown. */
const HIDDEN = new Set(["head", "noscript", "script", "style", "template", "title"]);

/** Returns the text of HTML. Linear in its length. */
export function htmlText(html: string): string {
  const writer = new TextWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      onclosetag: (name) => writer.close(name),
      ontext: (text) => writer.text(text),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return writer.result();
}

class TextWriter {
  readonly #pieces: string[] = [];
  /** The number of line feeds and whether a blank is due before the next text. */
  #feeds = 0;
  #isBlank = false;
  /** The sign of an item whose text has not begun yet. */
  #sign = "";
  #hidden = 0;
  #pre = 0;
  /** The address of the open link, and the number of pieces before it. A link within a link ends that one, as in a browser. */
  #link: { readonly address: string; readonly from: number } | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (HIDDEN.has(name)) this.#hidden++;
    this.#edge(name);
    if (name === "br") this.#feeds++;
    if (name === "pre") this.#pre++;
    if (name === "li") this.#sign = "- ";
    if (name === "td" || name === "th") this.#isBlank = true;
    if (name === "img") this.text(attributes["alt"] ?? "");
    if (name === "a") this.#link = { address: attributes["href"] ?? "", from: this.#pieces.length };
  }

  close(name: string): void {
    if (HIDDEN.has(name)) this.#hidden--;
    if (name === "a") this.#endLink();
    if (name === "pre") this.#pre--;
    if (name === "li") this.#sign = "";
    this.#edge(name);
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    if (this.#pre > 0) return this.#put(text);
    const words = text.split(/[ \t\r\n\f]+/);
    for (const [index, word] of words.entries()) {
      if (index > 0) this.#isBlank = true;
      if (word !== "") this.#put(word);
    }
  }

  result(): string {
    return this.#pieces.join("").trim();
  }

  #edge(name: string): void {
    if (this.#sign !== "") return;
    const feeds = PARAGRAPHS.has(name) ? 2 : LINES.has(name) ? 1 : 0;
    this.#feeds = Math.max(this.#feeds, feeds);
  }

  /** The address behind the text of a link, unless it is the text. */
  #endLink(): void {
    if (!this.#link) return;
    const { address, from } = this.#link;
    this.#link = undefined;
    const text = this.#pieces.slice(from).join("").trim();
    if (WEB.test(address) && address !== text) this.text(text === "" ? address : ` (${address})`);
  }

  #put(text: string): void {
    if (this.#pieces.length > 0)
      this.#pieces.push(this.#feeds > 0 ? "\n".repeat(this.#feeds) : this.#isBlank ? " " : "");
    this.#feeds = 0;
    this.#isBlank = false;
    this.#pieces.push(this.#sign + text);
    this.#sign = "";
  }
}
