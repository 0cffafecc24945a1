import { tests } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import type { NotesPlace } from "../src/layout/measure.ts";
import { width } from "../src/text/width.ts";
import { page } from "./support/page.ts";
import { firstDifference } from "./support/oracle.ts";

const PLACES: readonly NotesPlace[] = ["inline", "margin", "end", "none"];

function expectNothingTooWide(markdown: string): void {
  for (const notes of PLACES) {
    for (let columns = 20; columns <= 120; columns += 10) {
      for (const line of page(markdown, { width: columns, notes })) {
        expect(width(line), `${columns} columns, ${notes}: ${line}`).toBeLessThanOrEqual(columns);
      }
    }
  }
}

describe("the examples of CommonMark 0.31.2", () => {
  const examples = tests.map((example) => ({ ...example, markdown: example.markdown.replaceAll("→", "\t") }));

  test("there are all of them", () => {
    expect(examples).toHaveLength(652);
  });

  // A tag that nothing closes and whose name HTML does not know is mostly a word: `Vec<T>`, `git clone <url>`.
  // Site generators read components of MDX in `.md` files too, so `<Warning>` is a callout, whose kind is shown.
  // As in kramdown and Python-Markdown, Markdown begins directly below the end of an element; the `c` of a fence is no word.
  const otherwise: Readonly<Record<number, string>> = {
    150: "word 2: a browser shows “hello”, ibid “hello foo”",
    161: "word 1: a browser shows “c int x 33”, ibid “int x 33”",
    163: "word 1: a browser shows “bar”, ibid “WARNING bar”",
    201: "word 2: a browser shows “foo baz foo”, ibid “foo bar baz foo”",
    491: "word 2: a browser shows “link”, ibid “link foo bar”",
    613: "word 1: a browser shows “”, ibid “bab c2c”",
  };

  test.each(examples)("$number, $section", ({ number, markdown }) => {
    expect(firstDifference(markdown)).toBe(otherwise[number]);
    expectNothingTooWide(markdown);
  });
});

/** What GitHub adds (GitHub Flavored Markdown Spec 0.29: 4.10, 5.3, 6.5, 6.9, and footnotes), in words of our own. */
const additions = [
  "| one | two |\n| --- | --- |\n| three | four |",
  "| one | two |\n|:-:|--:|\nthree | four",
  "| a \\| b |\n|---|\n| `c \\| d` |\n| **e \\| f** |",
  "| one |\n|---|\n| two |\n> three",
  "| one |\n|---|\n| two |\nthree\n\nfour",
  "| one | two |\n|---|\n| three |",
  "| one | two |\n|---|---|\n| three |\n| four | five | six |",
  "| one |\n|---|",
  "- [ ] one\n- [x] two",
  "- [x] one\n  - [ ] two\n  - [X] three\n- [ ] four",
  "- [ ]one\n- [y] two",
  "~~one~~ ~two~ three",
  "~~one\n\ntwo~~ ~~~three",
  "www.example.org www.example.org/one(two)three) www.example.org/four&five; www.example.org.",
  "http://example.org https://example.org/(one) ftp://example.org one@example.org one.two-three@example.org.",
  "**www.example.org** <one@example.org> `www.example.org`",
  "one[^1] two[^a]\n\n[^1]: three\n[^a]: four\n\n    five\n",
];

describe("what GitHub adds", () => {
  test.each(additions)("%j", (markdown) => {
    expect(firstDifference(markdown)).toBeUndefined();
    expectNothingTooWide(markdown);
  });
});
