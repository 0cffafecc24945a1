/**
 * Decorations laid over lines: ranges of a text, wherever its lines end.
 */
import { describe, expect, test } from "vitest";
import { paintTagged } from "../../src/formats/plain.ts";
import { decorated, type TextDecoration } from "../../src/layout/decoration.ts";
import { flowsIn, matchesInFlow } from "../../src/layout/flow.ts";
import { type Role, span } from "../../src/layout/line.ts";
import { layOut } from "../support/page.ts";

/** The page with a role on whatever `wanted` is in it. */
function tagged(markdown: string, wanted: string, role: Role = "match", width = 24): string[] {
  const lines = layOut(markdown, { width });
  const decorations = flowsIn(lines).flatMap((flow) =>
    matchesInFlow(flow, (text) =>
      Array.from(
        text.matchAll(new RegExp(wanted, "g")),
        ({ index }) => [index, index + wanted.length] as const,
      ),
    )
      .flat()
      .map(([start, end]): TextDecoration => ({ flow, start, end, role })),
  );
  return lines.map((line) => paintTagged(decorated(line, decorations)));
}

describe("a range", () => {
  test("goes over the end of a line", () => {
    expect(tagged("Some words that are broken here and there", "are broken")).toEqual([
      "Some words that <match>are</match>",
      "<match>broken</match> here and there",
    ]);
  });

  test("covers parts of spans, and keeps their roles", () => {
    expect(tagged("One *two three* four", "two three f")).toEqual([
      "One <emphasis><match>two three</match></emphasis><match> f</match>our",
    ]);
  });

  test("goes across the mark of a note, which is no part of the text", () => {
    expect(tagged("Left[^1] right.\n\n[^1]: Note.", "Left right")[0]).toBe(
      "<match>Left</match><citation>[1]</citation><match> right</match>.",
    );
  });

  test("may lie over another one", () => {
    const [line] = layOut("abcdef");
    const [flow] = flowsIn([line!]);
    const both: TextDecoration[] = [
      { flow: flow!, start: 0, end: 4, role: "match" },
      { flow: flow!, start: 2, end: 6, role: "focus" },
    ];
    expect(paintTagged(decorated(line!, both))).toBe("<match>ab<focus>cd</focus></match><focus>ef</focus>");
  });

  test("stands on the same words whatever the width", () => {
    const text = "A paragraph of many words, some of them longer than others, with a needle in it.";
    for (const width of [12, 20, 33, 72, Infinity]) {
      const all = tagged(text, "a needle", "match", width).join(" ").replaceAll("</match> <match>", " ");
      expect(all, String(width)).toContain("<match>a needle</match>");
    }
  });

  test("is nothing to what has no text", () => {
    const row = { spans: [span("chrome")] };
    const [flow] = flowsIn(layOut("text"));
    expect(decorated(row, [{ flow: flow!, start: 0, end: 4, role: "match" }])).toBe(row);
  });
});
