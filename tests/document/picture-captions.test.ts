/**
 * Pictures with text directly behind them: Obsidian's way to write a caption, and text that a blank must part from the description.
 */
import { expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { plainText } from "../../src/document/spelling.ts";

function said(block: Block): string {
  if (block.type === "figure") return `${block.children.map(said).join("")} | ${plainText(block.caption)}`;
  return block.type === "paragraph" ? plainText(block.children) || "a picture" : block.type;
}

test.each([
  ["![[a.png]]_“A” bridge [@b](https://example.org/)_", ["a picture | “A” bridge @b"]],
  ["![a view](a.png)_A caption_", ["a view | A caption"]],
  ["![a view](a.png){width=50%}*A caption*", ["a view | A caption"]],
  ["![a view](a.png)_a view_", ["a view"]],
  ["![a logo](a.png)The text.", ["a logo The text."]],
  ["![a logo](a.png)“The text.”", ["a logo “The text.”"]],
  ["![a logo](a.png)**The** text.", ["a logo The text."]],
  ["![a logo](a.png)_The_ text.", ["a logo The text."]],
  ["See ![a logo](a.png), and ![b](b.png).", ["See a logo, and b."]],
  ["![a logo](a.png) *The* text.", ["a logo The text."]],
  ["(![a logo](a.png))", ["(a logo)"]],
])("%s", (markdown, blocks) => {
  expect(parseDocument(markdown).blocks.map(said)).toEqual(blocks);
});
