/**
 * AsciiDoc within a text (docs.asciidoctor.org, "Links", "Cross References", "Footnotes").
 *
 *     link:https://example.org[words]     xref:other.adoc[Other]     <<section,Section>>     footnote:[Words.]
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

interface Found {
  readonly token: InlineToken;
  readonly start: number;
  readonly end: number;
}
type Parsed = (inner: string) => readonly InlineToken[];

/** From the colon on; the name is before it. */
const MACRO = /:([^\s[\]"'<>]{0,300})\[([^[\]\n]{0,500})\](?![([:])/y;
const NAME = /(?<![\w:-])(?:link|xref|footnote|kbd|btn|image)$/;
const LONGEST_NAME = 10;

/** The macro whose colon is at `at`; it begins before that. */
export function macroAt(text: string, at: number, parsed: Parsed): Found | undefined {
  const [name] = NAME.exec(text.slice(Math.max(0, at - LONGEST_NAME), at)) ?? [];
  const match = name === undefined ? null : matchAt(MACRO, text, at);
  if (name === undefined || !match) return undefined;
  const [written, target = "", words = ""] = match;
  const token = tokenOf(name, target, words, parsed);
  return token && { token, start: at - name.length, end: at + written.length };
}

function tokenOf(name: string, target: string, words: string, parsed: Parsed): InlineToken | undefined {
  const isBare = target === "" && words !== "";
  if (name === "footnote") return isBare ? { type: "inlineNote", tokens: parsed(words) } : undefined;
  if (name === "kbd" || name === "btn")
    return isBare ? { type: name === "kbd" ? "kbd" : "strong", tokens: parsed(words) } : undefined;
  if (target === "") return undefined;
  if (name === "image") return { type: "image", href: target, tokens: [{ type: "text", text: words }] };
  const href = name === "xref" && !/[.#]/.test(target) ? `#${target}` : target;
  return { type: "link", href, tokens: words === "" ? [{ type: "text", text: target }] : parsed(words) };
}

const REFERENCE = /<<#?([\w.-]{1,100}),[ \t]{0,9}([^<>\n]{1,200})>>/y;

/** The link to a section that begins at `at`. */
export function sectionAt(text: string, at: number, parsed: Parsed): Found | undefined {
  const [written, target = "", words = ""] = matchAt(REFERENCE, text, at) ?? [];
  if (written === undefined) return undefined;
  return {
    token: { type: "link", href: `#${target}`, tokens: parsed(words) },
    start: at,
    end: at + written.length,
  };
}
