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
  ["![Diagram](x.png)\n*Figure 1: cap.*", ["Diagram | Figure 1: cap."]],
  ["![a view](a.png)  \n_A caption_ ", ["a view | A caption"]],
  ["![a view](a.png) _A caption_", ["a view | A caption"]],
  ["[![a view](a.png)](b.html)\n*A caption*", ["a view | A caption"]],
  ["![a](a.png) ![b](b.png)\n*Two views*", ["a b | Two views"]],
  ["- ![a view](a.png)\n  *A caption*", ["list"]],
  ["![a view](a.png)\n*A caption* and more.", ["a view A caption and more."]],
  ["![a view](a.png)\n*A caption*\n*and another*", ["a view A caption and another"]],
  ["See ![a view](a.png)\n*A caption*", ["See a view A caption"]],
  ["[the page](b.html)\n*A caption*", ["the page A caption"]],
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
