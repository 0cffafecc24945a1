/**
 * Pages within pages, read from a library's files.
 */
import { expect, test } from "vitest";
import { layoutDocument } from "../../src/layout/layout.ts";
import { lineText } from "../../src/layout/line.ts";
import { libraryIn, readLibrary, temporaryLibrary } from "../support/library.ts";

const FILES = {
  "a.md": "---\ntitle: A\n---\nBefore.\n\n![[b c]]\n\nAfter.[^1]\n\n[^1]: Own.\n",
  "b c.md": "---\ntitle: The page B\n---\nText of B.[^1]\n\n![[a]]\n\n[^1]: Its note.\n",
};

test("an essay that is opened has them", async () => {
  const library = await readLibrary(temporaryLibrary(FILES));
  const { document } = library.open(library.essays.find(({ path }) => path === "a.md")!);
  const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" }).map((line) =>
    lineText(line).trimEnd(),
  );
  expect(lines).toEqual([
    "Before.",
    "",
    "┌ The page B",
    "│ Text of B.¹",
    "│",
    "│ ┌ A",
    "│ │ this page contains itself, and is already shown above",
    "│ └",
    "└",
    "",
    "    ¹ Its note.",
    "",
    "After.²",
    "",
    "    ² Own.",
  ]);
});

test("no more of a file that can't be read than its name", async () => {
  const root = temporaryLibrary({ "a.md": "![[b]]", "b.md": "B" });
  const library = libraryIn(root);
  await library.read();
  const [a] = library.essays;
  const { unlinkSync } = await import("node:fs");
  library.open(library.essays[1]!);
  unlinkSync(`${root}/b.md`);
  expect(library.open(a!).document.blocks).toMatchObject([{ type: "paragraph" }]);
});
