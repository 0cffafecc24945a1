/**
 * HTML's lists whose items have numbers.
 */
import type { Block } from "../document.ts";
import type { Attributes } from "./elements.ts";
import { list } from "./blocks.ts";
import type { Node } from "../nodes.ts";

/** A list that counts down begins with the number of its items (HTML, 4.4.5). */
export function orderedList(attributes: Attributes, nodes: readonly Node[]): Block {
  if (attributes["reversed"] === undefined) return list(nodes, startOf(attributes["start"]));
  const start = numberOf(attributes["start"]).number ?? nodes.filter(({ type }) => type === "item").length;
  let next = start;
  const numbered = nodes.map((node): Node => {
    if (node.type !== "item") return node;
    const number = node.number ?? next;
    next = number - 1;
    return { ...node, number };
  });
  return list(numbered, start);
}

/** The number of a list's first item; 1 by default. */
function startOf(written: string | undefined): number {
  return numberOf(written).number ?? 1;
}

/** An integer with at most as many digits as in Markdown (CommonMark 5.2). */
export function numberOf(written: string | undefined): { number?: number } {
  const digits = /^\s*([-+]?\d{1,9})(?!\d)/.exec(written ?? "")?.[1];
  return digits === undefined ? {} : { number: Number(digits) };
}
