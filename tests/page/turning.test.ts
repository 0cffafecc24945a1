import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texOf } from "../../src/formats/mathematics.ts";
import { lineText } from "../../src/layout/line.ts";
import { headAbove, laidOver } from "../../src/page/table-head.ts";
import { paged } from "../../src/page/pages.ts";
import {
  endOfScreen,
  goesOn,
  lastScreen,
  halfTurned,
  mayBegin,
  turned,
  turnedBack,
} from "../../src/page/turning.ts";
import { layOut } from "../support/page.ts";

const turns = fc.constantFrom(turned, halfTurned);

const paragraph = (count: number): string => "four words in line ".repeat(count).trim();

/** A display formula of as many rows. */
const matrix = (rows: number): string =>
  `$$\n\\begin{pmatrix}${Array.from({ length: rows }, (_, row) => `x_{${row}}`).join("\\\\")}\\end{pmatrix}\n$$`;

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

describe("where a heading, a note or a table would be parted from what it belongs to, the next screen begins", () => {
  test("without the heading of a paragraph of which two lines were seen", () => {
    const lines = layOut(`one\n\n## Head\n\n${paragraph(9)}`, { width: 20, marks: "superscript" });
    // one, blank, Head, rule, then the paragraph from line 4 on
    expect(turned(lines, 0, 6)).toBe(4);
    expect(turned(lines, 0, 7)).toBe(4);
    expect(turned(lines, 0, 8)).toBe(6);
  });

  test("with the last two lines of the paragraph that a note belongs to", () => {
    const text = (lines: number): string =>
      `one\n\n${paragraph(lines - 1)} four words in end[^1]\n\n[^1]: ${paragraph(6)}`;
    const at = (count: number, height: number): number =>
      turned(layOut(text(count), { width: 20, marks: "superscript" }), 0, height);
    // one, blank, five lines of text, blank, the note
    expect(at(5, 8)).toBe(5);
    expect(at(5, 9)).toBe(5);
    expect(at(3, 6)).toBe(2);
  });
});

test("with the header of a table whose first row was not seen whole, and with a whole row", () => {
  const row = `| c | ${paragraph(5)} |\n`;
  const above = `one\n\n${paragraph(20)}\n\n`;
  const lines = layOut(`${above}| a | b |\n|---|---|\n${row}${row}`, { width: 24, marks: "superscript" });
  const text = (height: number): string => lineText(lines[turned(lines, 0, height)]!).trim();
  const head = lines.findIndex((own) => lineText(own).startsWith("a "));
  const second = lines.findLastIndex((own) => lineText(own).startsWith("c "));
  for (let height = head + 1; height < second - 1; height++) expect(text(height)).toMatch(/^a /);
  for (let height = second + 1; height < lines.length; height++) {
    expect(endOfScreen(lines, 0, height)).toBe(second);
  }
});

test("a row of a table that is longer than a third of the screen is parted, two lines or more from its beginning", () => {
  const tall = fc.integer({ min: 1, max: 20 }).map(paragraph);
  const table = fc
    .array(tall, { minLength: 2, maxLength: 12 })
    .map((rows) => `| a | b |\n|---|---|\n${rows.map((own) => `| c | ${own} |\n`).join("")}`);
  fc.assert(
    fc.property(table, fc.integer({ min: 8, max: 30 }), (source, height) => {
      const lines = layOut(source, { width: 24, marks: "superscript" });
      const all = paged(lines, height);
      for (let end = height; end < all.length; end += height) {
        const page = all.slice(end - height, end);
        const blank = height - 1 - page.findLastIndex((own) => lineText(own).trim() !== "");
        // A row that stays whole takes a third; a blank line is between rows.
        expect(blank).toBeLessThanOrEqual(Math.max(height / 3, 2) + 1);
        const next = all.slice(end).find((own) => !own.isAdded && lineText(own).trim() !== "");
        expect(next?.part?.row ?? 0).not.toBe(1);
      }
    }),
  );
});

/** A table with a column of text, and one that becomes records: its other columns have long words. */
const grids = (head: string, rows: readonly string[]): string =>
  `| a | ${head} |\n|---|---|\n${rows.map((own) => `| c | ${own} |\n`).join("")}`;
const records = (head: string, rows: readonly string[]): string =>
  `| a | ${head} | extraordinarily | d |\n|---|---|---|---|\n${rows.map((own) => `| c | ${own} | incomprehensible | e |\n`).join("")}`;

test.each([
  ["of rows", grids],
  ["of records", records],
])("whatever the table %s, each of its rows is seen below the header that stands over it", (_, tableOf) => {
  const cell = fc.integer({ min: 1, max: 6 }).map(paragraph);
  const table = fc
    .tuple(cell, fc.array(cell, { minLength: 3, maxLength: 30 }))
    .map(([head, rows]) => tableOf(head, rows));
  fc.assert(
    fc.property(table, turns, fc.integer({ min: 5, max: 30 }), (source, next, height) => {
      const lines = layOut(`one\n\n${source}`, { width: 24, marks: "superscript" });
      const seen = new Set<number>();
      for (let top = 0; ;) {
        const head = top === 0 ? 0 : headAbove(lines, top, height).length;
        const end = Math.min(lines.length, next === turned ? endOfScreen(lines, top, height) : top + height);
        for (let at = top + head; at < end; at++) seen.add(at);
        if (top + height >= lines.length) break;
        top = next(lines, top, height);
      }
      const unseen = lines.flatMap((own, at) => (seen.has(at) || lineText(own).trim() === "" ? [] : [at]));
      expect(unseen).toEqual([]);
    }),
  );
});

test("with the first cell of a record that goes on, where it is short", () => {
  const lines = layOut(`${paragraph(6)}\n\n${records("b", [paragraph(8), paragraph(8)])}`, {
    width: 24,
    marks: "superscript",
  });
  const seen: string[] = [];
  for (let top = 0; top + 8 < lines.length;) {
    top = turned(lines, top, 8);
    if ((lines[top]!.part?.row ?? 0) > 0) seen.push(lineText(headAbove(lines, top, 8)[0]!));
  }
  expect(seen.length).toBeGreaterThan(1);
  for (const text of seen) expect(text).toBe("a: c");
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

/** Essays as they are written: headings with text, paragraphs of any length, lists, code, quotations, tables, notes. */
const essays = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }).map(paragraph) },
      fc.integer({ min: 1, max: 9 }).map((words) => `## Head\n\n${paragraph(words)}`),
      fc.integer({ min: 1, max: 9 }).map((words) => `- ${paragraph(words)}\n- b\n- c`),
      fc.integer({ min: 1, max: 12 }).map((rows) => `\`\`\`\n${"code\n".repeat(rows)}\`\`\``),
      fc.integer({ min: 1, max: 9 }).map((words) => `> ${paragraph(words)}`),
      fc.integer({ min: 3, max: 30 }).map((rows) => `| a | b |\n|---|---|\n${"| c | d |\n".repeat(rows)}`),
      fc.integer({ min: 1, max: 20 }).map(matrix),
      fc.constant(`Noted[^1] ${paragraph(4)}\n\n[^1]: ${paragraph(4)}`),
    ),
    { minLength: 4, maxLength: 25 },
  )
  .map((blocks) => layOut(blocks.join("\n\n"), { width: 30, marks: "superscript", tools: { tex: texOf } }));

describe("a formula", () => {
  const lines = layOut(`${paragraph(6)}\n\n${matrix(9)}\n\nthe end\n\n${paragraph(9)}`, {
    width: 20,
    marks: "superscript",
    tools: { tex: texOf },
  });

  test("that a screen would part is whole on the next one", () => {
    // Six lines of text, a blank, nine rows from line 7 on.
    for (let height = 10; height < 16; height++) {
      expect(endOfScreen(lines, 0, height)).toBe(7);
      expect(turned(lines, 0, height)).toBe(7);
      expect(mayBegin(lines, 10, height)).toBe(false);
    }
    expect(endOfScreen(lines, 0, 16)).toBe(16);
  });

  test("that is higher than the screen is parted", () => {
    expect(endOfScreen(lines, 2, 8)).toBe(10);
    expect(mayBegin(lines, 10, 8)).toBe(true);
  });

  test("is whole on a page, whatever stays blank", () => {
    const rows = paged(lines, 14).map(({ part }) => part?.row);
    expect(rows.slice(14, 23)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows.slice(0, 14).every((row) => row === undefined)).toBe(true);
  });
});

describe("whatever the essay", () => {
  test("the last screen begins with text, and shows the last line", () => {
    fc.assert(
      fc.property(essays, fc.integer({ min: 8, max: 40 }), (lines, height) => {
        const last = lastScreen(lines, height);
        expect(last + height).toBeGreaterThanOrEqual(lines.length);
        expect(last).toBeLessThan(lines.length);
        expect(lineText(lines[last]!).trim()).not.toBe("");
        for (let top = last, turns = 0; turns < 2; turns++, top = turned(lines, top, height))
          expect(top).toBe(last);
      }),
    );
  });

  test("a turn back passes over nothing, and shows the screen from which a turn on leads here, if there is one", () => {
    fc.assert(
      fc.property(
        essays,
        turns,
        fc.integer({ min: 5, max: 30 }),
        fc.integer({ min: 1 }),
        (lines, next, height, at) => {
          fc.pre(lines.length > height);
          const top = 1 + (at % (lines.length - height));
          const before = turnedBack(lines, top, height, next);
          expect(before).toBeLessThan(top);
          const then = next(lines, before, height);
          expect(then).toBeGreaterThanOrEqual(top);
          const good = Array.from({ length: top }, (_, start) => start).filter((start) =>
            mayBegin(lines, start, height),
          );
          const leadHere = good.filter((start) => next(lines, start, height) === top);
          expect(leadHere.length === 0 || leadHere.includes(before)).toBe(true);
          const cover = good.filter((start) => next(lines, start, height) >= top);
          expect(cover.length === 0 || cover.includes(before)).toBe(true);
        },
      ),
    );
  });

  test("half a screen on begins neither below a heading nor with the second or last line of a paragraph", () => {
    fc.assert(
      fc.property(essays, fc.integer({ min: 9, max: 30 }), (lines, height) => {
        for (let top = 0; top + height < lines.length;) {
          const next = halfTurned(lines, top, height);
          expect(next).toBeGreaterThan(top);
          expect(
            lines
              .slice(top + height, next)
              .map(lineText)
              .join("")
              .trim(),
          ).toBe("");
          const words = lineText(lines[next]!);
          expect(words.trim()).not.toBe("");
          expect(words).not.toMatch(/^─+$/);
          const isAmid = goesOn(lines, next - 1) && goesOn(lines, next + 1);
          expect(isAmid || !goesOn(lines, next)).toBe(true);
          const { row, rows } = lines[next]!.part ?? { row: 0, rows: 1 };
          expect(row === 0 || rows > height).toBe(true);
          top = next;
        }
      }),
    );
  });
});

test("the header of a table is repeated beside a note in the margin, which stays", () => {
  const rows = Array.from({ length: 40 }, (_, nth) => `| row ${nth} | value |\n`).join("");
  const note = Array.from({ length: 60 }, (_, nth) => `word${nth}`).join(" ");
  const source = `Text[^1]\n\n| Name | Value |\n|---|---|\n${rows}\n[^1]: ${note}`;
  const lines = layOut(source, { width: 100, marks: "superscript", notes: "margin" });
  const at = lines.findIndex((own) => lineText(own).includes("row 2 "));
  expect(lineText(lines[at]!)).toContain("word");
  const head = headAbove(lines, at, 20);
  expect(head.map((own) => lineText(own).trim())).toEqual([
    expect.stringMatching(/^Name +Value$/),
    expect.stringMatching(/^─+ +─+$/),
  ]);
  head.forEach((row, nth) => {
    const [own, covered] = [lineText(laidOver(row, lines[at + nth]!)), lineText(lines[at + nth]!)];
    const beside = covered.slice(covered.indexOf("word"));
    expect(own.startsWith(lineText(row).trimEnd())).toBe(true);
    expect(own.slice(covered.indexOf("word"))).toBe(beside);
  });
});
