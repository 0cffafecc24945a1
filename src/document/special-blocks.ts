/**
 * Blocks that are more than their tokens say: code with its language, code between highlight tags, GitHub's alerts.
 */
import type { Token, Tokens } from "marked";
import { visible, visibleCode } from "../text/visible.ts";
import type { Block } from "./document.ts";
import { decode, text } from "./inlines.ts";
import type { HighlightBlock } from "./shortcodes.ts";

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** GitHub's alerts: the sign on the quotation's first line becomes a line of its own, strong. */
export function withAlert(blocks: Block[], first: Token | undefined): Block[] {
  const kind = ALERT.exec(first?.raw ?? "")?.[1];
  const paragraph = blocks[0];
  const sign = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if (kind === undefined || paragraph?.type !== "paragraph" || sign?.type !== "text") return blocks;
  const rest = [text(sign.text.replace(/^\[!\w+\]\s*/, "")), ...paragraph.children.slice(1)];
  const name: Block = {
    type: "paragraph",
    children: [{ type: "strong", children: [text(kind.toUpperCase())] }],
  };
  const body: Block[] = rest.some((inline) => inline.type !== "text" || inline.text !== "")
    ? [{ type: "paragraph", children: rest }]
    : [];
  return [name, ...body, ...blocks.slice(1)];
}

/** The code between the tags. */
export function highlightBlock({ language, text: code }: HighlightBlock): Block {
  return { type: "codeBlock", language, text: visibleCode(code) };
}

/** The language is the first word after the fence. */
export function codeBlock(token: Tokens.Code): Block {
  const language = /^[^\s{,]+/.exec(token.lang ?? "")?.[0] ?? "";
  return { type: "codeBlock", language: visible(decode(language)), text: visibleCode(token.text) };
}
