/**
 * Players and frames of a browser, as a link.
 */
import { pathOf } from "../text/trim.ts";
import { visibleAddress } from "../text/visible.ts";
import type { Inline } from "./document.ts";
import type { Node } from "./nodes.ts";
import { generatedAddress } from "./generated.ts";
import { decode } from "../text/entities.ts";
import { shownText, text } from "./inlines.ts";
import { tableOf } from "../text/own.ts";

const KINDS = tableOf<string>({
  audio: "audio",
  embed: "embedded",
  iframe: "frame",
  "model-viewer": "model",
  object: "embedded",
  video: "video",
});

/** The sign of a player. */
export const PLAYER = "▷ ";

/** Whether a node is a player. */
export function isPlayer(node: Node | undefined): boolean {
  if (node?.type !== "link") return false;
  const [first] = node.children;
  return first?.type === "text" && first.text.startsWith(PLAYER);
}

export function isMedia(name: string): boolean {
  return Object.hasOwn(KINDS, name);
}

/**
 * The parser reads a frame as text, up to its end tag. Under this name it reads elements instead, so a frame without
 * an end tag loses nothing.
 */
const FRAME = "inner-frame";

/** A piece of HTML in which frames have the name by which they are read. */
export function withFramesRead(html: string): string {
  return html.replace(/(<\/?)iframe(?=[\s/>]|$)/gi, `$1${FRAME}`);
}

/** The text of such a piece as written. */
export function withFramesWritten(data: string): string {
  return data.includes(FRAME)
    ? data.replaceAll(`<${FRAME}`, "<iframe").replaceAll(`</${FRAME}`, "</iframe")
    : data;
}

/** The name of an element in such a piece. */
export function namedAsFrame(name: string): string {
  return name === FRAME ? "iframe" : name;
}

/** `▷ video a.mp4`, or its title; undefined without an address. `source` is the address of a `<source>` in it. */
export function mediaLink(
  name: string,
  attributes: Readonly<Record<string, string>>,
  source?: string,
): Inline | undefined {
  const written = attributes["src"] ?? attributes["data"] ?? attributes["data-src"] ?? source ?? "";
  const href = generatedAddress(visibleAddress(decode(written)).trim());
  if (href === "" || /^(?:about|data|javascript):/i.test(href)) return undefined;
  const title = shownText(attributes["title"] ?? attributes["aria-label"] ?? "").trim();
  return { type: "link", href, children: [text(`${PLAYER}${KINDS[name]} ${title || nameOf(href)}`)] };
}

/** The host of an address on the web, otherwise the file's name. */
function nameOf(href: string): string {
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(href)?.[1];
  return (
    host ??
    pathOf(href)
      .split("/")
      .findLast((part) => part !== "") ??
    href
  );
}
