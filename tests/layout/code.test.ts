import { expect, test } from "vitest";
import { spansWidth } from "../../src/layout/cut.ts";
import { lineText } from "../../src/layout/line.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import { decodeText } from "../../src/essay/decode.ts";
import { linesPassage } from "../../src/page/passage.ts";
import { layOut } from "../support/page.ts";

const CODE = "```rust,ignore\nfn main() {\n\n}\n```";

test("on a screen every line of code fills the width, blank ones too, with the language at the right of the first", () => {
  const lines = layOut(CODE, { width: 30, marks: "superscript" });
  expect(lines.map(lineText)).toEqual([
    "  fn main() {            rust ",
    " ".repeat(30),
    "  }                           ",
  ]);
  for (const { spans } of lines) {
    expect(spansWidth(spans)).toBe(30);
    expect(spans.every(({ roles }) => roles.includes("codeBlock") || roles.includes("codeLabel"))).toBe(true);
  }
});

test("the language stands above a first line that leaves no room for it", () => {
  const source = "```rust\nlet something = 12 * 12;\n```";
  const lines = layOut(source, { width: 30, marks: "superscript" });
  expect(lines.map(lineText)).toEqual(["                         rust ", "  let something = 12 * 12;    "]);
});

test("code without a language has no name, and one that is too long for the block none either", () => {
  expect(
    layOut("```\na\n```", { width: 30, marks: "superscript" }).map((line) => lineText(line).trim()),
  ).toEqual(["a"]);
  const narrow = layOut("```javascript\na\n```", { width: 8, marks: "superscript" });
  expect(narrow.map((line) => lineText(line).trim())).toEqual(["a"]);
});

test("down a pipe code is code alone", () => {
  expect(layOut(CODE, { width: 30 }).map(lineText)).toEqual(["  fn main() {", "", "  }"]);
});

test("a passage is copied without the name of its language and without blanks at its ends", () => {
  const { essay, document } = openEssay(decodeText(Buffer.from(CODE)), "a.md", "/a.md");
  const lines = layOut(CODE, { width: 30, marks: "superscript" });
  expect(linesPassage({ essay, document, lines }, 0, lines.length - 1)).toMatch(
    /^ {2}fn main\(\) \{\n\n {2}\}\n\n—/,
  );
});

test("a long line of code is cut after a sign near its end, so that a name stays whole and no closing sign stands alone", () => {
  const rows = (source: string): string[] =>
    layOut(`\`\`\`\n${source}\n\`\`\``, { width: 28 }).map(({ spans }) =>
      spans
        .map(({ text }) => text)
        .join("")
        .trim(),
    );
  expect(rows("def internationalization(characteristically, b):")).toEqual([
    "def internationalization(",
    "↪ characteristically, b):",
  ]);
  expect(rows("  foo(name_is_much_longer());")).toEqual(["foo(name_is_much_", "↪ longer());"]);
  expect(rows("x".repeat(30))).toEqual(["x".repeat(26), "↪ xxxx"]);
});
