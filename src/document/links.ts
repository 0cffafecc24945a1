/**
 * Inline links that marked's lexer does not see: those whose text holds a backtick that opens no code span,
 * which CommonMark (6.1) takes for itself, a backtick.
 */
import type { MarkedExtension, Tokens } from "marked";
import { closingBracket } from "./brackets.ts";

const DESTINATION =
  /^\(\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;

/** Longest link text that is looked at. */
const LONGEST = 2_000;

/** Whether what begins at this bracket has an odd number of backticks before the end of a link's text. */
function mayBe(src: string): boolean {
  const text = src.slice(0, LONGEST).split("](", 1)[0]!;
  return text.length < Math.min(src.length, LONGEST) && (text.split("`").length - 1) % 2 === 1;
}

export const linksWithBackticks: MarkedExtension = {
  extensions: [
    {
      name: "linkWithBacktick",
      level: "inline",
      tokenizer(src): Tokens.Generic | undefined {
        if (src[0] !== "[" || src[1] === "^" || !mayBe(src)) return undefined;
        const end = closingBracket(src, 0);
        if (end === undefined) return undefined;
        const destination = DESTINATION.exec(src.slice(end + 1));
        if (!destination) return undefined;
        const text = src.slice(1, end);
        this.lexer.state.inLink = true;
        const tokens = this.lexer.inlineTokens(text, []);
        this.lexer.state.inLink = false;
        const href = destination[1] ?? destination[2] ?? "";
        return { type: "link", raw: src.slice(0, end + 1) + destination[0], href, title: null, text, tokens };
      },
    },
  ],
};
