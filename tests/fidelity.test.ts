import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource } from "../src/essay/front-matter.ts";
import { browserWords, firstDifference, ibidWords } from "./support/oracle.ts";

const root = join(import.meta.dirname, "..");
const files = readdirSync(join(root, "essays"), { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".md"),
);

describe("ibid shows the words that a browser would show", () => {
  test.each(files)("of %s", (file) => {
    const { body } = readSource(readFileSync(join(root, "essays", file), "utf8"));
    expect(firstDifference(body)).toBeUndefined();
    expect(ibidWords(body).body.length).toBeGreaterThan(400);
  });

  test.each([
    ["a blank at the end of an element", "<b>one </b>two and [three ](/x)four"],
    ["text between items", "<ul>one<li>two</li>three</ul>"],
    ["text between rows", "<table>one<tr><td>two</td></tr></table>"],
    ["lines in a cell", "<table><tr><td>one<br>two</td><td><ul><li>three</li></ul></td></tr></table>"],
    ["a summary after its details", "<details>\n\nrest\n\n<summary>head</summary></details>"],
    ["details without a summary", "<details>rest</details>"],
    ["a backtick in a link's text", "`a` and [b`](/c)"],
    ["an inline note", "one^[two [three](/x)] four `^[five]`"],
  ])("%s", (_, markdown) => {
    expect(firstDifference(markdown)).toBeUndefined();
    expect(browserWords(markdown).body.length).toBeGreaterThan(0);
  });

  test("the oracle sees what is missing and what is out of order", () => {
    expect(firstDifference("one <x-y>two</x-y>")).toBeUndefined();
    expect(browserWords("one two").body).not.toEqual(ibidWords("one").body);
    expect(browserWords("one two").body).not.toEqual(ibidWords("two one").body);
  });
});
