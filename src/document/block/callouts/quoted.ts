/**
 * Quotations whose first line is `[!NOTE] A title` (GitHub; Obsidian, "Callouts").
 */
import { lineAt } from "../../../text/lines.ts";
import { endsParagraph } from "../block-rules.ts";
import type { CalloutSource } from "./source.ts";

const QUOTED =
  /^ {0,3}> {0,3}\[!([A-Za-z][\w-]{0,40}(?: [\w-]{1,40}){0,3})(?:\|[^\]\n]{0,100})?\][-+]?(?![([:])([^\n]*)(?:\n|$)/;

/** The lines of a quotation with its sign, and the lines that continue its last paragraph. */
export function quoted(src: string): CalloutSource | undefined {
  const [opening, kind = "", title = ""] = QUOTED.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  while (end < src.length) {
    const line = lineAt(src, end);
    const sign = /^ {0,3}> ?/.exec(line)?.[0];
    if (sign === undefined && !goesOn(lines.at(-1), src, end)) break;
    lines.push(line.slice(sign?.length ?? 0));
    end = Math.min(src.length, end + line.length + 1);
  }
  return { raw: src.slice(0, end), kind, title: title.trim(), content: lines.join("\n") };
}

/** Whether a line continues the paragraph of the line above it (CommonMark 5.1, "laziness"). */
function goesOn(above: string | undefined, src: string, at: number): boolean {
  const isText = above !== undefined && /\S/.test(above) && !BEGINS_NO_TEXT.test(above);
  return isText && !endsParagraph(src, at) && !BEGINS_BLOCK.test(src.slice(at, at + 100));
}

const BEGINS_NO_TEXT = /^(?: {4}|\t| {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3}|\||<))/;
const BEGINS_BLOCK =
  /^ {0,3}(?:[-+*][ \t]|\d{1,9}[.)][ \t]|[-*_][ \t]{0,9}[-*_]|<|:::|!!!|\{[{%]|\[\^|\||\n|$)/;
