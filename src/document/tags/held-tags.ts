/**
 * Generators' tags within HTML, which are filled in before HTML is read, and components that hold nothing: a sign is in their place
 * while HTML is parsed.
 */
import { type Pairs, TAG_IN_HTML } from "./pairs.ts";

/** A tag, and whether another one closes it. */
interface Held {
  readonly raw: string;
  readonly isClosed: boolean;
}

/** A component that holds nothing (JSX): it stands for something, as a shortcode does. */
const COMPONENT = /<([A-Z][\w.]{0,60})((?:\s[^<>\n]{0,500})?)\/>/g;
/** What is held back from the parser of HTML, by its number. */
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

  /** A piece of HTML with signs in place of its tags and components. */
  held(piece: { readonly raw: string }): string {
    const { raw } = piece;
    let nth = 0;
    const hold = (tag: string, isClosed: boolean): string =>
      `\ue000${this.#tags.push({ raw: tag, isClosed }) - 1}\ue001`;
    const held = /\{[{%]/.test(raw)
      ? raw.replace(TAG_IN_HTML, (tag) => hold(tag, this.#pairs.isClosed(piece, nth++)))
      : raw;
    return held.replace(COMPONENT, (_, name: string, attributes: string) =>
      hold(`{{< ${name}${attributes} >}}`, false),
    );
  }

  /** Text as it was written. */
  released(data: string): string {
    return data.replace(HELD, (sign, nth: string) => this.#tags[Number(nth)]?.raw ?? sign);
  }

  /** The tags whose signs are in a text, and the offsets of those. */
  within(data: string): (Held & { readonly index: number; readonly end: number })[] {
    return Array.from(data.matchAll(HELD)).flatMap(({ 0: sign, 1: nth, index }) => {
      const tag = this.#tags[Number(nth)];
      return tag ? [{ ...tag, index, end: index + sign.length }] : [];
    });
  }
}
