/**
 * The run that is being parsed, as a chain of items. Emphasis and links replace several items by one.
 */
import type { InlineToken } from "./tokens.ts";

/** The final form of an item: a text, a token, or a token with children. */
export type Content =
  | { readonly text: string }
  | { readonly token: InlineToken }
  | { readonly wrap: Wrap; readonly children: Chain };

export type Wrap =
  | { readonly type: "em" | "strong" | "del" | "inlineNote" }
  | { readonly type: "link" | "image"; readonly href: string }
  | { readonly type: "span"; readonly classes: readonly string[] };

export class Item {
  previous: Item | undefined;
  next: Item | undefined;
  content: Content;

  constructor(content: Content) {
    this.content = content;
  }
}

export class Chain {
  first: Item | undefined;
  last: Item | undefined;

  push(content: Content): Item {
    const item = new Item(content);
    this.#link(this.last, item);
    if (!this.first) this.first = item;
    this.last = item;
    return item;
  }

  /** Replaces the items between two items by one that contains them. */
  wrapBetween(left: Item, right: Item | undefined, wrap: Wrap): Item {
    const children = new Chain();
    const end = right ? right.previous : this.last;
    if (left.next !== right && end !== left) {
      children.first = left.next;
      children.last = end;
      children.first!.previous = undefined;
      children.last!.next = undefined;
    }
    const item = new Item({ wrap, children });
    this.#link(left, item);
    if (right) this.#link(item, right);
    else {
      this.last = item;
      item.next = undefined;
    }
    return item;
  }

  remove(item: Item): void {
    if (item.previous) item.previous.next = item.next;
    else this.first = item.next;
    if (item.next) item.next.previous = item.previous;
    else this.last = item.previous;
  }

  #link(left: Item | undefined, right: Item): void {
    right.previous = left;
    if (left) left.next = right;
  }
}
