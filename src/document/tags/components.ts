/**
 * Elements that HTML does not know: a site's own components, whose attributes may contain text for readers.
 *
 *     <Card title="A title">Text.</Card>     <warning>Text.</warning>     <tab-item label="Linux">Text.</tab-item>
 */
import { shownText, text } from "../inlines.ts";
import { isBlankText, isBlock, type Node } from "../nodes.ts";
import { isKnownElement } from "../../text/known-elements.ts";
import { toBlocks, toInlines } from "../flow.ts";
import { enclosedBlocks, linked } from "./enclosed.ts";
import { fieldBlock, isField } from "./fields.ts";
import { addressOf, meaningOf } from "./inline-kinds.ts";
import { calloutOf, isFolded, isQuote } from "./kinds.ts";
import { shownBy, shownInlines } from "./players.ts";
import { titleInlines } from "./stand-ins.ts";
import type { Tag } from "./tag.ts";
import { titleFor } from "./words.ts";

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
  if (KNOWN.has(name) || isKnownElement(name)) return nodes;
  const named = new Map(Object.entries(attributes).map(([key, value]) => [key, shownText(value)]));
  // Only shortcodes give the author of a picture in it.
  named.delete("attr");
  const is = { isClosing: false, isCall: false, isLiquids: false, isEmpty: false };
  const tag: Tag = { name, ...is, words: [], named, rest: "" };
  const isPlaced = calloutOf(tag) !== undefined || isFolded(tag) || isQuote(tag) || isField(tag);
  const title = titleFor(tag);
  if (nodes.every(isBlankText) && named.size > 0) return alone(tag, title) ?? nodes;
  const meaning = meaningOf(tag);
  if (meaning !== undefined && !nodes.some(isBlock))
    return [{ type: "abbreviation", title: meaning, children: toInlines(nodes) }];
  if (title === undefined && !isPlaced) return nodes;
  if (isPlaced || nodes.some((node) => isBlock(node)))
    return enclosedBlocks(tag, title === undefined ? [] : [text(title)], toBlocks(nodes));
  return [...titleInlines(title!, addressOf(tag)), ...nodes];
}

/** What an element without content stands for; undefined if it has no words for readers. */
function alone(tag: Tag, title: string | undefined): readonly Node[] | undefined {
  const shown = shownBy(tag);
  if (shown) return shownInlines(shown);
  if (isField(tag)) return [fieldBlock(tag, [])];
  if (title === undefined) return undefined;
  return [{ type: "shortcode", text: `‹${tag.name}›` }, text(" "), ...linked([text(title)], addressOf(tag))];
}
