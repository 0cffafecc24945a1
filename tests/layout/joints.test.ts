import { describe, expect, test } from "vitest";
import { lineText } from "../../src/layout/line.ts";
import type { LayoutOptions } from "../../src/layout/layout.ts";
import { wrapRuns } from "../../src/layout/wrap.ts";
import { layOut } from "../support/page.ts";

const texts = (markdown: string, width: number, hyphens: LayoutOptions["hyphens"] & string): string[] =>
  layOut(markdown, { width, hyphens, tools: { hyphenators: () => undefined } }).map(lineText);

/** A paragraph of 54 columns in which a name stands where the first line ends. */
const around = (name: string): string =>
  `Words of a text that goes on here up to ${name} and then it goes on and on for some words more.`;

describe("a long name in code", () => {
  test.each([
    ["a dot", "Iterator.prototype.flatMap", "Iterator."],
    ["two colons", "filesystem::directory_entry", "filesystem::"],
    ["a low line", "builtin_expect_with_probability", "builtin_"],
    ["an arrow", "request->headers->content", "request->"],
    ["a bracket", "replace(filename,directory)", "replace("],
    ["a part that begins with a capital", "CollectionViewLayoutAttributes", "Collection"],
  ])("is broken after %s where the line would be too short, without a hyphen", (_, name, end) => {
    const [first, second] = texts(around(`\`${name}\``), 54, "auto");
    expect(first).toMatch(/up to \S+$/);
    const broken = first!.slice("Words of a text that goes on here up to ".length);
    expect(broken.startsWith(end)).toBe(true);
    expect(broken + second!.split(" ")[0]!).toBe(name);
  });

  test("stays whole if no line needs it, and where hyphens are not wanted", () => {
    const source = around("`Iterator.prototype.flatMap`");
    expect(texts(source, 54, "never")[1]).toMatch(/^Iterator\.prototype\.flatMap /);
    expect(texts(source, 72, "auto").some((text) => text.includes("Iterator.prototype.flatMap"))).toBe(true);
  });

  test("stays whole if it is short or has no joints", () => {
    for (const name of ["a.b.c.d", "VERSION", "dynamicMember", "concurrentlyevaluated", "macOSVersion"])
      for (const width of [50, 52, 54, 56])
        expect(texts(around(`\`${name}\``), width, "auto").join(" ")).toContain(name);
  });
});

test("an abbreviation or a number in prose is not broken at its signs", () => {
  for (const width of [50, 52, 54])
    expect(texts(around("U.S.A.Government.Office"), width, "auto").join(" ")).toContain(
      "U.S.A.Government.Office",
    );
});

describe("a name that is wider than a line", () => {
  const cut = (name: string, columns: number): string[] =>
    wrapRuns([{ text: name, roles: [] }], columns).map((spans) => spans.map(({ text }) => text).join(""));

  test("is cut between its parts", () => {
    expect(cut("LogicalConjunctionPrecedence", 27)).toEqual(["LogicalConjunction", "Precedence"]);
    expect(cut("com.example.views.CollectionViewLayoutAttributes", 20)).toEqual([
      "com.example.views.",
      "CollectionViewLayout",
      "Attributes",
    ]);
  });

  test("never before the closing sign behind it, or a single letter", () => {
    expect(cut("CFMutableStringRef, an", 18)).toEqual(["CFMutableString", "Ref, an"]);
    expect(cut("+arrayWithObjects:", 17)).toEqual(["+arrayWith", "Objects:"]);
    expect(cut("/contribute, and", 11)).toEqual(["/contribu", "te, and"]);
    expect(cut("internationalization.”", 20)).toEqual(["internationalizati", "on.”"]);
    expect(cut("ab.", 2)).toEqual(["a", "b."]);
    expect(cut("!".repeat(7), 3)).toEqual(["!!!", "!!!", "!"]);
  });

  test("is not cut within a time or a number where it has another part", () => {
    expect(cut("2026-11-29T13:59:12Z.", 20)).toEqual(["2026-11-29T", "13:59:12Z."]);
  });

  test("is cut where the line ends if a part would leave most of the line empty, or has no parts", () => {
    expect(cut("abcInternationalizationalities", 20)).toEqual(["abcInternationalizat", "ionalities"]);
    expect(cut("donaudampfschifffahrt", 20)).toEqual(["donaudampfschifffah", "rt"]);
    expect(cut("字".repeat(11), 20)).toEqual(["字".repeat(10), "字"]);
  });
});
