import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginColumns } from "../../src/layout/measure.ts";
import { width } from "../../src/text/width.ts";
import { layOut, page } from "../support/page.ts";

const WIDE = 110;
const NOTES_AT = 72 + 3;

function beside(markdown: string, columns = WIDE): string[] {
  return page(markdown, { width: columns, notes: "margin" });
}

/** The row on which the text or a note holds `words`. */
function rowOf(lines: readonly string[], words: string): number {
  return lines.findIndex((line) => line.includes(words));
}

const words = "some plain words of text ";

describe("notes in the margin", () => {
  test("stand level with the line that cites them", () => {
    const lines = beside(
      `${words.repeat(12)}here[^1] ${words.repeat(3)}\n\n${words}there[^2].\n\n[^1]: One.\n[^2]: Two.`,
    );
    expect(rowOf(lines, "[1] One.")).toBe(rowOf(lines, "here[1]"));
    expect(rowOf(lines, "[2] Two.")).toBe(rowOf(lines, "there[2]"));
    expect(lines[rowOf(lines, "[1] One.")]!.indexOf("[1] One.")).toBe(NOTES_AT);
  });

  test("are pushed down by those above them, with a blank line between", () => {
    const lines = beside(`here[^1] and there[^2].\n\n[^1]: ${"long note ".repeat(12)}\n[^2]: Two.`);
    const [one, two] = [rowOf(lines, "[1] long"), rowOf(lines, "[2] Two")];
    expect(one).toBe(0);
    expect(lines[two - 1]).toBe("");
    expect(lines[two - 2]).toContain("note");
  });

  test("that only a note cites follow that note", () => {
    const lines = beside("here[^1] and there[^2].\n\n[^1]: One[^3].\n[^2]: Two.\n[^3]: Three.");
    expect(rowOf(lines, "[1] One")).toBeLessThan(rowOf(lines, "[3] Three"));
    expect(rowOf(lines, "[3] Three")).toBeLessThan(rowOf(lines, "[2] Two"));
  });

  test("stand under their text where they would stand half a screen below it", () => {
    const long = "a note of many words ".repeat(60);
    const lines = beside(`here[^1].\n\nthen[^2].\n\nnext[^3].\n\n[^1]: ${long}\n[^2]: Two.\n[^3]: Three.`);
    expect(rowOf(lines, "then[2]")).toBe(2);
    expect(rowOf(lines, "[2] Two")).toBe(4);
    expect(rowOf(lines, "next[3]")).toBe(6);
    expect(lines[4]).toMatch(/^ {4}\[2\] Two\./);
    expect(lines[8]).toMatch(/^ {4}\[3\] Three\./);
  });

  test("stand under their text where they are longer than a screen", () => {
    const long = "a very long note ".repeat(120);
    const lines = beside(`here[^1] and there[^2].\n\nA paragraph.\n\n[^1]: ${long}\n[^2]: Two.`);
    expect(lines[rowOf(lines, "[1] a very")]!.indexOf("[1]")).toBeLessThan(8);
    expect(lines[rowOf(lines, "[2] Two.")]!.indexOf("[2] Two.")).toBe(NOTES_AT);
    expect(lines.at(-1)).toContain("A paragraph.");
  });

  test("of one paragraph stand beside it as far as there is room, and only the others under it", () => {
    const note = "words of a note ".repeat(15);
    const lines = beside(
      `One[^1] two[^2] three[^3] four[^4].\n\n[^1]: ${note}\n[^2]: ${note}\n[^3]: ${note}\n[^4]: ${note}`,
    );
    const at = (number: number): number => rowOf(lines, `[${number}] words`);
    for (const number of [1, 2, 3]) {
      expect(lines[at(number)]!.indexOf(`[${number}] words`)).toBe(NOTES_AT);
      expect(at(number)).toBeLessThanOrEqual(20);
    }
    expect(lines[at(4)]).toMatch(/^ {4}\[4\] words/);
  });

  test("leave room for a table that runs under the margin", () => {
    const table = `| a | b |\n|---|---|\n| ${"x".repeat(60)} | ${"y".repeat(40)} |`;
    const lines = beside(
      `here[^1].\n\n${table}\n\nthen[^2].\n\n[^1]: ${"long note ".repeat(12)}\n[^2]: Two.`,
    );
    const row = rowOf(lines, "xxx");
    expect(lines[row]).toContain("y".repeat(30));
    expect(rowOf(lines, "[1] long")).toBeLessThan(row);
    for (const line of lines.slice(row, row + 1)) expect(line).not.toContain("note");
    expect(rowOf(lines, "[2] Two")).toBeGreaterThan(row);
  });

  test("are inline where the width does not hold the text and 24 columns of notes", () => {
    expect(marginColumns(86, 72)).toBeUndefined();
    expect(marginColumns(87, 72)).toEqual({ text: 60, notes: 24 });
    expect(marginColumns(99, 72)).toEqual({ text: 72, notes: 24 });
    expect(marginColumns(200, 72)).toEqual({ text: 72, notes: 44 });
    expect(marginColumns(71, 44)).toEqual({ text: 44, notes: 24 });
    expect(beside("here[^1].\n\n[^1]: One.", 80)).toEqual(["here[1].", "", "    [1] One."]);
  });

  test("never overlap, stay in order, never stand above their mark, and never make a line too wide", () => {
    const paragraph = fc.record({
      before: fc.integer({ min: 1, max: 40 }),
      note: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 87, max: 160 }),
        (paragraphs, columns) => {
          const body = paragraphs
            .map(({ before }, n) => `${words.repeat(before)}mark${n}x[^${n}] ${words}`)
            .join("\n\n");
          const notes = paragraphs
            .map(({ note }, n) => `[^${n}]: note${n}x ${"and more ".repeat(note)}end${n}x`)
            .join("\n");
          const lines = beside(`${body}\n\n${notes}`, columns);
          let above = -1;
          paragraphs.forEach((_, n) => {
            const begin = rowOf(lines, `note${n}x`);
            expect(begin).toBeGreaterThanOrEqual(rowOf(lines, `mark${n}x`));
            // What would stand too low stands under its text, and no longer in the margin's order.
            if (lines[begin]!.indexOf(`[${n + 1}]`) < 20) return;
            expect(begin).toBeGreaterThan(above);
            above = rowOf(lines, `end${n}x`);
          });
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("belong to the text beside them", () => {
    const lines = layOut("here[^1].\n\n[^1]: One.", { width: WIDE, notes: "margin" });
    expect(lines[0]).toMatchObject({ block: 0 });
    expect(lines[0]?.note).toBeUndefined();
    expect(
      lines[0]?.spans
        .filter((span) => span.roles.includes("note"))
        .map((span) => span.text)
        .join("")
        .trim(),
    ).toBe("[1] One.");
  });
});
