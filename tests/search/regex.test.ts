/**
 * Regular expressions without turning back: what is found is compared with what V8's own find.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Automaton } from "../../src/search/regex/automaton.ts";
import { PatternError } from "../../src/search/regex/program.ts";

function found(source: string, text: string, anyCase = false): string[] {
  return new Automaton(source, anyCase).ranges(text).map(([start, end]) => text.slice(start, end));
}

describe("what an expression finds", () => {
  const cases: readonly [source: string, text: string, expected: string[]][] = [
    ["og(h)?am", "ogham ogam oggam", ["ogham", "ogam"]],
    ["a|ab", "ab", ["ab"]],
    ["^a", "aa", ["a"]],
    ["a$", "aa", ["a"]],
    ["\\bcat\\b", "cat concat cats", ["cat"]],
    ["\\Bat", "at cat", ["at"]],
    ["[^a-c]+", "abcdxa", ["dx"]],
    ["\\d{4}-\\d{2}", "in 2024-03 and 24-3", ["2024-03"]],
    ["(?:ab){2,3}", "abababab", ["ababab"]],
    ["x{0,2}y", "xxxy y", ["xxy", "y"]],
    ["\\p{Lu}\\p{Ll}+", "Élan vital", ["Élan"]],
    ["世.", "世界", ["世界"]],
    [".", "👩a", ["👩", "a"]],
    ["\\.\\/\\*", "./*", ["./*"]],
    ["(?<year>20..)", "2024", ["2024"]],
    ["a.*b", "xaxbxb", ["axbxb"]],
    ["colou?r", "color colour", ["color", "colour"]],
  ];
  test.each(cases)("%s in %s", (source, text, expected) => {
    expect(found(source, text)).toEqual(expected);
    expect(new Automaton(source, false).test(text)).toBe(true);
  });

  test("in any case", () => {
    expect(found("straße [a-z]+", "STRAßE Eins", true)).toEqual(["STRAßE Eins"]);
    expect(found("straße", "STRAßE", false)).toEqual([]);
  });
});

describe("what is refused, and where", () => {
  const cases: readonly [source: string, at: number, message: RegExp][] = [
    ["a(b", 1, /not closed/],
    ["a[b", 1, /not closed/],
    ["a)", 1, /no opening bracket/],
    ["*a", 0, /nothing before it/],
    ["a(?=b)", 1, /lookaround/],
    ["(?<!a)b", 0, /lookaround/],
    ["(a)\\1", 3, /back references/],
    ["a\\y", 1, /escape is unknown/],
    ["[z-a]", 0, /not a set of characters/],
    ["a{3,2}", 0, /the maximum is less/],
    ["a{900}", 1, /repetitions/],
    ["(a{100}){100}", 0, /too long/],
    ["a*", 0, /the empty text/],
    ["(".repeat(60), 50, /deep/],
  ];
  test.each(cases)("%s", (source, at, message) => {
    const make = (): Automaton => new Automaton(source, false);
    expect(make).toThrow(PatternError);
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ at }));
  });
});

/** Expressions of few letters, so that they often match; each takes at least one character. */
const EXPRESSIONS = fc.letrec<{ one: string; any: string }>((tie) => ({
  one: fc.constantFrom("a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\bc", "c\\b"),
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("one"),
    fc.tuple(tie("any"), tie("any")).map(([x, y]) => x + y),
    fc.tuple(tie("any"), tie("any")).map(([x, y]) => `(?:${x}|${y})`),
    fc.tuple(tie("any"), fc.constantFrom("+", "{1,2}", "{2}")).map(([x, sign]) => `(?:${x})${sign}`),
    fc
      .tuple(tie("any"), fc.constantFrom("*", "?", "{0,2}"), tie("one"))
      .map(([x, sign, y]) => `(?:${x})${sign}${y}`),
  ),
})).any;

test("whether and where a text matches first is as V8 has it", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "-"), maxLength: 14 });
  fc.assert(
    fc.property(EXPRESSIONS, texts, (source, text) => {
      const theirs = new RegExp(source, "u").exec(text);
      const automaton = new Automaton(source, false);
      expect(automaton.test(text)).toBe(theirs !== null);
      // Of matches that begin together the longest is taken here, the first alternative there.
      const [ours] = automaton.ranges(text);
      expect(ours?.[0]).toBe(theirs?.index);
      expect(
        ours === undefined ||
          new RegExp(`^(?:${source})$`, "u").test(text.slice(...ours)) ||
          /\\b/.test(source),
      ).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
