/**
 * What a text names in one place and uses in others: abbreviations, examples, blocks.
 */
import { describe, expect, test } from "vitest";
import { findAnchor } from "../../src/document/anchor.ts";
import { blockText } from "../../src/document/flow.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";

const texts = (source: string): string[] => parseDocument(source).blocks.map(blockText);

describe("abbreviations", () => {
  test("say at their first use what they stand for, and their lines are hidden", () =>
    expect(texts("HTML and HTML.\n\n*[HTML]: HyperText Markup Language\n\nHTML, XHTML, `HTML`\n")).toEqual([
      "HTML (HyperText Markup Language) and HTML.",
      "HTML, XHTML, HTML",
    ]));

  test("the longest that stands there", () =>
    expect(texts("*[HTML 5]: The fifth\n*[HTML]: Any\n\nHTML 5 and HTML")).toEqual([
      "HTML 5 (The fifth) and HTML (Any)",
    ]));

  test("what the author says nearby is not said again", () =>
    expect(texts("*[API]: Application Interface\n\nAn API (application interface).")).toEqual([
      "An API (application interface).",
    ]));

  test.each([
    ["Locale data (API)", "Locale data (API, Application Interface)"],
    ["APIs and the API's end", "APIs and the API's (Application Interface) end"],
    ["The application's interface (API)", "The application's interface (API)"],
    ["**API** at an end", "API (Application Interface) at an end"],
  ])("%s", (source, expected) =>
    expect(texts(`*[API]: Application Interface\n\n${source}`)).toEqual([expected]),
  );

  test("a plural in HTML is one word", () =>
    expect(texts('<abbr title="Big Thing">BT</abbr>s are')).toEqual(["BTs (Big Thing) are"]));

  test("headings and links keep their words", () => {
    const source = "*[API]: X\n\n# The API\n\n[API](/a) and API";
    expect(texts(source)).toEqual(["The API", "API and API (X)"]);
    const kinds = Array.from(inlinesOf(parseDocument(source).blocks), ({ type }) => type);
    expect(kinds.filter((type) => type === "abbreviation")).toHaveLength(3);
  });

  test("in HTML, too", () =>
    expect(
      texts('<abbr title="A Thing">AT</abbr> and <abbr title="A Thing">AT</abbr>, <abbr>B</abbr>'),
    ).toEqual(["AT (A Thing) and AT, B"]));

  test.each(["*[A note]: in emphasis*", "*[a](b): c* d", "*[a]:", "- *[a] b*"])("%s is none", (source) =>
    expect(texts(source).join("")).toContain("a"),
  );
});

describe("examples", () => {
  test("are numbered through the text, and texts refer to them", () => {
    const document = parseDocument(
      "See (@b) and (@c).\n\n(@) One.\n(@b) Two\n    goes on.\n\nText.\n\n(@) Three.\n",
    );
    expect(document.blocks.map((block) => (block.type === "list" ? block.start : blockText(block)))).toEqual([
      "See (2) and (@c).",
      1,
      "Text.",
      3,
    ]);
  });

  test.each(["(@anna) in a text", "a (@) b"])("%s", (source) =>
    expect(texts(`x\n${source}`)).toEqual([`x ${source}`]),
  );
});

describe("names of blocks", () => {
  const SOURCE = [
    "A paragraph. ^para",
    "- An item ^item",
    "| a |\n|---|\n| b |",
    "^table",
    "> A quotation",
    "{#quote .wide}",
    "A text\n{: #text}",
    "```\ncode\n```\n{.wide}",
    "^2",
  ].join("\n\n");

  test.each([
    ["^para", 0],
    ["^item", 1],
    ["Page#^table", 2],
    ["quote", 3],
    ["text", 4],
    ["^none", undefined],
  ])("%s leads to block %s", (anchor, block) =>
    expect(findAnchor(parseDocument(SOURCE), anchor)).toBe(block),
  );

  test("are hidden, and numbers are not", () =>
    expect(texts(SOURCE).join(" ")).not.toMatch(/\^[a-z]|wide|#/));

  test("a link shows the page alone, or the name", () =>
    expect(texts("[[A page#^name]], [[#^name]], [[#Part]], [[A page#Part]]")).toEqual([
      "A page, ^name, Part, A page#Part",
    ]));
});
