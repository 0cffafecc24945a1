import { describe, expect, test } from "vitest";
import { paintPlain } from "../../src/formats/plain.ts";
import { flowsIn } from "../../src/layout/flow.ts";
import { layOut, page } from "../support/page.ts";

const markdown = "| Name | Text |\n|:--|--:|\n| one | a few words in a cell |\n| two | b |";

describe("a table", () => {
  test("takes what it needs where it has it", () => {
    expect(page(markdown)).toEqual([
      "Name                   Text",
      "────  ─────────────────────",
      "one   a few words in a cell",
      "two                       b",
    ]);
  });

  test("wraps its cells where it is narrower, rows then parted", () => {
    expect(page(markdown, { width: 20 })).toEqual([
      "Name            Text",
      "────  ──────────────",
      "one   a few words in",
      "              a cell",
      "",
      "two                b",
    ]);
  });

  test("becomes records where even its words do not fit", () => {
    const wide =
      "| Alphabet | Bravissimo | Charleston |\n|---|---|---|\n| aaaaaaaa | bbbbbbbbbb | cccccccccc |\n| d | | f |";
    expect(page(wide, { width: 24 })).toEqual([
      "Alphabet: aaaaaaaa",
      "  Bravissimo: bbbbbbbbbb",
      "  Charleston: cccccccccc",
      "",
      "Alphabet: d",
      "  Charleston: f",
    ]);
    expect(page(wide, { width: 20 })).toEqual([
      "Alphabet: aaaaaaaa",
      "  Bravissimo:",
      "    bbbbbbbbbb",
      "  Charleston:",
      "    cccccccccc",
      "",
      "Alphabet: d",
      "  Charleston: f",
    ]);
  });

  test("of records finds the name of a column once, and each note", () => {
    const wide =
      "| Alphabet of long words | Bravo[^1] |  |\n|---|---|---|\n| aaaaaaaa | b[^2] | without a name |\n| c | d | e |\n\n[^1]: One.\n\n[^2]: Two.";
    const lines = layOut(wide, { width: 24 });
    expect(lines.map(paintPlain)).toEqual([
      "Alphabet of long",
      "  words: aaaaaaaa",
      "  Bravo[1]: b[2]",
      "  without a name",
      "",
      "Alphabet of long",
      "  words: c",
      "  Bravo[1]: d",
      "  e",
      "",
      "  [1] One.",
      "  [2] Two.",
    ]);
    const names = flowsIn(lines).filter(({ text }) => text.startsWith("Bravo"));
    expect(names).toHaveLength(1);
  });

  test("keeps code, marks and alignment in its cells", () => {
    expect(
      page("| a | b |\n|:-:|---|\n| `x\\|y` | **b**[^1] |\n| longer | |\n\n[^1]: Note.", { notes: "none" }),
    ).toEqual(["  a     b", "──────  ────", " x|y    b[1]", "longer"]);
  });
});

test("a column is as wide as its longest wrapped line, right-to-left ones too", () => {
  const table = (cell: string): string => `| a | b |\n|---|---|\n| 1x | ${cell} |`;
  expect(page(table("extraordinarily ".repeat(4).trim()), { width: 40 })).toEqual([
    "a   b",
    "──  ───────────────────────────────",
    "1x  extraordinarily extraordinarily",
    "    extraordinarily extraordinarily",
  ]);
  const word = "\u05d0".repeat(15);
  expect(page(table(`${word} ${word} ${word}`), { width: 40 })).toEqual([
    "a   b",
    "──  ───────────────────────────────",
    `1x  ${word} ${word}`,
    `                    ${word}`,
  ]);
});

describe("numbers", () => {
  test.each([
    ["| a | n |\n|---|---|\n| x | 1 |\n| y | 100 |", ["a    n", "─  ───", "x    1", "y  100"]],
    ["| a | n |\n|---|---|\n| x | -1.5 % |\n| y | |", ["a       n", "─  ──────", "x  -1.5 %", "y"]],
    ["| a | n |\n|---|:--|\n| x | 1 |\n| y | 100 |", ["a  n", "─  ───", "x  1", "y  100"]],
    ["| a | n |\n|---|---|\n| x | 1 |\n| y | ten |", ["a  n", "─  ───", "x  1", "y  ten"]],
  ])(
    "stand at the right where a column has nothing else, unless its author says otherwise: %j",
    (markdown, expected) => {
      expect(page(markdown)).toEqual(expected);
    },
  );
});

test("air parts a row of several lines from its neighbours, and no others", () => {
  const long = "word ".repeat(9).trim();
  const lines = page(
    `| a | b |\n|---|---|\n| 1x | a |\n| 2x | b |\n| 3x | ${long} |\n| 4x | d |\n| 5x | e |`,
    { width: 30 },
  );
  expect(lines.map((line) => line.slice(0, 2).trim())).toEqual([
    "a",
    "──",
    "1x",
    "2x",
    "",
    "3x",
    "",
    "",
    "4x",
    "5x",
  ]);
});

test("a cell of more than six lines in a narrow column makes records of a table", () => {
  const table = (words: number): string =>
    `| Name | State | Notes |\n|---|---|---|\n| a name of some length | done | ${"some words ".repeat(words).trim()} |`;
  const lines = (words: number): string[] => page(table(words), { width: 38 });
  expect(lines(4)[0]).toMatch(/^Name +State +Notes$/);
  expect(lines(20).slice(0, 3)).toEqual([
    "Name: a name of some length",
    "  State: done",
    "  Notes: some words some words some",
  ]);
});

test("a header over short cells is wrapped before a column of text is", () => {
  const lines = page(
    '| Excerpt | Hacker News score | Lobsters score |\n|---|---|---|\n| "Passive Voice Considered Harmful" | 376 | 27 |\n| b | 1 | 2 |',
    { width: 52 },
  );
  expect(lines).toEqual([
    "Excerpt                             Hacker  Lobsters",
    "                                      News     score",
    "                                     score",
    "──────────────────────────────────  ──────  ────────",
    '"Passive Voice Considered Harmful"     376        27',
    "b                                        1         2",
  ]);
});

test("in a window that is wider than the measure, a column is wider only if the table then needs no wrapping", () => {
  const table = (words: number): string =>
    `| a | b |\n|---|---|\n| one | ${"some words ".repeat(words).trim()} |`;
  const widest = (words: number): number =>
    Math.max(...page(table(words), { width: 118, measure: 72, notes: "margin" }).map((text) => text.length));
  expect(widest(8)).toBe(3 + 2 + 8 * 11 - 1);
  expect(widest(14)).toBeLessThanOrEqual(3 + 2 + 72);
});

test("a column of numbers with units, marks and a second number in brackets is aligned at the right, another is not", () => {
  const column = (...cells: string[]): string[] =>
    page(`| a | n |\n|---|---|\n${cells.map((cell) => `| x | ${cell} |`).join("\n")}`).slice(2);
  expect(column("15.4 TB", "7.7 TB", "0")).toEqual(["x  15.4 TB", "x   7.7 TB", "x        0"]);
  expect(column("42%", "31%*")).toEqual(["x   42%", "x  31%*"]);
  expect(column("-883 (-12%)", "5")).toEqual(["x  -883 (-12%)", "x            5"]);
  expect(column("2024-01-02", "5")).toEqual(["x  2024-01-02", "x  5"]);
  expect(column("3 of the 4", "5")).toEqual(["x  3 of the 4", "x  5"]);
});
