/**
 * Directives and roles as MyST, Sphinx and docutils document them.
 */
import { describe, expect, test } from "vitest";
import { findAnchor, namedAnchors } from "../../src/document/anchor.ts";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { page, taggedPage } from "../support/page.ts";

const fenced = (first: string, ...lines: string[]): string => ["```" + first, ...lines, "```", ""].join("\n");

describe("directives", () => {
  test.each([
    ["a note", fenced("{note}", "A *note*."), ["┃ NOTE", "┃", "┃ A note."]],
    ["a note on its first line", fenced("{note} A *note*."), ["┃ NOTE", "┃", "┃ A note."]],
    [
      "an admonition of another class, between colons, with options",
      ":::{admonition} My *title*\n:class: tip dropdown\n\nText.\n:::\n",
      ["┃ TIP: My title", "┃", "┃ Text."],
    ],
    [
      "options as YAML",
      fenced("{code-block} python", "---", "linenos:", 'caption: "a.py"', "---", "x = 1"),
      ["    x = 1", "  a.py"],
    ],
    [
      "a version",
      fenced("{versionadded} 1.2", "It is new."),
      ["┃ NOTE: New in version 1.2", "┃", "┃ It is new."],
    ],
    [
      "a figure",
      fenced("{figure} a.png", ":alt: A tree", ":width: 50%", "", "A *tree*."),
      ["▣ A tree", "  A tree."],
    ],
    ["a picture", fenced("{image} a.png", ":alt: A [tree]"), ["▣ A [tree]"]],
    [
      "tabs within tabs' set",
      "````{tab-set}\n" + fenced("{tab-item} One", "First.") + fenced("{tab-item} Two", "Second.") + "````\n",
      ["▾ One", "", "  First.", "", "▾ Two", "", "  Second."],
    ],
    [
      "a table of lists, with a title",
      fenced(
        "{list-table} Bells",
        ":header-rows: 1",
        "",
        "* - Bell",
        "  - Weight",
        "* - tenor",
        "  - heavy",
        "    indeed",
      ),
      ["Bell   Weight", "─────  ────────────", "tenor  heavy indeed", "  Bells"],
    ],
    [
      "a table with commas",
      fenced("{csv-table}", ":header: Bell, Weight", "", 'tenor, "very, very"'),
      ["Bell   Weight", "─────  ──────────", "tenor  very, very"],
    ],
    ["a formula", fenced("{math}", ":label: eq", "x^2"), ["x^2"]],
    ["a formula between dollars, with its name behind it", "$$\nx^2\n$$ (eq-b)", ["x^2"]],
    [
      "a glossary",
      fenced("{glossary}", "Bell", "Ring", "  It rings.", "", "Clock", "  It *ticks*."),
      ["Bell", "Ring", "    It rings.", "", "Clock", "    It ticks."],
    ],
    ["a quotation", fenced("{epigraph}", "Words.", "", "-- Ann"), ["│ Words.", "│", "│ — Ann"]],
    ["pages", fenced("{toctree}", ":maxdepth: 2", "", "intro", "The end <end>"), ["• intro", "• The end"]],
    ["a hidden list of pages", fenced("{toctree}", ":hidden:", "", "intro"), ["‹toctree›"]],
    ["a file", fenced("{literalinclude} x.py", ":language: python"), ["‹x.py›"]],
    ["a player", fenced("{youtube} abc"), ["▷ frame youtube.com"]],
    [
      "what a page does not show",
      fenced("{contents}", ":local:") + "\n% A comment\n% of two lines\n\n+++\n\nText.",
      ["Text."],
    ],
    [
      "the margin",
      "Text.\n\n" + fenced("{margin} Beside", "Words."),
      ["Text.[1]", "", "    [1] Beside", "", "        Words."],
    ],
    [
      "what a cell of a notebook says, and its options",
      fenced("{code-cell} ipython3", ":tags: [a]", "", "x"),
      ["    x"],
    ],
    ["an object", fenced("{py:function} f(x)", "It does."), ["f(x)", "", "It does."]],
    [
      "a theorem",
      fenced("{prf:lemma} Zorn", ":label: z", "", "Words."),
      ["┃ Lemma (Zorn).", "┃", "┃ Words."],
    ],
  ])("%s", (_, markdown, expected) => expect(page(markdown)).toEqual(expected));

  test("a language in braces is code, and so is a fence that is never closed", () => {
    expect(page(fenced("{r}", "x <- 1"))).toEqual(["    x <- 1"]);
    expect(page(fenced("{r, echo=FALSE}", "x"))).toEqual(["    x"]);
    expect(page("```{note}\nText.\n")).toEqual(["    Text."]);
  });

  test("names are those of the blocks below them, and of directives", () => {
    const source =
      "Text.\n\n(one)=\n## Part\n\n{#two .wide}\nMore.\n\n" + fenced("{note}", ":name: three", "", "Last.");
    const document = parseDocument(source);
    expect(["one", "two", "three"].map((name) => findAnchor(document, name))).toEqual([1, 2, 3]);
    expect(namedAnchors(source)).toEqual(["two", "one", "three"]);
  });
});

describe("roles", () => {
  test.each([
    ["{kbd}`Ctrl+C`", "<keyboard>Ctrl+C</keyboard>"],
    ["H{sub}`2`O, 4{sup}`th`", "H<subscript>₂</subscript>O, 4<superscript>ᵗʰ</superscript>"],
    ["{math}`x^2`", "<mathSource>$x^2$</mathSource>"],
    ["{del}`old`", "<strikethrough>~~old~~</strikethrough>"],
    ["{abbr}`CSS (Cascading Style Sheets)`", "CSS (Cascading Style Sheets)"],
    ["{py:func}`~os.path.join`", "<code>join</code>"],
    ["{func}`the words <os.join>`", "<code>the words</code>"],
    ["{menuselection}`File --> Open`", "<strong>File ▸ Open</strong>"],
    ["{octicon}`bell;1em`", "<quiet>‹bell›</quiet>"],
    ["{pep}`8`, {rfc}`2119`", "<link>PEP 8</link>, <link>RFC 2119</link>"],
    ["{unknown}`some words` and {x}, ${y}`z`", "some words and {x}, ${y}<code>z</code>"],
    ["{kbd}`open", "{kbd}`open"],
  ])("%s", (markdown, expected) => expect(taggedPage(markdown)).toEqual([expected]));

  test("a reference without words of its own shows the title of the heading that it names (mystmd.org, Cross-references)", () => {
    const page = taggedPage(
      "{ref}`bells`, [](#bells), {ref}`own <bells>`, [own](#bells), {ref}`none`\n\n(bells)=\n(other)=\n\n## The *bells* ring ##\n",
    );
    const links = ["The bells ring", "The bells ring", "own", "own", "none"];
    expect(page[0]).toBe(links.map((words) => `<link>${words}</link>`).join(", "));
  });

  test("a reference to a number says the number of the figure (Sphinx, numref)", () => {
    const figure = "```{figure} a.png\n:alt: A\n:name: bells\n\nBells.\n```\n";
    const page = taggedPage(`{numref}\`bells\`, {numref}\`Fig. %s <bells>\`\n\n${figure}`);
    expect(page[0]).toBe("<link>Figure 1</link>, <link>Fig. 1</link>");
  });

  test("references lead to names, pages and files", () => {
    const { blocks } = parseDocument(
      "{ref}`a` {ref}`B <c>` {doc}`/d` {doc}`E <f.md>` {download}`g.zip` {numref}`h`",
    );
    const links = Array.from(inlinesOf(blocks)).flatMap((one) => (one.type === "link" ? [one.href] : []));
    expect(links).toEqual(["#a", "#c", "/d.md", "f.md", "g.zip", "#h"]);
  });
});
