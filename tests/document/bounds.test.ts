/**
 * The bounds of a file (docs/guide.md): what lies beyond one is shown as text, and a problem says so.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { BOUNDS, type BoundName } from "../../src/text/bounds.ts";

const known = new Map<string, OpenEssay>();

/** The essay of a text, which is read once: some are long. */
function opened(text: string): OpenEssay {
  const open = known.get(text) ?? openEssay({ text, problems: [] }, "a.md", "/a.md");
  known.set(text, open);
  return open;
}

function warnings({ essay }: OpenEssay): string[] {
  return essay.problems.filter(({ rule }) => rule === "bound").map(({ message }) => message);
}

function countOf(open: OpenEssay, type: string): number {
  const { blocks, notes } = open.document;
  const all = [blocks, ...notes.map((note) => note.blocks)].flatMap((one) => [...inlinesOf(one)]);
  return all.filter((inline) => inline.type === type).length;
}

/** The text of a document's paragraphs. */
function textOf({ blocks }: Document): string {
  return blocks.map((block) => (block.type === "paragraph" ? plainText(block.children) : "")).join("\n");
}

/** A text that goes just beyond a bound, and one that keeps within it. */
const TEXTS: readonly [BoundName, beyond: string, within: string][] = [
  ["marks", "[a](b) ".repeat(BOUNDS.marks.most + 10), "[a](b) ".repeat(BOUNDS.marks.most)],
  [
    "notes",
    `${"^[a] ".repeat(10)}\n\n${Array.from({ length: BOUNDS.notes.most }, (_, nth) => `[^${nth}]: a`).join("\n")}`,
    Array.from({ length: BOUNDS.notes.most / 2 }, (_, nth) => `[^${nth}]: a`).join("\n"),
  ],
  ["cells", `|a|\n|-|\n${"|b|\n".repeat(BOUNDS.cells.most)}`, `|a|\n|-|\n${"|b|\n".repeat(1_000)}`],
  [
    "cells",
    `<table>${"<tr><td rowspan=1000 colspan=1000>a</td></tr>".repeat(500)}</table>`,
    `<table>${"<tr><td>a</td></tr>".repeat(500)}</table>`,
  ],
  ["lines", "a\n".repeat(BOUNDS.lines.most + 10), "a\n".repeat(1_000)],
  [
    "headingLines",
    `${"a\n".repeat(BOUNDS.headingLines.most + 1)}===\n`,
    `${"a\n".repeat(BOUNDS.headingLines.most)}===\n`,
  ],
  ["headingLines", `${"a\n".repeat(90)}---\n`, `${"a\n".repeat(90)}***\na\n---\n`],
  ["depth", `${"> ".repeat(BOUNDS.depth.most + 10)}deep`, `${"> ".repeat(100)}deep`],
  ["frontMatter", `---\ntitle: ${"x".repeat(BOUNDS.frontMatter.most)}\n---\n`, "---\ntitle: x\n---\n"],
  ...["---\ndeep: VALUE\n---\n", '{ "deep": VALUE }\n', "+++\ndeep = VALUE\n+++\n"].map(
    (matter): [BoundName, string, string] => [
      "frontMatterDepth",
      matter.replace("VALUE", `${"[".repeat(40)}${"]".repeat(40)}`),
      matter.replace("VALUE", `${"[".repeat(20)}${"]".repeat(20)}`),
    ],
  ),
  [
    "frontMatterDepth",
    `+++\n${Array.from({ length: 40 }, (_, nth) => `k${nth}`).join(".")} = 1\n+++\n`,
    "+++\na.b.c = 1\n+++\n",
  ],
  [
    "aliases",
    `---\nall: [&x a, ${"*x, ".repeat(50)}]\n---\n`,
    `---\nall: [&x a, ${"*x, ".repeat(30)}]\n---\n`,
  ],
];

describe("what lies beyond a bound", () => {
  test.each(TEXTS)("%s: a warning says so, and only there", (name, beyond, within) => {
    const { problems } = opened(beyond).essay;
    expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
      problems.map(() => "warning bound"),
    );
    const message = problems[0]?.message;
    expect(message).toContain(`more than ${BOUNDS[name].most.toLocaleString("en")} ${BOUNDS[name].what}`);
    expect(warnings(opened(within))).toEqual([]);
  });

  test("links beyond it keep their source as text", () => {
    const open = opened("[a](b) ".repeat(BOUNDS.marks.most + 10));
    expect(countOf(open, "link")).toBe(BOUNDS.marks.most);
    expect(textOf(open.document)).toContain("[a](b) [a](b)");
  });

  test("lines beyond it are one paragraph, and nothing is lost", () => {
    const text = Array.from({ length: BOUNDS.lines.most + 10 }, (_, nth) => `- w${nth}\n`).join("");
    const { document } = opened(text);
    expect(document.blocks.at(-1)?.type).toBe("paragraph");
    expect(textOf(document)).toContain(`- w${BOUNDS.lines.most + 9}`);
  });

  test("a heading of more lines is a paragraph", () => {
    const lines = (count: number): string => `${"a\n".repeat(count)}===\n`;
    expect(opened(`x\n\n${lines(BOUNDS.headingLines.most)}`).document.blocks[1]?.type).toBe("heading");
    expect(opened(`x\n\n${lines(BOUNDS.headingLines.most + 1)}`).document.blocks[1]?.type).toBe("paragraph");
  });

  test("front matter of more characters is not read, and the body is", () => {
    const { essay, document } = opened(`---\ntitle: ${"x".repeat(BOUNDS.frontMatter.most)}\n---\n\nBody.\n`);
    expect(essay.problems.map(({ message }) => message)).toEqual([
      "more than 1,000,000 characters of front matter: it is not read",
    ]);
    expect(textOf(document)).toBe("Body.");
  });

  test.each([
    ["levels", `${"[".repeat(40)}${"]".repeat(40)}`],
    ["aliases", `[&x a, ${"*x, ".repeat(50)}]`],
  ])("%s of front matter: the other keys are read", (_, value) => {
    const { essay } = opened(`---\ntitle: A title\ndeep: ${value}\n---\n\nBody.\n`);
    expect(essay.title).toBe("A title");
    expect(essay.problems.map(({ rule }) => rule)).toEqual(["bound"]);
  });

  test("levels of a text: all of it is plain", () => {
    const open = opened(`${"> ".repeat(BOUNDS.depth.most + 10)}deep *words*\n`);
    expect(open.document.blocks[0]?.type).toBe("paragraph");
    expect(open.essay.problems.map(({ message }) => message)).toEqual([
      "more than 250 levels of blocks, elements and emphasis: the whole text is shown as plain text",
    ]);
  });
});

test("the guide has every bound as it is", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../docs/guide.md"), "utf8");
  const rows = Object.values(BOUNDS).map(
    ({ most, what, beyond }) => `| ${most.toLocaleString("en")} ${what} | ${beyond} |`,
  );
  for (const row of rows) expect(guide).toContain(row);
});

test.each(["mi", "mo", "mtext", "mn"])("MathML of many <%s> in one another stays short", (name) => {
  const { document } = opened(`<math>${`<${name}>`.repeat(80)}x_{y}${`</${name}>`.repeat(80)}</math>\n`);
  expect(JSON.stringify(document).length).toBeLessThan(20 * BOUNDS.formula.most);
});
