import { describe, expect, test } from "vitest";
import { afterLine, endOfLine, lineAt, lineFeeds } from "../../src/text/lines.ts";

describe("the lines of a text", () => {
  const text = "ab\n\ncd";

  test.each([
    [0, 2, "ab", 3],
    [2, 2, "", 3],
    [3, 3, "", 4],
    [4, 6, "cd", 6],
    [6, 6, "", 6],
  ])("at %i", (at, end, rest, next) => {
    expect(endOfLine(text, at)).toBe(end);
    expect(lineAt(text, at)).toBe(rest);
    expect(afterLine(text, at)).toBe(next);
  });

  test("are counted, in all of it or in a part", () => {
    expect(lineFeeds(text)).toBe(2);
    expect(lineFeeds(text, 0, 3)).toBe(1);
    expect(lineFeeds(text, 2, 2)).toBe(0);
    expect(lineFeeds("")).toBe(0);
  });
});
