/**
 * Shortcodes of WordPress, which exports to Markdown keep (codex.wordpress.org, "Shortcode API"), and embeds of Hashnode: the tags
 * of the same name.
 *
 *     [caption id="a" width="300"]![](a.png) The caption[/caption]     [gallery ids="1,2"]     %[https://example.org/x]
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

interface Found {
  readonly token: InlineToken;
  readonly end: number;
}

const OPENING =
  /\[([a-z][a-z\d_-]{1,30})((?:[ \t]{1,9}[a-z][\w-]{0,30}=(?:"[^"\n[\]]{0,300}"|“[^”\n[\]]{0,300}”)){1,20})[ \t]{0,9}\/?\](?![([:])/y;
/** Names that also occur without attributes, and addresses right behind a name: `[youtube=https://…]`. */
const BARE =
  /\[(audio|caption|code|embed|gallery|gist|googlemaps|latex|playlist|soundcloud|sourcecode|tweet|video|vimeo|youtube)(?:(?:=|[ \t]{1,9})(https?:[^\s"[\]]{1,300}))?\](?![([:])/y;
/** An address between two tags. */
const PLAYED = /\[(audio|embed|video|vimeo|youtube)\](https?:[^\s[\]"]{1,500})\[\/\1\]/y;
const CLOSING = /\[\/([a-z][a-z\d_-]{1,30})\]/y;
/** The length before a closing tag in which its opening one is searched for, in UTF-16 code units. */
const WITHIN = 3_000;

/** The shortcode whose bracket is at `at`; undefined if there is none. */
export function bracketTagAt(text: string, at: number): Found | undefined {
  const [closing, closed = ""] = matchAt(CLOSING, text, at) ?? [];
  if (closing !== undefined) {
    const isOpen = new RegExp(String.raw`\[${closed}[\]\s=]`).test(text.slice(Math.max(0, at - WITHIN), at));
    return isOpen ? { token: tag(`/${closed}`, ""), end: at + closing.length } : undefined;
  }
  const [opening, name = "", attributes = ""] = matchAt(OPENING, text, at) ?? [];
  if (opening !== undefined) return { token: tag(name, attributes), end: at + opening.length };
  const [played, player = "", source = ""] = matchAt(PLAYED, text, at) ?? [];
  if (played !== undefined) return { token: tag(player, `"${source}"`), end: at + played.length };
  const [bare, own = "", address] = matchAt(BARE, text, at) ?? [];
  const isTag = address !== undefined || own === "gallery" || isClosed(text, at, own);
  return bare === undefined || !isTag ? undefined : { token: tag(own, address ?? ""), end: at + bare.length };
}

function isClosed(text: string, at: number, name: string): boolean {
  return text.slice(at, at + WITHIN).includes(`[/${name}]`);
}

function tag(name: string, rest: string): InlineToken {
  return { type: "shortcode", text: `{{< ${name} ${rest.replace(/[“”]/g, '"').trim()} >}}` };
}

const EMBED = /%\[(https?:[^\s[\]"]{1,500})\]/y;

/** The page that Hashnode embeds at `at`. */
export function hashnodesEmbedAt(text: string, at: number): Found | undefined {
  const [written, address = ""] = matchAt(EMBED, text, at) ?? [];
  return written === undefined
    ? undefined
    : { token: tag("embed", `"${address}"`), end: at + written.length };
}
