/**
 * Typography by language. The marks are those of Unicode's CLDR, "delimiters"; apostrophes, dashes and ellipses those of SmartyPants
 * (daringfireball.net/projects/smartypants), but for options of programs.
 */
import { expect, test } from "vitest";
import { OBJECT, typographic } from "../../src/text/typographic.ts";

function set(text: string, language = "en"): string {
  return typographic([text], language).join("");
}

test.each([
  ["en", "“A ‘b’ c”"],
  ["en-GB", "“A ‘b’ c”"],
  ["de", "„A ‚b‘ c“"],
  ["de-CH", "«A ‹b› c»"],
  ["fr", "«\u202fA «\u202fb\u202f» c\u202f»"],
  ["es", "«A “b” c»"],
  ["it", "«A “b” c»"],
  ["pl", "„A «b» c”"],
  ["ru", "«A „b“ c»"],
  ["sv", "”A ’b’ c”"],
  ["ja", "「A 『b』 c」"],
  ["xx", "“A ‘b’ c”"],
])("marks of quotation in %s", (language, expected) => {
  expect(set(`"A 'b' c"`, language)).toBe(expected);
});

test.each([
  ["It's the dogs' bone", "It’s the dogs’ bone"],
  [`'It's so,' he said`, "‘It’s so,’ he said"],
  ["the '90s, 'tis rock 'n' roll", "the ’90s, ’tis rock ’n’ roll"],
  [`("in brackets") and "'both'"`, "(“in brackets”) and “‘both’”"],
  [`she said--"no"--and`, "she said–“no”–and"],
  [`"One," he said, "two."`, "“One,” he said, “two.”"],
  ["a -- b --- c, 1--2", "a – b — c, 1–2"],
  ["use --force and --no-color", "use --force and --no-color"],
  ["-->, <!-- and ----", "-->, <!-- and ----"],
  ["so... well.... 1..2", "so… well.... 1..2"],
  [`6' 2" tall`, `6' 2" tall`],
  ["“done” already…", "“done” already…"],
  ["", ""],
])("%s", (text, expected) => {
  expect(set(text)).toBe(expected);
  expect(set(expected)).toBe(expected);
});

test("French signs stand apart by blanks that break no line, where one stands", () => {
  expect(set("Quoi ? Non ! Ceci : cela ; fin", "fr")).toBe(
    "Quoi\u202f? Non\u202f! Ceci\u00a0: cela\u202f; fin",
  );
  expect(set("Quoi?", "fr")).toBe("Quoi?");
});

test("a quotation goes on from one text to the next, and around what is no text", () => {
  expect(typographic(['"one ', 'two" and "', OBJECT, '" so'], "en")).toEqual([
    "“one ",
    "two” and “",
    OBJECT,
    "” so",
  ]);
});
