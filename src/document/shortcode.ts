/**
 * A shortcode of Hugo's or a tag of Liquid's that stands in a text: what it puts there, as far as its words tell.
 *
 *     {{< figure src="a.png" caption="A tree" >}}   ─▶ a picture
 *     {{< youtube w7Ft2ymGmfc >}}                   ─▶ ▷ youtube w7Ft2ymGmfc, a link
 *     {{< notice >}} … {{< /notice >}}              ─▶ what stands between
 *     {{< anything else >}}                         ─▶ ‹anything›
 */
import type { Inline } from "./document.ts";
import { text } from "./inlines.ts";

interface Shortcode {
  readonly name: string;
  readonly isClosing: boolean;
  readonly words: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const PICTURES = new Set(
  "asset figure figureforgallery image img imgproc imgtxt picture responsive_image responsive-image".split(
    " ",
  ),
);
/** Where what is played lies, by the name of the shortcode; `%` stands for its first word. */
const PLAYERS: Readonly<Record<string, string>> = {
  asciinema: "https://asciinema.org/a/%",
  audio: "%",
  gist: "https://gist.github.com/%",
  instagram: "https://www.instagram.com/p/%",
  tweet: "https://x.com/i/status/%",
  twitter: "https://x.com/i/status/%",
  video: "%",
  vimeo: "https://vimeo.com/%",
  x: "https://x.com/i/status/%",
  youtube: "https://www.youtube.com/watch?v=%",
};
const LONGEST_NAME = 40;
/** A value in quotation marks, or what stands up to a blank or a mark. */
const PIECE = /"[^"]*"|'[^']*'|[^\s"']+/g;

/** What a shortcode puts into a text; `paired` are the names of those that are closed somewhere. */
export function shortcodeInlines(raw: string, paired: ReadonlySet<string>): Inline[] {
  const { name, isClosing, words, named } = parsed(raw);
  if (isClosing) return [];
  const kind = name.toLowerCase();
  if (PICTURES.has(kind)) {
    const src =
      ["src", "link", "image", "path", "url"].map((key) => named.get(key)).find(Boolean) ?? words[0];
    if (src !== undefined) return picture(src, named);
  }
  const address = Object.hasOwn(PLAYERS, kind) ? PLAYERS[kind] : undefined;
  const id = named.get("id") ?? named.get("src") ?? words.at(kind === "gist" ? 1 : 0) ?? words[0];
  if (address !== undefined && id !== undefined) return [player(kind, address, id, named.get("title"))];
  if (paired.has(name)) return [];
  return [{ type: "shortcode", text: `‹${name.slice(0, LONGEST_NAME)}›` }];
}

/** The names of shortcodes and tags that a source closes. */
export function pairedShortcodes(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, hugos, liquids] of source.matchAll(
    /\{\{[<%]\s{0,9}\/\s{0,9}([\w.-]{1,99})|\{%-?\s{0,9}end([a-z_]{1,99})/g,
  ))
    names.add((hugos ?? liquids)!);
  return names;
}

function parsed(raw: string): Shortcode {
  const inside = raw.replace(/^\{[{%][<%-]?\s*/, "").replace(/[->%/]{0,3}[}%]\}$/, "");
  const [, slash, ended, own = ""] = /^(\/?)\s*(end)?([^\s=|("']*)/.exec(inside) ?? [];
  const isClosing = slash === "/" || (ended !== undefined && own !== "");
  const name = ended !== undefined && own === "" ? "end" : own;
  const words: string[] = [];
  const named = new Map<string, string>();
  let key: string | undefined;
  for (const [piece] of inside.slice(inside.indexOf(name) + name.length).matchAll(PIECE)) {
    const equals = /^["']/.test(piece) ? -1 : piece.indexOf("=");
    // Blanks may stand around the sign: the word before it is the key.
    if (equals === 0) key = words.pop()?.toLowerCase();
    if (equals > 0) key = piece.slice(0, equals).toLowerCase();
    const value = piece.slice(equals + 1).replace(/^["']|["']$/g, "");
    if (equals >= 0 && value === "") continue;
    if (key === undefined) words.push(value);
    else named.set(key, value);
    key = undefined;
  }
  return { name, isClosing, words, named };
}

function picture(src: string, named: ReadonlyMap<string, string>): Inline[] {
  const caption = named.get("caption") ?? named.get("title") ?? "";
  const alt = named.get("alt") ?? caption;
  const image: Inline = { type: "image", src, alt };
  if (caption === "" || caption === alt) return [image];
  return [image, { type: "hardBreak" }, { type: "emphasis", children: [text(caption)] }];
}

/** A line that can be followed to what is played there. */
export function player(kind: string, address: string, id: string, title?: string): Inline {
  const href = /^https?:\/\//.test(id) ? id : address.replace("%", id);
  return { type: "link", href, children: [text(`▷ ${kind} ${title ?? id}`)] };
}
