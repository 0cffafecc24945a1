import { describe, expect, test } from "vitest";
import type { NotesPlace } from "../../src/layout/measure.ts";
import { paintPlain, paintTagged } from "../../src/formats/plain.ts";
import { decorated } from "../../src/layout/decoration.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { type Line, lineText } from "../../src/layout/line.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import { anchorsOf } from "../../src/marks/place.ts";
import { woven } from "../../src/marks/weave.ts";
import { rangeOfLines, rangeOfTexts, textsOfRange } from "../../src/page/marked.ts";
import { flowsIn } from "../../src/layout/flow.ts";
import { ownLetters } from "../../src/document/own-letters.ts";
import { markOn, openText } from "../support/marks.ts";

const TEXT = `# A heading

The first *paragraph has* some words[^1] in it, and a [link of its own](https://example.org).

- One item.
- Another item, with \`code\`.

| a | b |
|---|---|
| one cell | two |

\`\`\`
first line
	second line
\`\`\`

[^1]: A note of the essay.
`;

/** The essay with marks on these words, a note with some, laid out at 60 columns. */
function page(notes: Readonly<Record<string, string | undefined>>, place: NotesPlace = "inline"): Line[] {
  const open = openText(TEXT);
  const marks = Object.entries(notes).map(([words, note]) => markOn(open, words, note));
  const document = woven(open.document, anchorsOf(open, marks));
  return layoutDocument(document, { width: 60, notes: place, marks: "superscript" });
}

function tagged(lines: readonly Line[]): string[] {
  return lines.map(paintTagged).filter((line) => line.includes("mine"));
}

describe("what is marked", () => {
  test("has its role, across emphasis, notes and parts of links", () => {
    expect(tagged(page({ "paragraph has some words in": undefined }))).toEqual([
      "The first <emphasis><mine>paragraph has</mine></emphasis><mine> some words</mine><citation><mine>¹</mine></citation><mine> in</mine> it, and a <link>link</link>",
    ]);
    expect(tagged(page({ "link of": undefined }))[0]).toMatch(/<link><mine>link<\/mine><\/link>$/);
  });

  test("may go over several blocks, items, cells and lines of code", () => {
    expect(tagged(page({ "item.\nAnother item, with code": undefined }))).toEqual([
      "<bullet>• </bullet>One <mine>item.</mine>",
      "<bullet>• </bullet><mine>Another item, with </mine><code><mine>code</mine></code>.",
    ]);
    const lines = tagged(page({ "cell\ntwo\nfirst line\n\tsecond": undefined }));
    expect(lines.join("\n")).toContain("one <mine>cell</mine>");
    expect(lines.join("\n")).toContain("<mine>    second</mine> line");
  });

  test("may lie in a note of the essay", () => {
    expect(tagged(page({ "note of the": undefined }))[0]).toContain("A <mine>note of the</mine> essay.");
  });

  test("may overlap with what else is marked", () => {
    const lines = page({ "One item": undefined, "item.\nAnother": undefined });
    const spans = lines.flatMap((line) => line.spans.filter(({ roles }) => roles.includes("mine")));
    expect(spans.map(({ text }) => text)).toEqual(["One ", "item", ".", "Another"]);
    const [first, both, second] = spans.map(({ mine }) => mine);
    expect(both).toBe(second);
    expect(first).not.toBe(second);
  });
});

test.each([
  ["brackets", ["    ⟦ls -la⟧  # list [✎a]", "    rm x", "    ⟦cp a⟧ ⟦b [✎b]", "    mv c⟧ d [✎c]"]],
  ["superscript", ["    ls -la  # list ✎ᵃ", "    rm x", "    cp a b ✎ᵇ", "    mv c d ✎ᶜ"]],
] as const)("a note on a line of code is cited in that line (%s)", (marks, expected) => {
  const open = openText("```\nls -la  # list\nrm x\ncp a b\nmv c d\n\n```\n");
  const noted = [markOn(open, "ls -la", "A."), markOn(open, "b\nmv c", "C.")];
  noted.push(markOn(open, "cp a", "B."));
  const document = woven(open.document, anchorsOf(open, noted));
  const lines = layoutDocument(document, { width: 60, notes: "none", marks });
  expect(lines.map((line) => paintPlain(line))).toEqual(expected);
});

test("the user's notes have letters, so that they are not taken for notes of the essay", () => {
  const open = openText("Some words[^1] here.\n\n[^1]: A note.\n");
  const noted = [markOn(open, "Some words", "Mine."), markOn(open, "here", "Mine too.")];
  const document = woven(open.document, anchorsOf(open, noted));
  const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" });
  expect(lines.map(paintPlain)).toEqual([
    "Some words✎ᵃ,¹ here✎ᵇ.",
    "",
    "    ✎ᵃ Mine.",
    "    ¹ A note.",
    "    ✎ᵇ Mine too.",
  ]);
});

test("after 25 letters, the user's notes have two", () => {
  expect([1, 2, 16, 17, 25, 26, 27, 50, 51, 650, 651].map(ownLetters)).toEqual([
    "a",
    "b",
    "p",
    "r",
    "z",
    "aa",
    "ab",
    "az",
    "ba",
    "zz",
    "aaa",
  ]);
});

test("words with several marks are marked once, and cite the note of each", () => {
  const open = openText("They wrote down all of it.\n\n    and code\n");
  const marks = [
    markOn(open, "down", "One."),
    markOn(open, "down", "Another."),
    markOn(open, "code", "A third."),
    markOn(open, "code"),
  ];
  const document = woven(open.document, anchorsOf(open, marks));
  const lines = layoutDocument(document, { width: 60, notes: "none", marks: "brackets" });
  const text = lines.map(paintPlain);
  expect(text).toEqual(["They wrote ⟦down⟧[✎a][✎b] all of it.", "", "    and ⟦code⟧ [✎c]"]);
});

test("a mark within another is nested in it, and the outer one is one mark", () => {
  const text = "One sentence here. *Two sentence here.* Three *sentence* here. Four sentence here.";
  const open = openText(text);
  const marks = [
    markOn(open, "One sentence here. Two sentence here. Three sentence here. Four sentence here.", "Outer."),
    markOn(open, "Two sentence here.", "Inner."),
  ];
  const document = woven(open.document, anchorsOf(open, marks));
  const [line] = layoutDocument(document, { width: 120, notes: "inline", marks: "brackets" });
  expect(paintPlain(line!)).toBe(
    "⟦One sentence here. ⟦Two sentence here.⟧[✎a] Three sentence here. Four sentence here.⟧[✎b]",
  );
  const inner = line!.spans.filter(({ roles }) => roles.includes("mineInner"));
  expect(inner.map(({ text: own }) => own).join("")).toContain("Two sentence here.");
  expect(inner.map(({ text: own }) => own).join("")).not.toContain("One");
});

describe("a note of the reader's own", () => {
  test("stands under its paragraph with the essay's, told apart by its mark", () => {
    const lines = page({ "some words": "My thought.\n\nAnd more." }).map(paintPlain);
    const at = lines.findIndex((line) => line.includes("some words"));
    expect(lines.slice(at, at + 9)).toEqual([
      "The first paragraph has some words✎ᵃ,¹ in it, and a link",
      "of its own.",
      "",
      "    ✎ᵃ My thought.",
      "",
      "       And more.",
      "",
      "    ¹ A note of the essay.",
      "",
    ]);
  });

  test("stands at the end, in the margin or nowhere, as the essay's do", () => {
    expect(page({ item: "Mine." }, "end").map(paintPlain).slice(-3)).toEqual([
      "¹ A note of the essay.",
      "",
      "✎ᵃ Mine.",
    ]);
    expect(page({ item: "Mine." }, "none").map(paintPlain).join("\n")).not.toContain("Mine.");
  });

  test("on code stands under the code", () => {
    const lines = page({ "second line": "On code." }).map(paintPlain);
    expect(lines.slice(-3)).toEqual(["        second line ✎ᵃ", "", "    ✎ᵃ On code."]);
  });
});

test("notes are numbered as they are cited on the page, those in the essay's notes too", () => {
  const open = openText("First words.[^1]\n\nLater words.\n\n[^1]: Of the note.\n");
  const marks = [
    markOn(open, "Later words", "Two."),
    markOn(open, "Of the note", "One."),
    markOn(open, "First", "Nought."),
  ];
  const document = woven(open.document, anchorsOf(open, marks));
  const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "brackets" }).map(paintPlain);
  // Each is cited, and then stands under its paragraph.
  expect(lines.join(" ").match(/✎[a-z]/g)).toEqual(["✎a", "✎a", "✎b", "✎b", "✎c", "✎c"]);
});

describe("from the page to the essay's text and back", () => {
  const open = openText(`${TEXT}\n> [!NOTE] A title\n> Its text.\n\n![A picture](a.png) and more.\n`);
  const galley = galleyOf(open.document);
  const document = woven(open.document, anchorsOf(open, [markOn(open, "some words", "My thought.")]));

  test.each([20, 34, 60, 100] as const)("each letter stands where it stands, at %i columns", (width) => {
    const wrong: string[] = [];
    for (const notes of ["inline", "end"] as const) {
      const lines = layoutDocument(document, { width, notes, marks: "superscript" });
      const flows = flowsIn(lines).filter(({ note }) => note === undefined || note === 1);
      for (const flow of flows)
        for (const { 0: word, index } of flow.text.matchAll(/[a-z]{2,}/gi)) {
          const range = rangeOfTexts(document, lines, [{ flow, start: index, end: index + word.length }]);
          const stretch = range && galley.stretchOf(range);
          const found = stretch && galley.text.slice(...stretch);
          if (found !== word) wrong.push(`${word}: ${found}`);
        }
    }
    // The kind of a callout is no text of the essay's.
    expect([...new Set(wrong)].filter((one) => !one.startsWith("NOTE"))).toEqual([]);
  });

  test("lines give the range of their text, notes between them left out", () => {
    const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" });
    const first = lines.findIndex((line) => lineText(line).includes("The first"));
    const last = lines.findIndex((line) => lineText(line).includes("One item"));
    expect(rangeOfLines(document, lines, first, last)).toEqual({
      start: { block: 0, offset: 0 },
      end: { block: 1, offset: "One item.".length },
    });
    const note = lines.findIndex((line) => lineText(line).includes("A note of"));
    expect(rangeOfLines(document, lines, note, note)).toEqual({
      start: { block: 0, note: 1, offset: 0 },
      end: { block: 0, note: 1, offset: "A note of the essay.".length },
    });
  });

  test("a range stands on the stretches of the page that say it", () => {
    const lines = layoutDocument(document, { width: 30, notes: "inline", marks: "superscript" });
    const start = galley.text.indexOf("words in it");
    const range = galley.rangeOf([start, galley.text.indexOf("Another item") + 7])!;
    const texts = textsOfRange(document, lines, range).map((one) => ({ ...one, role: "match" as const }));
    const marked = lines.flatMap((line) =>
      decorated(line, texts).spans.filter(({ roles }) => roles.includes("match")),
    );
    expect(
      marked
        .map(({ text }) => text)
        .join("")
        .replace(/[✎ᵃ¹,](?=[✎ᵃ¹,])|[✎ᵃ¹]/g, "")
        .replace(/\s/g, ""),
    ).toBe("wordsinit,andalinkofitsown.Oneitem.Another");
  });
});
