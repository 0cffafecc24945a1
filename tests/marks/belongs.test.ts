import { describe, expect, test } from "vitest";
import { openEssay, type OpenEssay } from "../../src/document/open-essay.ts";
import { belongTo } from "../../src/marks/belongs.ts";
import { markOn } from "../support/marks.ts";

const TEXT = `The lighthouse was built before anybody thought of a harbour below it, and it shone on rocks alone.

Its keeper wrote down the weather, three times a day, in a hand that no letter of his family resembles.

When the harbour came, the light was moved to the mole, and the tower became a store for nets and oil.
`;

function named(path: string, title: string, text: string): OpenEssay {
  return openEssay({ text: `---\ntitle: ${title}\n---\n\n${text}`, problems: [] }, path, `/library/${path}`);
}

const BEFORE = named("light.md", "The light", TEXT);
const EDITED = TEXT.replace("three times a day", "twice a day");
const marks = (...words: string[]): ReturnType<typeof markOn>[] => words.map((own) => markOn(BEFORE, own));

describe("the marks of an essay that is gone belong to another", () => {
  test("with another name, title and a small edit, if most passages are found with what was around them", () => {
    const own = marks(
      "before anybody thought of a harbour below it",
      "no letter of his family",
      "the light was moved to the mole, and the tower became a store",
    );
    expect(belongTo(own, named("tower.md", "The tower", EDITED))).toBe(true);
  });

  test("with another name, title and edits around most passages, if several stand word for word", () => {
    const long = [
      "was built before anybody thought of a harbour below it, and it shone on rocks",
      "down the weather, three times a day, in a hand that no letter of his family",
      "was moved to the mole, and the tower became a store for nets",
    ];
    const edited = TEXT.replace("The lighthouse was", "The light was")
      .replace("keeper wrote", "keepers wrote")
      .replace("the light was moved", "its light was moved")
      .replace("nets and oil", "nets, oil and coal");
    expect(belongTo(marks(...long), named("tower.md", "The tower", edited))).toBe(true);
    expect(belongTo(marks(...long.slice(0, 2)), named("tower.md", "The tower", edited))).toBe(false);
  });

  test("with the same title and a small edit, even for a few words", () => {
    expect(belongTo(marks("was built"), named("tower.md", "The light", EDITED))).toBe(true);
  });
});

describe("they do not belong to an essay with another name and title", () => {
  test("that shares one passage, as a quotation does", () => {
    const [first] = TEXT.split("\n\n");
    const other = named(
      "quotes.md",
      "Quotations",
      `Somebody wrote:\n\n${first}\n\nThis is all that is left.\n`,
    );
    expect(belongTo(marks("thought of a harbour", "it shone on rocks"), other)).toBe(false);
    expect(belongTo(marks("thought of a harbour", "became a store"), other)).toBe(false);
  });

  test("that has the words, but not what was around them", () => {
    const other = named(
      "words.md",
      "Words",
      "They thought of a harbour.\n\nIt became a store, and no letter of his family came.\n",
    );
    expect(belongTo(marks("thought of a harbour", "no letter of his family", "became a store"), other)).toBe(
      false,
    );
  });
});
