/**
 * HTML's elements and the nodes that they mean. What is not named here gives its content and nothing else,
 * as a browser does with an unknown element.
 */
import type { Block, Inline, Phrase } from "./document.ts";
import { plainText } from "./document.ts";
import { decode, shownText, text } from "./inlines.ts";
import { blockText, isEmptyBlock, toBlocks, toInlines, trimInlines } from "./flow.ts";
import { visible, visibleLines } from "../text/visible.ts";

/** Parts of lists and tables that wait for the element around them to close. */
export type Part =
  | { readonly type: "preformatted"; readonly text: string }
  | { readonly type: "item"; readonly nodes: readonly Node[] }
  | { readonly type: "cell"; readonly header: boolean; readonly nodes: readonly Node[] }
  | { readonly type: "row"; readonly cells: readonly Extract<Part, { type: "cell" }>[] }
  | { readonly type: "summary"; readonly nodes: readonly Node[] };

export type Node = Inline | Block | Part;
export type Attributes = Readonly<Record<string, string>>;

/** Elements without content or end tag (HTML, 13.1.2). */
export const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements whose content a browser does not show. */
export const HIDDEN = new Set(
  "script style template head title noscript object audio video iframe canvas select datalist rp".split(" "),
);

const PHRASES: Readonly<Record<string, Phrase>> = {
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  strong: "strong",
  b: "strong",
  del: "strikethrough",
  s: "strikethrough",
  strike: "strikethrough",
  u: "underline",
  ins: "underline",
  mark: "highlight",
  sup: "superscript",
  sub: "subscript",
  kbd: "keyboard",
};

const CODE = new Set(["code", "samp", "tt"]);

/** Elements that begin and end a block of their own and mean nothing more. */
const CONTAINERS = new Set(
  (
    "address article aside body center dd dialog div dl dt fieldset figcaption figure footer form header " +
    "hgroup html legend main nav p search section"
  ).split(" "),
);

const BLOCK_TYPES = new Set<Node["type"]>([
  "paragraph",
  "heading",
  "blockQuote",
  "list",
  "codeBlock",
  "table",
  "details",
  "thematicBreak",
]);

export function isBlock(node: Node): node is Block {
  return BLOCK_TYPES.has(node.type);
}

/** What the element `name` with this content means. */
export function elementNodes(name: string, attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  if (attributes["hidden"] !== undefined) return [];
  const phrase = PHRASES[name];
  if (phrase) return inlineElement(nodes, (children) => ({ type: phrase, children }));
  if (CODE.has(name)) return code(nodes);
  if (CONTAINERS.has(name)) return toBlocks(nodes);
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return [{ type: "heading", depth: Number(heading[1]), children: toInlines(nodes) }];
  return otherElement(name, attributes, nodes);
}

function otherElement(name: string, attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  switch (name) {
    case "br":
      return [{ type: "hardBreak" }];
    case "wbr":
      return [text("\u200b")];
    case "hr":
      return [{ type: "thematicBreak" }];
    case "img":
      return [image(attributes)];
    case "input":
      return checkbox(attributes);
    case "a":
      return link(attributes, nodes);
    case "q":
      return [text("“"), ...nodes, text("”")];
    case "rt":
      return [text("("), ...nodes, text(")")];
    case "blockquote":
      return [{ type: "blockQuote", children: toBlocks(nodes) }];
    case "ul":
    case "menu":
      return [list(nodes)];
    case "ol":
      return [list(nodes, Number(attributes["start"] ?? 1) || 1)];
    case "li":
      return [{ type: "item", nodes }];
    case "pre":
      return [{ type: "codeBlock", language: "", text: preformatted(nodes) }];
    case "details":
      return [details(nodes)];
    case "summary":
      return [{ type: "summary", nodes }];
    case "table":
      return table(nodes);
    case "tr":
      return tableRow(nodes);
    case "td":
    case "th":
      return [{ type: "cell", header: name === "th", nodes }];
    case "caption":
      return toBlocks(nodes);
    default:
      return nodes;
  }
}

/** An inline element around blocks (`<a><div>…`) can't hold them: its content stands by itself. */
function inlineElement(
  nodes: readonly Node[],
  wrap: (children: readonly Inline[]) => Inline,
): readonly Node[] {
  return nodes.some((node) => isBlock(node) || node.type === "item" || node.type === "row")
    ? nodes
    : [wrap(toInlines(nodes))];
}

function code(nodes: readonly Node[]): readonly Node[] {
  if (nodes.some((node) => node.type === "preformatted" || isBlock(node))) return nodes;
  const inlines = toInlines(nodes);
  const isPlain = inlines.every((inline) => inline.type === "text");
  return isPlain ? [{ type: "codeSpan", text: plainText(inlines) }] : inlines;
}

function image(attributes: Attributes): Inline {
  return {
    type: "image",
    src: visible(decode(attributes["src"] ?? "")),
    alt: shownText(attributes["alt"] ?? "").trim(),
  };
}

function checkbox(attributes: Attributes): readonly Node[] {
  if (attributes["type"]?.toLowerCase() !== "checkbox") return [];
  return [text(attributes["checked"] === undefined ? "☐ " : "☑ ")];
}

function link(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const href = visible(decode(attributes["href"] ?? "")).trim();
  return href === "" ? nodes : inlineElement(nodes, (children) => ({ type: "link", href, children }));
}

function list(nodes: readonly Node[], start?: number): Block {
  const items = runsOfItems(nodes)
    .map((own) => ({ children: toBlocks(own) }))
    .filter((item) => item.children.length > 0);
  const tight = items.every((item) => item.children.filter((block) => block.type === "paragraph").length < 2);
  return { type: "list", tight, items, ...(start !== undefined && { start }) };
}

/** The content of each item; what stands between items, where it should not, is an item of its own. */
function runsOfItems(nodes: readonly Node[]): (readonly Node[])[] {
  const runs: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === "item") runs.push([...node.nodes], []);
    else runs.at(-1)!.push(node);
  }
  return runs;
}

function preformatted(nodes: readonly Node[]): string {
  const content = nodes
    .map((node) => {
      if (node.type === "preformatted") return decode(node.text);
      return isBlock(node) ? blockText(node) : plainText(toInlines([node]));
    })
    .join("");
  return visibleLines(content.replace(/^\n/, "").replace(/\n$/, ""));
}

function details(nodes: readonly Node[]): Block {
  const summary = nodes.find((node) => node.type === "summary");
  const children = toBlocks(nodes.filter((node) => node.type !== "summary"));
  return {
    type: "details",
    summary: summary ? toInlines(summary.nodes) : [text("Details")],
    children: children.filter((block) => !isEmptyBlock(block)),
  };
}

/** What stands in a row outside its cells stands before the table, as in a browser. */
function tableRow(nodes: readonly Node[]): readonly Node[] {
  const others = toBlocks(nodes.filter((node) => node.type !== "cell"));
  return [...others, { type: "row", cells: nodes.filter((node) => node.type === "cell") }];
}

function table(nodes: readonly Node[]): readonly Node[] {
  const rows = nodes.filter((node) => node.type === "row").filter((row) => row.cells.length > 0);
  const others = toBlocks(nodes.filter((node) => node.type !== "row"));
  if (rows.length === 0) return others;
  const columns = Math.max(...rows.map((row) => row.cells.length));
  const cells = rows.map((row) => {
    const filled = row.cells.map((cell) => trimInlines(toInlines(cell.nodes)));
    return [...filled, ...Array.from({ length: columns - filled.length }, () => [])];
  });
  const headed = rows[0]!.cells.every((cell) => cell.header);
  const header = headed ? cells[0]! : Array.from({ length: columns }, () => []);
  const align = Array.from({ length: columns }, () => undefined);
  return [...others, { type: "table", align, header, rows: headed ? cells.slice(1) : cells }];
}
