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

test.each([
  ["The bomb fell on Aug. 6, 1945.", "en"],
  ["He left on Jan. 5, 1902.", "en"],
  ["See ch. 2, and sec. 4 of it.", "en"],
  ["The U.S. Congress voted.", "en"],
  ["It is v. 2.0 now.", "en"],
  ["At 5 p.m. Tuesday it ended.", "en"],
  ["Acme Inc. Chairman Lee resigned.", "en"],
  ["Am 3. Mai kam er.", "de"],
  ["Das ist z. B. Wein.", "de"],
  ["Um 500 v. Chr. in Rom.", "de"],
  ["Es kam am 24. Dezember 1902 an.", "de"],
  ["M. Dupont le vit, cf. Mme Curie.", "fr"],
])("%j is one sentence", (text, language) => {
  expect(sentences(text, language)).toEqual([text]);
});

test.each([
  ["He lived in the U.S. He left in May.", ["He lived in the U.S.", "He left in May."]],
  ["It began at 5 p.m. The end came at 6.", ["It began at 5 p.m.", "The end came at 6."]],
  ["They came in Aug. Nobody stayed.", ["They came in Aug.", "Nobody stayed."]],
  ["He sold Acme Inc. It was 1902. Then he left.", ["He sold Acme Inc.", "It was 1902.", "Then he left."]],
  ["We had pears, plums, etc. The rest was bread.", ["We had pears, plums, etc.", "The rest was bread."]],
])("%j has several", (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test("a language that nobody knows is none", () => {
  expect(sentences("One. Two.", "not a language")).toEqual(["One.", "Two."]);
});
