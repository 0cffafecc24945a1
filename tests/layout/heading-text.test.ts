import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { texOf } from "../../src/formats/mathematics.ts";
import { headingText } from "../../src/layout/heading-text.ts";

test("formulas of a heading are set, by the essay's own commands where its parser is there", () => {
  const document = parseDocument("# The *$n$-th* $\\N$\n\n$\\gdef\\N{\\mathbb{N}}$");
  const [heading] = document.blocks;
  if (heading?.type !== "heading") throw new Error("no heading");
  expect(headingText(heading.children, texOf(document))).toBe("The n-th ℕ");
  expect(headingText(heading.children)).toBe("The n-th \\N");
});
