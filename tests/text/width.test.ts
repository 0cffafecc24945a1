import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { fit, graphemes, takeColumns, truncate, width } from "../../src/text/width.ts";

describe("width", () => {
  const characters = Array.from({ length: 0xffdf }, (_, index) => index + 0x20)
    .filter((code) => !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000))
    .map((code) => String.fromCharCode(code));
  /** Where terminals disagree, and ibid takes the larger count. */
  const disputed =
    /[\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1bff\ua8e0-\ua8ff\ua980-\ua9df\uaa00-\uaadf]/;

  // In company too, so that what joins with its neighbour is seen.
  test("of every character of the Basic Multilingual Plane is what string-width says", () => {
    const settled = characters.filter((character) => !disputed.test(character));
    expect(settled.filter((one) => width(`a${one}`) !== stringWidth(`a${one}`))).toEqual([]);
    expect(settled.length).toBeGreaterThan(50_000);
  });

  test("of characters that join or change their neighbours is what string-width says", () => {
    const pieces = [
      ..."ae1 日ｱﾞ한각ᄒ🎉👩🌡🛑🏴🇯🇵☎↔אا⟨",
      ..."\u0301\u05b0\u064b\u200b\u200c\u2066\u2069\ufe0e\u00ad\u11ab\u{e0067}\u{e007f}",
      "\u1112\u1161",
      "\u1112\u1161\u11ab",
      "1\u20e3",
      "👩\u200d",
      "\u200d👩",
      "✊🏽",
      "👩🏽",
      "☎\ufe0f",
      "↔\ufe0f",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (own) => {
        expect(width(own.join(""))).toBe(stringWidth(own.join("")));
      }),
    );
  });

  test("of every emoji is what string-width says", () => {
    const emoji = Array.from({ length: 0xc00 }, (_, nth) => `a${String.fromCodePoint(0x1f000 + nth)}b`);
    expect(emoji.filter((one) => width(one) !== stringWidth(one))).toEqual([]);
  });

  test("of the scripts of India and South-East Asia is never less than that", () => {
    const found = characters.filter((character) => disputed.test(character));
    expect(found.filter((one) => width(`क${one}`) < stringWidth(`क${one}`))).toEqual([]);
    expect(found.length).toBeGreaterThan(1_000);
  });

  test.each([
    ["", 0],
    ["plain", 5],
    ["日本語", 6],
    ["e\u0301", 1],
    ["👩‍👩‍👧‍👦", 2],
    ["🇯🇵", 2],
    ["✊🏽", 2],
    ["ｱﾞ", 2],
    ["a\u200bb", 2],
  ])("of %j is %i", (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

test("graphemes are extended grapheme clusters", () => {
  expect(graphemes("ae\u0301👩‍👩‍👧🇯🇵")).toEqual(["a", "e\u0301", "👩‍👩‍👧", "🇯🇵"]);
});

test("in simple text, every character is a cluster, as Unicode's rules have it", () => {
  const simple = "“Être”, Ελλάδα, Жуковский; שלום עולם: مرحبا بالعالم؟ x² │ ─ ✓";
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(simple);
  expect(graphemes(simple)).toEqual(Array.from(segments, ({ segment }) => segment));
});

test("text is cut between graphemes, and filled with blanks", () => {
  expect(takeColumns("日本語", 5)).toBe("日本");
  expect(truncate("abcdef", 4)).toBe("abc…");
  expect(truncate("日本語", 5)).toBe("日本…");
  expect(truncate("abc", 3)).toBe("abc");
  expect(fit("日本語", 8)).toBe("日本語  ");
  expect(fit("7", 3, "right")).toBe("  7");
});
