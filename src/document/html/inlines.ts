/**
 * HTML's inline elements and the nodes that they become.
 */
import { decode } from "../../text/entities.ts";
import { visibleAddress, visibleCode } from "../../text/visible.ts";
import { wrappedAtFirst } from "./block-edges.ts";
import type { Inline, Phrase } from "../document.ts";
import type { Attributes } from "./elements.ts";
import { toInlines } from "../flow.ts";
import { generatedAddress } from "../generated.ts";
import { shownText, text } from "../inlines.ts";
import { isBlock, type Node } from "../nodes.ts";
import { plainText } from "../spelling.ts";

/** An inline element around blocks (`<a><div>…`) can't contain them in the tree, so only its content stays. */
function inlineElement(
  nodes: readonly Node[],
  wrap: (children: readonly Inline[]) => Inline,
): readonly Node[] {
  return nodes.some(isNoInline) ? nodes : [wrap(toInlines(nodes))];
}

function isNoInline(node: Node): boolean {
  return isBlock(node) || node.type === "item" || node.type === "row";
}

export function code(nodes: readonly Node[]): readonly Node[] {
  if (nodes.some((node) => node.type === "preformatted" || isBlock(node))) return nodes;
  const inlines = toInlines(nodes);
  const isPlain = inlines.every((inline) => inline.type === "text");
  return isPlain ? [{ type: "codeSpan", text: visibleCode(plainText(inlines)) }] : inlines;
}

export function image(attributes: Attributes): Inline {
  return {
    type: "image",
    src: generatedAddress(visibleAddress(decode(attributes["src"] ?? ""))),
    alt: shownText(attributes["alt"] ?? "").trim(),
  };
}

export function abbreviation(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const title = shownText(attributes["title"] ?? "").trim();
  if (title === "") return nodes;
  return inlineElement(nodes, (children) => ({ type: "abbreviation", title, children }));
}

export function checkbox(attributes: Attributes): readonly Node[] {
  if (attributes["type"]?.toLowerCase() !== "checkbox") return [];
  return [text(attributes["checked"] === undefined ? "☐ " : "☑ ")];
}

export function link(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const href = generatedAddress(visibleAddress(decode(attributes["href"] ?? attributes["to"] ?? "")).trim());
  if (href === "") return nodes;
  const wrap = (children: readonly Inline[]): Inline => ({ type: "link", href, children });
  return nodes.some(isNoInline) ? wrappedAtFirst(nodes, wrap) : [wrap(toInlines(nodes))];
}

/** A phrase, such as emphasis, around the content. */
export function phrase(type: Phrase, nodes: readonly Node[]): readonly Node[] {
  return inlineElement(nodes, (children) => ({ type, children }));
}
