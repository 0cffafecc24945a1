import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { texOf } from "../../src/formats/mathematics.ts";
import { readSource } from "../../src/essay/front-matter.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import type { NotesPlace } from "../../src/layout/measure.ts";
import { paintPlain, paintTagged } from "../../src/formats/plain.ts";
import { width } from "../../src/text/width.ts";

/**
 * Golden pages. They are read by people before they are accepted: a change in one is a change that a reader
 * sees. `npm run goldens` writes them anew.
 */
const fixtures = join(import.meta.dirname, "../fixtures");
const goldens = join(import.meta.dirname, "../golden");
const { data, body } = readSource(readFileSync(join(fixtures, "everything.md"), "utf8"));
const document = parseDocument(body);
const header = { title: String(data["title"]), meta: ["4 March 2026", "fixtures, pages", "2 min"] };

describe.each([40, 72, 100, 120])("at %i columns", (columns) => {
  test.each<NotesPlace>(["inline", "margin", "end", "none"])("notes %s", async (notes) => {
    const lines = layoutDocument(document, { width: columns, notes, marks: "superscript" }, header).map(
      paintPlain,
    );
    for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
      join(goldens, `everything.${notes}.${columns}.txt`),
    );
  });
});

test.each(["markdown", "math"])("the page docs/%s.md", async (name) => {
  const page = readSource(readFileSync(join(import.meta.dirname, `../../docs/${name}.md`), "utf8"));
  const tools = { tex: texOf };
  const options = { width: 72, notes: "inline", marks: "superscript", tools } as const;
  const { title: named } = page.data;
  const title = typeof named === "string" ? { title: named } : {};
  const lines = layoutDocument(parseDocument(page.body), options, { ...title, meta: [] });
  await expect(`${lines.map(paintPlain).join("\n")}\n`).toMatchFileSnapshot(join(goldens, `${name}.72.txt`));
});

test("with roles as tags", async () => {
  const lines = layoutDocument(document, { width: 72, notes: "inline", marks: "superscript" }, header).map(
    paintTagged,
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(goldens, "everything.tagged.txt"));
});

test("down a pipe", async () => {
  const lines = layoutDocument(document, { width: Infinity, notes: "inline", marks: "brackets" }, header).map(
    paintPlain,
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(goldens, "everything.pipe.txt"));
});
