import { describe, expect, test } from "vitest";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import { placeOf } from "../../src/marks/place.ts";
import { anchorAt, openText } from "../support/marks.ts";

/** The words that an anchor made in one text stands on in another, and what stands before them; undefined for an orphan. */
function found(own: Anchor, text: string): string | undefined {
  const essay = openText(text);
  const placed = placeOf(own, essay);
  const stretch = placed && galleyOf(essay.document).stretchOf(placed.range);
  return stretch && galleyOf(essay.document).text.slice(...stretch);
}

const TEXT = `---
title: Margins
---

# Margins

The first paragraph has *some words* in it.[^1]

## A heading

- One item.
- Another item, with \`code\`.

| a | b |
|---|---|
| 1 | 2 |

[^1]: A note of its own.
`;

describe("a galley", () => {
  test("is the text of blocks and notes, parts parted by line feeds", () => {
    expect(
      galleyOf(openText(TEXT).document).strips.map(({ block, note, text }) => [block, note, text]),
    ).toEqual([
      [0, undefined, "The first paragraph has some words in it."],
      [1, undefined, "A heading"],
      [2, undefined, "One item.\nAnother item, with code."],
      [3, undefined, "a\nb\n1\n2"],
      [0, 1, "A note of its own."],
    ]);
  });
});

describe("an anchor", () => {
  test("has the words, what stands around, the place, the heading and the lines of the file", () => {
    expect(anchorAt(openText(TEXT), " item.\nAnother item, ")).toMatchObject({
      words: "item.\nAnother item,",
      before: "some words in it.\nA heading\nOne ",
      after: " with code.\na\nb\n1\n2\nA note of it",
      start: { block: 2, offset: 4 },
      end: { block: 2, offset: 23 },
      heading: "A heading",
      lines: [11, 12],
    });
  });

  test("of a note has the line of the note", () => {
    expect(anchorAt(openText(TEXT), "note of")).toMatchObject({
      start: { block: 0, note: 1, offset: 2 },
      lines: [18, 18],
    });
  });

  test("of blanks alone, or from the text on into the notes, is none", () => {
    const essay = openText(TEXT);
    expect(anchorOf(essay, { start: { block: 0, offset: 3 }, end: { block: 0, offset: 4 } })).toBeUndefined();
    expect(
      anchorOf(essay, { start: { block: 3, offset: 0 }, end: { block: 0, note: 1, offset: 4 } }),
    ).toBeUndefined();
  });
});

describe("a passage", () => {
  const own = anchorAt(openText(TEXT), "Another item, with code.");

  test("is found where it was", () => {
    expect(found(own, TEXT)).toBe("Another item, with code.");
  });

  test("is found where its words stand now, in another shape or with other blanks and quotation marks", () => {
    expect(found(own, TEXT.replace("## A heading", "New.\n\n## Another heading"))).toBe(
      "Another item, with code.",
    );
    expect(found(own, "So: **Another\nitem**,\u00a0with code. Yes.")).toBe("Another item,\u00a0with code.");
    expect(found(anchorAt(openText("It's “said” here."), "It's “said”"), 'And It’s "said" there.')).toBe(
      'It’s "said"',
    );
  });

  test("is found by what stands around it where its words stand more than once", () => {
    const text = "Red is here. The refrain.\n\nBlue is here. The refrain.\n\nThe end.";
    const second = anchorAt(openText(text), "The refrain.", 1);
    const edited = `New.\n\nThe refrain.\n\n${text}`;
    const placed = placeOf(second, openText(edited));
    expect(placed?.range.start).toMatchObject({ block: 3, offset: 14 });
  });

  test("is an orphan where its words are gone", () => {
    expect(found(own, "# Margins\n\nNothing of it.")).toBeUndefined();
  });
});
