/**
 * Callouts of GitHub, Obsidian, Docusaurus, Quarto, Pandoc, MkDocs, Jekyll and Hugo, each as its documentation has it.
 */
import { describe, expect, test } from "vitest";
import type { Block } from "../../src/document/document.ts";
import { plainText } from "../../src/document/spelling.ts";
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
    ["> [!info|right] Meta\n> Text.", "info(Meta): Text."],
    ["> [!NOTE]Title\n> Text.", "note(Title): Text."],
    ["> [!weird kind] C\n> Text.", "weird kind(C): Text."],
    [":::note\nText.\n:::", "note(): Text."],
    [":::tip A title\n\nText.\n\n- one\n\n:::\n", "tip(A title): Text. / list"],
    [":::info[A title]\nText.\n:::", "info(A title): Text."],
    ["::: warning\nText.\n:::", "warning(): Text."],
    ['::: {.callout-important title="x"}\nText.\n:::', "important(x): Text."],
    ["::::note\nText.\n\n:::tip\nInner.\n:::\n\n::::", "note(): Text. / tip(): Inner."],
    ['!!! danger "A title"\n    Text.\n\n    More.', "danger(A title): Text. / More."],
    ["??? note\n    Text.", "note(): Text."],
    ["!!! note this matters\n    Text.", "note(this matters): Text."],
    ["!!! info inline end\n    Text.", "info(): Text."],
    ["{% warning %}\n\nText.\n\n{% endwarning %}", "warning(): Text."],
    ["{{< notice info >}}\nText.\n{{< /notice >}}", "info(): Text."],
    ['{{<notice type="warning">}}\nText.\n{{</notice>}}', "warning(): Text."],
    ["::: {.callout-note}\n## A *title*\n\nText.\n:::", "note(A title): Text."],
    [":::note\nText.\n\n:::tip\nInner.\n:::\n:::", "note(): Text. / tip(): Inner."],
    [":::note\n```\n:::\n```\n:::", "note(): codeBlock"],
    ["{{< tip >}}Text.{{< /tip >}}", "tip(): Text."],
    ["{% note %}Text.{% endnote %}", "note(): Text."],
    ['{{< admonition tip "A title" false >}}\nText.\n{{< /admonition >}}', "tip(A title): Text."],
    ['{{% notice warning "A title" "skull" %}}\nText.\n{{% /notice %}}', "warning(A title): Text."],
    ['{{% alert title="A title" color="warning" %}}\nText.\n{{% /alert %}}', "warning(A title): Text."],
    ["{% note info A title %}\nText.\n{% endnote %}", "info(A title): Text."],
    ["> [!note] A title\n> Text\ngoes on.\n\n", "note(A title): Text goes on."],
    ["{{% callout note %}}\nText.\n{{% /callout %}}", "note(): Text."],
  ])("%j", (markdown, expected) => {
    expect(blocks(markdown)).toEqual([expected]);
    expect(blocks(`Before.\n${markdown}\n\nAfter.`)).toEqual(["Before.", expected, "After."]);
  });

  test.each(["!!! What a day this was", "!!! note this matters to all", "??? Who knows", "!!! Hooray"])(
    "%j without a body is a sentence",
    (sentence) => expect(blocks(`${sentence}\nIt goes on.`)).toEqual([`${sentence} It goes on.`]),
  );

  test("notes in it are cited as anywhere", () => {
    const markdown = "> [!NOTE] A title[^a]\n> Text[^b].\n>\n> [^b]: Two.\n\n[^a]: One.\n";
    const { notes } = parseDocument(markdown);
    expect(notes.map(({ blocks: own }) => own.map(said))).toEqual([["One."], ["Two."]]);
  });
});

test.each([
  [":::note Never\nClosed."],
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

test("a list is no further line of its paragraph", () => {
  expect(blocks("> [!note]\n> Text\n- a list\n")).toEqual(["note(): Text", "list"]);
});

describe("colons that nothing closes, or that close nothing", () => {
  test.each([
    [":::note A title\n\nText.\n", ["‹note› A title", "Text."]],
    ["::: {.callout-tip}\n\nText.\n", ["‹tip›", "Text."]],
    ["Text.\n:::\nMore.\n", ["Text.", ":::", "More."]],
    [":::a\nText.\n\n:::b\nInner.\n:::\n", ["‹a›", "Text.", "b(): Inner."]],
  ])("%j are a quiet sign", (markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});

test("a tab of MkDocs is a title and what is set in below it", () => {
  const [tab, other] = parseDocument(
    '=== "C"\n\n    Text.\n\n=== "Rust"\n\n    ```rust\n    a\n    ```\n',
  ).blocks;
  expect(tab).toMatchObject({ type: "details", summary: [{ text: "C" }], children: [{ type: "paragraph" }] });
  expect(other).toMatchObject({ type: "details", summary: [{ text: "Rust" }], children: [{ text: "a" }] });
});

test.each([
  ["::: tabs\n@tab One *a*\nText.\n\n::: tip\nIn it.\n:::\n\n@tab Two\nMore.\n:::", "One a", "Two"],
  [
    "::: code-tabs\n@tab npm#npm\n```sh\n@tab in code\n```\n@tab:active pnpm\n```sh\nb\n```\n:::",
    "npm",
    "pnpm",
  ],
])("VuePress marks where a tab begins: %j", (markdown, one, two) => {
  const { blocks: own } = parseDocument(markdown);
  expect(own.map((block) => (block.type === "details" ? plainText(block.summary) : block.type))).toEqual([
    one,
    two,
  ]);
});

test("where Vue shows text as it is, what looks like a tag is text", () =>
  expect(parseDocument("::: v-pre\nThe {{ raw text }}.\n:::").blocks.map(said)).toEqual([
    "The {{ raw text }}.",
  ]));

test("a title whose quotation mark nothing closes ends with its line", () =>
  expect(blocks('!!! note "A title\n    Text.')).toEqual(["note(A title): Text."]));

test("what Quarto puts beside the text is a note of the paragraph before it", () => {
  const { blocks: own, notes } = parseDocument(
    "Text.\n\n::: {.column-margin}\nBeside.\n:::\n\nMore [x]{.aside}.",
  );
  expect(own.map(said)).toEqual(["Text.", "More ."]);
  expect(notes.map((note) => note.blocks.map(said))).toEqual([["Beside."], ["x"]]);
});

test("it has a bar of its own, and its kind above it", () => {
  expect(page("> [!NOTE] Of bars\n> Text.\n", { width: 40 })).toEqual(["┃ NOTE: Of bars", "┃", "┃ Text."]);
});
