/**
 * Ranks of headings: the title is alone in its own, whatever numbers the author took.
 */
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import type { Header } from "../../src/layout/header.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { lineText } from "../../src/layout/line.ts";

const OPTIONS = { width: 40, notes: "inline", marks: "superscript" } as const;

function lines(markdown: string, header?: Header): string[] {
  return layoutDocument(parseDocument(markdown), OPTIONS, header)
    .map(lineText)
    .filter((line) => line !== "");
}

describe("under a title", () => {
  test.each([
    ["# One\n\n## Two", ["T", "═", "One", "───", "▪ Two"]],
    ["## One\n\n### Two", ["T", "═", "One", "───", "▪ Two"]],
    ["### One\n\n##### Two", ["T", "═", "One", "───", "▪ Two"]],
    ["## Two\n\n# One", ["T", "═", "▪ Two", "One", "───"]],
  ])("%j", (markdown, expected) => {
    expect(lines(markdown, { title: "T" })).toEqual(expected);
  });
});

test("each of six levels has a look of its own, under a title and without one", () => {
  const markdown = [1, 2, 3, 4, 5, 6].map((depth) => `${"#".repeat(depth)} A`).join("\n\n");
  for (const header of [undefined, {}, { title: "T" }]) {
    // A heading with a rule has two lines: its text is the same, its rule is not.
    const looks = lines(markdown, header).filter((line) => line !== "A" && line !== "T");
    expect(new Set(looks).size).toBe(header?.title === undefined ? 6 : 7);
  }
});

test("a document that shows its title itself", () => {
  expect(lines("# T\n\n## One\n\n### Two", {})).toEqual(["T", "═", "One", "───", "▪ Two"]);
  expect(lines("# T\n\n### One", {})).toEqual(["T", "═", "One", "───"]);
});

test("text stands right under the rule of its heading, and apart from what is above; other blocks stand apart from it", () => {
  const source =
    "Before.\n\n## One\n\nText.\n\n## Two\n\n- Item.\n\n## Three\n\n> Quotation.\n\n### Four\n\nText.";
  const expected = `Before.

One
───
Text.

Two
───
• Item.

Three
─────

│ Quotation.

▪ Four

Text.`;
  const all = (notes: "inline" | "margin"): string =>
    layoutDocument(
      parseDocument(source),
      { ...OPTIONS, width: notes === "margin" ? 110 : 40, notes },
      { title: "T" },
    )
      .slice(3)
      .map((line) => lineText(line).trimEnd())
      .join("\n");
  expect(all("inline")).toBe(expected);
  expect(all("margin")).toBe(expected);
});

test("a text without a title has the ranks that are written", () => {
  expect(lines("# One\n\n### Three")).toEqual(["One", "═══", "▪ Three"]);
});

test("date and tags are parted by dots, of which none ends a line", () => {
  const meta = ["27 December 2024", "one, two, three", "12 min"];
  expect(lines("Text", { title: "T", meta }).slice(2, -1)).toEqual([
    "27 December 2024  ·  one, two, three",
    "12 min",
  ]);
});
