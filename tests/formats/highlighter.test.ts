import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { highlighter } from "../../src/formats/highlighter.ts";
import { taggedPage } from "../support/page.ts";

const src = join(import.meta.dirname, "../../src");

test("keywords, strings, numbers and comments have roles", () => {
  const lines = taggedPage("```ts\nconst a = 'b'; // c\n```", { width: 72, tools: { highlighter } });
  expect(lines).toEqual([
    "    <codeBlock><codeKeyword>const</codeKeyword> a = <codeString>'b'</codeString>; <codeComment>// c</codeComment></codeBlock>",
  ]);
});

test("a token may go on over several lines", () => {
  const lines = taggedPage("```js\n/* one\ntwo */ 3\n```", { width: 72, tools: { highlighter } });
  expect(lines).toEqual([
    "    <codeBlock><codeComment>/* one</codeComment></codeBlock>",
    "    <codeBlock><codeComment>two */</codeComment> <codeNumber>3</codeNumber></codeBlock>",
  ]);
});

test.each(["", "nosuchlanguage", "text-with-dashes"])("the language is never guessed: %j", (language) => {
  expect(highlighter("const a = 1;", language)).toBeUndefined();
});

test("code that holds the highlighter's own characters, or entities, comes out unchanged", () => {
  expect(highlighter("const a = '\u{f0100}';", "ts")).toBeUndefined();
  const code = "if (a < b && c > d) { return '&amp;'; }\n\n\n    indented";
  expect(
    highlighter(code, "js")
      ?.map((line) => line.map(({ text }) => text).join(""))
      .join("\n"),
  ).toBe(code);
});

test("no line of this program is changed by it", () => {
  // Every third file has what all have.
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .filter((_, nth) => nth % 3 === 0);
  let coloured = 0;
  for (const file of files) {
    const code = readFileSync(join(src, file), "utf8").replace(/\n+$/, "");
    const lines = highlighter(code, "ts");
    if (!lines) continue;
    coloured++;
    expect(lines.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(code);
  }
  expect(coloured).toBeGreaterThan(files.length - 2);
});

test("a line that is too long is broken between tokens or within them, and keeps their roles", () => {
  const lines = taggedPage("```js\nconst something = 'a string that is long';\n```", {
    width: 30,
    tools: { highlighter },
  });
  expect(lines).toEqual([
    "  <codeBlock><codeKeyword>const</codeKeyword> something = <codeString>'a string </codeString></codeBlock>",
    "  <codeBlock><quiet>↪ </quiet><codeString>that is long'</codeString>;</codeBlock>",
  ]);
});
