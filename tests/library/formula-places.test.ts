import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openEssay } from "../../src/document/open-essay.ts";
import { gistOf } from "../../src/library/check/gist.ts";
import type { PlacedFormula } from "../../src/library/check/formula-places.ts";

function formulasOf(text: string): readonly PlacedFormula[] {
  return gistOf(openEssay({ text, problems: [] }, "a.md", "a.md")).formulas;
}

test("each formula of docs/math.md is at its place", () => {
  const text = readFileSync("docs/math.md", "utf8");
  const lines = text.split("\n").map((line) => Array.from(line));
  const formulas = formulasOf(text);
  expect(formulas.length).toBeGreaterThan(900);
  for (const { tex, anchors, isRough } of formulas) {
    expect([tex, isRough]).toEqual([tex, undefined]);
    for (const { at, line, column } of anchors)
      expect([tex, lines[line - 1]![column - 1]]).toEqual([tex, tex[at]]);
  }
});

test("MathML without TeX is at its element", () => {
  const math = "<math><mi>x</mi></math>";
  const places = formulasOf(`A.\n\nOf ${math},\n> and *${math}*.\n`).map(({ anchors }) => anchors);
  expect(places).toEqual([[{ at: 0, line: 3, column: 4 }], [{ at: 0, line: 4, column: 8 }]]);
});
