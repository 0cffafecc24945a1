/**
 * Captions, titles of code, blocks between slashes.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { blockText } from "../../src/document/flow.ts";
import { parseDocument } from "../../src/document/parse.ts";

const TABLE = "| a |\n|---|\n| b |\n";

/** A block as its kind and what it says of itself. */
function shown(block: Block): string {
  switch (block.type) {
    case "figure":
      return `${block.children.map(shown).join(" ")} «${plainText(block.caption)}»`;
    case "callout":
      return `${block.kind} «${plainText(block.title)}» ${block.children.map(shown).join(" ")}`;
    case "details":
      return `details «${plainText(block.summary)}» ${block.children.map(shown).join(" ")}`;
    case "codeBlock":
      return `code ${block.language}`.trim();
    case "table":
      return "table";
    default:
      return blockText(block);
  }
}

const all = (source: string): string[] => parseDocument(source).blocks.map(shown);

describe("captions of tables (Pandoc)", () => {
  test.each([
    [`${TABLE}\n: A caption {#tbl-a}\n`, ["table «A caption»"]],
    [`${TABLE}\nTable: Table 1: Its caption\n`, ["table «Table 1: Its caption»"]],
    [`: Above\n\n${TABLE}`, ["table «Above»"]],
    [`${TABLE}\nTable: Its *caption*\n\n${TABLE}`, ["table «Table: Its caption»", "table"]],
    [`${TABLE}\n: One\n\n${TABLE}\n: Two\n`, ["table «One»", "table «Two»"]],
    [`${TABLE}\nA text: it is\n`, ["table", "A text: it is"]],
    ["Table: a text\n\nText", ["Table: a text", "Text"]],
  ])("%s", (source, expected) => expect(all(source)).toEqual(expected));
});

describe("code", () => {
  test.each([
    ['js title="a b.js" {1,3}', "code js «a b.js»"],
    ["js title=a.js", "code js «a.js»"],
    ["rust,name=main.rs", "code rust «main.rs»"],
    ["js:title=a.js", "code js «a.js»"],
    ["js:src/a.js", "code js «src/a.js»"],
    ["ruby:Gemfile", "code ruby «Gemfile»"],
    ["ts [config.ts]", "code ts «config.ts»"],
    ['{.python .numberLines filename="a.py"}', "code python «a.py»"],
    ['title="a.txt"', "code «a.txt»"],
    ["sh:no-line-numbers", "code sh"],
    ["rust,ignore", "code rust"],
    ["c++", "code c++"],
    ["rust=", "code rust"],
    ["js {1,3-5}", "code js"],
  ])("```%s", (info, expected) => expect(all(`\`\`\`${info}\nx\n\`\`\``)).toEqual([expected]));

  test.each([
    [":::python\nx", "code python", "x"],
    ["#!js\nx", "code js", "x"],
    ["#!/bin/sh\nx", "code", "#!/bin/sh\nx"],
    ["::: note\nx", "code", "::: note\nx"],
  ])("its first line: %s", (code, expected, text) => {
    const [block] = parseDocument(`\`\`\`\n${code}\n\`\`\``).blocks;
    expect(shown(block!)).toBe(expected);
    expect(block).toHaveProperty("text", text);
  });

  test("that is meant for one format", () =>
    expect(all("```{=html}\n<b>a</b>\n```\n\n```{=latex}\n\\a\n```")).toEqual(["a", "‹latex›"]));
});

describe("blocks between slashes (PyMdown Extensions)", () => {
  test.each([
    ["/// note | A *title*\nText.\n///", ["note «A title» Text."]],
    ["/// admonition\n    type: tip\n\nText.\n///", ["tip «» Text."]],
    ["/// details | More\nText.\n///", ["details «More» Text."]],
    ["//// tab | One\n/// note\na\n///\n////", ["details «One» note «» a"]],
    ["/// html | div.wide\nText.\n///", ["Text."]],
    ["![a](b)\n/// caption\nIts caption.\n///", ["a «Its caption.»"]],
    ["/// unknown\nText.\n///", ["/// unknown Text. ///"]],
    ["/// note\nText.", ["/// note Text."]],
  ])("%s", (source, expected) => expect(all(source)).toEqual(expected));
});
