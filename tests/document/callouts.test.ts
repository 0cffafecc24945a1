/**
 * Callouts of GitHub, Obsidian, Docusaurus, Quarto, Pandoc, MkDocs, Jekyll and Hugo, each as its documentation has it.
 */
import { describe, expect, test } from "vitest";
import { type Block, plainText } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { page } from "../support/page.ts";

/** A block in a few words: a callout with its kind, its title and what stands in it. */
function said(block: Block): string {
  if (block.type === "callout")
    return `${block.kind}(${plainText(block.title)}): ${block.children.map(said).join(" / ")}`;
  return block.type === "paragraph" || block.type === "heading" ? plainText(block.children) : block.type;
}

function blocks(markdown: string): string[] {
  return parseDocument(markdown).blocks.map(said);
}

describe("each is a kind, a title and blocks", () => {
  test.each([
    ["> [!NOTE]\n> Text.", "note(): Text."],
    ["> [!warning] Mind the *gap*\n> Text.\n>\n> More.", "warning(Mind the gap): Text. / More."],
    ["> [!faq]- Folded?\n> Yes.", "faq(Folded?): Yes."],
    ["> [!tip]", "tip(): "],
    [":::note\nText.\n:::", "note(): Text."],
    [":::tip A title\n\nText.\n\n- one\n\n:::\n", "tip(A title): Text. / list"],
    [":::info[A title]\nText.\n:::", "info(A title): Text."],
    ["::: warning\nText.\n:::", "warning(): Text."],
    ['::: {.callout-important title="x"}\nText.\n:::', "important(): Text."],
    ["::::note\nText.\n\n:::tip\nInner.\n:::\n\n::::", "note(): Text. / tip(): Inner."],
    ['!!! danger "A title"\n    Text.\n\n    More.', "danger(A title): Text. / More."],
    ["??? note\n    Text.", "note(): Text."],
    ["{% warning %}\n\nText.\n\n{% endwarning %}", "warning(): Text."],
    ["{{< notice info >}}\nText.\n{{< /notice >}}", "info(): Text."],
    ['{{<notice type="warning">}}\nText.\n{{</notice>}}', "warning(): Text."],
    ["{{% callout note %}}\nText.\n{{% /callout %}}", "note(): Text."],
  ])("%j", (markdown, expected) => {
    expect(blocks(markdown)).toEqual([expected]);
    expect(blocks(`Before.\n${markdown}\n\nAfter.`)).toEqual(["Before.", expected, "After."]);
  });

  test("notes in it are cited as anywhere", () => {
    const markdown = "> [!NOTE] A title[^a]\n> Text[^b].\n>\n> [^b]: Two.\n\n[^a]: One.\n";
    const { notes } = parseDocument(markdown);
    expect(notes.map(({ blocks: own }) => own.map(said))).toEqual([["One."], ["Two."]]);
  });
});

test.each([
  [":::note\nNever closed."],
  ["{% warning %}\nNever closed."],
  ["{{< notice >}}\nNever closed."],
  ["::: \nText.\n:::"],
  ["Wow!!! note this"],
  ["!!!\n\n    code"],
])("%j is none, and nothing of it is lost", (markdown) => {
  const found = blocks(markdown).join(" ");
  expect(found).not.toMatch(/^(?:note|warning|notice)\(/);
  for (const word of markdown.match(/[A-Z]\w+/g) ?? []) expect(found).toContain(word);
});

test("it has a bar of its own, and its kind above it", () => {
  expect(page("> [!NOTE] Of bars\n> Text.\n", { width: 40 })).toEqual(["┃ NOTE: Of bars", "┃", "┃ Text."]);
});
