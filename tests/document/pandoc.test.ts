/**
 * Tables and lists of Pandoc's manual ("Tables", "Ordered lists", "Definition lists") and its references to headings.
 */
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { itemMarks } from "../../src/document/list-marks.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { page } from "../support/page.ts";

const spelled = (inlines: readonly Inline[]): string =>
  inlines.map((one) => (one.type === "hardBreak" ? " / " : plainText([one]))).join("");

function said(block: Block): string {
  switch (block.type) {
    case "table":
      return [block.header, ...block.rows].map((row) => row.map(spelled).join("|")).join("; ");
    case "figure":
      return `${block.children.map(said).join(" ")} «${plainText(block.caption)}»`;
    case "list": {
      const marks = itemMarks(block);
      return block.items.map((item, nth) => `${marks[nth]} ${item.children.map(said).join(" ")}`).join("; ");
    }
    case "definitionList":
      return block.items
        .map(
          ({ terms, definitions }) =>
            `${terms.map(plainText).join("+")}: ${definitions.flat().map(said).join(" | ")}`,
        )
        .join("; ");
    case "paragraph":
    case "heading":
      return plainText(block.children);
    default:
      return block.type;
  }
}

const all = (markdown: string): string[] => parseDocument(markdown).blocks.map(said);

describe("grid tables", () => {
  test.each([
    [
      "+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+\n\nAfter.",
      ["A|B; 1|2; 3|4", "After."],
    ],
    // A cell has lines, and blocks.
    ["+-----+------+\n| two | - a  |\n| *l* | - b  |\n+-----+------+", ["|; two l|• a / • b"]],
    // A cell over two columns; a wide character; a bar too far to the right.
    ["+---+---+\n| A and B |\n+===+===+\n| 1 | 2 |\n+---+---+", ["A and B|; 1|2"]],
    ["+-----+---+\n| 漢字 | B |\n+=====+===+\n| 1   | 2 |\n+-----+---+", ["漢字|B; 1|2"]],
    ["+---+---+\n| long | B |\n+===+===+\n| 1 | 2 |\n+---+---+", ["long|B; 1|2"]],
    ["+---+---+\n| A | B |\n+---+---+\n\n: Its caption", ["|; A|B «Its caption»"]],
    ["+---+\nno table", ["+---+ no table"]],
    ["+---+---+\n| A | B |", ["+---+---+ | A | B |"]],
  ])("%j", (markdown, expected) => expect(all(markdown)).toEqual(expected));

  test("colons align columns", () => {
    const [table] = parseDocument("+--:+:--+:-:+---+\n| a | b | c | d |\n+---+---+---+---+").blocks;
    expect(table).toHaveProperty("align", ["right", "left", "center", undefined]);
  });

  test("one that nothing ends, and many of them, are text", () => {
    const text = "+---+---+\n| A | B |\n".repeat(2_000);
    expect(all(text)).toHaveLength(1);
  });
});

describe("simple tables, and those with cells of several lines", () => {
  test.each([
    [
      "  Right Left    Default\n------- ------  -------\n     12 12      a b\n      1 *x*\n\nAfter.",
      ["Right|Left|Default; 12|12|a b; 1|x|", "After."],
    ],
    ["--- ----\n12  a b\n3   c\n--- ----\n\nAfter.", ["|; 12|a b; 3|c", "After."]],
    [
      "----------------\nOne      Two\nline     lines\n-------- -------\nfirst    row of\n         two\n\nsecond   row\n----------------\n\nTable: Caption",
      ["One line|Two lines; first|row of two; second|row «Table: Caption»"],
    ],
    ["    Set in  Far\n    ------  ---\n    a       b", ["Set in|Far; a|b"]],
  ])("%j", (markdown, expected) => expect(all(markdown)).toEqual(expected));

  test.each([
    "Text\n\n--- ---\n\nText",
    "Text is here\n- - - -\nand here",
    "Words of a text\n--- ---\nthat go on across",
    "---\n\nText\n\n---\n",
    "Only  a head\n----  ------\n",
  ])("%j is none", (markdown) =>
    expect(parseDocument(markdown).blocks.map(({ type }) => type)).not.toContain("table"),
  );

  test("the head's place aligns a column", () => {
    const [table] = parseDocument(
      "  Right  Left      Middle    Default\n-------  ------  ----------  -------\n      1  2           3         4",
    ).blocks;
    expect(table).toHaveProperty("align", ["right", "left", "center", undefined]);
  });
});

describe("lists with other marks", () => {
  test.each([
    ["#. one\n#. two", ["1. one; 2. two"]],
    ["(1) one\n(2) two\n    goes on\n\n(3) three", ["(1) one; (2) two goes on; (3) three"]],
    ["a) one\nb) two", ["a) one; b) two"]],
    ["c. three\nd. four", ["c. three; d. four"]],
    ["(A) one\n(B) two", ["(A) one; (B) two"]],
    ["i. one\nii. two\niii. three\niv. four", ["i. one; ii. two; iii. three; iv. four"]],
    ["i) nine\nj) ten", ["i) nine; j) ten"]],
    ["IX. nine\nX.  ten", ["IX. nine; X. ten"]],
    ["z) last\naa) and on", ["z) last aa) and on"]],
    ["(a) one\n\n    (i) in it\n    (ii) in it\n\n(b) two", ["(a) one (i) in it; (ii) in it; (b) two"]],
  ])("%j", (markdown, expected) => expect(all(markdown)).toEqual(expected));

  test.each([
    "B. Russell wrote this.",
    "I. Newton and B. Russell\ntalked about it.",
    "(1) is the first formula.",
    "a) is right, and\nc) is wrong",
    "A. Smith\nB. Jones",
    "#.none",
  ])("%j is none", (markdown) =>
    expect(parseDocument(markdown).blocks.map(({ type }) => type)).toEqual(["paragraph"]),
  );

  test("their marks stand on the page and, as far as HTML knows them, there", () => {
    expect(page("(i) one\n(ii) two\n", { width: 40 })).toContain("(ii) two");
  });
});

test("a definition begins with a tilde, too", () =>
  expect(all("Term\n  ~ Definition\n\nOther\n\n ~ One\n\nabout\n~ 5 km")).toEqual([
    "Term: Definition; Other: One",
    "about ~ 5 km",
  ]));

describe("a heading's text is a reference to it", () => {
  const linked = (markdown: string): string[] =>
    [...inlinesOf(parseDocument(markdown).blocks)].flatMap((one) => (one.type === "link" ? [one.href] : []));
  test.each([
    ["# A *good* head!\n\n[A good head!][] and [text][a Good  head!]", ["#a-good-head", "#a-good-head"]],
    ["See [Head][].\n\nHead {#own}\n----", ["#own"]],
    ["# Head\n\n[Head][]\n\n[head]: x.md", ["x.md"]],
    ["# Head\n\n# A *head*\n\n[head], [Other][], [a head], list[0][Head]", ["#a-head"]],
  ])("%j", (markdown, expected) => expect(linked(markdown)).toEqual(expected));
});
