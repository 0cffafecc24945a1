import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineText } from "../../src/layout/line.ts";
import { endOfScreen, goesOn, turned } from "../../src/page/turning.ts";
import { layOut } from "../support/page.ts";

const paragraph = (count: number): string => "four words in line ".repeat(count).trim();

/** The text of the line that the next screen begins with. */
function next(markdown: string, height: number, top = 0): string {
  const lines = layOut(markdown, { width: 20, marks: "superscript" });
  return lineText(lines[turned(lines, top, height)]!);
}

describe("the next screen begins", () => {
  test("with the block that was not seen", () => {
    expect(next(`one\n\ntwo\n\nthree\n\n${paragraph(9)}`, 4)).toBe("three");
    expect(next(`one\n\ntwo\n\nthree\n\n${paragraph(9)}`, 3)).toBe("three");
  });

  test("with the heading that stood last, for it goes with what follows", () => {
    expect(next(`one\n\ntwo\n\n## Head\n\n${paragraph(9)}`, 6)).toBe("Head");
    expect(next(`one\n\ntwo\n\n## Head\n\n${paragraph(9)}`, 7)).toBe("Head");
  });

  test("two lines before the end of a paragraph that goes on", () => {
    const lines = layOut(`one\n\n${paragraph(9)}`, { width: 20, marks: "superscript" });
    expect(turned(lines, 0, 8)).toBe(6);
  });

  test("with the first line of a paragraph of which one line was seen", () => {
    const lines = layOut(`one\n\ntwo\n\n${paragraph(9)}`, { width: 20, marks: "superscript" });
    expect(turned(lines, 0, 5)).toBe(4);
  });
});

test("whatever the text, every line is seen, and each turn goes on", () => {
  const block = fc.oneof(
    fc.integer({ min: 1, max: 12 }).map(paragraph),
    fc.constant("## Head"),
    fc.constant("- a\n- b"),
    fc.constant("```\ncode\n\ncode\n```"),
  );
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 4, max: 20 }),
      (blocks, height) => {
        const lines = layOut(blocks.join("\n\n"), { width: 20, marks: "superscript" });
        for (let top = 0; top + height < lines.length;) {
          const after = turned(lines, top, height);
          expect(after).toBeGreaterThan(top);
          expect(after).toBeLessThanOrEqual(top + height + 1);
          top = after;
        }
      },
    ),
  );
});

test("whatever the text, no screen ends with a single line of a paragraph or a heading", () => {
  const block = fc.oneof(fc.integer({ min: 1, max: 7 }).map(paragraph), fc.constant("## Head"));
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 9, max: 30 }),
      (blocks, height) => {
        // Two headings without text between them may be longer than the rows that a screen gives.
        const source = blocks.filter((own, nth) => own !== "## Head" || blocks[nth + 1] !== "## Head");
        const lines = layOut(source.join("\n\n"), { width: 20, marks: "superscript" });
        for (let top = 0; top + height < lines.length; top = turned(lines, top, height)) {
          const end = endOfScreen(lines, top, height);
          let last = end - 1;
          while (last > top && lineText(lines[last]!).trim() === "") last--;
          const isBegun = last === end - 1 && goesOn(lines, end);
          expect(isBegun && !goesOn(lines, last)).toBe(false);
          expect(lineText(lines[last]!)).not.toMatch(/Head|─/);
          expect(turned(lines, top, height)).toBeLessThanOrEqual(end + 1);
        }
      },
    ),
  );
});
