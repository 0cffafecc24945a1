import * as bidiJs from "bidi-js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visualRow, visualSpans } from "../../src/layout/bidi.ts";
import { decorated } from "../../src/layout/decoration.ts";
import { inFlow } from "../../src/layout/flow.ts";
import type { Highlighter } from "../../src/layout/highlight.ts";
import { levelsOf } from "../../src/layout/levels.ts";
import { lineText, type Span, span } from "../../src/layout/line.ts";
import { layOut } from "../support/page.ts";

const newBidi = bidiJs.default as unknown as () => bidiJs.Bidi;

function seen(text: string): string {
  return lineText(visualRow({ spans: inFlow([span(text)], { kind: "text", block: 0 }) }));
}

/** Examples of UAX #9, with Hebrew letters for its capitals. */
describe("one line", () => {
  test.each([
    ["car is אבג", "car is גבא"],
    ["אבג is car", "is car גבא"],
    ["אבג 123 דהו", "והד 123 גבא"],
    ["אבג (דהו)", "(והד) גבא"],
    ["abc, def", "abc, def"],
    ["he said “אבג, דהו” twice", "he said “והד ,גבא” twice"],
    ["בְּרֵא abc", "abc ארֵבְּ"],
  ])("%s", (logical, visual) => {
    expect(seen(logical)).toBe(visual);
  });

  test("keeps its graphemes and its width, whatever it is", () => {
    const text = fc.array(fc.constantFrom("a", "1", " ", "א", "ב", "ג", "(", ")", "é", "م", "ى", ".", "👍🏽"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const sorted = (one: string): string => [...one.replace(/[()]/g, "(")].sort().join("");
        expect(sorted(seen(parts.join("")))).toBe(sorted(parts.join("")));
      }),
    );
  });
});

test("a line of a code block runs from left to right, whatever most of its letters are", () => {
  const [line] = layOut("```sh\n~/a $ b . -- אבג דהו זחט\n```", { width: 40 });
  expect(lineText(visualRow(line!)).replace(/ +sh$/, "").trim()).toBe("~/a $ b . -- טחז והד גבא");
});

describe("a line of code", () => {
  const TOKEN = /("[^"]*"|(?:\/\/|\/\*|#).*)/;
  const highlighter: Highlighter = (code) =>
    code.split("\n").map((line) =>
      line.split(TOKEN).map((text, nth) => {
        if (nth % 2 === 0) return { text };
        return { text, role: text.startsWith('"') ? "codeString" : "codeComment" };
      }),
    );

  /** UTS #55: strings, comments and names do not change places; a comment or string runs in its own direction. */
  test.each([
    ['f("a", "ב", "ג")', 'f("a", "ב", "ג")'],
    ['a = "אבג"; // דהו זח', 'a = "גבא"; // חז והד'],
    ["// (אב), גד.", "// .דג ,(בא)"],
    ['x = "אב. a. גד" + y', 'x = "דג .a .בא" + y'],
    ["אב = גד1 - ה_ו (זח)", "בא = 1דג - ו_ה (חז)"],
    ["# abc אב, גד d", "# abc דג ,בא d"],
    ["/* אב. */", "/* .בא */"],
  ])("%s", (logical, visual) => {
    const [line] = layOut("```ts\n" + logical + "\n```", { width: 60, tools: { highlighter } });
    expect(lineText(visualRow(line!)).trim()).toBe(visual);
  });

  test("keeps its order in text, and without colours", () => {
    const seenAs = (markdown: string): string =>
      lineText(visualRow(layOut(markdown, { width: 60 })[0]!)).trim();
    expect(seenAs('אבג `f("ד", "ה")` וזח')).toBe('חזו f("ד", "ה") גבא');
    expect(seenAs('```\nf("ד ה", ו)[^1]\n```')).toBe('f("ה ד", ו)[^1]');
  });
});

describe("a line has the levels of its paragraph", () => {
  const rows = (markdown: string, width: number): string[] =>
    layOut(markdown, { width }).map((line) => lineText(visualRow(line)));

  test("without a right-to-left letter of its own", () => {
    const text = "(פצקר abc def): ab!";
    expect(rows(`אבגדהוזחטי כלמנס ${text}`, 24)).toEqual([
      "  רקצפ) סנמלכ יטחזוהדגבא",
      "           !ab :(abc def",
    ]);
    // A colon after digits that follow Arabic letters: AN, not EN (W2), so the sign between does not join them (W4).
    expect(rows("سسسسسسسسسسسسسسسس 1+2", 18)[1]?.trim()).toBe("2+1");
  });

  test("with the hyphen of a word beside its last letter", () => {
    expect(rows("אבגדהוזחטי כלמנס abcde\u00adfghi", 25)).toEqual([
      "  abcde- סנמלכ יטחזוהדגבא",
      "                     fghi",
    ]);
  });

  test("as its code leaves them, wherever it stands", () => {
    const part = fc.constantFrom("a", "1", " ", "א", "م", "(", ")", "+", ".", "\0a+(1\0");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const runs = parts.join("").replaceAll("\0\0", "").split("\0");
        const spans = inFlow(
          runs.map((text, nth) => (nth % 2 === 1 ? span(text, "code") : span(text))),
          { kind: "text", block: 0 },
        );
        const levels = levelsOf(spans[0]!.flow!);
        if (!levels) return;
        const marked = runs.map((text, nth) => (nth % 2 === 1 ? `\u2066${text}\u2069` : text)).join("");
        const whole = newBidi().getEmbeddingLevels(marked, levels.base === 1 ? "rtl" : "ltr").levels;
        const own = [...whole].filter((_, at) => !/[\u2066\u2069]/.test(marked[at]!));
        expect([...levels.of]).toEqual(own);
      }),
    );
  });
});

test("a long text is resolved in parts, in which letters have the levels that they have alone", () => {
  const text = "אבג abc, ".repeat(3_000);
  const [one] = inFlow([span(text)], { kind: "text", block: 0 });
  const levels = levelsOf(one!.flow!)!.of;
  expect(levels).toHaveLength(text.length);
  for (const at of [0, 9 * 1_500, 9 * 2_999])
    expect(levels.slice(at, at + 8)).toEqual(Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 1));
});

test("code runs from left to right and does not affect the text around it", () => {
  const spans = inFlow([span("אבג "), span("-p x 1", "code"), span(" 2 דהו")], { kind: "text", block: 0 });
  expect(lineText(visualRow({ spans }))).toBe("והד 2 -p x 1 גבא");
});

test("blanks at the ends of what layout added stay there; controls of direction are dropped", () => {
  const row = { spans: [span("  אבג "), span(" of \u2068דהו 1\u2069, 2 ")] };
  expect(lineText(visualRow(row))).toBe("  גבא  of 1 והד, 2 ");
});

test("roles, links and citations stay on their letters", () => {
  const link = { href: "/x" };
  const spans: Span[] = [
    span("אבג "),
    { text: "דהו", roles: ["link"], link },
    { text: "¹", roles: ["citation"], cites: 1 },
  ];
  const visual = visualSpans(inFlow(spans, { kind: "text", block: 0 }));
  expect(visual.map(({ span: own, from }) => [own.text, from])).toEqual([
    ["¹", 2],
    ["והד", 1],
    [" גבא", 0],
  ]);
  expect(visual[1]!.span.link).toBe(link);
  expect(visual[0]!.span.cites).toBe(1);
});

test("a match stays on its letters", () => {
  const spans = inFlow([span("אבג דהו זחט")], { kind: "text", block: 0 });
  const flow = spans[0]!.flow!;
  const row = visualRow(decorated({ spans }, [{ flow, start: 4, end: 7, role: "match" }]));
  expect(row.spans.map(({ text, roles }) => [text, roles])).toEqual([
    ["טחז ", []],
    ["והד", ["match"]],
    [" גבא", []],
  ]);
});

test("bars, bullets and the cells of a table stay where layout put them", () => {
  const quoted = layOut("> אבג דהו", { width: 20 }).map((line) => lineText(visualRow(line)));
  expect(quoted).toEqual(["           והד גבא │"]);
  const item = layOut("- אבג דהו", { width: 20 }).map((line) => lineText(visualRow(line)));
  expect(item).toEqual(["           והד גבא •"]);
  const table = layOut("| אבג | abc |\n|---|---|\n| דה | x |", { width: 20 }).map((line) =>
    lineText(visualRow(line)),
  );
  expect(table).toEqual(["            abc  גבא", "            ───  ───", "            x     הד"]);
});
