import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { type Line, lineText } from "../../src/layout/line.ts";
import { isHeading } from "../../src/page/laid-essay.ts";
import { paged, withMore } from "../../src/page/pages.ts";

function pagesOf(markdown: string, height: number, width = 40): Line[][] {
  const document = parseDocument(markdown);
  const lines = layoutDocument(document, { width, notes: "inline", marks: "superscript" });
  const all = paged(lines, height);
  return Array.from({ length: Math.ceil(all.length / height) }, (_, nth) =>
    all.slice(nth * height, (nth + 1) * height),
  );
}

const texts = (lines: readonly Line[]): string[] => lines.map(lineText);
const words = (count: number): string => Array.from({ length: count }, (_, nth) => `word${nth}`).join(" ");

describe("pages", () => {
  test("a heading goes to the next page with its text", () => {
    const [first, second] = pagesOf(`${words(44)}\n\n## Heading\n\n${words(20)}`, 13);
    expect(texts(first!).join("")).not.toContain("Heading");
    expect(lineText(second![0]!)).toBe("Heading");
  });

  test("neither the first nor the last line of a paragraph stands alone", () => {
    for (let height = 12; height < 20; height++) {
      for (const page of pagesOf(`${words(30)}\n\n${words(40)}\n\n${words(50)}`, height)) {
        const blocks = page.filter(({ spans }) => spans.length > 0).map(({ block }) => block);
        for (const edge of [blocks[0], blocks.at(-1)])
          expect(blocks.filter((block) => block === edge).length).toBeGreaterThan(1);
      }
    }
  });

  test("a table that goes on has its header again, as no part of the text", () => {
    const rows = Array.from({ length: 30 }, (_, nth) => `| row ${nth} | ${nth} |`).join("\n");
    const [, second] = pagesOf(`| Name | Number |\n|---|---|\n${rows}`, 12);
    expect(texts(second!)[0]).toContain("Name");
    expect(second![0]!.isAdded).toBe(true);
    expect(second![0]!.spans.every(({ flow }) => flow === undefined)).toBe(true);
  });

  test("hold every line once, in order, whatever the text is", () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map(words),
      fc.constantFrom(
        "## Heading",
        "> A quotation\n>\n> of two",
        "- one\n- two\n\n  more",
        "```\ncode\n\n\nmore\n```",
        "* * *",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), fc.integer({ min: 5, max: 20 }), (blocks, height) => {
        const document = parseDocument(blocks.join("\n\n"));
        const lines = layoutDocument(document, { width: 40, notes: "inline", marks: "superscript" });
        const all = paged(lines, height);
        const shown = (own: readonly Line[]): string[] =>
          texts(own.filter(({ isAdded }) => !isAdded)).filter((text) => text.trim() !== "");
        expect(shown(all)).toEqual(shown(lines));
        const more: Line[] = [
          { spans: [], block: 99 },
          ...layoutDocument(parseDocument(words(9)), { width: 40, notes: "none", marks: "brackets" }),
        ];
        const whole = withMore(all, more, height);
        expect(whole.slice(0, all.length)).toEqual(all);
        expect(shown(whole.slice(all.length))).toEqual(shown(more));
      }),
    );
  });

  test("a table wider than the text extends into the left margin of a left page as a whole", () => {
    const wide = `| One | Two |\n|---|---|\n| ${words(8)} | b |\n| a | ${words(4)} |`;
    const document = parseDocument(`Cited[^1].\n\n${wide}\n\n[^1]: Note.`);
    const options = { width: 80, notes: "margin", marks: "superscript", measure: 40 } as const;
    const laid = layoutDocument(document, options);
    const [left, right] = [false, true].map((isMirrored) =>
      texts(paged(laid, 20, { columns: { text: 40, all: 80, isMirrored } })).filter((text) =>
        /One|──|word|^ *a /.test(text),
      ),
    );
    const shift = left![0]!.length - right![0]!.length;
    expect(shift).toBeGreaterThan(0);
    expect(left).toEqual(right!.map((text) => " ".repeat(shift) + text));
  });

  test("what follows the text does not stand alone on two pages", () => {
    const height = 20;
    const after: Line[] = Array.from({ length: 6 }, () => ({
      spans: [{ text: "Next", roles: [] }],
      block: 99,
    }));
    for (let count = 20; count < 60; count++) {
      const markdown = Array.from({ length: count }, (_, nth) => words(4 + (nth % 7) * 3)).join("\n\n");
      const document = parseDocument(markdown);
      const lines = layoutDocument(document, { width: 40, notes: "none", marks: "superscript" });
      const all = withMore(paged(lines, height, {}, after.length), after, height);
      const lastTwo = all.slice(Math.floor((all.length - 1) / (2 * height)) * 2 * height);
      const own = lastTwo.filter(({ block, isAdded, spans }) => block < 99 && !isAdded && spans.length > 0);
      expect(own.length).toBeGreaterThan(1);
    }
  });

  test("no heading is the last of its page where a third of it may stay blank", () => {
    const markdown = Array.from(
      { length: 30 },
      (_, nth) => `## Heading ${nth}\n\n${words(7 + (nth % 9) * 5)}`,
    ).join("\n\n");
    for (let height = 12; height < 30; height++) {
      const pages = pagesOf(markdown, height);
      for (const page of pages.slice(0, -1)) {
        const last = page.findLast(({ spans }) => spans.length > 0)!;
        expect(isHeading(last) || lineText(last).startsWith("──")).toBe(false);
      }
    }
  });
});
