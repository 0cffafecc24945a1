import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visualRow, visualSpans } from "../../src/layout/bidi.ts";
import { decorated } from "../../src/layout/decoration.ts";
import { inFlow } from "../../src/layout/flow.ts";
import { lineText, type Span, span } from "../../src/layout/line.ts";
import { layOut } from "../support/page.ts";

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
