/**
 * The meaning of tags within a line, by lower-case name: links, styles, and tags that show their own words.
 */
import type { Phrase } from "../document.ts";
import { kindOf } from "./kinds.ts";
import type { Tag } from "./tag.ts";
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

/** Attributes that contain the address of a link. */
export const ADDRESSES = ["href", "link", "url", "to", "path", "slug", "relref", "ref"];

export const isLink = (tag: Tag): boolean => LINKS.has(kindOf(tag));

/** The style of the text between two tags; undefined for all others. */
export function phraseOf(tag: Tag): Phrase | undefined {
  const kind = kindOf(tag);
  return PHRASES[kind];
}

/** Whether a tag shows its own words. */
export const isSaid = (tag: Tag): boolean => SAID.has(kindOf(tag)) || phraseOf(tag) !== undefined;
