/**
 * The text of blocks and links in JSON.
 */
import { expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { documentJson } from "../../src/formats/document-json.ts";

test("a picture without a description is called by its file's name, as on the page", () => {
  const markdown =
    "![[x/a tree.png]]\n\n[![](/b.svg?v=1)](c.md) ![An oak](d.png) ![](data:image/png;base64,AA==)\n";
  const { essay, document } = openEssay({ text: markdown, problems: [] }, "a.md", "a.md");
  const resolve = (): { kind: "other" } => ({ kind: "other" });
  expect(documentJson({ essay, document, isNamed: true, resolve })).toMatchObject({
    blocks: [{ text: "a tree.png" }, { text: "b.svg An oak image" }],
    links: [{ href: "c.md", text: "b.svg" }],
  });
});
