import { describe, expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { lineText } from "../../src/layout/line.ts";
import { withWikiLinks } from "../../src/links/wiki-links.ts";

const SHIP = openEssay({ text: "# Ship\n", problems: [] }, "ship.md", "ship.md").essay;

/** The first paragraph's inlines, where the library holds `ship`. */
function inlines(source: string): unknown {
  const document = withWikiLinks(parseDocument(source), (href) =>
    href.split("#")[0] === "ship"
      ? { kind: "essay", essay: SHIP, heading: undefined, wrongCase: false }
      : { kind: "missing", slug: href },
  );
  const [block] = document.blocks;
  return block?.type === "paragraph" ? block.children : block;
}

const link = (href: string, text: string): object => ({
  type: "link",
  href,
  children: [{ type: "text", text }],
});

describe("wiki links", () => {
  test.each([
    ["[[ship]]", [link("ship", "ship")]],
    ["[[ship|how to *ship*]]", [link("ship", "how to *ship*")]],
    ["[[ship#the-end]]", [link("ship#the-end", "ship#the-end")]],
    ["a[[ship]]b", [{ type: "text", text: "a" }, link("ship", "ship"), { type: "text", text: "b" }]],
  ])("%s is a link to an essay of the library", (source, expected) =>
    expect(inlines(source)).toEqual(expected),
  );

  test.each([
    ["[[other]]", "other"],
    ["![[other#part]]", "other#part"],
    ["[[other|some *words*]]", "some *words*"],
    ["[[2025-03-04]]", "2025-03-04"],
    ["x[[1]]", "x[[1]]"],
    ["[[2024]] [[2020_01_01]]", "2024 2020_01_01"],
  ])("%s leads nowhere: its text is shown, quiet", (source, expected) => {
    const document = withWikiLinks(parseDocument(source), (href) => ({ kind: "missing", slug: href }));
    const [line] = layoutDocument(document, { width: 80, notes: "inline", marks: "brackets" });
    expect(line && lineText(line)).toBe(expected);
    expect(line?.spans.at(-1)?.roles).toContain("quiet");
  });

  test.each(["[[ ship ]]", "if [[ -f x ]]; then", "[[]]", "[[ship"])("%s stays as it was written", (source) =>
    expect(inlines(source)).toEqual([{ type: "text", text: source }]),
  );

  test("text in brackets that is a link already is none", () => {
    expect(inlines("[[ship]](https://example.org)")).toEqual([link("https://example.org", "[ship]")]);
    expect(inlines("`[[ship]]`")).toEqual([{ type: "codeSpan", text: "[[ship]]" }]);
  });
});

describe("what a vault embeds", () => {
  const inlines = (markdown: string): unknown => {
    const [block] = parseDocument(markdown).blocks;
    return block?.type === "paragraph" ? block.children : block;
  };

  test.each([
    ["![[a b.png]]", { type: "image", src: "a b.png", alt: "", byName: true }],
    ["![[a.svg|300]]", { type: "image", src: "a.svg", alt: "", byName: true }],
    ["![[a.jpg|A tree]]", { type: "image", src: "a.jpg", alt: "A tree", byName: true }],
    [
      "![[A page#Part]]",
      { type: "wikiLink", href: "A page#Part", text: "A page#Part", raw: "![[A page#Part]]", embeds: true },
    ],
    [
      "![[sounds/a b.mp3]]",
      {
        type: "link",
        href: "sounds/a b.mp3",
        children: [{ type: "text", text: "▷ audio a b.mp3" }],
        byName: true,
      },
    ],
  ])("%s", (markdown, expected) => {
    expect(inlines(markdown)).toEqual([expected]);
  });

  test("a link in brackets is none of them", () => {
    expect(inlines("[[a b]]\n\n[a b]: /c\n")).toEqual([
      { type: "text", text: "[" },
      { type: "link", href: "/c", children: [{ type: "text", text: "a b" }] },
      { type: "text", text: "]" },
    ]);
  });
});
