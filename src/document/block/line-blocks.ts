/**
 * Line blocks (verse, addresses), as an extension of marked's lexer (Pandoc's manual, "Line blocks"). An
 * indented line keeps its blanks; a line that begins with a blank instead of a bar continues the line above.
 *
 *     | The limerick packs laughs anatomical
 *     |    In space that is quite economical.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { type Limits, limitsOf } from "../limits.ts";
import { lineAt } from "../../text/lines.ts";

export interface LineBlockToken extends Tokens.Generic {
  type: "lineBlock";
  lines: { readonly indent: number; readonly tokens: Token[] }[];
}

const LINE = /^\|(?: ([^\n]*))?$/;

export const lineBlocks: MarkedExtension = {
  extensions: [
    {
      name: "lineBlock",
      level: "block",
      tokenizer(src) {
        const limits = limitsOf(this.lexer);
        if (src[0] !== "|" || !limits.isPatient) return undefined;
        const found = linesAt(src, limits);
        if (!found) return undefined;
        const lines = found.lines.map((line) => ({
          indent: line.search(/\S|$/),
          tokens: this.lexer.inline(line.trim()),
        }));
        return { type: "lineBlock", raw: src.slice(0, found.end), lines };
      },
    },
  ],
};

/** The lines at the start of `src`; undefined if they are rows of a table. */
function linesAt(
  src: string,
  limits: Limits,
): { readonly lines: string[]; readonly end: number } | undefined {
  const lines: string[] = [];
  let end = 0;
  while (end < src.length) {
    const line = lineAt(src, end);
    const match = LINE.exec(line);
    const goesOn = !match && lines.length > 0 && /^ +\S/.test(line);
    if (!match && !goesOn) break;
    // A bar within or at the end of a line separates cells.
    if (match?.[1]?.includes("|")) return undefined;
    if (match) lines.push(match[1] ?? "");
    else lines[lines.length - 1] += ` ${line.trim()}`;
    end += line.length + 1;
  }
  const rest = src.slice(end, end + 1);
  if (lines.length === 0 || rest === "|") return undefined;
  if (lines.some((line) => line.trim() !== "")) return { lines, end: Math.min(end, src.length) };
  limits.soughtInVain(end);
  return undefined;
}
