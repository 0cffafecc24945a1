import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineBreaks } from "../../src/layout/breaks.ts";
import { type Span, span } from "../../src/layout/line.ts";
import { type Wrap, wrapRuns } from "../../src/layout/wrap.ts";
import { width } from "../../src/text/width.ts";

function wrapped(text: string, columns: number, wrap: Wrap | "balanced" = "even"): string[] {
  return wrapRuns([span(text)], columns, wrap).map((spans) => spans.map((one) => one.text).join(""));
}

describe("the lines of a heading", () => {
  const heading = "Introducing Austral: A Systems Language with Linear Types and Capabilities";

  test("are about as long as each other, and no more than they must be", () => {
    expect(wrapped(heading, 38, "balanced")).toEqual([
      "Introducing Austral: A",
      "Systems Language with Linear",
      "Types and Capabilities",
    ]);
    expect(wrapped(heading, 72, "balanced")).toEqual([
      "Introducing Austral: A Systems Language",
      "with Linear Types and Capabilities",
    ]);
    expect(wrapped(heading, 80, "balanced")).toEqual([heading]);
  });

  test("are as few as line by line, and no wider, whatever the words", () => {
    const words = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (lengths, columns) => {
        const text = lengths.map((length) => "a".repeat(length)).join(" ");
        const lines = wrapped(text, columns, "balanced");
        const greedy = wrapped(text, columns, "greedy");
        const widest = (of: string[]): number => Math.max(...of.map(width));
        expect(lines).toHaveLength(greedy.length);
        expect(widest(lines)).toBeLessThanOrEqual(widest(greedy));
        // A word wider than the line is broken within.
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

describe("even wrapping", () => {
  test("spends blanks on no line that another could share", () => {
    const [first, third, last] = ["a".repeat(14), "d".repeat(13), "e".repeat(16)];
    const text = `${first} bb cc ${third} ${last}`;
    expect(wrapped(text, 20, "greedy")).toEqual([`${first} bb cc`, third, last]);
    expect(wrapped(text, 20)).toEqual([`${first} bb`, `cc ${third}`, last]);
  });

  test("leaves no short word alone on the last line where the line above can give", () => {
    const text = "aaaa bbbb cccc dddd ee to";
    expect(wrapped(text, 22, "greedy").at(-1)).toBe("to");
    expect(wrapped(text, 22).at(-1)).toBe("ee to");
  });

  test("nor two short words in a narrow text", () => {
    const text = "2025, that makes you vulnerable to being laid off.";
    expect(wrapped(text, 40, "greedy").at(-1)).toBe("laid off.");
    expect(wrapped(text, 40).at(-1)).toBe("being laid off.");
  });

  test("in a narrow text, a line that is short anyway gives another word to a short last line", () => {
    expect(wrapped("drawer of her desk tied with a string and never read them.", 28)).toEqual([
      "drawer of her desk tied with",
      "a string and never",
      "read them.",
    ]);
    expect(wrapped("eye must travel when the river rose for the third time the people.", 28)).toEqual([
      "eye must travel when the",
      "river rose for the third",
      "time the people.",
    ]);
  });

  test("leaves no line under half the measure where another way to break has none", () => {
    const text =
      "Working from home ≠ working remotely. There is a time on this blog, the argument will feel familiar.";
    expect(wrapped(text, 22, "greedy")).toContain("this blog, the");
    for (const line of wrapped(text, 22).slice(0, -1)) expect(width(line)).toBeGreaterThanOrEqual(11);
  });

  test("has no line under half that is shorter than greedy's shortest, nor more lines under half, whatever the words", () => {
    const words = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 40 }), (lengths, columns) => {
        const text = lengths.map((length) => "a".repeat(length)).join(" ");
        const [even, greedy] = (["even", "greedy"] as const).map((wrap) =>
          wrapped(text, columns, wrap).slice(0, -1).map(width),
        ) as [number[], number[]];
        const underHalf = (of: number[]): number => of.filter((own) => own < columns / 2).length;
        expect(Math.min(...even, 0.5 * columns)).toBeGreaterThanOrEqual(
          Math.min(...greedy, Math.floor(0.5 * columns)),
        );
        expect(underHalf(even)).toBeLessThanOrEqual(underHalf(greedy));
      }),
    );
  });

  /**
   * By brute force: no other way to break without a line under half has a smaller sum of squared blanks. A line more than 15 % short costs as much more
   * as blanks of 74.5 % of the measure, a last line of one short word as much as 44 % of it, one of two as much as 31.5 %
   * (decision 0032).
   */
  test("has the least sum of squares", () => {
    const words = fc.array(fc.constantFrom("a", "bb", "ccc", "dddd", "eeeee"), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(words, (list) => {
        // The other test is about texts in which greedy breaking has a line under half.
        fc.pre(!wrapped(list.join(" "), 12, "greedy").slice(0, -1).some(isUnderHalf));
        const lines = wrapped(list.join(" "), 12);
        expect(lines.join(" ")).toBe(list.join(" "));
        expect(cost(lines)).toBeCloseTo(leastCost(list));
      }),
    );
  });

  function isUnderHalf({ length }: string): boolean {
    return length < 6;
  }

  function cost(lines: readonly string[]): number {
    const last = lines.at(-1)!;
    const squares = lines
      .slice(0, -1)
      .reduce((sum, { length }) => sum + (12 - length) ** 2 + holeCost(12 - length), 0);
    const isRunt = lines.length > 1 && last.length < 12 / 3;
    const share = [undefined, 0.44, 0.315][last.split(" ").length];
    return squares + (isRunt && share !== undefined ? (12 * share) ** 2 : 0);
  }

  function holeCost(blanks: number): number {
    return blanks > 0.15 * 12 ? (0.745 * 12) ** 2 : 0;
  }

  function leastCost(words: readonly string[], done: readonly string[] = []): number {
    if (words.length === 0) return cost(done);
    if (done.some(isUnderHalf)) return Infinity;
    let least = Infinity;
    for (let taken = 1; taken <= words.length; taken++) {
      const line = words.slice(0, taken).join(" ");
      if (line.length > 12) break;
      least = Math.min(least, leastCost(words.slice(taken), [...done, line]));
    }
    return least;
  }
});

describe("what may not be parted", () => {
  const mark: Span = { text: "¹", roles: ["citation"], cites: 1 };

  test("a citation's mark stays with its word", () => {
    const lines = wrapRuns([span("one two three"), mark, span(" four")], 14).map((spans) =>
      spans.map((one) => one.text).join(""),
    );
    expect(lines.every((line) => !line.startsWith("¹"))).toBe(true);
    expect(lines.join("|")).toContain("three¹");
  });

  test("even where a blank stands before it", () => {
    const lines = wrapRuns([span("one two three "), mark], 13).map((spans) =>
      spans.map((one) => one.text).join(""),
    );
    expect(lines).toEqual(["one two", "three ¹"]);
  });

  test("a flag from its hyphen", () => {
    for (let columns = 8; columns < 30; columns++) {
      for (const line of wrapped("sort -k4 -nr table.txt | head -n 5", columns))
        expect(line).not.toMatch(/(^| )-$/);
    }
  });

  test("words joined by a non-breaking space", () => {
    expect(wrapped("the year 10\u00a0000 BC", 12)).toEqual(["the year", "10\u00a0000 BC"]);
  });

  test("closing punctuation does not begin a line, in any script", () => {
    for (let columns = 4; columns < 40; columns++) {
      const lines = wrapped("これは「引用」です。とても、長い（括弧つき）文章です！", columns);
      for (const line of lines) expect(line).not.toMatch(/^[」。、）！]/);
    }
  });
});

describe("what may be parted", () => {
  test("Chinese and Japanese between characters", () => {
    expect(wrapped("日本語の文章", 6)).toEqual(["日本語", "の文章"]);
  });

  test("Thai between words of the dictionary", () => {
    expect(wrapped("ภาษาไทยเขียนติดกัน", 8).every((line) => width(line) <= 8)).toBe(true);
    expect(lineBreaks("ภาษาไทย").map(({ at }) => at)).toEqual([4]);
  });

  test("an address after its slashes, dots and signs", () => {
    const lines = wrapped("https://example.org/a/long/path?query=one&other=two", 24);
    expect(lines.join("")).toBe("https://example.org/a/long/path?query=one&other=two");
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[/.?&=_#-]$/);
  });

  test("at a soft hyphen, which is shown only there", () => {
    expect(wrapped("hyphen\u00adation", 8)).toEqual(["hyphen-", "ation"]);
    expect(wrapped("hyphen\u00adation", 20)).toEqual(["hyphenation"]);
  });

  test("a word that can't fit, between graphemes", () => {
    expect(wrapped("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrapped("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4)).toEqual(["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]);
  });
});

const BLANKS = /[ \u2000-\u2006\u2008-\u200a\u205f\u3000]/g;

test("nothing is lost and nothing is too wide, whatever the text", () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 200 })
    .map((one) => one.replace(/[\p{Cc}\u2028\u2029\u00ad]/gu, "x"));
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 4, max: 60 }),
      fc.constantFrom<Wrap>("even", "greedy"),
      (source, columns, wrap) => {
        const lines = wrapped(source, columns, wrap);
        expect(lines.join("").replace(BLANKS, "")).toBe(source.replace(BLANKS, ""));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      },
    ),
    { numRuns: 500 },
  );
});
