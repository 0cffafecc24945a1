/**
 * Whatever goes wrong with one file stays with it.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkLibrary } from "../../src/library/check/check-library.ts";
import { EssayText, STAGES, type Stages } from "../../src/document/open-essay.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { isSkipped, type ReadingStages, READING, withFile } from "../../src/library/boundary.ts";
import { readRow } from "../../src/library/index/row.ts";
import { essay, libraryIn, readLibrary, temporaryLibrary } from "../support/library.ts";

/** Ways of going wrong, whatever the stage. */
const FAILURES: readonly (readonly [name: string, fail: () => never])[] = [
  [
    "an exception",
    () => {
      throw new TypeError("a slip");
    },
  ],
  [
    "something thrown that is no error",
    () => {
      throw "a word" as unknown as Error;
    },
  ],
  ["a stack that overflows", () => overflow()],
  ["a pattern that does not compile", () => new RegExp("[".repeat(2)) as never],
  [
    "a loop without an end",
    () => {
      for (;;);
    },
  ],
  ["a pattern that backtracks", () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`) as never],
];

/** What the limit on time ends. */
const ENDLESS = new Set(["a loop without an end", "a pattern that backtracks"]);

function overflow(): never {
  return overflow();
}

/** Short for the stage that fails, and long for the plain text behind it, which must succeed on a busy machine too. */
const LIMITS = [200, 60_000] as const;

/** A reading of which one stage fails. */
function failing(stage: keyof Stages, fail: () => never): ReadingStages {
  const stages: Stages = { ...STAGES, [stage]: fail };
  let asked = 0;
  return {
    ...READING,
    limit: () => LIMITS[asked++ === 0 ? 0 : 1],
    text: (content, path, file) => new EssayText(content, path, file, stages),
  };
}

const SOURCE = essay({ title: "A title", tags: ["x"] }, "# A title\n\nWords that are kept.\n");

describe.each(Object.keys(STAGES) as (keyof Stages)[])("where %s fails by", (stage) => {
  test.each(FAILURES)("%s, the file is read as far as it can be, and says so", (name, fail) => {
    const root = temporaryLibrary({ "a.md": SOURCE });
    const found = { path: "a.md", file: join(root, "a.md") };
    const opened = withFile(found, (text) => text.open(), failing(stage, fail));
    if (isSkipped(opened)) throw new Error(opened.skipped);
    expect(opened.essay.problems).toMatchObject([
      ENDLESS.has(name) ? { rule: "bound", severity: "warning" } : { rule: "unreadable", severity: "error" },
    ]);
    expect(JSON.stringify(opened.document.blocks)).toContain("Words that are kept.");
    const row = readRow(found, failing(stage, fail));
    expect("columns" in row.content && row.content.columns.join(" ")).toContain("words that are kept");
  });
});

test.each(FAILURES.slice(0, 4))("where reading the file fails by %s, it is listed as skipped", (_, fail) => {
  const found = { path: "a.md", file: "/nowhere/a.md" };
  const skipped = withFile(found, (text) => text.open(), { ...READING, read: fail });
  expect(isSkipped(skipped) && skipped.skipped).toMatch(/^can't be read: ./);
});

test("what is made of a file may fail too: front matter that holds itself is left out of the index, not its essay", async () => {
  const root = temporaryLibrary({
    "a.md": "---\ntitle: Round\na: &a [*a]\n---\n\nA needle.\n",
    "b.md": essay({ title: "Good" }),
  });
  const library = libraryIn(root, temporaryLibrary({}));
  await library.read();
  expect(library.essays.map(({ slug }) => slug)).toEqual(["a", "b"]);
  expect(library.essays[0]?.problems.length).toBeGreaterThan(0);
  library.close();
});

test("a tree that is too deep for what walks it is plain text, and check goes on", async () => {
  const deep = Object.fromEntries(
    ["details", "sup", "sub", "kbd", "b", "mark", "blockquote", "div"].map((name) => [
      `${name}.md`,
      `# Deep\n\n${`<${name}>`.repeat(8_000)}word\n`,
    ]),
  );
  const library = await readLibrary(
    temporaryLibrary({ ...deep, "b.md": essay({ title: "B" }, "[x](/nowhere.md)\n") }),
  );
  for (const one of library.essays) {
    const { document } = library.open(one);
    const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" });
    expect(lines.map(paintPlain).join("\n"), one.path).toMatch(/word|x/);
  }
  const { findings } = await checkLibrary(library, () => true);
  expect(findings.find(({ path }) => path === "b.md")?.rule).toBe("link-missing");
  expect(findings.find(({ path }) => path === "sup.md")).toMatchObject({ rule: "bound", line: 1 });
});

test("what goes wrong while an essay is checked is a finding of that essay", async () => {
  const library = await readLibrary(
    temporaryLibrary({
      "a.md": essay({ title: "A" }),
      "b.md": essay({ title: "B" }, "[x](/nowhere.md)\n"),
    }),
  );
  const opened = library.openAlone.bind(library);
  library.openAlone = (one) => {
    const open = opened(one);
    if (one.path !== "a.md") return open;
    return {
      ...open,
      document: {
        ...open.document,
        get repeated(): string[] {
          throw new Error("thrown on purpose");
        },
      },
    };
  };
  const { findings } = await checkLibrary(library, () => true);
  expect(findings).toMatchObject([
    { path: "a.md", rule: "unreadable", message: "can't be checked: thrown on purpose" },
    { path: "b.md", rule: "link-missing" },
  ]);
});

test("check names the file, and looks at the rest", async () => {
  const root = temporaryLibrary({
    "deep.md": "> ".repeat(2_000),
    "b.md": essay({ title: "B" }, "[x](/nowhere.md)\n"),
  });
  const { findings, essays } = await checkLibrary(await readLibrary(root), () => true);
  expect(essays).toBe(2);
  const rules = findings.map(({ path, rule }) => [path, rule]);
  expect(rules).toContainEqual(["deep.md", "bound"]);
  expect(rules).toContainEqual(["b.md", "link-missing"]);
});
