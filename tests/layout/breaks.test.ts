import { Rules } from "@cto.af/linebreak";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineBreaks } from "../../src/layout/breaks.ts";

const rules = new Rules();

/** Breaks by the whole algorithm, which `lineBreaks` asks only where it has to. */
function byTheRules(text: string): number[] {
  return Array.from(rules.breaks(text), ({ position }) => position).filter(
    (at) => at > 0 && at < text.length,
  );
}

describe("the short cut for plain words says what the whole algorithm says", () => {
  const plain = fc.constantFrom(
    "word",
    "Größe",
    "слово",
    "λόγος",
    "שלום",
    "سلام",
    "می‌خواهم",
    "don't",
    "e.g.",
    "3.5",
    "end.",
    "(one)",
    "“two”",
    "what?!",
    "یک،",
    "10,000",
  );
  test("of words in any order", () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(" ");
        expect(lineBreaks(text).map(({ at }) => at)).toEqual(byTheRules(text));
      }),
      { numRuns: 500 },
    );
  });

  // Left out: lines with what ibid breaks by rules of its own (addresses, Thai, flags, signs that hold together, grapheme clusters).
  test("of the essays that ship", () => {
    const root = join(import.meta.dirname, "../../essays");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".md"),
    );
    for (const file of files) {
      const paragraphs = readFileSync(join(root, file), "utf8")
        .split("\n")
        .filter(
          (line) =>
            !/[\u200d\p{M}\p{RI}]|[\s([{<%/]\/|([+*=~#%])\1|https?:|www\.|[\u0e00-\u0eff]|[ ][-‐–—./:]|^\s*[-|>`]|\s{2}/u.test(
              line,
            ),
        );
      for (const paragraph of paragraphs)
        expect(lineBreaks(paragraph).map(({ at }) => at)).toEqual(byTheRules(paragraph));
    }
  });
});

describe("by rules of its own, no line ends", () => {
  const parts = (text: string): string[] => {
    const ends = [...lineBreaks(text).map(({ at }) => at), text.length];
    return ends.map((at, nth) => text.slice(nth === 0 ? 0 : ends[nth - 1], at));
  };
  test.each([
    [
      "within a path, but after its folders",
      "C:\\Users\\name\\a.txt; it",
      ["C:\\Users\\", "name\\", "a.txt; ", "it"],
    ],
    [
      "before the ending of an address",
      "www.example.com/a.html, it",
      ["www.", "example.com/", "a.html, ", "it"],
    ],
    ["after a dash that opens", "he —said— no", ["he ", "—said", "— ", "no"]],
    ["before a path's sign, but before its blank", "in /usr and .NET", ["in ", "/usr ", "and ", ".NET"]],
  ])("%s", (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
