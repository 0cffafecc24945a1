/**
 * Elements that HTML does not know: a site's own components, whose attributes may contain text for readers.
 *
 *     <Card title="A title">Text.</Card>     <warning>Text.</warning>     <tab-item label="Linux">Text.</tab-item>
 */
import { shownText, text } from "../inlines.ts";
import { isBlock, type Node } from "../nodes.ts";
import { toBlocks } from "../flow.ts";
import { enclosedBlocks } from "./enclosed.ts";
import { calloutOf, isFolded, isQuote, titleIn } from "./kinds.ts";
import { titleInlines } from "./stand-ins.ts";
import type { Tag } from "./tag.ts";

/** Elements of HTML and of SVG whose attributes are not text. */
const KNOWN = new Set(
  (
    "abbr acronym area b base basefont bdi bdo big blink body button circle col colgroup data defs ellipse font frame " +
    "frameset g head html image label line link map marquee meta meter nobr noframes optgroup output param path picture " +
    "plaintext polygon polyline progress rb rect rp rtc ruby script slot small source span style svg tbody template " +
    "text textarea tfoot thead time title track tspan use video wbr"
  ).split(" "),
);

/** The nodes of an unknown element with this content. */
export function componentNodes(
  name: string,
  attributes: Readonly<Record<string, string>>,
  nodes: readonly Node[],
): readonly Node[] {
  if (KNOWN.has(name)) return nodes;
  const named = new Map(Object.entries(attributes).map(([key, value]) => [key, shownText(value)]));
  const is = { isClosing: false, isCall: false, isLiquids: false, isEmpty: false };
  const tag: Tag = { name, ...is, words: [], named, rest: "" };
  const hasMeaning = calloutOf(tag) !== undefined || isFolded(tag) || isQuote(tag);
  const title = titleIn(tag);
  if (title === undefined && !hasMeaning) return nodes;
  if (hasMeaning || nodes.some((node) => isBlock(node)))
    return enclosedBlocks(tag, title === undefined ? [] : [text(title)], toBlocks(nodes));
  return [...titleInlines(title!), ...nodes];
}
