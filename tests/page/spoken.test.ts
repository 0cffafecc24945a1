import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { utterancesOf } from "../../src/formats/speech.ts";
import { layoutDocument, type LayoutOptions } from "../../src/layout/layout.ts";
import { placesOf } from "../../src/page/spoken.ts";

/** Each sentence with what of the page is marked while it is read. */
function marked(markdown: string, options: Partial<LayoutOptions> = {}): [said: string, marked: string][] {
  const document = parseDocument(markdown);
  const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript", ...options });
  const heard = utterancesOf(document);
  return placesOf(heard, lines).map(({ ranges }, index) => [
    heard[index]!.text,
    ranges.map(({ flow, start, end }) => flow.text.slice(start, end)).join(" | "),
  ]);
}

const ESSAY = `# A title

First sentence.[^a] Second, with *words* and \`code\`. Third.

- One item. With two.
- Another.

> A quotation.

\`\`\`js
code();
\`\`\`

[^a]: The note. It has two sentences.
`;

describe("sentences on the page", () => {
  test("are marked as they stand there, notes after the sentence that cites them", () => {
    expect(marked(ESSAY)).toEqual([
      ["A title.", "A title"],
      ["First sentence.", "First sentence."],
      ["Footnote: The note.", "The note."],
      ["It has two sentences.", "It has two sentences."],
      ["Second, with words and code.", "Second, with words and code."],
      ["Third.", "Third."],
      ["One item.", "One item."],
      ["With two.", "With two."],
      ["Another.", "Another."],
      ["Quotation.", ""],
      ["A quotation.", "A quotation."],
      ["End of the quotation.", ""],
      ["Code in js of 1 line is left out.", ""],
    ]);
  });

  test("a formula is heard otherwise than it is seen", () => {
    const [first, second] = marked("So $x^2$ grows quickly here. And then it ends.");
    expect(first).toEqual(["So formula grows quickly here.", "So $x^2$ grows quickly here."]);
    expect(second).toEqual(["And then it ends.", "And then it ends."]);
    expect(marked("$y$ is left. After.").map(([, own]) => own)).toEqual(["$y$ is left.", "After."]);
  });

  test("the same words twice are marked where they are read", () => {
    const document = parseDocument("Again. And again. Again.");
    const lines = layoutDocument(document, { width: 60, notes: "inline", marks: "superscript" });
    const starts = placesOf(utterancesOf(document), lines).map(({ ranges }) => ranges[0]?.start);
    expect(starts).toEqual([0, 7, 18]);
  });

  test("a hidden note is heard, and marked nowhere", () => {
    const own = marked(ESSAY, { notes: "none" });
    expect(own[2]).toEqual(["Footnote: The note.", ""]);
    expect(own[4]).toEqual(["Second, with words and code.", "Second, with words and code."]);
  });

  test("each at any width, wherever notes stand", () => {
    const place = fc.constantFrom("inline" as const, "margin" as const, "end" as const);
    const expected = marked(ESSAY);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 140 }), place, (width, notes) => {
        expect(marked(ESSAY, { width, notes, measure: 50 })).toEqual(expected);
      }),
    );
  });
});
