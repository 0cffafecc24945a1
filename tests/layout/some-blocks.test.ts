import { expect, test } from "vitest";
import { lineText } from "../../src/layout/line.ts";
import { layOut } from "../support/page.ts";

test.each(["inline", "margin"] as const)(
  "some blocks of a document have the lines and the numbers that they have in the whole, with notes %s",
  (notes) => {
    const text =
      "# A\n\nOne[^1].\n\n## B\n\nTwo[^2].\n\n```\ncode\n```\n\nThree.\n\n[^1]: First.\n\n[^2]: Second.";
    const options = { width: 110, measure: 60, notes } as const;
    const part = layOut(text, { ...options, blocks: [2, 5] });
    const whole = layOut(text, options).filter(({ block }) => block >= 2 && block < 5);
    // The first block of a page has no blank line above it.
    const own = lineText(whole[0]!) === "" ? whole.slice(1) : whole;
    expect(part.map((line) => [line.block, lineText(line)])).toEqual(
      own.map((line) => [line.block, lineText(line)]),
    );
    expect(new Set(part.map(({ block }) => block))).toEqual(new Set([2, 3, 4]));
  },
);
