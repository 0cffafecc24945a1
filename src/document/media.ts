/**
 * What a browser plays or shows in a frame, as a line that can be followed.
 */
import { pathOf } from "../text/trim.ts";
import { visibleAddress } from "../text/visible.ts";
import type { Inline } from "./document.ts";
import { generatedAddress } from "./generated.ts";
import { decode, shownText, text } from "./inlines.ts";

const KINDS: Readonly<Record<string, string>> = {
  audio: "audio",
  embed: "embedded",
  iframe: "frame",
  object: "embedded",
  video: "video",
};

/** What the line of a player begins with. */
export const PLAYER = "▷ ";

export function isMedia(name: string): boolean {
  return Object.hasOwn(KINDS, name);
}

/** `▷ video a.mp4`, or its title; undefined where nothing says where it lies. `source` is that of a `<source>` in it. */
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

/** The host of an address in the world, else the file's name. */
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
