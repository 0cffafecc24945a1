/**
 * The meaning of tags within a line, by lower-case name: links, styles, and tags that show their own words.
 */
import type { Phrase } from "../document.ts";
import { kindOf } from "./kinds.ts";
import { type Tag, valueOf } from "./tag.ts";
import { tableOf } from "../../text/own.ts";

const PHRASES = tableOf<Phrase>({
  cite: "emphasis",
  del: "strikethrough",
  em: "emphasis",
  hl: "highlight",
  kbd: "keyboard",
  mark: "highlight",
  strong: "strong",
  sub: "subscript",
  sup: "superscript",
  underline: "underline",
});
const LINKS = new Set(
  (
    "a article asset_link btn button card cta download feature-card file hero-button icon-link link link-button link-card " +
    "linkbutton linkcard next person post_link post_url ref relref url xref"
  ).split(" "),
);
const SAID = new Set("abbr badge cloze fullname label lead newthought pill small tag".split(" "));

/** Tags around words that they explain. */
const EXPLAINED = new Set(
  "abbr acronym gloss glossary glossary-term glossaryterm hint-text hover hovertext popover term tooltip".split(
    " ",
  ),
);

export const isExplained = (tag: Tag): boolean => EXPLAINED.has(kindOf(tag));

/** The meaning of the words between two tags; undefined if the tags do not explain them. */
export function meaningOf(tag: Tag): string | undefined {
  const keys = [
    "tip",
    "title",
    "definition",
    "meaning",
    "content",
    "tooltip",
    "text",
    "description",
    "headline",
  ];
  const own = isExplained(tag) ? valueOf(tag, keys) : undefined;
  return own?.startsWith("{") ? undefined : own;
}

/** Attributes that contain the address of a link. */
export const ADDRESSES = ["href", "link", "url", "to", "path", "slug", "relref", "ref"];

const LIKE_ADDRESS = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)[^\s{}]{0,1000}$/i;

/** The address to which a tag of any name links its title or its words. */
export function addressOf(tag: Tag): string | undefined {
  const to = valueOf(tag, isLink(tag) ? ADDRESSES : ["href", "to", "link", "url"]);
  return to !== undefined && LIKE_ADDRESS.test(to) ? to : undefined;
}

export const isLink = (tag: Tag): boolean => LINKS.has(kindOf(tag));

/** The style of the text between two tags; undefined for all others. */
export function phraseOf(tag: Tag): Phrase | undefined {
  const kind = kindOf(tag);
  return PHRASES[kind];
}

/** Whether a tag shows its own words. */
export const isSaid = (tag: Tag): boolean => SAID.has(kindOf(tag)) || phraseOf(tag) !== undefined;
