/**
 * Pictures and players of tags: their address and their caption.
 *
 *     {{< figure src="a.png" title="A" caption="a tree" attr="Ann" >}}     {% img left /a.png 300 200 'A tree' %}
 *     {{ youtube(id="x") }}                                                {% include video id="x" provider="youtube" %}
 */
import type { Block, Inline } from "../document.ts";
import { generatedAddress } from "../generated.ts";
import { text } from "../inlines.ts";
import { kindOf } from "./kinds.ts";
import { mayBeMarked } from "../convert/marked-text.ts";
import { type Tag, valueOf } from "./tag.ts";
import { tableOf } from "../../text/own.ts";

const PICTURES = new Set(
  (
    "asset asset_img fig figure figureforgallery full-image fullwidth image img imgh imgproc imgtxt lightbox maincolumn " +
    "marginfigure photo picture resize_image responsive_image responsive-image staticimg"
  ).split(" "),
);
/** The address of a player by the name of its tag; `%` stands for its first word. */
const PLAYERS = tableOf<string>({
  asciinema: "https://asciinema.org/a/%",
  audio: "%",
  bilibili: "https://www.bilibili.com/video/%",
  codepen: "https://codepen.io/pen/%",
  embed: "%",
  gist: "https://gist.github.com/%",
  iframe: "%",
  instagram: "https://www.instagram.com/p/%",
  jsfiddle: "https://jsfiddle.net/%",
  music: "%",
  loom: "https://www.loom.com/share/%",
  pdf: "%",
  soundcloud: "https://soundcloud.com/%",
  speakerdeck: "https://speakerdeck.com/player/%",
  spotify: "https://open.spotify.com/%",
  tweet: "https://x.com/i/status/%",
  twitter: "https://x.com/i/status/%",
  video: "%",
  vimeo: "https://vimeo.com/%",
  x: "https://x.com/i/status/%",
  youtube: "https://www.youtube.com/watch?v=%",
});
/** Other names of players. */
const ALIKE = tableOf<string>({
  "lite-youtube": "youtube",
  "video-embed": "video",
  "vimeo-enhanced": "vimeo",
  "youtube-enhanced": "youtube",
  "youtube-lite": "youtube",
  "youtube-nocookie": "youtube",
  "youtube-player": "youtube",
  youtubelite: "youtube",
  youtubeplayer: "youtube",
  youtubeembed: "youtube",
  yt: "youtube",
});
const SOURCES = ["src", "link", "image", "image_path", "path", "url", "file", "href"];

/** Whether a tag is a picture, or a player of an address; its content is then the caption. */
export function isPicture(tag: Tag): boolean {
  const kind = kindOf(tag);
  return PICTURES.has(kind) || (Object.hasOwn(PLAYERS, kind) && valueOf(tag, SOURCES) !== undefined);
}

/** A picture or a player, and its caption. */
export interface Shown {
  readonly inline: Inline;
  readonly caption: readonly Inline[];
}

/** The picture or the player of a tag; undefined for other tags. */
export function shownBy(tag: Tag): Shown | undefined {
  const kind = kindOf(tag);
  if (PICTURES.has(kind)) return picture(tag);
  if (isPictureFile(valueOf(tag, ["src", "image", "img"]))) return picture(tag);
  const provider = valueOf(tag, ["provider"]);
  const name = ALIKE[kind] ?? (kind === "video" ? (provider ?? kind) : kind);
  const address = PLAYERS[name];
  return address === undefined ? undefined : played(tag, name, address);
}

/** The pictures that the words of a tag of any name are: `{{< gallery "a.png" "b.png" >}}`. */
export function picturesIn({ words }: Tag): Inline[] {
  return words
    .filter((word) => isPictureFile(word.text))
    .flatMap((word, nth): Inline[] => [
      ...(nth === 0 ? [] : [text(" ")]),
      { type: "image", src: generatedAddress(word.text), alt: "" },
    ]);
}

function isPictureFile(address: string | undefined): boolean {
  return (
    address !== undefined &&
    /^[^\s{}"']{1,500}\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]\S{0,200})?$/i.test(address)
  );
}

/** A picture or a player as a block, its caption below it. */
export function shownBlock({ inline, caption }: Shown): Block {
  const paragraph: Block = { type: "paragraph", children: [inline] };
  return caption.length === 0 ? paragraph : { type: "figure", children: [paragraph], caption };
}

/** A picture or a player within a line. */
export function shownInlines({ inline, caption }: Shown): Inline[] {
  return caption.length === 0
    ? [inline]
    : [inline, { type: "hardBreak" }, { type: "emphasis", children: caption }];
}

/** The description among the options of Jekyll Picture Tag. */
const ALT = /(?:^|\s)--alt\s([^\n]{1,300}?)(?=\s--|$)/;
/** What Hugo does with a picture ("Image processing"). */
const PROCESSED = /^(?:Crop|Fill|Fit|Resize)$/;
/** A measure of a picture. */
const SIZE = /^\d+%?$|\d(?:px|vw|r?em)\b|^\d{1,5}x\d{0,5}$/;

function picture(tag: Tag): Shown | undefined {
  const words = tag.words.map((word) => word.text).filter((word) => !word.startsWith("@"));
  const at = words.findIndex((word) => /[./]/.test(word) && !/\s/.test(word));
  const nth = at < 0 ? 0 : at;
  const src = valueOf(tag, SOURCES) ?? words[nth];
  if (src === undefined || src.startsWith("{")) return undefined;
  const isQuoted = tag.words.some((word) => word.isQuoted);
  const after = words.slice(nth + 1).filter((word) => !SIZE.test(word) && !PROCESSED.test(word));
  const [title, other] = isQuoted
    ? wordsOf(after.filter((word) => /\p{L}/u.test(word)))
    : [after.join(" ") || undefined];
  const given = ALT.exec(tag.rest)?.[1] ?? valueOf(tag, ["alt"]) ?? other ?? title;
  const caption = captionOf(tag);
  const [first, ...others] = caption;
  const said = others.length === 0 && first?.type === "text" ? first.text : undefined;
  // A plain caption without attribution is the alternative text if there is none, and is not repeated.
  const isMarked = said !== undefined && mayBeMarked(said);
  const alt =
    (isMarked && given === said ? undefined : withoutLinks(given)) ?? (isMarked ? undefined : said) ?? "";
  const inline: Inline = { type: "image", src: generatedAddress(src), alt };
  return { inline, caption: said === alt ? [] : caption };
}

/** A description with only the words of its links, because it is not Markdown. */
function withoutLinks(alt: string | undefined): string | undefined {
  return alt?.replace(/\[([^[\]\n]{1,300})\]\([^()\s]{1,300}\)/g, "$1");
}

/** The title and the alternative text. Hexo writes both in one quoted word. */
function wordsOf(said: readonly string[]): readonly (string | undefined)[] {
  const parts = /^["']([^"']*)["']\s+["']([^"']*)["']$/.exec(said[0] ?? "");
  return parts ? [parts[1], parts[2]] : said;
}

/** The title, the caption and the attribution of a tag. */
function captionOf(tag: Tag, keys: readonly string[] = ["title", "caption", "cap", "description"]): Inline[] {
  const said = keys.flatMap((key) => valueOf(tag, [key]) ?? []);
  const caption = [...new Set(said)].join(": ");
  const by = valueOf(tag, ["attr", "attribution", "credit", "source"]);
  const href = valueOf(tag, ["attrlink"]);
  const whom: Inline[] =
    by === undefined ? [] : href === undefined ? [text(by)] : [{ type: "link", href, children: [text(by)] }];
  if (caption === "") return whom;
  return whom.length === 0 ? [text(caption)] : [text(`${caption} (`), ...whom, text(")")];
}

/** A link to a player. */
function played(tag: Tag, name: string, address: string): Shown | undefined {
  const words = tag.words.map((word) => word.text);
  const user = valueOf(tag, ["user", "username"]);
  const isPost = /^(?:tweet|twitter|x)$/.test(name);
  const own = valueOf(tag, ["id", "video_id", "videoid", "hash", "key", ...SOURCES]);
  const gist =
    name === "gist" && own === undefined && words.length > 1 ? `${words[0]}/${words[1]}` : undefined;
  const id = own ?? gist ?? words[0];
  if (id === undefined || id === "" || id.startsWith("{")) return undefined;
  // The kind of the played item, and its number.
  const sort = name === "spotify" && !id.includes("/") ? valueOf(tag, ["type"]) : undefined;
  const place = sort === undefined ? id : `${sort}/${id}`;
  const base = isPost && user !== undefined ? `https://x.com/${user}/status/%` : address;
  const isAddress = /^(?:https?:)?\/\//.test(id);
  const href = generatedAddress(isAddress ? id : base.replace("%", () => place));
  const title = valueOf(tag, ["title", "label", "name"]);
  const link: Inline = { type: "link", href, children: [text(`▷ ${name} ${title ?? id}`)] };
  return { inline: link, caption: captionOf(tag, ["caption"]) };
}
