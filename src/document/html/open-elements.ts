/**
 * The elements that are open while HTML is read, and their effect on the text in them.
 *
 *     <video src="a.mp4"> words </video>    the words are for browsers without players: hidden
 *     <video src="a.mp4"> words             unclosed: the words are the author's
 */
import { isHidden, isMute } from "./elements.ts";
import { isKnownElement } from "../../text/known-elements.ts";
import type { Node } from "../nodes.ts";

export interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly nodes: Node[];
  /** The line of the piece of HTML in which it was opened, if known. */
  readonly line?: number | undefined;
  /** The text between the angle brackets, if this is an element only with an end tag: `T`, `y and y`. */
  readonly written: string | undefined;
  /** The address of the first source of a film or a sound. */
  source?: string | undefined;
}

export class OpenElements {
  readonly #root: OpenElement = { name: "", attributes: {}, nodes: [], written: undefined };
  readonly #open: OpenElement[] = [];
  /** The number of open elements of each name. */
  readonly #counts = new Map<string, number>();
  #hidden = 0;
  #mute = 0;
  #marked = 0;

  get depth(): number {
    return this.#open.length;
  }

  /** The innermost element; one without a name if none is open. */
  get top(): OpenElement {
    return this.#open.at(-1) ?? this.#root;
  }

  push(element: OpenElement): void {
    this.#open.push(element);
    this.#count(element, 1);
  }

  pop(): OpenElement | undefined {
    const element = this.#open.pop();
    if (element) this.#count(element, -1);
    return element;
  }

  has(name: string): boolean {
    return this.#counts.get(name) !== undefined && this.#counts.get(name) !== 0;
  }

  /** The number of open elements down to the innermost of this name, including it. */
  depthOf(name: string): number {
    return this.#open.findLastIndex((element) => element.name === name) + 1;
  }

  some(isMeant: (element: OpenElement) => boolean): boolean {
    return this.#open.some(isMeant);
  }

  /** Whether a browser hides text at this place, if every element is closed. */
  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  /** Whether text at this place is not text of the page. */
  get isMute(): boolean {
    return this.#mute > 0;
  }

  /** Whether an open element has the attribute `markdown`. */
  get saysMarkdown(): boolean {
    return this.#marked > 0;
  }

  #count({ name, attributes }: OpenElement, by: 1 | -1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
    if (isHidden(name, attributes)) this.#hidden += by;
    if (isMute(name)) this.#mute += by;
    if (saysMarkdown(attributes)) this.#marked += by;
  }
}

/** As in kramdown and Python-Markdown ("Markdown in HTML"). */
function saysMarkdown({ markdown }: OpenElement["attributes"]): boolean {
  return markdown !== undefined && markdown !== "0";
}

/** Elements whose end tag may be left out (HTML, 13.1.2.4). */
const OPTIONAL = new Set(
  "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split(" "),
);

/** Whether an element of HTML must have an end tag. */
export function wantsEnd(name: string): boolean {
  return isKnownElement(name) && !name.includes(":") && !OPTIONAL.has(name);
}
