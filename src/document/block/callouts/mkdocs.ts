/**
 * The admonitions and tabs of MkDocs: the lines below their first one are indented.
 *
 *     !!! warning "A title"      === "A tab"
 *         Text.                      Text.
 *
 * Tabs have no kind.
 */
import { lineAt } from "../../../text/lines.ts";
import { CALLOUT_KINDS, type CalloutSource } from "./source.ts";

const MKDOCS = /^ {0,3}(?:!!!|\?\?\?\+?)[ \t]{1,9}([A-Za-z][\w-]{0,40})([^\n]*)(?:\n|$)/;
const MKDOCS_TAB = /^ {0,3}===[!+]?[ \t]{1,9}(["'][^"'\n]{1,200}["'])[ \t]*(?:\n|$)/;

/** The lines below that are indented by four columns. */
export function mkdocs(src: string): CalloutSource | undefined {
  const [tab, label = ""] = MKDOCS_TAB.exec(src) ?? [];
  const [opening, kind = "", rest = ""] = tab === undefined ? (MKDOCS.exec(src) ?? []) : [tab, "", label];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  let kept = end;
  while (end < src.length) {
    const line = lineAt(src, end);
    const isBlank = line.trim() === "";
    if (!isBlank && !/^(?: {4}|\t)/.test(line)) break;
    lines.push(line.replace(/^(?: {4}|\t)/, ""));
    end += line.length + 1;
    if (!isBlank) kept = Math.min(end, src.length);
  }
  const content = lines.join("\n").trimEnd();
  const title = titleAfter(rest);
  if (tab === undefined && title.isWords && content === "") return undefined;
  // A word that is no kind, with nothing else, is an exclamation.
  if (rest.trim() === "" && content === "" && !CALLOUT_KINDS.has(kind.toLowerCase())) return undefined;
  return { raw: src.slice(0, kept), kind, title: title.text, content };
}

/** Classes that move a callout to the side of the page (Material for MkDocs, "Admonitions"). */
const PLACES = /^(?:(?:inline|end|left|right|collapse|open)(?=\s|$)\s*)+/;

/**
 * The title after the kind. Python-Markdown wants it in quotation marks, and takes other words for classes; `isWords`: there are only
 * such words, which may as well be the rest of a sentence.
 */
function titleAfter(rest: string): { readonly text: string; readonly isWords: boolean } {
  const named = /"([^"\n]{0,200})"|'([^'\n]{0,200})'(?!\p{L})/u.exec(rest);
  const quoted = named?.[1] ?? named?.[2];
  if (quoted !== undefined) return { text: quoted, isWords: false };
  const words = rest.trim().replace(PLACES, "");
  // An unclosed quotation mark ends with the line.
  const isUnclosed = /^["']/.test(words);
  return { text: isUnclosed ? words.slice(1).trim() : words, isWords: words !== "" && !isUnclosed };
}
