/**
 * Callouts, as an extension of marked's lexer: a kind, a title, and blocks. Each syntax has a file. Callouts between a
 * generator's tags are enclosures: see `tags/enclosures.ts`.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { type Limits, limitsOf } from "../../limits.ts";
import { aheadInParagraph } from "../ahead.ts";
import { beginsWith } from "../block-rules.ts";
import { colons } from "./colons.ts";
import { mkdocs } from "./mkdocs.ts";
import { orgs } from "./org.ts";
import { quoted } from "./quoted.ts";
import type { CalloutSource } from "./source.ts";
import { strayAt } from "./stray.ts";

export interface CalloutToken extends Tokens.Generic {
  type: "callout";
  kind: string;
  title: Token[];
  tokens: Token[];
}

/** The characters that begin such a block. */
const SIGNS = ":!?=#";
const mayBegin = beginsWith(SIGNS + ">");

export const callouts: MarkedExtension = {
  extensions: [
    {
      name: "callout",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        const begins = (rest: string): boolean =>
          calloutAt(rest, limits) !== undefined || strayAt(rest) !== undefined;
        return aheadInParagraph(src, SIGNS, begins);
      },
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const found = calloutAt(src, limitsOf(this.lexer));
        if (!found) return strayAt(src);
        const { raw, kind, title, content, anchor } = found;
        const named = anchor !== undefined && { anchor };
        const token: CalloutToken = { type: "callout", raw, kind, title: [], tokens: [], ...named };
        this.lexer.inline(title, token.title);
        limitsOf(this.lexer).within(() => this.lexer.blockTokens(content, token.tokens));
        return token;
      },
    },
  ],
};

function calloutAt(src: string, limits: Limits): CalloutSource | undefined {
  const first = src.trimStart()[0];
  if (first === ":") return colons(src, limits);
  if (first === "!" || first === "?" || first === "=") return mkdocs(src);
  if (first === ">") return quoted(src);
  if (first === "#") return orgs(src, limits);
  return undefined;
}
