/** Notes beside two pages: each in the margin of the page with its mark, or under its block. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { layoutDocument, layoutNote } from "../../src/layout/layout.ts";
import { type Line, lineText } from "../../src/layout/line.ts";
import { GAP } from "../../src/layout/measure.ts";
import { paged } from "../../src/page/pages.ts";

const TEXT = 40;
const NOTES = 26;
const AIR = 1;

const words = (count: number, word = "word"): string =>
  Array.from({ length: count }, (_, nth) => `${word}${nth}`).join(" ");

interface Page {
  readonly lines: readonly Line[];
  /** The text of each row and what is beside it; the left page of two has its notes first. */
  readonly text: readonly string[];
  readonly notes: readonly string[];
}

function pagesOf(markdown: string, height: number, asks: (note: number) => void = () => undefined): Page[] {
  const document = parseDocument(markdown);
  const width = TEXT + GAP + NOTES;
  const type = { marks: "brackets" as const };
  const lines = layoutDocument(document, { ...type, width, notes: "margin", measure: TEXT, apart: true });
  const noteLines = (note: number, block: number): Line[] => {
    asks(note);
    return layoutNote(document, note, { ...type, width: NOTES }, block);
  };
  const all = paged(lines, height, {
    columns: { text: TEXT, all: width, isMirrored: false },
    air: AIR,
    beside: { noteLines, patience: Math.floor(height / 2) },
  });
  return Array.from({ length: Math.ceil(all.length / height) }, (_, nth) => {
    const own = all.slice(nth * height, (nth + 1) * height);
    const rows = own.map((line) => lineText(line).padEnd(width));
    const [text, notes] = nth % 2 === 0 ? [NOTES + GAP, 0] : [0, TEXT + GAP];
    return {
      lines: own,
      text: rows.map((row) => row.slice(text, text + TEXT)),
      notes: rows.map((row) => row.slice(notes, notes + NOTES)),
    };
  });
}

const numbers = (rows: readonly string[], pattern: RegExp): number[] =>
  Array.from(rows.join("\n").matchAll(pattern), ([, number]) => Number(number));

/** The numbers of notes that begin in the margin. */
const besideOf = ({ notes }: Page): number[] => numbers(notes, /^\[(\d+)\] /gm);
/** The numbers of notes that begin under their blocks. */
const underOf = ({ text }: Page): number[] => numbers(text, /^ +\[(\d+)\] /gm);
/** The numbers of the marks in the text. */
const marksOf = ({ text }: Page): number[] => numbers(text, /\w\[(\d+)\]/g);

const paragraph = fc.record({
  before: fc.integer({ min: 1, max: 40 }),
  after: fc.integer({ min: 0, max: 40 }),
  note: fc.integer({ min: 0, max: 50 }),
});

describe("each note of two pages", () => {
  test("is in the margin of the page with its mark, or under its paragraph", () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 24 }),
        fc.integer({ min: 10, max: 30 }),
        (paragraphs, height) => {
          const own = paragraphs.map(
            ({ before, after, note }, nth) =>
              `${words(before)}${note === 0 ? "" : `[^${nth}]`} ${words(after)}${note === 0 ? "" : `\n\n[^${nth}]: ${words(note, "n")}`}`,
          );
          const pages = pagesOf(own.join("\n\n"), height);
          for (const page of pages) {
            const marks = marksOf(page);
            for (const note of besideOf(page)) expect(marks).toContain(note);
          }
          const shown = pages.flatMap((page) => [...besideOf(page), ...underOf(page)]);
          expect(shown.toSorted((a, b) => a - b)).toEqual(pages.flatMap(marksOf));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is whole there: as many of its words are in the margin as it has", () => {
    const markdown = Array.from(
      { length: 12 },
      (_, nth) => `${words(20)}[^${nth}] ${words(9)}\n\n[^${nth}]: ${words(10 + nth * 3, "n")}`,
    ).join("\n\n");
    for (const page of pagesOf(markdown, 20)) {
      const count = page.notes.join(" ").match(/\bn\d+/g)?.length ?? 0;
      const expected = besideOf(page).map((number) => 10 + (number - 1) * 3);
      expect(count).toBe(expected.reduce((sum, own) => sum + own, 0));
    }
  });

  test("moves up where it would end below the page, and stands under its text where the margin is full", () => {
    const end = `${words(24)}\n\n${words(24)}\n\nOne[^1] and two[^2]. ${words(20)}`;
    const page = pagesOf(`${end}\n\n[^1]: ${words(20, "n")}\n[^2]: ${words(60, "n")}`, 16)[0]!;
    const mark = page.text.findIndex((row) => row.includes("One[1]"));
    const note = page.notes.findIndex((row) => row.startsWith("[1] "));
    expect(note).toBeGreaterThan(0);
    expect(note).toBeLessThan(mark);
    expect(besideOf(page)).toEqual([1]);
  });

  test("is at most a quarter of a page above its mark", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 12, max: 30 }), (notes, height) => {
        const markdown = notes
          .map((note, nth) => `${words(45)}[^${nth}]\n\n[^${nth}]: ${words(note, "n")}`)
          .join("\n\n");
        for (const page of pagesOf(markdown, height))
          for (const number of besideOf(page)) {
            const mark = page.text.findIndex((row) => row.includes(`[${number}]`));
            const note = page.notes.findIndex((row) => row.startsWith(`[${number}] `));
            expect(mark - note).toBeLessThanOrEqual(height / 4);
          }
      }),
      { numRuns: 60 },
    );
  });

  test("takes the notes that it cites along", () => {
    const notes = `[^1]: Outer[^3].\n[^2]: ${words(200, "n")}[^4].\n[^3]: Inner.\n[^4]: Innermost.`;
    const pages = pagesOf(`A text[^1] with two[^2].\n\n${words(30)}\n\n${notes}`, 20);
    expect(pages[0]!.notes.join("\n")).toMatch(/Outer[^]*Inner\./);
    const under = pages.flatMap(({ text }) => text).join("\n");
    expect(under).toMatch(/n199\[4\][^]*Innermost/);
    expect(under).not.toContain("Inner.");
  });

  test("under a heading has a blank line below it, and a heading without one has none", () => {
    const text = (note: string): string[] =>
      pagesOf(`## A head[^1]\n\nThe text.\n\n[^1]: ${note}`, 30)
        .flatMap((page) => page.text)
        .map((row) => row.trim())
        .filter((row, nth, all) => row !== "" || all[nth - 1] !== "");
    const beside = text("Short.");
    expect(beside[beside.findIndex((row) => row.startsWith("──")) + 1]).toBe("The text.");
    const under = text(words(300, "n"));
    expect(under[under.indexOf("The text.") - 1]).toBe("");
  });
});

test("each page begins with text in the same row, whatever notes the page before has", () => {
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 4, maxLength: 24 }),
      fc.integer({ min: 10, max: 30 }),
      (paragraphs, height) => {
        const own = paragraphs.map(
          ({ before, after, note }, nth) =>
            `${words(before)}[^${nth}] ${words(after)}\n\n[^${nth}]: ${words(note + 1, "n")}`,
        );
        for (const { text } of pagesOf(own.join("\n\n"), height)) {
          expect(text.findIndex((row) => row.trim() !== "")).toBe(AIR);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("a paragraph with hundreds of notes has each laid out once for the margin, and shows each once", () => {
  const count = 300;
  const notes = Array.from({ length: count }, (_, nth) => `[^${nth}]: Note ${nth}.`).join("\n");
  const marks = Array.from({ length: count }, (_, nth) => `word[^${nth}]`).join(" ");
  const asked: number[] = [];
  const pages = pagesOf(`${marks}\n\n${notes}`, 30, (note) => asked.push(note));
  expect(new Set(asked).size).toBe(count);
  expect(asked).toHaveLength(count);
  expect(pages.flatMap(besideOf).length).toBeGreaterThan(2);
  const shown = pages.flatMap((page) => [...besideOf(page), ...underOf(page)]);
  expect(shown.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, nth) => nth + 1));
});

test("a table that extends into the margin has no note beside it", () => {
  const table = `| One | Two |\n|---|---|\n${Array.from({ length: 6 }, () => `| ${words(5)} | ${words(4)} |`).join("\n")}`;
  for (const before of [1, 30, 60]) {
    const markdown = `${words(before)} cited[^1].\n\n${table}\n\nThen[^2].\n\n[^1]: ${words(24, "n")}\n[^2]: Two.`;
    const pages = pagesOf(markdown, 40);
    for (const { lines } of pages)
      for (const { spans } of lines) {
        const isTable = spans.some(({ roles }) => roles.includes("rule") || roles.includes("tableHeader"));
        expect(isTable && spans.some(({ roles }) => roles.includes("noteNumber"))).toBe(false);
      }
    const shown = pages.flatMap((page) => [...besideOf(page), ...underOf(page)]);
    expect(shown.toSorted((a, b) => a - b)).toEqual([1, 2]);
  }
});
