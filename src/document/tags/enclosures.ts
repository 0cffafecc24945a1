/**
 * Pairs of tags that are blocks, as an extension of marked's lexer: the opening tag begins a line, and
 * nothing follows the last one on its own.
 *
 *     {{< tab "Linux" >}}       {% note %}Text.{% endnote %}        {% quote(author="Ann") %}
 *     Text.                                                         Text.
 *     {{< /tab >}}                                                  {% end %}
 */
import type { Lexer, MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "../block/ahead.ts";
import { limitsOf } from "../limits.ts";
import {
  calloutOf,
  isCode,
  isComment,
  isDrawn,
  isFolded,
  isFormula,
  isLiteral,
  isQuote,
  isSideNote,
  kindOf,
} from "./kinds.ts";
import { holdsCode, holdsFormulas } from "./enclosed.ts";
import { closedNames, closerOf, tagAt, withTagsShown } from "./scan.ts";
import { isField } from "./fields.ts";
import { meaningOf } from "./inline-kinds.ts";
import { type Tag, valueOf } from "./tag.ts";
import { titleFor } from "./words.ts";
import { endOfLine } from "../../text/lines.ts";

export interface EnclosureToken extends Tokens.Generic {
  type: "enclosure";
  tag: Tag;
  /** The content as written. */
  text: string;
  /** The callout's title. */
  title: Token[];
  /** The blocks of the content; empty if it is not Markdown. */
  tokens: Token[];
}

interface Found {
  readonly raw: string;
  readonly tag: Tag;
  readonly content: string;
}

const closedIn = new WeakMap<object, ReadonlySet<string>>();

/** Prepares a lexer for the tags of a text. */
export function beginTags(lexer: Lexer, source: string): void {
  closedIn.set(lexer, closedNames(source));
}

export const enclosures: MarkedExtension = {
  extensions: [
    {
      name: "enclosure",
      level: "block",
      start(src) {
        const { lexer } = this;
        return aheadInParagraph(src, "{", (rest) => enclosureAt(rest, lexer) !== undefined);
      },
      tokenizer(src) {
        const found = enclosureAt(src, this.lexer);
        if (!found) return undefined;
        const { raw, tag, content } = found;
        const token: EnclosureToken = { type: "enclosure", raw, tag, text: content, title: [], tokens: [] };
        if (isVerbatim(tag, content)) return token;
        this.lexer.inline(calloutOf(tag)?.title ?? titleFor(tag) ?? "", token.title);
        const shown = isLiteral(tag) ? withTagsShown(content) : content;
        limitsOf(this.lexer).within(() => this.lexer.blockTokens(shown, token.tokens));
        return token;
      },
    },
  ],
};

/** Whether the content of a tag is not Markdown. */
function isVerbatim(tag: Tag, content: string): boolean {
  return (
    (isCode(tag) && !holdsCode(content)) ||
    isDrawn(tag) ||
    isComment(tag) ||
    (isFormula(tag) && !holdsFormulas(content))
  );
}

function enclosureAt(src: string, lexer: Lexer): Found | undefined {
  const indent = /^ {0,3}(?=\{[{%])/.exec(src)?.[0].length;
  if (indent === undefined) return undefined;
  const limits = limitsOf(lexer);
  const opening = tagAt(src, indent, limits);
  if (!opening) return undefined;
  const { tag } = opening;
  if (tag.isClosing || tag.isEmpty || !isClosedSomewhere(tag, lexer)) return undefined;
  const closing = closerOf(src, opening, limits);
  if (!closing) return undefined;
  const lineEnd = endOfLine(src, closing.end);
  const content = src.slice(opening.end, closing.start);
  const isBlock = src.slice(closing.end, lineEnd).trim() === "" && (isKnown(tag) || isApart(content));
  if (!isBlock) return undefined;
  const raw = src.slice(0, Math.min(src.length, lineEnd + 1));
  return {
    raw,
    tag,
    content: isVerbatim(tag, content) ? withoutEdges(content) : withoutMarks(tag, dedented(content)),
  };
}

function isClosedSomewhere({ isCall, name }: Tag, lexer: Lexer): boolean {
  const names = closedIn.get(lexer);
  return names === undefined || names.has(name) || (isCall && names.has(""));
}

/** Whether a pair is a block even if all of it is on one line. */
function isKnown(tag: Tag): boolean {
  return (
    isVerbatim(tag, "") ||
    isLiteral(tag) ||
    isQuote(tag) ||
    isFolded(tag) ||
    isSideNote(tag) ||
    kindOf(tag) === "tabs" ||
    isField(tag) ||
    calloutOf(tag) !== undefined ||
    (titleFor(tag) !== undefined && meaningOf(tag) === undefined)
  );
}

/** Whether both tags are on separate lines. */
function isApart(content: string): boolean {
  return (
    /^[ \t]*(?:<!--[^\n>]{0,99}-->[ \t]*)?\n/.test(content) &&
    /\n[ \t]*$/.test(content.slice(content.lastIndexOf("\n")))
  );
}

/** The content without the rest of the opening tag's line and the beginning of the closing tag's. */
function withoutEdges(content: string): string {
  const first = /^[ \t]*\n/.exec(content)?.[0].length ?? 0;
  const last = content.lastIndexOf("\n");
  const isBlank = last >= 0 && content.slice(last).trim() === "";
  return content.slice(first, isBlank ? Math.max(first, last) : undefined);
}

/** The content without the indentation that all its lines share. */
function dedented(content: string): string {
  const lines = withoutEdges(content).split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0]);
  const common = indents.reduce((least, one) => (one.length < least.length ? one : least), indents[0] ?? "");
  if (common === "" || !indents.every((one) => one.startsWith(common))) return lines.join("\n");
  return lines
    .map((line) => (line.startsWith(common) ? line.slice(common.length) : line.trimStart()))
    .join("\n");
}

/** A Hugo tab without arguments. */
const UNNAMED_TAB = /\{\{([<%])\s{0,9}(tab)\s{0,9}[>%]\}\}/gi;

/** The content without the name of the group that each tab repeats (Jekyll Tabs). */
function withoutGroup({ isLiquids, words: [first] }: Tag, content: string): string {
  return isLiquids && first && !first.isQuoted
    ? content.replaceAll(`{% tab ${first.text} `, "{% tab ")
    : content;
}

/** The end of a tab before another tag on its line. */
const END_OF_TAB = /(\{\{[<%]\s{0,9}\/\s{0,9}tab(?:item|panel|-item)?\s{0,9}[>%]\}\})(?=[ \t]{0,99}\{\{)/gi;

/** The content with the names that the tag around all tabs gives them (Hextra, "Tabs"). */
function withTabsNamed(tag: Tag, content: string): string {
  const names = valueOf(tag, ["items"])?.split(",") ?? [];
  let nth = 0;
  return content.replace(UNNAMED_TAB, (written, sign: string, tab: string) => {
    const name = names[nth++]?.replaceAll('"', "").trim() ?? "";
    return name === "" ? written : `{{${sign} ${tab} "${name}" ${sign === "<" ? ">" : sign}}}`;
  });
}

/** Replaces the marks of themes in the content: Hexo's tabs, Hugo's columns, Octopress's pull quotes. */
function withoutMarks(tag: Tag, content: string): string {
  switch (kindOf(tag)) {
    case "tabs":
      return withTabsNamed(tag, withoutGroup(tag, content))
        .replace(END_OF_TAB, "$1\n")
        .replace(/<!--\s{0,9}tab\s([^@>\n]{0,99})(?:@[^>\n]{0,99})?-->/g, '{% tab "$1" %}')
        .replace(/<!--\s{0,9}endtab\s{0,9}-->/g, "{% endtab %}");
    case "timeline":
      return content
        .replace(/<!--\s{0,9}timeline\s([^>\n]{0,99}?)\s{0,9}-->/g, "**$1**\n\n")
        .replace(/<!--\s{0,9}endtimeline\s{0,9}-->/g, "");
    case "columns":
      return content.replace(/^ {0,3}<--->.*$/gm, "");
    case "pullquote":
      return content.replace(/\{" ?| ?"\}/g, "");
    default:
      return content;
  }
}
