import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { fit, graphemes, takeColumns, truncate, width } from "../../src/text/width.ts";

describe("width", () => {
  test("of every character of the Basic Multilingual Plane is what string-width says", () => {
    const different: string[] = [];
    for (let code = 0x20; code < 0xffff; code++) {
      if ((code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)) continue;
      const character = String.fromCharCode(code);
      // In company too, so that what joins with its neighbour is seen.
      if (width(`a${character}`) !== stringWidth(`a${character}`)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
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

test("text is cut between graphemes, and filled with blanks", () => {
  expect(takeColumns("日本語", 5)).toBe("日本");
  expect(truncate("abcdef", 4)).toBe("abc…");
  expect(truncate("日本語", 5)).toBe("日本…");
  expect(truncate("abc", 3)).toBe("abc");
  expect(fit("日本語", 8)).toBe("日本語  ");
  expect(fit("7", 3, "right")).toBe("  7");
});
