import { describe, expect, test } from "vitest";
import { page } from "../support/page.ts";

/**
 * What GitHub and Pandoc do with footnotes, case by case.
 *
 * github: docs.github.com, "Basic writing and formatting syntax", Footnotes, and cmark-gfm's own test file
 * (test/extensions.txt, Footnotes). pandoc: pandoc.org/MANUAL, extensions `footnotes` and `inline_notes`.
 * commonmark: spec.commonmark.org/0.31.2. ibid: this program's own decision, in docs/decisions.
 */
interface Case {
  readonly name: string;
  readonly rule: string;
  readonly markdown: string;
  readonly shows: readonly string[];
}

const RULE = "────────────";

const cases: Case[] = [
  {
    name: "a definition of one word",
    rule: "github: a definition is a footnote even where CommonMark would see a link reference",
    markdown: "Text[^a].\n\n[^a]: word",
    shows: ["Text[1].", "", RULE, "", "[1] word"],
  },
  {
    name: "a definition that looks like an address",
    rule: "github: as above",
    markdown: "Text[^a].\n\n[^a]: https://example.org/",
    shows: ["Text[1].", "", RULE, "", "[1] https://example.org/"],
  },
  {
    name: "followed by definitions of links",
    rule: "ibid: as kramdown, which ends a note at an unindented definition; 0054",
    markdown:
      'Text[^a] and [one], [two].\n\n[^a]: Note,\nlazily [sic]: ended.\n[one]: https://example.org/ "Title"\n[two]: /two',
    shows: ["Text[1] and one, two.", "", RULE, "", "[1] Note, lazily [sic]: ended."],
  },
  {
    name: "cited twice",
    rule: "github: one number, one note",
    markdown: "One[^a] two[^a].\n\n[^a]: Note.",
    shows: ["One[1] two[1].", "", RULE, "", "[1] Note."],
  },
  {
    name: "numbered by first citation",
    rule: "github: by order of citation, whatever the labels and wherever the definitions",
    markdown: "[^9]: Nine.\n\nOne[^x] two[^9].\n\n[^x]: Ex.",
    shows: ["One[1] two[2].", "", RULE, "", "[1] Ex.", "", "[2] Nine."],
  },
  {
    name: "in a heading",
    rule: "commonmark: a heading's content is inlines",
    markdown: "## Head[^a]\n\n[^a]: Note.",
    shows: ["## Head[1]", "", RULE, "", "[1] Note."],
  },
  {
    name: "in a table's cell",
    rule: "github: a cell's content is inlines",
    markdown: "| a[^a] | b |\n|---|---|\n| c[^b] | d |\n\n[^a]: A.\n[^b]: B.",
    shows: ["a[1]  b", "────  ─", "c[2]  d", "", RULE, "", "[1] A.", "", "[2] B."],
  },
  {
    name: "in a list's item",
    rule: "commonmark: an item holds blocks",
    markdown: "- one[^a]\n- two\n\n[^a]: Note.",
    shows: ["• one[1]", "• two", "", RULE, "", "[1] Note."],
  },
  {
    name: "in a quotation",
    rule: "commonmark: a quotation holds blocks",
    markdown: "> Said[^a].\n\n[^a]: Note.",
    shows: ["│ Said[1].", "", RULE, "", "[1] Note."],
  },
  {
    name: "in emphasis and in strong emphasis",
    rule: "commonmark: emphasis holds inlines",
    markdown: "*em[^a]* **strong[^b]**\n\n[^a]: A.\n[^b]: B.",
    shows: ["em[1] strong[2]", "", RULE, "", "[1] A.", "", "[2] B."],
  },
  {
    name: "in a link's text",
    rule: "github: a citation is no link, so a link's text may hold one",
    markdown: "[text[^a]](https://example.org/)\n\n[^a]: Note.",
    shows: ["text[1]", "", RULE, "", "[1] Note."],
  },
  {
    name: "several paragraphs",
    rule: "github: further paragraphs are indented by four",
    markdown: "Text[^a].\n\n[^a]: First.\n\n    Second.\n\nAfter.",
    shows: ["Text[1].", "", "After.", "", RULE, "", "[1] First.", "", "    Second."],
  },
  {
    name: "a list, code and a quotation inside",
    rule: "github: a definition holds blocks",
    markdown: "Text[^a].\n\n[^a]: Note:\n\n    - item\n\n    ```\n    code\n    ```\n\n    > quote",
    shows: ["Text[1].", "", RULE, "", "[1] Note:", "", "    • item", "", "        code", "", "    │ quote"],
  },
  {
    name: "a fence inside whose content looks like a definition",
    rule: "commonmark: nothing in a fence is markup",
    markdown: "Text[^a].\n\n[^a]: Note:\n\n    ```\n    [^b]: code\n    ```",
    shows: ["Text[1].", "", RULE, "", "[1] Note:", "", "        [^b]: code"],
  },
  {
    name: "nested: a note cites a note",
    rule: "github: numbered after those of the text where the definitions stand at the end",
    markdown: "One[^a] two[^b].\n\n[^a]: A cites[^c].\n[^b]: B.\n[^c]: C.",
    shows: ["One[1] two[2].", "", RULE, "", "[1] A cites[3].", "", "[2] B.", "", "[3] C."],
  },
  {
    name: "circular: two notes cite each other",
    rule: "github: allowed; each stands once",
    markdown: "One[^a].\n\n[^a]: A[^b].\n[^b]: B[^a].",
    shows: ["One[1].", "", RULE, "", "[1] A[2].", "", "[2] B[1]."],
  },
  {
    name: "circular: a note cites itself",
    rule: "github: allowed",
    markdown: "One[^a].\n\n[^a]: A[^a].",
    shows: ["One[1].", "", RULE, "", "[1] A[1]."],
  },
  {
    name: "an inline note",
    rule: "pandoc: inline_notes",
    markdown: "Text^[An *inline* note.] goes on.",
    shows: ["Text[1] goes on.", "", RULE, "", "[1] An inline note."],
  },
  {
    name: "an inline note with brackets and code in it",
    rule: "pandoc: brackets are balanced, those in code do not count",
    markdown: "Text^[see [a](b), `]` and \\] too].",
    shows: ["Text[1].", "", RULE, "", "[1] see a, ] and ] too"],
  },
  {
    name: "missing",
    rule: "github: a citation without a definition stays as it was written",
    markdown: "Text[^nowhere].",
    shows: ["Text[^nowhere]."],
  },
  {
    name: "unused",
    rule: "github: a note that nothing cites is not shown",
    markdown: "Text.\n\n[^a]: Note.",
    shows: ["Text."],
  },
  {
    name: "duplicate",
    rule: "github: the first definition wins",
    markdown: "Text[^a].\n\n[^a]: First.\n[^a]: Second.",
    shows: ["Text[1].", "", RULE, "", "[1] First."],
  },
  {
    name: "in code",
    rule: "commonmark: nothing in code is markup",
    markdown: "`[^a]` and[^a]\n\n    [^a]\n\n[^a]: Note.",
    shows: ["[^a] and[1]", "", "    [^a]", "", RULE, "", "[1] Note."],
  },
  {
    name: "escaped",
    rule: "commonmark: a backslash takes a bracket's meaning",
    markdown: "Text\\[^a].\n\n[^a]: Note.",
    shows: ["Text[^a]."],
  },
  {
    name: "followed by a colon",
    rule: "github: a citation in running text may be followed by one",
    markdown: "Their outputs[^a]: some.\n\n[^a]: Note.",
    shows: ["Their outputs[1]: some.", "", RULE, "", "[1] Note."],
  },
  {
    name: "the labels 0, 0.5 and 3.5",
    rule: "github: any characters but blanks and brackets",
    markdown: "Zero[^0] half[^0.5] more[^3.5].\n\n[^0]: A.\n[^0.5]: B.\n[^3.5]: C.",
    shows: ["Zero[1] half[2] more[3].", "", RULE, "", "[1] A.", "", "[2] B.", "", "[3] C."],
  },
  {
    name: "a label with a blank",
    rule: "github and pandoc: a label holds no blank; this is text",
    markdown: "Text[^a b].\n\n[^a b]: Not a note.",
    shows: ["Text[^a b].", "", "[^a b]: Not a note."],
  },
  {
    name: "labels compared without case",
    rule: "github: labels are normalized as link labels are",
    markdown: "Text[^Straße] and[^STRASSE].\n\n[^strasse]: Note.",
    shows: ["Text[1] and[1].", "", RULE, "", "[1] Note."],
  },
  {
    name: "lazy continuation",
    rule: "commonmark: a paragraph goes on without its container's indentation",
    markdown: "Text[^a].\n\n[^a]: One\ntwo\nthree.\n\nAfter.",
    shows: ["Text[1].", "", "After.", "", RULE, "", "[1] One two three."],
  },
  {
    name: "no lazy continuation after what is no paragraph",
    rule: "commonmark: laziness is for paragraphs only",
    markdown: "Text[^a].\n\n[^a]: # Head\nAfter.",
    shows: ["Text[1].", "", "After.", "", RULE, "", "[1] # Head"],
  },
  {
    name: "a definition interrupts a paragraph",
    rule: "github: a definition needs no blank line before it",
    markdown: "Text[^a].\n[^a]: Note.",
    shows: ["Text[1].", "", RULE, "", "[1] Note."],
  },
  {
    name: "definitions one under the other",
    rule: "github: one definition ends where the next begins",
    markdown: "A[^a] b[^b].\n\n[^a]: One.\n[^b]: Two.",
    shows: ["A[1] b[2].", "", RULE, "", "[1] One.", "", "[2] Two."],
  },
  {
    name: "a definition inside a quotation",
    rule: "github: a definition counts wherever it stands",
    markdown: "> Said[^a].\n>\n> [^a]: Note.",
    shows: ["│ Said[1].", "", RULE, "", "[1] Note."],
  },
  {
    name: "an indented definition",
    rule: "commonmark: four blanks make code",
    markdown: "Text[^a].\n\n    [^a]: code",
    shows: ["Text[^a].", "", "    [^a]: code"],
  },
  {
    name: "an exclamation mark before a citation",
    rule: "github: no image",
    markdown: "Really![^a]\n\n[^a]: Note.",
    shows: ["Really![1]", "", RULE, "", "[1] Note."],
  },
  {
    name: "an empty definition",
    rule: "github: its content begins on the next indented line",
    markdown: "Text[^a].\n\n[^a]:\n    Note.",
    shows: ["Text[1].", "", RULE, "", "[1] Note."],
  },
];

describe("footnotes", () => {
  test.each(cases)("$name", ({ markdown, shows }) => {
    expect(page(markdown, { notes: "end" })).toEqual(shows);
  });

  test("156 of them", () => {
    const numbers = Array.from({ length: 156 }, (_, index) => index + 1);
    const text = numbers.map((number) => `word[^${number}]`).join(" ");
    const definitions = numbers.map((number) => `[^${number}]: Note ${number}.`).join("\n");
    const lines = page(`${text}\n\n${definitions}`, { notes: "end" });
    expect(lines[0]).toBe(numbers.map((number) => `word[${number}]`).join(" "));
    expect(lines.filter((line) => line.startsWith("["))).toEqual(numbers.map((n) => `[${n}] Note ${n}.`));
  });
});

describe("where notes stand", () => {
  const markdown =
    "One[^a] two[^b].\n\n> Said[^c].\n>\n> More.\n\n- item[^d]\n- item\n\n[^a]: A[^e].\n[^b]: B.\n[^c]: C.\n[^d]: D.\n[^e]: E.";

  test("inline: under the block that cites them, nested ones under the note that does", () => {
    expect(page(markdown)).toEqual([
      "One[1] two[2].",
      "",
      "    [1] A[5].",
      "",
      "            [5] E.",
      "",
      "    [2] B.",
      "",
      "│ Said[3].",
      "│",
      "│ More.",
      "",
      "    [3] C.",
      "",
      "• item[4]",
      "      [4] D.",
      "• item",
    ]);
  });

  test("none: only the marks", () => {
    expect(page(markdown, { notes: "none" })).toEqual([
      "One[1] two[2].",
      "",
      "│ Said[3].",
      "│",
      "│ More.",
      "",
      "• item[4]",
      "• item",
    ]);
  });

  test("the definition of a link ends the note above it", () => {
    const source = "One[^a] and [b].\n\n[^a]: A note\n  goes on.\n[b]: /b\n[c]: see it, or not\n";
    expect(page(source)).toEqual(["One[1] and b.", "", "    [1] A note goes on.", "", "[c]: see it, or not"]);
  });

  test("a note cited again stands at its first citation only", () => {
    expect(page("One[^a].\n\nTwo[^a].\n\n[^a]: A.")).toEqual(["One[1].", "", "    [1] A.", "", "Two[1]."]);
  });

  test("on a screen the mark is a raised number, parted by a comma from the next", () => {
    expect(page("One[^a][^b].\n\n[^a]: A.\n[^b]: B.", { marks: "superscript", notes: "none" })).toEqual([
      "One¹,².",
    ]);
  });
});
