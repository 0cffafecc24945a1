/**
 * Words, and those of them that are read.
 */
import { describe, expect, test } from "vitest";
import { countReadWords } from "../../src/text/words.ts";

describe("words that are read", () => {
  test.each([
    ["Two words", 2],
    ['A [link here](https://example.org/a/b/c "its title") there', 6],
    ["![alt text](data:image/png;base64,AAAA/BBBB+CCCC) end", 3],
    ["See https://example.org/a-b/c?d=e now", 2],
    ["[name]: https://example.org/a/b", 1],
    ['<img src="data:image/png;base64,AA/BB" alt="x y"> end', 1],
    ["<em>two</em> words", 2],
    ["a < b and c > d", 5],
    ["文字[链接](https://example.org/a)后面的文字", 6],
    ["a 3:1 ratio, note: this", 6],
  ])("%s", (markdown, words) => {
    expect(countReadWords(markdown)).toBe(words);
  });
});
