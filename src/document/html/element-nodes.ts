/**
 * The nodes that HTML's elements become. An element that is not named here leaves only its content, as an unknown element does in a
 * browser.
 */
import { visibleCode } from "../../text/visible.ts";
import type { Phrase } from "../document.ts";
import { texElement, worksCited } from "./distill.ts";
import { type Attributes, isDisplayed } from "./elements.ts";
import { toBlocks, toInlines } from "../flow.ts";
import { choices, definitionList, details, figure, list, preformatted, table, tableRow } from "./blocks.ts";
import { abbreviation, checkbox, code, image, link, phrase } from "./inlines.ts";
import { numberOf, orderedList } from "./lists.ts";
import { text } from "../inlines.ts";
import type { Limits } from "../limits.ts";
import { formulaOf, mathmlElement } from "../mathml/mathml.ts";
import type { Node } from "../nodes.ts";
import { componentNodes } from "../tags/components.ts";
import { tableOf } from "../../text/own.ts";

/** The nodes of an element with this content. */
type Make = (nodes: readonly Node[], attributes: Attributes, limits: Limits) => readonly Node[];

/** The nodes of the element `name` with this content. `isInFormula`: whether it is in an element `math`. */
export function elementNodes(
  name: string,
  attributes: Attributes,
  nodes: readonly Node[],
  limits: Limits,
  isInFormula: boolean,
): readonly Node[] {
  // KaTeX writes each formula twice, as MathML and as boxes.
  if (!isDisplayed(attributes) || attributes["class"] === "katex-html") return [];
  const make = ELEMENTS.get(name);
  if (make) return make(nodes, attributes, limits);
  const part = mathmlElement(name, nodes, attributes, isInFormula);
  return part ? [part] : componentNodes(name, attributes, nodes);
}

/** The elements that mark a phrase. */
const PHRASES = tableOf<Phrase>({
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
});

const CODE = ["code", "samp", "tt"];

/** Elements that are blocks without any other meaning. */
const CONTAINERS = (
  "address article body center dialog div fieldset footer form head header " +
  "hgroup html legend main nav p search section"
).split(" ");

const HEADINGS = [1, 2, 3, 4, 5, 6];

const container: Make = (nodes) => (nodes.some(isDefining) ? nodes : toBlocks(nodes));

/** A cell of a table. */
const cell =
  (header: boolean): Make =>
  (nodes, { colspan, rowspan }) => [
    { type: "cell", header, columns: spanOf(colspan), rows: spanOf(rowspan), nodes },
  ];

const annotation: Make = (nodes, { encoding = "" }) => [
  { type: "annotation", isTex: /tex/i.test(encoding), nodes },
];

/** Every element that has a meaning. */
const ELEMENTS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...Object.entries(PHRASES).map(([name, type]): [string, Make] => [name, (nodes) => phrase(type, nodes)]),
  ...CODE.map((name): [string, Make] => [name, code]),
  ...CONTAINERS.map((name): [string, Make] => [name, container]),
  ...HEADINGS.map((depth): [string, Make] => [
    `h${depth}`,
    (nodes) => [{ type: "heading", depth, children: toInlines(nodes) }],
  ]),
  ["br", () => [{ type: "hardBreak" }]],
  ["wbr", () => [text("\u200b")]],
  ["hr", () => [{ type: "thematicBreak" }]],
  ["img", (_, attributes) => [image(attributes)]],
  ["input", (_, attributes) => checkbox(attributes)],
  ["abbr", (nodes, attributes) => abbreviation(attributes, nodes)],
  ["acronym", (nodes, attributes) => abbreviation(attributes, nodes)],
  ["a", (nodes, attributes) => link(attributes, nodes)],
  ["q", (nodes) => [text("“"), ...nodes, text("”")]],
  ["rt", (nodes) => [text("("), ...nodes, text(")")]],
  ["blockquote", (nodes) => [{ type: "blockQuote", children: toBlocks(nodes) }]],
  ["ul", (nodes) => [list(nodes)]],
  ["menu", (nodes) => [list(nodes)]],
  ["ol", (nodes, attributes) => [orderedList(attributes, nodes)]],
  ["li", (nodes, { value }) => [{ type: "item", nodes, ...numberOf(value) }]],
  ["figure", figure],
  ["figcaption", (nodes) => [{ type: "caption", nodes }]],
  ["select", choices],
  ["option", (nodes) => [{ type: "option", nodes }]],
  ["pre", (nodes) => [{ type: "codeBlock", language: "", text: preformatted(nodes) }]],
  ["details", (nodes) => [details(nodes)]],
  ["summary", (nodes) => [{ type: "summary", nodes }]],
  ["dl", definitionList],
  ["dt", (nodes) => [{ type: "term", nodes }]],
  ["dd", (nodes) => [{ type: "definition", nodes }]],
  ["table", (nodes, _, limits) => table(nodes, limits)],
  ["tr", tableRow],
  ["td", cell(false)],
  ["th", cell(true)],
  ["caption", toBlocks],
  ["d-cite", worksCited],
  ["dt-cite", worksCited],
  ["d-math", texElement],
  ["math", (nodes, attributes) => mathNodes(attributes, nodes)],
  ["semantics", (nodes) => [{ type: "semantics", nodes }]],
  ["annotation", annotation],
  ["annotation-xml", annotation],
]);

/** Within a definition list, an element may group some of its parts (HTML, 4.4.9). */
function isDefining({ type }: Node): boolean {
  return type === "term" || type === "definition";
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
