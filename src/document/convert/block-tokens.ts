/**
 * Properties of block tokens in addition to their kinds.
 */
import type { Token, Tokens } from "marked";
import type { CalloutToken } from "../block/callouts/callouts.ts";
import { rawFormatOf } from "./code-fence.ts";
import { SIDE } from "./inlines.ts";
import { isHtml } from "../inline/raw.ts";
import type { InlineToken } from "../inline/tokens.ts";
import type { EnclosureToken } from "../tags/enclosures.ts";
import { isSideNote } from "../tags/kinds.ts";

/** The name that a directive or a line gives the block (`directives`). */
export function nameOf(token: Token): string | undefined {
  return (token as { readonly anchor?: string }).anchor;
}

/** A note beside the text. */
export type AsideToken = EnclosureToken | CalloutToken;

export function isAside(token: Token): token is AsideToken {
  if (token.type === "callout") return SIDE.has((token as CalloutToken).kind);
  return token.type === "enclosure" && isSideNote((token as EnclosureToken).tag);
}

export function isRawHtml(token: Token): token is Tokens.Code {
  const format = token.type === "code" ? rawFormatOf((token as Tokens.Code).lang) : undefined;
  return format !== undefined && isHtml(format);
}

/** Kinds of containers that are folded on the page (VuePress and its themes). */
export const FOLDED: ReadonlySet<string> = new Set(["collapse", "collapsible", "details", "spoiler", "tab"]);

/** The tokens of inlines, as `EssayLexer` parsed them; marked's types know only its own. */
export function asInlines(tokens: readonly Token[]): readonly InlineToken[] {
  return tokens as unknown as InlineToken[];
}

/** The inlines of a block. */
export function inlineTokens(block: Token): readonly InlineToken[] {
  return "tokens" in block ? asInlines(block.tokens ?? []) : [];
}
