/**
 * Converts a parsed chain of items to tokens.
 */
import { withMail } from "./addresses.ts";
import type { Chain } from "./items.ts";
import type { InlineToken } from "./tokens.ts";
import { append } from "../../text/append.ts";

/** The tokens of a chain, with neighbouring texts joined; a link contains no other link. */
export function tokensOf(chain: Chain, inLink: boolean): InlineToken[] {
  const tokens: InlineToken[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") append(tokens, inLink ? [{ type: "text" as const, text }] : withMail(text));
    text = "";
  };
  for (let item = chain.first; item; item = item.next) {
    const { content } = item;
    if ("text" in content) text += content.text;
    else {
      flush();
      if ("token" in content) append(tokens, inLink ? withoutLink(content.token) : [content.token]);
      else {
        const { wrap, children } = content;
        tokens.push({ ...wrap, tokens: tokensOf(children, inLink || wrap.type === "link") });
      }
    }
  }
  flush();
  return tokens;
}

function withoutLink(token: InlineToken): readonly InlineToken[] {
  return token.type === "link" ? token.tokens : [token];
}
