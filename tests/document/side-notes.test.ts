/**
 * Notes that authors set beside their text in HTML: `<aside>`, and the spans of Tufte CSS (edwardtufte.github.io/tufte-css).
 */
import { expect, test } from "vitest";
import { paintPlain } from "../../src/formats/plain.ts";
import { layOut } from "../support/page.ts";

function page(markdown: string, notes: "inline" | "margin" | "end" | "none" = "inline"): string[] {
  return layOut(markdown, { notes, marks: "superscript" }).map(paintPlain);
}

test("an aside is a note of the paragraph before it", () => {
  expect(page('The text.\n\n<aside name="a">\n\nAn *aside* of\ntwo lines.\n\n</aside>\n\nMore.\n')).toEqual([
    "The text.¹",
    "",
    "    ¹ An aside of two lines.",
    "",
    "More.",
  ]);
});

test("its numbers go on with those of the other notes, in the order of the text", () => {
  expect(page("One[^a].\n\n<aside>Two.</aside>\n\nThree^[inline].\n\n[^a]: The first.\n", "end")).toEqual([
    "One¹.²",
    "",
    "Three³.",
    "",
    "────────────",
    "",
    "¹ The first.",
    "",
    "² Two.",
    "",
    "³ inline",
  ]);
});

test("a span of Tufte's is a note where it stands, and what toggles it is nothing", () => {
  const toggle =
    '<label for="sn" class="margin-toggle sidenote-number">⊕</label><input type="checkbox" id="sn" class="margin-toggle"/>';
  const markdown = `Before${toggle}<span class="sidenote">A note with a [link](/a).</span> and after.`;
  expect(page(markdown)).toEqual(["Before¹ and after.", "", "    ¹ A note with a link."]);
});

test("an aside with nothing in it is none, and one with nothing before it stands by itself", () => {
  expect(page("Text.\n\n<aside></aside>\n")).toEqual(["Text."]);
  expect(page("<aside>Alone.</aside>\n\nText.")).toEqual(["¹", "", "    ¹ Alone.", "", "Text."]);
});

test.each([
  ["a list", "- One\n- Two\n", ["• One", "• Two¹"]],
  ["a heading", "## Head\n", ["## Head¹"]],
  ["a quotation", "> Said.\n", ["│ Said.¹"]],
  ["a callout", "> [!NOTE]\n> Said.\n", ["┃ NOTE", "┃", "┃ Said.¹"]],
])("behind %s it is cited at its end", (_, markdown, lines) => {
  expect(page(`${markdown}\n<aside>An aside.</aside>\n\nMore.\n`, "none")).toEqual([...lines, "", "More."]);
});

test("several behind the same block are cited there in their order", () => {
  const asides = "<aside>A.</aside>\n\n<aside>B.</aside>\n";
  expect(page(`- One\n\n${asides}`, "none")).toEqual(["• One¹,²"]);
});

test("one that never closes would be the rest of the essay: it is text", () => {
  expect(page("Text.\n\n<aside>\n\nA note.\n\nMore.\n")).toEqual(["Text.", "", "A note.", "", "More."]);
});

test("one within one belongs to it", () => {
  expect(page("Text.\n\n<aside>Outer.\n<aside>Inner.</aside>\nMore.</aside>\n\nAfter.")).toEqual([
    "Text.¹",
    "",
    "    ¹ Outer.",
    "",
    "      Inner.",
    "",
    "      More.",
    "",
    "After.",
  ]);
});
