/**
 * Generators' tags within HTML, which are filled in before HTML is read, and components without content: a
 * placeholder replaces them while HTML is parsed.
 */
import { withoutLiquidsBlocks } from "./liquid-in-html.ts";
import { type Pairs, TAG_IN_HTML } from "./pairs.ts";

/** A tag, and whether another one closes it. */
interface Held {
  readonly raw: string;
  readonly isClosed: boolean;
}

/** A component without content (JSX), which has a meaning like a shortcode. */
const COMPONENT = /<([A-Z][\w.]{0,60})((?:\s[^<>\n]{0,500})?)\/>/g;
/** The tags of Docusaurus's and Gatsby's links, whose name is that of an element without content. */
const LINK = /<(\/)?Link(?=\s[^<>]{0,300}(?<=\s)to=|>)/g;
/** What stands for a tag that is left out, so that the others keep their numbers. */
const PASSED = "\ue002";
const COUNTED = new RegExp(`${TAG_IN_HTML.source}|${PASSED}`, "g");
/** A placeholder, with the number of its tag. */
const HELD = /\ue000(\d{1,7})\ue001/g;

export class HeldTags {
  readonly #tags: Held[] = [];
  readonly #pairs: Pairs;

  constructor(pairs: Pairs) {
    this.#pairs = pairs;
  }

  get isEmpty(): boolean {
    return this.#tags.length === 0;
  }

  /** A piece of HTML with placeholders for its tags and components. */
  held(piece: { readonly raw: string }): string {
    const passed = (source: string): string => PASSED.repeat(source.match(TAG_IN_HTML)?.length ?? 0);
    const raw = withoutLiquidsBlocks(piece.raw.replaceAll(PASSED, ""), passed);
    let nth = 0;
    const hold = (tag: string, isClosed: boolean): string =>
      `\ue000${this.#tags.push({ raw: tag, isClosed }) - 1}\ue001`;
    const isClosed = (): boolean => this.#pairs.isClosed(piece, nth++);
    const counted = (tag: string): string => {
      const isOne = isClosed();
      return tag === PASSED ? "" : hold(tag, isOne);
    };
    const held = /\{[{%]|\ue002/.test(raw) ? raw.replace(COUNTED, counted) : raw;
    const linked = held.includes("Link") ? held.replace(LINK, "<$1a") : held;
    return linked.replace(COMPONENT, (_, name: string, attributes: string) =>
      hold(`{{< ${name}${attributes} >}}`, false),
    );
  }

  /** The text as written. */
  released(data: string): string {
    return data.replace(HELD, (sign, nth: string) => this.#tags[Number(nth)]?.raw ?? sign);
  }

  /** The tags whose placeholders are in a text, with their offsets. */
  within(data: string): (Held & { readonly index: number; readonly end: number })[] {
    return Array.from(data.matchAll(HELD)).flatMap(({ 0: sign, 1: nth, index }) => {
      const tag = this.#tags[Number(nth)];
      return tag ? [{ ...tag, index, end: index + sign.length }] : [];
    });
  }
}
