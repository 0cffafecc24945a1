/**
 * Pages in the place of `![[page]]` (Obsidian, "Embed files"): three deep, circles told, notes renumbered.
 */
import { expect, test } from "vitest";
import type { Block, Document } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { withTransclusions } from "../../src/document/transclusion.ts";
import { blocksIn, citedIn, inlinesOf } from "../../src/document/walk.ts";

/** A document with its transclusions filled from pages by name. */
function filled(markdown: string, pages: Readonly<Record<string, string>>): Document {
  return withTransclusions(parseDocument(markdown), "start", (href) => {
    const [name = "", part] = href.split("#");
    const source = pages[name];
    if (source === undefined) return undefined;
    return { key: name, title: name.toUpperCase(), part, document: () => parseDocument(source) };
  });
}

function said(blocks: readonly Block[]): string[] {
  return Array.from(blocksIn(blocks), (block) => {
    if (block.type === "transclusion") return `[${block.title}${block.stopped ? ` ${block.stopped}` : ""}]`;
    return block.type === "paragraph" || block.type === "heading" ? plainText(block.children) : block.type;
  });
}

test("a page stands in the place of a paragraph that wants it there", () => {
  const { blocks } = filled("Before\n\n![[a]]\n\nAfter", { a: "One\n\nTwo" });
  expect(said(blocks)).toEqual(["Before", "[A]", "One", "Two", "After"]);
  expect(blocks).toHaveLength(3);
});

test("in a list item and a quotation too; within a line it stays a link to the page", () => {
  const { blocks } = filled("- ![[a]]\n\n> ![[a]]\n\nSee ![[a]] there", { a: "One" });
  expect(said(blocks)).toEqual(["list", "[A]", "One", "blockQuote", "[A]", "One", "See a there"]);
});

test("what is no page stays as it was written", () => {
  const { blocks } = filled("![[gone]]", { a: "One" });
  expect(blocks[0]).toMatchObject({ type: "paragraph", children: [{ type: "wikiLink", raw: "![[gone]]" }] });
});

test("a part of a page: under a heading, or the block of an identifier", () => {
  const pages = { a: "Top\n\n## One\n\nFirst\n\n## Two\n\nSecond ^two2nd\n\nThird" };
  expect(said(filled("![[a#One]]", pages).blocks)).toEqual(["[A]", "One", "First"]);
  expect(said(filled("![[a#^two2nd]]", pages).blocks)).toEqual(["[A]", "Second"]);
  expect(said(filled("![[a#None]]", pages).blocks)[0]).toBe("a#None");
});

test("a circle is told, and so is the fourth page within pages", () => {
  const circle = { a: "A\n\n![[b]]", b: "B\n\n![[a]]" };
  expect(said(filled("![[a]]", circle).blocks)).toEqual(["[A]", "A", "[B]", "B", "[A circle]"]);
  const deep = { a: "![[b]]", b: "![[c]]", c: "![[d]]", d: "D" };
  expect(said(filled("![[a]]", deep).blocks)).toEqual(["[A]", "[B]", "[C]", "[D depth]"]);
});

test("a page that holds itself", () => {
  const document = withTransclusions(parseDocument("![[start]]"), "start", () => ({
    key: "start",
    title: "Start",
    part: undefined,
    document: () => parseDocument("![[start]]"),
  }));
  expect(said(document.blocks)).toEqual(["[Start circle]"]);
});

test("notes are numbered anew, in the order of their first citation", () => {
  const markdown = "One[^x]\n\n![[a]]\n\nTwo[^y] and again[^x]\n\n[^x]: X\n[^y]: Y\n";
  const { blocks, notes } = filled(markdown, {
    a: "A[^1] b[^2]\n\n[^1]: first\n[^2]: second[^3]\n[^3]: third",
  });
  expect(citedIn(inlinesOf(blocks))).toEqual([1, 2, 3, 4]);
  const text = notes.map(({ blocks: own }) => said(own).join(" "));
  expect(text).toEqual(["X", "first", "second", "Y", "third"]);
  expect(notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  const firsts = Array.from(inlinesOf(blocks)).filter((one) => one.type === "citation" && one.first);
  expect(firsts).toHaveLength(4);
});

test("a page that is shown twice has its notes twice, each where it is cited", () => {
  const { notes } = filled("![[a]]\n\n![[a]]", { a: "A[^1]\n\n[^1]: first" });
  expect(notes).toHaveLength(2);
});

test("pages that hold ten pages that hold ten pages come to an end", () => {
  const ten = (name: string): string => Array.from({ length: 100 }, () => `![[${name}]]\n`).join("\n");
  const { blocks } = filled(ten("a"), { a: ten("b"), b: ten("c"), c: "C" });
  const all = said(blocks);
  expect(all.length).toBeLessThan(50_000);
  expect(all).toContain("[A bound]");
});

test("the same document where nothing is wanted", () => {
  const document = parseDocument("Text [[a]]");
  expect(withTransclusions(document, "start", () => undefined)).toBe(document);
});
