import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { decodeText } from "../../src/essay/decode.ts";
import type { Line } from "../../src/layout/line.ts";
import { lineText } from "../../src/layout/line.ts";
import type { LayoutOptions } from "../../src/layout/layout.ts";
import { matchesIn } from "../../src/page/matches.ts";
import { linesPassage } from "../../src/page/passage.ts";
import { lineOf, placeOf } from "../../src/page/place.ts";
import { layOut } from "../support/page.ts";

/** Parts words after every third letter. */
const everyThird = (word: string): number[] =>
  Array.from({ length: word.length }, (_, at) => at).filter(
    (at) => at > 0 && at % 3 === 0 && at < word.length - 2,
  );

const options: Partial<LayoutOptions> = { hyphens: "always", tools: { hyphenators: () => everyThird } };

function lines(markdown: string, width: number, more: Partial<LayoutOptions> = {}): Line[] {
  return layOut(markdown, { ...options, width, ...more });
}

const texts = (laid: readonly Line[]): string[] => laid.map(lineText);
const WORDS = "incomprehensible internationalism notwithstanding misunderstanding of it";

describe("a word that is parted", () => {
  const source = `An ${WORDS} and ${WORDS} in the end.`;
  const laid = lines(source, 20);
  const unparted = lines(source, 20, { hyphens: "never" });

  test("ends its line with a hyphen that the text has not", () => {
    const hyphened = laid.filter(({ spans }) => spans.at(-1)?.hyphen);
    expect(hyphened.length).toBeGreaterThan(0);
    for (const line of hyphened) expect(lineText(line)).toMatch(/\p{L}-$/u);
    const flow = laid[0]!.spans[0]!.flow!;
    expect(flow.text).toBe(source);
    for (const { spans } of laid)
      for (const { text, at } of spans.filter(({ hyphen }) => !hyphen))
        expect(flow.text.slice(at, at! + text.length)).toBe(text);
  });

  test("is found whole", () => {
    const matcher = (text: string): [number, number][] =>
      Array.from(text.matchAll(/misunderstanding/g), ({ index }) => [index, index + 16]);
    expect(matchesIn(laid, { text: "misunderstanding", matcher })).toHaveLength(2);
  });

  test("is copied whole", () => {
    const { essay, document } = openEssay(decodeText(Buffer.from(source)), "a.md", "/a.md");
    expect(linesPassage({ essay, document, lines: laid }, 0, laid.length - 1)).toContain(source);
  });

  test("is copied whole from a list", () => {
    const list = `- ${source}`;
    const own = lines(list, 24);
    expect(own.some(({ spans }) => spans.at(-1)?.hyphen)).toBe(true);
    const { essay, document } = openEssay(decodeText(Buffer.from(list)), "a.md", "/a.md");
    const copied = linesPassage({ essay, document, lines: own }, 0, own.length - 1);
    for (const word of WORDS.split(" ")) expect(copied).toContain(word);
  });

  test("counts as whole for a place", () => {
    unparted.forEach((_, line) => {
      const found = laid[lineOf(laid, placeOf(unparted, line))]!;
      const at = unparted[line]!.spans[0]!.at!;
      const last = found.spans.findLast(({ hyphen }) => !hyphen)!;
      expect(found.spans[0]!.at!).toBeLessThanOrEqual(at);
      expect(last.at! + last.text.length).toBeGreaterThanOrEqual(at);
    });
  });
});

test.each([
  ["code", "So many words here `incomprehensible_name` and others after"],
  ["an address", "So many words here https://example.org/incomprehensible and others"],
  ["a file's name", "So many words here incomprehensible.text and others after it"],
  ["capitals", "So many words here INCOMPREHENSIBLE and some others after it"],
  ["a name with capitals in it", "So many words here IncomprehensibleThing and some others"],
  ["a word with digits", "So many words here incomprehensible24 and some others after"],
  ["a heading", "# So many words in an incomprehensible heading of text"],
  ["the last word", "So many words that one is misunderstanding"],
])("%s is not parted", (_, source) => {
  for (const width of [20, 22, 24, 26])
    expect(texts(lines(source, width)).filter((text) => text.endsWith("-"))).toEqual([]);
});

describe("a word that is wider than a line is parted with hyphens", () => {
  const word = "misunderstandings";
  test.each([
    ["at the end of a text", `Of ${word}.`],
    ["in capitals", `Of ${word.toUpperCase()} and more`],
    ["in a list", `- ${word}, and more`],
    ["in a heading", `# On ${word}: more`],
    ["before a dash", `Of ${word}—and more`],
    ["before a note's mark", `Of ${word}.[^1]\n\n[^1]: A note.`],
  ])("%s", (_, source) => {
    const own = texts(lines(source, 14));
    const nth = own.findIndex((text) => text.endsWith("-"));
    const [end, rest] = [own[nth]!.slice(0, -1).split(" ").at(-1)!, own[nth + 1]!];
    expect(end).toMatch(/^m[a-z]+$/i);
    expect(end.length % 3).toBe(0);
    expect(`${end}${rest.trim()}${own[nth + 2] ?? ""}`.replace(/-/g, "").toLowerCase()).toContain(word);
  });
});

test("a word that is longer than a hyphenator takes is parted all along", () => {
  const words = `The ${"unbelievable".repeat(9)} and more.`;
  const own = texts(lines(words, 24));
  const parts = own.slice(0, -1);
  expect(parts.length).toBeGreaterThan(4);
  for (const text of parts) expect(text).toMatch(/-$|^The$/);
  expect(own.join(" ").replaceAll("- ", "")).toBe(words);
});

test("no hyphen stands at the end of a line that is half empty", () => {
  const own = texts(
    lines("A footnote about the opening prose.", 14, {
      tools: { hyphenators: () => (word) => (word === "footnote" ? [4] : []) },
    }),
  );
  expect(own).toEqual(["A footnote", "about the", "opening prose."]);
});

test("a possessive is parted like its word", () => {
  const found = [20, 22, 24, 26].flatMap((width) =>
    texts(lines("So many words here incomprehensible’s and internationalism's and others", width)),
  );
  expect(found.some((text) => text.endsWith("-"))).toBe(true);
  expect(found.join("\n")).not.toMatch(/’-|'-/);
});

test("words are parted in narrow lines, or in all lines, or never", () => {
  const long = `${WORDS} ${WORDS} ${WORDS} ${WORDS}`;
  const isParted = (width: number, hyphens: LayoutOptions["hyphens"] & string): boolean =>
    lines(long, width, { hyphens }).some(({ spans }) => spans.at(-1)?.hyphen);
  expect(isParted(30, "auto")).toBe(true);
  expect([51, 53, 55, 57].some((width) => isParted(width, "always"))).toBe(true);
  expect(isParted(30, "never")).toBe(false);
});

test("in wide lines, words are parted only where a line would be more than 15 % short, and then fewer are", () => {
  const words = fc.array(
    fc.constantFrom("a", "of", "word", "sentence", "incomprehensibility", "unbelievably"),
    {
      minLength: 20,
      maxLength: 90,
    },
  );
  const short = (laid: readonly Line[], width: number): number =>
    texts(laid.slice(0, -1)).filter((text) => text.length < 0.85 * width).length;
  let mended = 0;
  fc.assert(
    fc.property(words, fc.integer({ min: 50, max: 72 }), (list, width) => {
      const [whole, auto] = (["never", "auto"] as const).map((hyphens) =>
        lines(list.join(" "), width, { hyphens }),
      ) as [Line[], Line[]];
      const before = short(whole, width);
      expect(before > 0 || isDeepStrictEqual(texts(auto), texts(whole))).toBe(true);
      expect(short(auto, width)).toBeLessThanOrEqual(before);
      mended += before - short(auto, width);
    }),
  );
  expect(mended).toBeGreaterThan(0);
});

test("notes in the margin are parted beside text that is not", () => {
  const source = `Text that cites it[^1] and goes on.\n\n[^1]: ${WORDS} ${WORDS}`;
  const laid = lines(source, 110, { hyphens: "auto", notes: "margin" });
  expect(laid.some(({ spans }) => spans.some(({ hyphen, roles }) => hyphen && roles.includes("note")))).toBe(
    true,
  );
});

test("no two lines in a row end with a hyphen, and no line is too wide", () => {
  const words = fc.array(
    fc.constantFrom("a", "of", "word", "sentence", "incomprehensible", "understanding"),
    {
      minLength: 10,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 40 }), (list, width) => {
      const laid = lines(list.join(" "), width);
      const ends = laid.map(({ spans }) => spans.at(-1)?.hyphen === true);
      expect(ends.some((own, nth) => own && ends[nth + 1])).toBe(false);
      for (const text of texts(laid)) expect(text.length).toBeLessThanOrEqual(width);
      const joined = laid.map(
        (line, nth) => lineText(line).slice(0, ends[nth] ? -1 : undefined) + (ends[nth] ? "" : " "),
      );
      expect(joined.join("").trim()).toBe(list.join(" "));
    }),
  );
});
