/**
 * Wiki links: `[[page]]`, `[[page#heading|text]]`, and `![[file]]`, which embeds a picture or a page (Obsidian,
 * "Internal links" and "Embed files").
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

export type WikiToken = Extract<InlineToken, { type: "wikiLink" }>;

/** Not before a parenthesis, because `[[1]](address)` is a link whose text is in brackets. */
const WIKI_LINK = /\[\[(?!\s)([^\n[\]|]{1,300})(?:\|([^[\]\n]{1,300}))?\]\](?!\(|\[(?!\^))/y;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** The wiki link that begins at `at`, if one does. */
export function wikiLinkAt(text: string, at: number): WikiToken | undefined {
  const [raw, href = "", shown = nameIn(href)] = matchAt(WIKI_LINK, text, at) ?? [];
  // `[[ -f file ]]` is a test in a shell.
  if (raw === undefined || (!raw.includes("|") && href !== href.trimEnd())) return undefined;
  return { type: "wikiLink", raw, href: href.trim(), text: shown.trim() };
}

const EMBEDDED = /\{\{embed \[\[([^\n[\]|]{1,300})\]\]\s?\}\}/y;

/** The page that Logseq embeds (docs.logseq.com, "Embeds"): `{{embed [[page]]}}`. */
export function embeddedAt(text: string, at: number): WikiToken | undefined {
  const [raw, href = ""] = matchAt(EMBEDDED, text, at) ?? [];
  return raw === undefined ? undefined : { type: "wikiLink", raw, href: href.trim(), text: href.trim() };
}

const EMBEDDED_BLOCK = /\{\{embed \(\([\da-f-]{8,40}\)\)\s?\}\}/iy;

/** The sign of the block that Logseq embeds, of which only its identifier is known: `{{embed ((6399a6c8-…))}}`. */
export function embeddedBlockAt(
  text: string,
  at: number,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const match = matchAt(EMBEDDED_BLOCK, text, at);
  return match ? { token: { type: "sign", text: "‹block›" }, end: at + match[0].length } : undefined;
}

/** What a link without a text shows: the page, without the name of a block in it; a heading of its own page, without its sign. */
function nameIn(href: string): string {
  const page = href.includes("#^") ? href.slice(0, href.indexOf("#^")) : href;
  return page === "" || page.startsWith("#") ? href.replace(/^#{1,7}/, "") : page;
}

const PLAYED: readonly (readonly [string, RegExp])[] = [
  ["audio", /\.(?:flac|m4a|mp3|ogg|wav|3gp)$/i],
  ["video", /\.(?:mkv|mov|mp4|ogv|webm)$/i],
  ["embedded", /\.pdf$/i],
];

/** The kind of player for a file; undefined for a picture or a page. */
export function playerOf(href: string): string | undefined {
  return PLAYED.find(([, ending]) => ending.test(href.split(/[?#]/, 1)[0]!))?.[0];
}

/** What replaces it: a picture, a player, or the page. */
export function embedded({ raw, href, text }: WikiToken): InlineToken {
  const player = playerOf(href);
  if (player !== undefined) {
    const name = text === href ? text.slice(text.lastIndexOf("/") + 1) : text;
    return { type: "link", href, tokens: [{ type: "text", text: `▷ ${player} ${name}` }], byName: true };
  }
  if (!PICTURE.test(href))
    return { type: "wikiLink", raw: raw.startsWith("{") ? raw : `!${raw}`, href, text, embeds: true };
  // The width or the description of the picture follows the bar.
  const said = text.replace(/(?:^|\|)\d{1,5}(?:x\d{1,5})?$/, "");
  const alt = said === href ? "" : said;
  return { type: "image", href, tokens: [{ type: "text", text: alt }], byName: true };
}
