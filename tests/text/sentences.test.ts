import { expect, test } from "vitest";
import { sentencesIn } from "../../src/text/sentences.ts";

function sentences(text: string, language?: string): string[] {
  return sentencesIn(text, language).map(([start, end]) => text.slice(start, end));
}

test.each([
  ["One. Two? Three!", ["One.", "Two?", "Three!"]],
  ["It cost 3.14 dollars. Then 1,000.", ["It cost 3.14 dollars.", "Then 1,000."]],
  ["“Is it?” she asked. “It is.”", ["“Is it?” she asked.", "“It is.”"]],
  ["Mr. Smith met Dr. J. Watson. They left.", ["Mr. Smith met Dr. J. Watson.", "They left."]],
  ["Tools, e.g. Git, or i.e. Make. Done.", ["Tools, e.g. Git, or i.e. Make.", "Done."]],
  ["1. Open the door.", ["1. Open the door."]],
  ["It was 1984. Nobody knew.", ["It was 1984.", "Nobody knew."]],
  ["  Blanks around.  ", ["Blanks around."]],
  ["これは文です。次の文です。", ["これは文です。", "次の文です。"]],
  ["", []],
  [" \n ", []],
])("%j", (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test("a language that nobody knows is none", () => {
  expect(sentences("One. Two.", "not a language")).toEqual(["One.", "Two."]);
});
