import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutDocument } from "../../src/layout/layout.ts";
import type { Line } from "../../src/layout/line.ts";
import type { NotesPlace } from "../../src/layout/measure.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import { anchorsOf } from "../../src/marks/place.ts";
import { woven } from "../../src/marks/weave.ts";
import { caretOf, offsetAt } from "../../src/page/caret.ts";
import { letterBefore, letterEnd, type Motion, moved } from "../../src/page/motions.ts";
import { partAt, sentenceAt } from "../../src/page/passages.ts";
import { width } from "../../src/text/width.ts";
import { openText } from "../support/marks.ts";

const open = openText(`Words before it.

## A heading of some length

The first *paragraph has* some words[^1] in it, and a [link of its own](https://example.org). It has a second sentence[^b].

- One item, with \`code\`.
- Another item; 世界 and e\u0301 and 👩‍👩‍👧.

> A quotation of words that go on for more than one line of a narrow page.

| Name | Used for |
|---|---|
| one cell | two words |
| three | some more words in a cell that is long |

\`\`\`
first line of code
	second line
\`\`\`

The last paragraph.

[^1]: A note of the essay. With two sentences.
[^b]: Another note.
`);
const galley = galleyOf(open.document);

function lay(columns: number, notes: NotesPlace, document = open.document): Line[] {
  return layoutDocument(document, { width: columns, notes, marks: "superscript", measure: 50 });
}

const PLACES = fc.constantFrom<NotesPlace>("inline", "margin", "end");
const WIDTHS = fc.integer({ min: 20, max: 140 });
const OFFSETS = fc.integer({ min: 0, max: galley.text.length - 1 });

/** A text without what layout adds or leaves out: blanks, and the signs of broken lines of code. */
function bare(text: string): string {
  return text.replace(/[\s↪]/g, "");
}

test("a highlight covers exactly its words, at any width and wherever notes stand", () => {
  fc.assert(
    fc.property(OFFSETS, OFFSETS, WIDTHS, PLACES, (one, other, columns, notes) => {
      const start = letterBefore(galley.text, letterEnd(galley.text, Math.min(one, other)));
      const range = galley.rangeOf([start, letterEnd(galley.text, Math.max(one, other, start))]);
      const anchor = range && anchorOf(open, range);
      if (!anchor) return;
      const essay = { file: "", slug: "", title: "" };
      const own = { made: 0, changed: 0, removed: undefined, note: undefined, extra: {} };
      const places = anchorsOf(open, [{ id: "mark", essay, anchor, ...own }]);
      const lines = lay(columns, notes, woven(open.document, places));
      const spans = lines.flatMap((line) =>
        line.spans.filter(({ mine, cites }) => mine && cites === undefined),
      );
      const marked = bare(spans.map(({ text }) => text).join(""));
      // The lines of cells stand beside each other, so the order of the letters is another.
      const letters = (text: string): string => Array.from(text).sort().join("");
      expect(letters(marked)).toBe(letters(bare(anchor.words)));
    }),
  );
});

describe("a place of the text", () => {
  test("stands where its letter is, and that is where it is found again", () => {
    fc.assert(
      fc.property(OFFSETS, WIDTHS, PLACES, (offset, columns, notes) => {
        fc.pre(
          !/\s/.test(galley.text[offset]!) &&
            letterBefore(galley.text, letterEnd(galley.text, offset)) === offset,
        );
        const lines = lay(columns, notes);
        const caret = caretOf(open.document, lines, offset)!;
        expect(caret.line).toBeLessThan(lines.length);
        expect(caret.column).toBeLessThan(Math.max(columns, 110));
        const letter = galley.text.slice(offset, letterEnd(galley.text, offset));
        const found = offsetAt(open.document, lines, caret, partAt(galley, offset))!;
        expect(galley.text.slice(found, found + letter.length)).toBe(letter);
      }),
    );
  });

  test("a letter behind one of several code points is found at its own column", () => {
    const lines = lay(60, "inline");
    const offset = galley.text.indexOf("👩‍👩‍👧") + "👩‍👩‍👧".length;
    expect(galley.text[offset]).toBe(".");
    expect(offsetAt(open.document, lines, caretOf(open.document, lines, offset)!)).toBe(offset);
  });

  test("beyond the end of a line is its last letter, and lines without text have none", () => {
    const lines = lay(60, "inline");
    const last = offsetAt(open.document, lines, { line: 0, column: 500 })!;
    expect(galley.text.slice(0, last + 1)).toBe("Words before it.");
    expect(offsetAt(open.document, lines, { line: 1, column: 3 })).toBeUndefined();
    expect(offsetAt(open.document, lines, { line: 9_999, column: 0 })).toBeUndefined();
  });
});

describe("moves", () => {
  const MOTIONS: readonly Motion[] = [
    "left",
    "right",
    "nextWord",
    "previousWord",
    "wordEnd",
    "nextSentence",
    "previousSentence",
    "top",
    "bottom",
  ];

  test("stay in their part, and lead to letters", () => {
    const letters = new Set<number>();
    for (let at = 0; at < galley.text.length; at = Math.max(at + 1, letterEnd(galley.text, at)))
      letters.add(at);
    fc.assert(
      fc.property(
        OFFSETS.filter((at) => letters.has(at) && galley.text[at] !== "\n"),
        fc.array(fc.constantFrom(...MOTIONS), { maxLength: 20 }),
        (start, motions) => {
          let at = start;
          for (const motion of motions) {
            at = moved(galley, at, motion, 1);
            expect(letters).toContain(at);
            expect(partAt(galley, at)).toEqual(partAt(galley, start));
          }
        },
      ),
    );
  });

  test("several moves at once are the same as one by one", () => {
    for (const motion of MOTIONS) {
      let at = 30;
      for (let step = 0; step < 3; step++) at = moved(galley, at, motion, 1);
      expect(moved(galley, 30, motion, 3)).toBe(at);
    }
  });

  test("a sentence is found from anywhere in it", () => {
    const [start, end] = sentenceAt(galley, galley.text.indexOf("second sentence"))!;
    expect(galley.text.slice(start, end)).toBe("It has a second sentence.");
  });

  test("a letter is as wide as its cells", () => {
    const at = galley.text.indexOf("世界");
    const lines = lay(60, "inline");
    const [first, second] = [at, at + 1].map((offset) => caretOf(open.document, lines, offset)!);
    expect(second!.column - first!.column).toBe(width("世"));
  });
});
