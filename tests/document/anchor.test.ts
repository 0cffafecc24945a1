import { expect, test } from "vitest";
import { anchorFinder, namedAnchors } from "../../src/document/anchor.ts";

test.each([
  ["a-heading", "as GitHub makes it"],
  ["A-Heading", "whatever its case"],
  ["named", "in braces, as Pandoc has it"],
  ["by-id", "of an element's id"],
  ["by-name", "of an element's name"],
])("#%s: an anchor %s", (anchor) => {
  const source = `## A heading {.note #named}\n\n<h2 class="x" id="by-id">B</h2>\n\n<a name='by-name'></a>\n`;
  expect(anchorFinder(["A heading"], namedAnchors(source))(anchor)).toBe(true);
});

test("an anchor that nothing has is none", () => {
  expect(anchorFinder(["A heading"], namedAnchors("## A heading\n"))("another")).toBe(false);
});

test.each([
  ["spaces in an element that never closes", `<${" ".repeat(1_000_000)}`],
  ["number signs in braces that never close", `{${"#a".repeat(500_000)}`],
])("%s take no longer than the text is long", (_, source) => {
  expect(anchorFinder([], namedAnchors(source))("nothing")).toBe(false);
});
