import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { patternsFolder } from "../../src/app/patterns-folder.ts";
import { PATTERNS } from "../../src/app/hyphen-patterns.ts";
import { hyphenatorOf } from "../../src/app/hyphenator.ts";

function parted(word: string, language: string): string {
  const places = hyphenatorOf(language)?.(word) ?? [];
  return [0, ...places].map((at, nth, all) => word.slice(at, all[nth + 1])).join("-");
}

/** As dictionaries and the documentation of the patterns have them. */
test.each([
  ["en", "hyphenation", "hy-phen-ation"],
  ["en-us", "algorithm", "al-go-rithm"],
  ["en-ca", "computer", "com-puter"],
  ["de", "Silbentrennung", "Sil-ben-tren-nung"],
  ["fr", "typographie", "ty-po-gra-phie"],
  ["es", "tipografía", "ti-po-gra-fía"],
  ["it", "tipografia", "ti-po-gra-fia"],
  ["fi", "kirjasto", "kir-jas-to"],
])("%s: %s", (language, word, expected) => {
  expect(parted(word, language)).toBe(expected);
});

test.each(["ja", "ru", "sv", "und", "x", ""])(
  "a language without patterns has no hyphenator: %s",
  (language) => {
    expect(hyphenatorOf(language)).toBeUndefined();
  },
);

/** Licences that ask for no more than that their words go along. */
const PERMISSIVE =
  /licences?:[^\0]*(?:\bMIT|BSD|Unlicence|Copying and distribution of this file, with or without modification|Permission is hereby granted, free of charge|may be used, modified, copied, distributed, and sold)/i;

test.each([...new Set(Object.values(PATTERNS))])("the licence of the patterns %s is permissive", (name) => {
  const patterns = readFileSync(new URL(`${name}.wasm`, patternsFolder), "latin1");
  expect(patterns).toMatch(PERMISSIVE);
});
