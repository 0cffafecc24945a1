/**
 * HTML's elements and the nodes that they become. An element that is not named here leaves only its content,
 * as an unknown element does in a browser.
 */
import type { Block, Inline, Phrase } from "./document.ts";
import { plainText } from "./spelling.ts";
import { decode } from "../text/entities.ts";
import { shownText, text } from "./inlines.ts";
import { toBlocks, toInlines } from "./flow.ts";
import { wrappedAtFirst } from "./block-edges.ts";
import {
  choices,
  definitionList,
  details,
  figure,
  list,
  preformatted,
  table,
  tableRow,
} from "./html-blocks.ts";
import { formulaOf, mathmlElement } from "./mathml.ts";
import { isBlock, type Node } from "./nodes.ts";
import { visibleAddress, visibleCode } from "../text/visible.ts";
import type { Limits } from "./limits.ts";
import { componentNodes } from "./tags/components.ts";
import { generatedAddress } from "./generated.ts";

export type Attributes = Readonly<Record<string, string>>;

/** Elements without content and end tag (HTML, 13.1.2). */
export const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** Elements whose content is not text of the page. */
const MUTE = new Set("script style title rp".split(" "));

/** Elements whose content is for browsers that do not know them, or for scripts. */
const HIDDEN = new Set("template noscript object audio video iframe canvas datalist".split(" "));

export function isMute(name: string): boolean {
  return MUTE.has(name);
}

/**
 * Whether a browser hides an element's content. The content of a Vue template is visible: it goes into a slot
 * of the component around it.
 */
export function isHidden(name: string, attributes: Attributes): boolean {
  return HIDDEN.has(name) && !(name === "template" && Object.keys(attributes).some((key) => SLOT.test(key)));
}

/** A style that hides an element. */
const NOT_DISPLAYED = /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none\b/i;

const SLOT = /^(?:#|v-slot)/;

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
  ins: "inserted",
  mark: "highlight",
  sup: "superscript",
  sub: "subscript",
  kbd: "keyboard",
};

const CODE = new Set(["code", "samp", "tt"]);

/** Elements that are blocks without any other meaning. */
const CONTAINERS = new Set(
  (
    "address article body center dialog div fieldset footer form head header " +
    "hgroup html legend main nav p search section"
  ).split(" "),
);

const SIDE_NOTE = /(?:^|\s)(?:side-?note|margin-?note)(?:\s|$)/i;
const TOGGLE = /(?:^|\s)margin-toggle(?:\s|$)/;

/** Whether an element is a note beside the text: HTML's own, or a span as in Tufte CSS ("Sidenotes"). */
export function isSideNote(name: string, attributes: Attributes): boolean {
  return name === "aside" || (name === "span" && SIDE_NOTE.test(attributes["class"] ?? ""));
}

/** Whether an element is the control that shows such a note if there is no margin. */
export function isToggle(attributes: Attributes): boolean {
  return TOGGLE.test(attributes["class"] ?? "");
}

/** The nodes of the element `name` with this content. */
export function elementNodes(
  name: string,
  attributes: Attributes,
  nodes: readonly Node[],
  limits: Limits,
): readonly Node[] {
  // KaTeX writes each formula twice, as MathML and as boxes.
  const isShown = attributes["hidden"] === undefined && attributes["class"] !== "katex-html";
  if (!isShown || NOT_DISPLAYED.test(attributes["style"] ?? "")) return [];
  const phrase = PHRASES[name];
  if (phrase) return inlineElement(nodes, (children) => ({ type: phrase, children }));
  if (CODE.has(name)) return code(nodes);
  if (CONTAINERS.has(name)) return nodes.some(isDefining) ? nodes : toBlocks(nodes);
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return [{ type: "heading", depth: Number(heading[1]), children: toInlines(nodes) }];
  return otherElement(name, attributes, nodes, limits);
}

/** A list that counts down begins with the number of its items (HTML, 4.4.5). */
function orderedList(attributes: Attributes, nodes: readonly Node[]): Block {
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
function numberOf(written: string | undefined): { number?: number } {
  const digits = /^\s*([-+]?\d{1,9})(?!\d)/.exec(written ?? "")?.[1];
  return digits === undefined ? {} : { number: Number(digits) };
}

/** Within a definition list, an element may group some of its parts (HTML, 4.4.9). */
function isDefining({ type }: Node): boolean {
  return type === "term" || type === "definition";
}

function otherElement(
  name: string,
  attributes: Attributes,
  nodes: readonly Node[],
  limits: Limits,
): readonly Node[] {
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
    case "abbr":
    case "acronym":
      return abbreviation(attributes, nodes);
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
      return [orderedList(attributes, nodes)];
    case "li":
      return [{ type: "item", nodes, ...numberOf(attributes["value"]) }];
    case "figure":
      return figure(nodes);
    case "figcaption":
      return [{ type: "caption", nodes }];
    case "select":
      return choices(nodes);
    case "option":
      return [{ type: "option", nodes }];
    case "pre":
      return [{ type: "codeBlock", language: "", text: preformatted(nodes) }];
    case "details":
      return [details(nodes)];
    case "summary":
      return [{ type: "summary", nodes }];
    case "dl":
      return definitionList(nodes);
    case "dt":
      return [{ type: "term", nodes }];
    case "dd":
      return [{ type: "definition", nodes }];
    case "table":
      return table(nodes, limits);
    case "tr":
      return tableRow(nodes);
    case "td":
    case "th":
      return [
        {
          type: "cell",
          header: name === "th",
          columns: spanOf(attributes["colspan"]),
          rows: spanOf(attributes["rowspan"]),
          nodes,
        },
      ];
    case "math":
      return mathNodes(attributes, nodes);
    case "semantics":
      return [{ type: "semantics", nodes }];
    case "annotation":
    case "annotation-xml":
      return [{ type: "annotation", isTex: /tex/i.test(attributes["encoding"] ?? ""), nodes }];
    case "caption":
      return toBlocks(nodes);
    default: {
      const part = mathmlElement(name, nodes, attributes);
      return part ? [part] : componentNodes(name, attributes, nodes);
    }
  }
}

function mathNodes(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const { tex, presented } = formulaOf(nodes);
  if (tex === "") return [];
  const type = attributes["display"] === "block" ? "math" : "inlineMath";
  const other = presented === undefined ? {} : { presented: visibleCode(presented) };
  return [{ type, tex: visibleCode(tex), ...other }];
}

/** The most columns or rows that a cell may span (HTML, 4.9.11, allows 1,000 and 65,534). */
const WIDEST_SPAN = 100;

function spanOf(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  return number >= 1 ? Math.min(number, WIDEST_SPAN) : 1;
}

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

function code(nodes: readonly Node[]): readonly Node[] {
  if (nodes.some((node) => node.type === "preformatted" || isBlock(node))) return nodes;
  const inlines = toInlines(nodes);
  const isPlain = inlines.every((inline) => inline.type === "text");
  return isPlain ? [{ type: "codeSpan", text: visibleCode(plainText(inlines)) }] : inlines;
}

function image(attributes: Attributes): Inline {
  return {
    type: "image",
    src: generatedAddress(visibleAddress(decode(attributes["src"] ?? ""))),
    alt: shownText(attributes["alt"] ?? "").trim(),
  };
}

function abbreviation(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const title = shownText(attributes["title"] ?? "").trim();
  if (title === "") return nodes;
  return inlineElement(nodes, (children) => ({ type: "abbreviation", title, children }));
}

function checkbox(attributes: Attributes): readonly Node[] {
  if (attributes["type"]?.toLowerCase() !== "checkbox") return [];
  return [text(attributes["checked"] === undefined ? "☐ " : "☑ ")];
}

function link(attributes: Attributes, nodes: readonly Node[]): readonly Node[] {
  const href = generatedAddress(visibleAddress(decode(attributes["href"] ?? attributes["to"] ?? "")).trim());
  if (href === "") return nodes;
  const wrap = (children: readonly Inline[]): Inline => ({ type: "link", href, children });
  return nodes.some(isNoInline) ? wrappedAtFirst(nodes, wrap) : [wrap(toInlines(nodes))];
}
