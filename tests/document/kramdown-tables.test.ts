/**
 * Tables of kramdown's documentation ("Tables") beyond GitHub's form.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { plainText } from "../../src/document/spelling.ts";

function said(block: Block): string {
  if (block.type !== "table") return block.type;
  const rows = [block.header, ...block.rows].map((row) => row.map(plainText).join("|"));
  return `${block.align.map((one) => one?.[0] ?? "-").join("")} ${rows.join("; ")}`;
}

describe("tables of kramdown", () => {
  test.each([
    [
      "a line above the header, and a footer",
      "|---\n| a | b\n|-|-\n| 1 | 2\n|===\n| f | g",
      ["-- a|b; 1|2; f|g"],
    ],
    [
      "plus signs, several bodies, alignment",
      "|---+---|\n| a | b |\n|:--|--:|\n| 1 | *2* |\n|---+---|\n| 3 | 4 |\n|===+===|\n| f |  |\n|---+---|\n\nText.",
      ["lr a|b; 1|2; 3|4; f|", "paragraph"],
    ],
    ["no header", "|:--|---|\n| a | b |\n| c | d |", ["l- |; a|b; c|d"]],
    ["a short line of hyphens", "| a | b |\n|---\n| c | d |", ["-- a|b; c|d"]],
    [
      "GitHub's form, with hyphens as data",
      "| a | b |\n|---|---|\n| - |  |\n|   | -- |",
      ["-- a|b; -|; |--"],
    ],
    ["no table", "|-- a\n|-- b", ["paragraph"]],
    ["verse", "| One --\n| two", ["paragraph"]],
  ])("%s", (_, markdown, expected) => expect(parseDocument(markdown).blocks.map(said)).toEqual(expected));
});
