/**
 * Passages whose words occur more than once, or come back elsewhere: a mark stands on its own words, or nowhere.
 */
import { describe, expect, test } from "vitest";
import { galleyOf } from "../../src/marks/galley.ts";
import { placeOfAnchor } from "../../src/marks/place.ts";
import { anchorAt, openText } from "../support/marks.ts";

const INTRO = "Intro words here stand first and are long enough.\n\n";

/** The paragraph, item, row or line that a mark made in one text stands in, in another; undefined for an orphan. */
function standsIn(before: string, words: string, nth: number, after: string): string | undefined {
  const essay = openText(INTRO + after);
  const placed = placeOfAnchor(anchorAt(openText(INTRO + before), words, nth), essay);
  const galley = galleyOf(essay.document);
  const stretch = placed && galley.stretchOf(placed.range);
  if (!stretch) return undefined;
  const isCode = essay.document.blocks[placed.range.start.block]?.type === "codeBlock";
  if (isCode) return galley.text.slice(0, stretch[0]).trimEnd().split("\n").at(-1);
  const edges = [...galley.edges, galley.text.length];
  const unit = edges.findLastIndex((edge) => edge <= stretch[0]);
  return galley.text.slice(edges[unit], edges[unit + 1]).trim();
}

const list = (...names: string[]): string =>
  names.map((name) => `- ${name}: agreed, and signed the letter.\n`).join("");
const table = (...names: string[]): string =>
  `| n | v |\n|---|---|\n${names.map((name) => `| ${name} | agreed |\n`).join("")}`;
const code = (...names: string[]): string =>
  `\`\`\`\n${names.map((name) => `${name}:\n  return 1;\n`).join("")}\`\`\`\n`;
const prose = (...paragraphs: string[]): string => paragraphs.join("\n\n");

describe("twins that change places", () => {
  test.each(
    [
      ["Red house.", "Blue house."],
      ["Red.", "Blue."],
      ["The red one.", "The blue one."],
      ["Version 1.", "Version 2."],
      ["Paris:", "Rome:"],
      ["On the first day we walked.", "Seven days later came snow."],
    ].flatMap((pair) =>
      [
        ["Sun.", "Moon."],
        ["Next.", "Next."],
        ["", ""],
      ].map((ends) => [pair, ends] as const),
    ),
  )("keep their marks: %j, %j", ([one, other], [oneEnd, otherEnd]) => {
    const [first, second] = [
      `${one} It is good. ${oneEnd}`.trim(),
      `${other} It is good. ${otherEnd}`.trim(),
    ];
    expect(standsIn(prose(first, second), "It is good.", 0, prose(second, first))).toBe(first);
    expect(standsIn(prose(first, second), "It is good.", 1, prose(second, first))).toBe(second);
  });

  const alice = "Alice: agreed, and signed the letter.";
  const row = "Alice\nagreed";
  test.each([
    ["items sorted", list("Eve", "Alice", "Dan", "Bob"), alice, list("Alice", "Bob", "Dan", "Eve")],
    ["an item at the end", list("Eve", "Alice", "Dan", "Bob"), alice, list("Eve", "Dan", "Bob", "Alice")],
    ["rows swapped", table("Alice", "Bob"), row, table("Bob", "Alice")],
    ["rows sorted", table("Eve", "Alice", "Dan", "Bob"), row, table("Alice", "Bob", "Dan", "Eve")],
    ["a row above, one gone", table("Alice", "Bob"), row, table("Aaron", "Alice")],
  ])("keep their marks: %s", (_, before, unit, after) => {
    const words = before.startsWith("-") ? "agreed, and signed the letter." : "agreed";
    expect(standsIn(before, words, before.includes("Eve") ? 1 : 0, after)).toBe(unit);
  });
});

describe("a mark is an orphan, not on a twin, if its own words are gone", () => {
  test.each([
    [
      "an item replaced",
      list("Eve", "Alice", "Dan", "Bob"),
      "agreed, and",
      1,
      list("Eve", "Zoe", "Dan", "Bob"),
    ],
    [
      "a new item at the end",
      list("Eve", "Alice", "Dan", "Bob"),
      "agreed, and",
      1,
      list("Eve", "Dan", "Bob", "Zoe"),
    ],
    ["a new row at the end", table("Alice", "Bob"), "agreed", 0, table("Bob", "Zed")],
    ["a row replaced", table("Alice", "Bob"), "agreed", 0, table("Zed", "Bob")],
    ["lines of code swapped", code("foo", "bar"), "return 1;", 0, code("bar", "foo")],
    ["a line of code replaced", code("foo", "bar"), "return 1;", 0, code("bar", "baz")],
    [
      "a paragraph replaced",
      prose("Red house. It is good. Sun.", "Blue house. It is good. Moon."),
      "It is good.",
      0,
      prose("Blue house. It is good. Moon.", "Green villa. It is good. Star."),
    ],
    [
      "what follows exchanged",
      prose("Red house. It is good. Sun.", "Blue house. It is good. Moon."),
      "It is good.",
      0,
      prose("Blue house. It is good. Sun.", "Red house. It is good. Moon."),
    ],
  ])("%s", (_, before, words, nth, after) => {
    expect(standsIn(before, words, nth, after)).toBeUndefined();
  });
});

describe("words that were deleted and come back in other company", () => {
  test.each([
    [
      "another paragraph",
      "We chose the simple way. It worked well for us. Then came winter.",
      "It worked well for us.",
      "We chose the simple way. Then came winter.\n\nLater again we met. It worked well for us. Then came spring.",
    ],
    [
      "another essay",
      "Cats are nice. They purr. And they sleep a lot on sofas.\n\nBye.",
      "They purr.",
      "Of all sentences one is bad: They purr. That's wrong.",
    ],
    [
      "a critic's quotation",
      "Foo bar. It is good to be here now. Sun is up.",
      "It is good to be here now.",
      "Foo bar. It is great to be here now. Sun is up.\n\nOthers say: It is good to be here now. But no.",
    ],
    [
      "a critic's quotation of a long sentence",
      "Foo bar. It is good to be here now with all of you again. Sun is up.",
      "It is good to be here now with all of you again.",
      "Foo bar. It is great to be here now with all of you again. Sun is up.\n\n" +
        "Others say: It is good to be here now with all of you again. But no.",
    ],
    ["a number", "It costs 5 dollars.", "5", "It costs 7 dollars; see section 5 above."],
  ])("%s", (_, before, words, after) => {
    expect(standsIn(before, words, 0, after)).toBeUndefined();
  });

  test("unless they are long, and all that their paragraph says", () => {
    const [long, short] = ["long", "short"].map((kind) => `He wrote a ${kind} letter to his aunt in Kent.`);
    const before = prose("Monday.", long!, "Tuesday.");
    const after = prose("Monday.", short!, "Tuesday.", `> ${long}`);
    expect(standsIn(before, long!, 0, after)).toBe(long);
  });

  test("a sentence that looks alike", () => {
    const [old, alike] = ["ran", "rented"].map(
      (did) => `In 2019 we ${did} ten servers in Berlin and paid a lot for it.`,
    ) as [string, string];
    const rest = "Other stuff entirely follows.";
    expect(standsIn(prose(old, rest), old, 0, prose(rest, "More and more words.", alike))).toBeUndefined();
    expect(standsIn(prose(old, rest), old, 0, prose(alike, rest))).toBe(alike);
  });

  test("unless they stand in the same company", () => {
    const text = "We chose the simple way. It worked well for us. Then came winter.";
    const moved = "Foo bar.\n\nWe chose the simple way. It worked well for us. Later came spring.";
    expect(standsIn(text, "It worked well for us.", 0, moved)).toBe(moved.split("\n\n")[1]);
  });
});
