/**
 * Blocks between slashes (PyMdown Extensions, "Blocks"), as an extension of marked's lexer. Lines of options may follow the first one.
 *
 *     /// note | A title           /// details | A title          /// caption
 *     Text.                            type: warning              Of the block above.
 *     ///                                                         ///
 *                                  Text.
 *                                  ///
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import type { CalloutToken } from "./callouts/callouts.ts";
import { CALLOUT_KINDS } from "./callouts/source.ts";
import { type Limits, limitsOf } from "../limits.ts";

export interface CaptionToken extends Tokens.Generic {
  type: "caption";
  tokens: Token[];
}

interface Found {
  readonly raw: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

const OPENING =
  /^ {0,3}(\/{3,})[ \t]{0,9}([a-z][\w-]{0,40})(?:[ \t]{0,9}\|[ \t]{0,9}([^\n]{0,300}))?[ \t]*\n/;
const OPTION = /^(?: {4}|\t)[ \t]*[\w-]{1,40}:[^\n]*(?:\n|$)/;
const TYPE = /^[ \t]+type:[ \t]*([\w-]{1,40})/m;
/** Blocks that only look different on the page. */
const PLAIN = new Set(["define", "definition", "html"]);
const CAPTIONS = new Set(["caption", "figure-caption", "table-caption"]);
const FOLDED = new Set(["details", "tab"]);

export const slashBlocks: MarkedExtension = {
  extensions: [
    {
      name: "slashBlock",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(src, "/", (rest) => blockAt(rest, limits) !== undefined);
      },
      tokenizer(src) {
        const limits = limitsOf(this.lexer);
        const found = blockAt(src, limits);
        if (!found) return undefined;
        const { raw, name, title, content } = found;
        const tokens: Token[] = [];
        limits.within(() => this.lexer.blockTokens(content, tokens));
        if (CAPTIONS.has(name)) return { type: "caption", raw, tokens } satisfies CaptionToken;
        const token: CalloutToken = { type: "callout", raw, kind: kindOf(name), title: [], tokens };
        if (!PLAIN.has(name)) this.lexer.inline(title, token.title);
        return token;
      },
    },
  ],
};

function kindOf(name: string): string {
  return PLAIN.has(name) ? "" : name;
}

function blockAt(src: string, limits: Limits): Found | undefined {
  const [opening, fence = "", word = "", title = ""] = OPENING.exec(src) ?? [];
  if (opening === undefined || !isKnown(word)) return undefined;
  let start = opening.length;
  for (let option = OPTION.exec(src.slice(start, start + 400)); option;) {
    start += option[0].length;
    option = OPTION.exec(src.slice(start, start + 400));
  }
  const closing = new RegExp(String.raw`^ {0,3}/{${fence.length}}[ \t]*(?:\n|$)`, "gm");
  const end = limits.endIn(src, start, closing);
  if (!end) return undefined;
  const type = TYPE.exec(src.slice(opening.length, start))?.[1];
  const name = word === "admonition" ? (type ?? "note") : word;
  return {
    raw: src.slice(0, end.end),
    name,
    title: title.trim(),
    content: src.slice(start, end.start),
  };
}

function isKnown(name: string): boolean {
  return CALLOUT_KINDS.has(name) || PLAIN.has(name) || CAPTIONS.has(name) || FOLDED.has(name);
}
