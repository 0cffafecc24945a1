import { describe, expect, test } from "vitest";
import { parseQuery } from "../../src/search/parse-query.ts";
import { respelled } from "../../src/search/respell.ts";

const LIBRARY = ["fine", "not", "rigging", "ship", "cafe", "notes"].map((word) => ({ word, essays: 1 }));

function better(source: string): string | undefined {
  return respelled(parseQuery(source), LIBRARY);
}

describe("a better spelling", () => {
  const cases: readonly [source: string, expected: string | undefined, reason: string][] = [
    ["mine:mine", "mine:fine", "the word is the second “mine”, the first is the name of the field"],
    ["note:note", "note:not", "the same"],
    ["riging", "rigging", "a word"],
    ["shp OR title:riging", "ship OR title:rigging", "each word at its own place"],
    ["-riging shp", "-riging ship", "what must not match is left as it is"],
    ["NOT riging (Shp riging)", "NOT riging (ship rigging)", "the second of two equal words"],
    ["“the Riging”", "“the rigging”", "in a phrase, in curly quotes, with a capital"],
    ["cafè cáfé caffe", "cafè cáfé cafe", "accents make no difference"],
    ["ship-riging", "ship-rigging", "a part of a word with a hyphen"],
    ["rigg*", undefined, "the beginning of a word that is there"],
    ["riging NEAR/3 shp", "rigging NEAR/3 ship", "both sides of NEAR"],
    ["ship", undefined, "nothing to correct"],
    ["zzzzzz", undefined, "nothing is near"],
  ];
  test.each(cases)("%s", (source, expected, reason) => {
    expect(better(source), reason).toBe(expected);
  });
});
