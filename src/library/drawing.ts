/**
 * Drawings (SVG) for a page or a book, written anew from what a parser finds in them: well-formed whatever
 * the file contains, and without anything that runs, loads something, or is only for drawing programs.
 */
import { Parser } from "htmlparser2";
import { tableOf } from "../text/own.ts";

const START = /^\ufeff?\s{0,1000}<(?:\?xml|svg|!--|!DOCTYPE)/;
const NAME = /^[a-z][\w.-]*$/i;
/** Elements that are left out, with their content. */
const DROPPED = new Set(["script", "foreignobject", "handler", "listener", "metadata", "iframe"]);
const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** The bytes of a drawing; undefined if the file is not a drawing. */
export function safeDrawing(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder().decode(bytes);
  if (!START.test(text)) return undefined;
  const drawing = new Rewriter().written(text);
  return drawing === undefined ? undefined : new TextEncoder().encode(drawing);
}

class Rewriter {
  readonly #parts: string[] = [];
  /** Whether each open element is written. */
  readonly #open: boolean[] = [];
  #dropped = 0;
  /** The text since the last tag: the parser cuts it at entities, and a part of it may look harmless. */
  #text = "";
  /** The text of the style sheet that is open, with that of elements within it. */
  #style: string | undefined;
  /** The number of open elements when it was opened, itself included. */
  #styleDepth = 0;
  #isSvg: boolean | undefined;

  written(text: string): string | undefined {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#begin(name, attributes),
        onclosetag: (name) => this.#end(name),
        ontext: (own) => void (this.#text += own),
      },
      { xmlMode: true, decodeEntities: true },
    );
    parser.end(text);
    return this.#isSvg === true ? `${this.#parts.join("")}\n` : undefined;
  }

  #writeText(): void {
    if (this.#dropped === 0 && this.#open.length > 0)
      this.#parts.push(loads(this.#text) ? "" : escaped(this.#text));
    if (this.#style !== undefined) this.#style += this.#text;
    this.#text = "";
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#writeText();
    const isRoot = this.#isSvg === undefined;
    this.#isSvg ??= name === "svg";
    // A second root is not part of the drawing.
    const isOutside = !isRoot && this.#open.length === 0;
    const isWritten = NAME.test(name) && !DROPPED.has(name.toLowerCase()) && !isOutside;
    this.#open.push(isWritten);
    if (!isWritten) this.#dropped += 1;
    if (this.#dropped > 0) return;
    const own = Object.entries(attributes).flatMap(([key, value]) => attribute(key, value));
    const spaces = isRoot ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : "";
    this.#parts.push(`<${name}${spaces}${own.join("")}>`);
    // Its content is written at its end, when it is known as a whole.
    if (name.toLowerCase() !== "style") return;
    this.#style = "";
    this.#styleDepth = this.#open.length;
    this.#dropped += 1;
  }

  #end(name: string): void {
    this.#writeText();
    const isStyle = this.#style !== undefined && this.#open.length === this.#styleDepth;
    const isWritten = this.#open.pop();
    if (isStyle) {
      this.#dropped -= 1;
      const sheet = this.#style ?? "";
      this.#parts.push(loads(sheet) ? "" : escaped(sheet));
      this.#style = undefined;
    }
    if (this.#dropped === 0) this.#parts.push(`</${name}>`);
    else if (isWritten === false) this.#dropped -= 1;
  }
}

/** An attribute that runs nothing and leads nowhere but within the drawing. */
function attribute(key: string, value: string): string[] {
  const isHref = key === "href" || key === "xlink:href";
  if (!(isHref || key === "xml:space" || NAME.test(key)) || /^on/i.test(key) || key === "xmlns") return [];
  if (isHref && !/^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(value)) return [];
  if (/javascript:/i.test(value) || loads(value)) return [];
  return [` ${key}="${escaped(value)}"`];
}

const ENTITIES = tableOf<string>({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
/** Characters that XML must not contain (XML 1.0, production 2). */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Whether text, read as CSS, may load something. An escape (CSS Syntax 3, 4.3.7) or a comment can hide any name. */
function loads(text: string): boolean {
  return (
    /@import|image-set\(|url\(\s*["']?(?!["'#\s])/i.test(text) || (/[{:(]/.test(text) && /\\/.test(text))
  );
}

function escaped(text: string): string {
  return text.replace(NO_XML, "").replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
