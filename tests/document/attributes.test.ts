/**
 * Attributes in braces: kramdown's, Pandoc's, Hugo's and Docusaurus's (each one's documentation).
 */
import { describe, expect, test } from "vitest";
import { findHeading, headingAnchors } from "../../src/document/anchor.ts";
import type { Block, Document } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { blocksIn } from "../../src/document/walk.ts";
import { parseDocument } from "../../src/document/parse.ts";

/** Each block's kind and text. */
function blocksOf(markdown: string): string[] {
  return parseDocument(markdown).blocks.map(said);
}

function said(block: Block): string {
  const text =
    "children" in block && (block.type === "paragraph" || block.type === "heading")
      ? plainText(block.children)
      : "";
  return `${block.type}: ${text}`;
}

function parsed(markdown: string): Document {
  return parseDocument(markdown);
}

describe("of headings", () => {
  test.each([
    ["## A title {#own}", "own"],
    ["## A title {#own .class key=value}", "own"],
    ['## A title {.class #own data-x="a b"}', "own"],
    ["## A title {: #own .no_toc }", "own"],
    ["## A title {: .no_toc}", "a-title"],
    ["## A title {-}", "a-title"],
    ["A title {#own}\n---", "own"],
    ["## A title {#own_with_lines-and.dots}", "own_with_lines-and.dots"],
  ])("%s", (markdown, anchor) => {
    const document = parsed(markdown);
    expect(document.blocks.map(said)).toEqual(["heading: A title"]);
    expect(headingAnchors(document)).toEqual([anchor]);
    expect(findHeading(document, headingAnchors(document)[0]!)?.block).toBe(0);
  });

  test.each(["## Sets {a, b}", "## {x}", "## The brace }"])("%s is as it was written", (markdown) => {
    expect(blocksOf(markdown)).toEqual([`heading: ${markdown.slice(3)}`]);
  });
});

describe("of blocks, as kramdown has them", () => {
  test.each([
    ["Text\n{: .class}", ["paragraph: Text"]],
    ["Text {: .a}\n\n| a |\n|---|\n{: .class}", ["paragraph: Text", "table: "]],
    ["{: .class #id key='v'}\nText\n{:.other}", ["paragraph: Text"]],
    ["Text\n\n{: .class}\n\nMore", ["paragraph: Text", "paragraph: More"]],
    ["1. TOC\n{:toc}\n\nText", ["paragraph: Text"]],
    ["* this text will be replaced\n{:toc .large}\n\nText", ["paragraph: Text"]],
    ["{:toc}", []],
    ["{: .note }\nText *goes* on", ["paragraph: Text goes on"]],
    ['Text\n{.author cite="x"}', ["paragraph: Text"]],
    ["Text\n{ .annotate }\n\nMore {.x}", ["paragraph: Text", "paragraph: More"]],
    ["A {::nomarkdown}line{:/} of text{::comment /}", ["paragraph: A line of text"]],
    ["{::nomarkdown}\n\nText\n\n{:/}", ["paragraph: Text"]],
    ['{:refdef: style="text-align: center;"}\nText\n{: refdef}', ["paragraph: Text"]],
    ["{:note: .callout}\n\nText", ["paragraph: Text"]],
    ['{::options parse_block_html="true" /}\n\nText', ["paragraph: Text"]],
    ["Text\n\n^\n\nMore", ["paragraph: Text", "paragraph: More"]],
    ['A {::nomarkdown type="html"}line{:/}', ["paragraph: A line"]],
    ["a {::comment}hidden{:/comment} b {::comment}too{:/} c", ["paragraph: a  b  c"]],
    ["Text {#id .b} goes on", ["paragraph: Text {#id .b} goes on"]],
    ["A set {a} of braces {b}", ["paragraph: A set {a} of braces {b}"]],
    ["An object {: of braces, too}", ["paragraph: An object {: of braces, too}"]],
  ])("%j", (markdown, expected) => {
    expect(blocksOf(markdown)).toEqual(expected);
  });
});

describe("of spans", () => {
  test.each([
    ['[a](/b){:target="_blank"} and', "a and"],
    ["[a](/b){target=_blank}.", "a."],
    ["`x`{.language-js} *y*{: .z}", "x y"],
    ["`x`{y} [a](/b){}", "x{y} a{}"],
    ["[a](/b) {.x}", "a"],
    ["[a](/b){ preview } b", "a b"],
    ['[a](/b "t"){ data-preview }', "a"],
    ["[a](/b){Not so}", "a{Not so}"],
    ["[a](/b){see below} c", "a{see below} c"],
  ])("%s", (markdown, expected) => {
    expect(blocksOf(markdown)).toEqual([`paragraph: ${expected}`]);
  });

  test.each([
    ["- item {.red}\n- [x] done {.cls}", ["item", "done"]],
    ['> Said.\n{cite="https://z.org"}', ["Said."]],
  ])("of an item or a quotation: %j", (markdown, expected) => {
    const [block] = parsed(markdown).blocks;
    const paragraphs = block ? [...blocksIn([block])].filter(({ type }) => type === "paragraph") : [];
    expect(paragraphs.map(said)).toEqual(expected.map((text) => `paragraph: ${text}`));
  });

  test.each([
    ["![alt|200](x.png)", "alt"],
    ["![|100x50](x.png)", ""],
    ["![In 1984](x.png)", "In 1984"],
    ["![alt](x.png =100x200)", "alt"],
    ['![alt](x.png "T" =50%x)', "alt"],
    ["![alt](x.png){lazy}", "alt"],
    ['![alt][fig]\n\n[fig]: x.png "T" width=40px', "alt"],
  ])("the size of an image is none of its words: %j", (markdown, alt) => {
    expect(parsed(markdown).blocks).toEqual([
      { type: "paragraph", line: 1, children: [{ type: "image", src: "x.png", alt }] },
    ]);
  });

  test("of an image", () => {
    expect(parsed("![alt](/a.png){width=50% .right}").blocks).toEqual([
      { type: "paragraph", line: 1, children: [{ type: "image", src: "/a.png", alt: "alt" }] },
    ]);
  });
});
