import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { page, taggedPage } from "../support/page.ts";

describe("HTML in Markdown", () => {
  test.each<[string, string, string[]]>([
    [
      "inline elements",
      "<em>a</em> <b>b</b> <s>c</s> <code>d</code> <mark>e</mark>",
      [
        "<emphasis>a</emphasis> <strong>b</strong> <strikethrough>~~c~~</strikethrough> <code>d</code> <highlight>e</highlight>",
      ],
    ],
    ["Markdown between tags", "<b>a *b*</b>", ["<strong>a <emphasis>b</emphasis></strong>"]],
    ["a line break", "a<br>b<br/>c", ["a", "b", "c"]],
    [
      "raised and lowered",
      "x<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup>",
      ["x<superscript>²</superscript> H<subscript>₂</subscript>O 1<superscript>ˢᵗ</superscript>"],
    ],
    ["keys", "<kbd>q</kbd>", ["<keyboard>q</keyboard>"]],
    [
      "a link and an image",
      '<a href="/x">x</a> <img src="a/b.png" alt="B"> <img src="c.png">',
      ["<link>x</link> <image>▣ B</image> <imageName>▣ c.png</imageName>"],
    ],
    [
      "a link around blocks is that of the first heading in it, or of the first words or picture",
      '<a href="b"><div><h3>Title</h3></div><p>Text.</p></a>\n\n<a href="c"><p>First.</p><p>Second.</p></a>\n\n<a href="d">\n\nWords *here*\n\n### Head\n\n</a>\n\n<a href="e"><div><img src="x.png" alt="X"></div></a>\n',
      [
        "<headingRule>### </headingRule><heading><link>Title</link></heading>",
        "",
        "Text.",
        "",
        "<link>First.</link>",
        "",
        "Second.",
        "",
        "Words <emphasis>here</emphasis>",
        "",
        "<headingRule>### </headingRule><heading><link>Head</link></heading>",
        "",
        "<link><image>▣ X</image></link>",
      ],
    ],
    [
      "attributes of Vue's are none of the words, and the content of a slot is",
      'A <button :class="x" @click="count++">Inc</button> <input v-model="x" @keyup.enter="y"> <MyComp :items="[1,2]" #default="{ x }">b</MyComp>.\n\n<template #footer>\nFoot *note*\n</template>\n\n<p>A <template>hidden</template>b</p>',
      ["A Inc b.", "", "Foot <emphasis>note</emphasis>", "", "A b"],
    ],
    [
      "an open paragraph, formula or choice ends where the next block begins",
      "<p hidden>y\n\nKept.\n\n<math>\n\nTwo *words*.\n\n<select>\n\nMore.\n",
      ["Kept.", "", "Two <emphasis>words</emphasis>.", "", "More."],
    ],
    [
      "what stands behind a player that is never closed is the essay's, in its HTML too",
      '<div>\n<video src="a.mp4">\nHere.\n</div>\n\n<iframe src="https://b.org">\nIn <b>HTML</b>.\n\nIn *Markdown*.\n\n<p>Last.</p>\n',
      [
        "<link>▷ video a.mp4</link> Here.",
        "",
        "<link>▷ frame b.org</link> In <strong>HTML</strong>.",
        "",
        "In <emphasis>Markdown</emphasis>.",
        "",
        "Last.",
      ],
    ],
    [
      "what a browser hides until it is closed is shown if nothing closes it",
      "A <noscript>B</noscript>.\n\n<template>\nC\n\n<p>D</p>\n",
      ["A .", "", "C", "", "D"],
    ],
    [
      "Markdown in an element that says so",
      '<figure markdown="span">\n![x](a.png)\n<figcaption>A *caption*</figcaption>\n</figure>\n\n<p>No *caption*</p>',
      ["<image>▣ x</image>", "  <caption>A <emphasis>caption</emphasis></caption>", "", "No *caption*"],
    ],
    ["unknown elements give their text", "<blink>a</blink> <x-y>b</x-y>", ["a b"]],
    [
      "a name that HTML does not know, without an end, is text in angle brackets",
      "Use Vec<T> and Option<String>. git clone <url> <dir>. An x<y and y>z.",
      [
        "Use Vec<quiet>‹T›</quiet> and Option<quiet>‹String›</quiet>. git clone <quiet>‹url›</quiet> <quiet>‹dir›</quiet>. An x<quiet>‹y and y›</quiet>z.",
      ],
    ],
    [
      "it is, within elements and alone on a line",
      "<p>A <T> b</p>\n\n<pre>ls <dir>\n</pre>\n\n<Name>\n\nText <br> and <svg><path></svg> and <x-y/>.",
      [
        "A <quiet>‹T›</quiet> b",
        "",
        "    <codeBlock>ls <dir></codeBlock>",
        "",
        "<quiet>‹Name›</quiet>",
        "",
        "Text",
        "and and .",
      ],
    ],
    [
      "a value that passes a filter is no player",
      "A {{ x | upper }} {{ video | safe }}.",
      ["A <quiet>‹x›</quiet> <quiet>‹video›</quiet>."],
    ],
    [
      "comments, scripts and styles give nothing",
      "a<!-- b --> c\n\n<script>alert(1)</script>\n\n<style>p {}</style>\n\nd",
      ["a c", "", "d"],
    ],
    [
      "entities are decoded once",
      "&amp;lt; &eacute;&#233;&#xe9; &nosuch; &copy",
      ["&lt; ééé &nosuch; &copy"],
    ],
  ])("%s", (_, markdown, lines) => {
    expect(taggedPage(markdown)).toEqual(lines);
  });

  test("an element may begin and end in different pieces, with Markdown between", () => {
    expect(
      page("<details>\n<summary>Sum</summary>\n\nText with *em*.\n\n- item\n\n</details>\n\nAfter."),
    ).toEqual(["▾ Sum", "", "  Text with em.", "", "  • item", "", "After."]);
  });

  test("lists, quotations, headings and paragraphs", () => {
    const html =
      "<h3>Head</h3><p>One</p><p>Two<ul><li>a<li>b</ul><ol start=3><li>c</li></ol><blockquote>q</blockquote>";
    expect(page(html)).toEqual(["### Head", "", "One", "", "Two", "", "• a", "• b", "", "3. c", "", "│ q"]);
  });

  test("tables, with cells of different rows made even", () => {
    const html =
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>";
    expect(page(html)).toEqual(["A  B", "─  ─", "1"]);
  });

  test("preformatted text keeps its lines", () => {
    expect(page("<pre><code>a\n  b &lt;\n</code></pre>")).toEqual(["    a", "      b <"]);
  });

  test("a citation inside HTML counts", () => {
    expect(page("<b>a[^1]</b>\n\n[^1]: Note.")).toEqual(["a[1]", "", "    [1] Note."]);
  });

  test("an item with a number of its own, and those behind it", () => {
    const html = '<ol><li>a</li><li value="7">b</li><li>c</li><li value="no">d</li></ol>';
    expect(page(html)).toEqual(["1. a", "7. b", "8. c", "9. d"]);
  });

  test("a figure and its caption", () => {
    const html =
      '<figure><img src="a.png" alt="A"><figcaption>As <em>seen</em></figcaption></figure>\n\nText';
    expect(taggedPage(html)).toEqual([
      "<image>▣ A</image>",
      "  <caption>As <emphasis>seen</emphasis></caption>",
      "",
      "Text",
    ]);
    expect(page("<figure><pre>a</pre></figure>")).toEqual(["    a"]);
    for (const width of [20, 39, 40, 80])
      expect(page(html, { width }).slice(0, 2)).toEqual(["▣ A", "  As seen"]);
    expect(page("<figure><figcaption>Alone</figcaption></figure>")).toEqual(["Alone"]);
  });

  test("what may be chosen is named", () => {
    expect(page("<select><option>one</option><option selected>two</option></select>")).toEqual([
      "‹one / two›",
    ]);
    expect(page("A <select><optgroup label='g'><option>one</optgroup></select> b")).toEqual(["A ‹one› b"]);
    expect(page("A <select></select> b")).toEqual(["A b"]);
  });

  test("a table whose head holds no row", () => {
    expect(page("<table><thead></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>")).toEqual([
      "1  2",
    ]);
  });
});

test.each([
  ["A <title> element. More.", ["A <title> element. More."]],
  ["Use <script> *now*.", ["Use <script> now."]],
  ["The <object> tag", ["The <object> tag"]],
  ["A <title>swallowed</title> one", ["A one"]],
])("a tag that would hide the rest of the page is a name in a sentence: %s", (markdown, expected) => {
  expect(page(`${markdown}\n\nAfter.`)).toEqual([...expected, "", "After."]);
});

describe("a document that is HTML altogether", () => {
  test.each([
    [
      "a page",
      "<!doctype html>\n<html>\n<head>\n  <title>T</title>\n</head>\n<body>\n\n    <h1>Head</h1>\n\n    <p>One\n\n    *two*</p>\n\n</body>\n</html>\n",
      ["# Head", "", "One *two*"],
    ],
    [
      "an item of a feed",
      "<p>One</p>\n\n<p>two</p>\n\n<pre>a\n\nb</pre>\n",
      ["One", "", "two", "", "    a", "", "    b"],
    ],
    [
      "with an XML declaration",
      '<?xml version="1.0"?>\n<html><p>a</p>\n\n    <p>b</p></html>',
      ["a", "", "b"],
    ],
  ])("%s", (_, source, lines) => {
    expect(page(source)).toEqual(lines);
  });

  test.each([
    ["Markdown behind HTML", "<div>\n\n*a*\n\n</div>", ["a"]],
    ["a paragraph that begins with an inline element", "<b>*a*</b>", ["a"]],
    ["HTML, then code", "<p>a</p>\n\n    code\n\n<p>b</p>", ["a", "", "    code", "", "b"]],
  ])("is not %s", (_, source, lines) => {
    expect(page(source)).toEqual(lines);
  });
});

test("a list that counts down", () => {
  expect(page("<ol reversed><li>a</li><li>b</li><li value=9>c</li><li>d</li></ol>")).toEqual([
    "4. a",
    "3. b",
    "9. c",
    "8. d",
  ]);
  expect(page('<ol reversed start="10"><li>a</li><li>b</li></ol>')).toEqual(["10. a", " 9. b"]);
});

describe("elements that HTML does not know", () => {
  test.each([
    ['<Card title="A title">\n\nText.\n\n</Card>', ["▾ A title", "", "  Text."]],
    [
      '<param-field path="id" type="string" required>Which *one*.</param-field>',
      ["id path, string, required", "    Which one."],
    ],
    ['An <x-y name="Ann"></x-y>, <tool-tip>a</tool-tip>', ["An ‹x-y› Ann, a"]],
    ["<warning>Text.</warning>", ["┃ WARNING", "┃", "┃ Text."]],
    ['<tab-item label="A">\n<p>Text.</p>\n</tab-item>', ["▾ A", "", "  Text."]],
    ['<x-y title="A">text</x-y>', ["A: text"]],
    ['<span title="A">text</span>', ["text"]],
    ["<x-y><p>Text.</p></x-y>", ["Text."]],
  ])("%j", (markdown, lines) => {
    expect(page(markdown)).toEqual(lines);
  });
});

describe("an element that says that it contains Markdown", () => {
  test.each([
    [
      '<div class="x" markdown="1">\nSome *text*.\n\n- one\n</div>\n\nAfter.',
      ["Some text.", "", "• one", "", "After."],
    ],
    ["<div markdown>\n**a**\n</div>", ["a"]],
    ['<p markdown="span">some *text*</p>', ["some text"]],
    ['Before.\n<div markdown="block">\n*a*\n</div>', ["Before.", "", "a"]],
    [
      '<img src="a.png" alt="A">\n  Words.\n  <p markdown="1">\nby [*Ann*](/b)\n  </p>',
      ["▣ A Words.", "", "by Ann"],
    ],
    ['<div markdown="0">\n*a*\n</div>', ["*a*"]],
    ['<div class="markdown">\n*a*\n</div>', ["*a*"]],
  ])("%j", (markdown, lines) => {
    expect(page(markdown)).toEqual(lines);
  });
});

test("an element begins on the line of its start tag, whatever Markdown stands in it", () => {
  const text =
    "One.\n\n<details>\n<summary>Two</summary>\n\nThree *four*.\n\n- five\n\n</details>\n\n<div>\n\nSix.\n\n</div>\n\nSeven.\n";
  expect(parseDocument(text).blocks.map(({ type, line }) => [type, line])).toEqual([
    ["paragraph", 1],
    ["details", 3],
    ["paragraph", 14],
    ["paragraph", 18],
  ]);
});
