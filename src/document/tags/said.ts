/**
 * Tags of Hexo's and Hugo's themes whose arguments are the text.
 *
 *     {% span red, words %}   {% emp words %}   {% checkbox checked, words %}   {% bubble words, "their meaning" %}
 *     {% ruby 漢字|かんじ %}   {{< ruby "漢字" "かんじ" >}}   {{< term "API" "Application programming interface" >}}
 */
import type { Inline, Phrase } from "../document.ts";
import { text } from "../inlines.ts";
import { kindOf } from "./kinds.ts";
import type { Tag } from "./tag.ts";
import { tableOf } from "../../text/own.ts";

/** The style of all arguments of Liquid's tags. */
const STYLES = tableOf<Phrase>({
  del: "strikethrough",
  emp: "strong",
  kbd: "keyboard",
  psw: "highlight",
  u: "underline",
  wavy: "underline",
});
/** A look, a comma, and the words. */
const LOOKING = new Set(["checkbox", "p", "radio", "span"]);
/** The look of a label (NexT, "Label"). */
const LABEL = /^(?:default|primary|success|info|warning|danger)?(?:@|\s{1,9}(?=\S))|^["']|["']$/g;
/** Words, and what they mean or how they are read. */
const EXPLAINED = new Set(["bubble", "ruby", "term"]);

/** The text of a tag; undefined for all others. */
export function saidBy(tag: Tag): Inline[] | undefined {
  const kind = kindOf(tag);
  if (EXPLAINED.has(kind)) return explained(tag);
  if (!tag.isLiquids || tag.rest === "") return undefined;
  if (kind === "text") return [text(tag.rest)];
  if (kind === "label") return [text(tag.rest.replace(LABEL, ""))];
  if (kind === "hideinline") {
    const [hidden = "", shown = ""] = tag.rest.split(",");
    return [text(shown.trim() === "" ? hidden.trim() : `${shown.trim()} (${hidden.trim()})`)];
  }
  const style = STYLES[kind];
  if (style) return [{ type: style, children: [text(tag.rest)] }];
  const comma = LOOKING.has(kind) ? tag.rest.indexOf(",") : -1;
  if (comma < 0) return undefined;
  const said = tag.rest.slice(comma + 1).trim();
  const isChecked = /\bchecked\b/.test(tag.rest.slice(0, comma));
  return [text(kind === "span" || kind === "p" ? said : `${isChecked ? "☑" : "☐"} ${said}`)];
}

function explained({ rest, words, isLiquids }: Tag): Inline[] | undefined {
  const bar = isLiquids ? rest.indexOf("|") : -1;
  const [said, meaning] =
    bar < 0 ? words.map((word) => word.text) : [rest.slice(0, bar), rest.slice(bar + 1)];
  if (said === undefined || said.trim() === "") return undefined;
  const isExplained = meaning !== undefined && meaning.trim() !== "";
  return [text(said.trim() + (isExplained ? ` (${meaning.trim()})` : ""))];
}
