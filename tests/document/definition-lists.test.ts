/**
 * Definition lists of PHP Markdown Extra (michelf.ca/projects/php-markdown/extra/#def-list), kramdown and Pandoc.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { page } from "../support/page.ts";

function said(block: Block): string {
  if (block.type === "definitionList")
    return block.items
      .map(
        ({ terms, definitions }) =>
          `${terms.map(plainText).join("+")}: ${definitions.map((one) => one.map(said).join(" / ")).join(" | ")}`,
      )
      .join("; ");
  return block.type === "paragraph" || block.type === "heading" ? plainText(block.children) : block.type;
}

function blocks(markdown: string): string[] {
  return parseDocument(markdown).blocks.map(said);
}

describe("terms, and what defines them", () => {
  test.each([
    ["Apple\n: A fruit.", ["Apple: A fruit."]],
    [
      "Apple\n:   A fruit\n    of a tree.\n\nOrange\n:   Another.",
      ["Apple: A fruit of a tree.; Orange: Another."],
    ],
    ["Apple\n:   A fruit\nthat goes on lazily.", ["Apple: A fruit that goes on lazily."]],
    ["Apple\nPomme\n: A fruit.\n: A company.", ["Apple+Pomme: A fruit. | A company."]],
    ["Apple\n\n: A fruit.\n\n  In two paragraphs.\n", ["Apple: A fruit. / In two paragraphs."]],
    ["Apple\n: A fruit:\n\n    - one\n    - two\n\nAfter.", ["Apple: A fruit: / list", "After."]],
    ["Before.\n\n*Apple*[^1]\n: A fruit.\n\n[^1]: Note.", ["Before.", "Apple: A fruit."]],
  ])("%j", (markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test.each([
    "Apple\n:no blank",
    "Apple\n:\n",
    ": nothing before it",
    "# Heading\n: text",
    "- item\n: text",
    "Text: with a colon\nand more.",
  ])("%j is none", (markdown) => {
    expect(parseDocument(markdown).blocks.map(({ type }) => type)).not.toContain("definitionList");
  });

  test.each([
    [
      "<dl>\n<dt>Apple</dt>\n<dd>A fruit.</dd>\n<dt>Orange<dt>Clementine<dd>Another.<dd>A colour.\n</dl>",
      ["Apple: A fruit.; Orange+Clementine: Another. | A colour."],
    ],
    ["<dl><div><dt>Apple</dt><dd><p>A fruit.</p><p>More.</p></dd></div></dl>", ["Apple: A fruit. / More."]],
    ["<dl>Lost <dt>Apple<dd>A fruit.</dl>", ["Lost", "Apple: A fruit."]],
    ["<dl></dl>", []],
    ["<dd>Alone</dd>", ["Alone"]],
  ])("in HTML, %j", (markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test("notes in terms and definitions", () => {
    const { notes } = parseDocument("A[^1]\n: B[^2].\n\n[^1]: One.\n[^2]: Two.\n");
    expect(notes.map(({ blocks: own }) => own.map(said))).toEqual([["One."], ["Two."]]);
  });

  test("set as a term and, indented, what defines it", () => {
    expect(page("Apple\n: A fruit.\n\nOrange\n: Another.\n", { width: 40 })).toEqual([
      "Apple",
      "    A fruit.",
      "",
      "Orange",
      "    Another.",
    ]);
  });
});
