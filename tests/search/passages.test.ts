import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestOf, excerpts } from "../../src/search/excerpt.ts";
import { textMatcher } from "../../src/search/find.ts";
import { findPassages, type Part, queryMatcher } from "../../src/search/passages.ts";
import { parseQuery } from "../../src/search/parse-query.ts";
import { indexText } from "../../src/search/tokens.ts";

function marked(text: string, ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .toReversed()
    .reduce(
      (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    );
}

function part(text: string, kind: Part["kind"] = "text"): Part {
  return { kind, block: 0, line: 1, text };
}

describe("what a query matches in a text", () => {
  const cases: readonly [query: string, text: string, expected: string][] = [
    ["ship", "Ship it; shipping is relationship", "[Ship] it; shipping is relationship"],
    ["ship*", "Ship it; shipping is relationship", "[Ship] it; [shipping] is relationship"],
    ["ζ", "of \\zeta(s)", "of \\[zeta](s)"],
    ["zeta", "of ζ(s)", "of [ζ](s)"],
    ['"don\'t ship"', "They don’t   ship.", "They [don’t   ship]."],
    ['"ship it"', "ship, it", "[ship, it]"],
    ["naive cafe", "A naïve café", "A [naïve] [café]"],
    ["naïve", "naive", "[naive]"],
    ["strasse", "Straße", "[Straße]"],
    ["界", "世界史", "世[界]史"],
    ["界史", "世界史と世界", "世[界史]と世界"],
    ["手机", "iPhone手机", "iPhone[手机]"],
    ["iphone", "iPhone手机", "[iPhone]手机"],
    ["かき", "がき", "がき"],
    ["title:ship", "ship", "[ship]"],
    ["-ship it", "ship it", "ship [it]"],
    ["ship shipping", "shipping ship", "[shipping] [ship]"],
  ];
  test.each(cases)("%s in %s", (query, text, expected) => {
    expect(marked(text, queryMatcher(parseQuery(query))(text))).toBe(expected);
  });
});

describe("passages", () => {
  const parts = [
    part("Nothing of it here."),
    part("On ships", "heading"),
    part("A ship sails."),
    part("The ship is in the harbour."),
    part("A harbour."),
    { ...part("See the ship.", "note"), note: 3 },
  ];
  function texts(query: string, most = 3): string[] {
    return findPassages(parts, parseQuery(query), { most, length: 100 }).map(({ text, ranges }) =>
      marked(text, ranges),
    );
  }

  test("those in which most is found, in the essay's order", () => {
    expect(texts("ship harbour")).toEqual([
      "A [ship] sails.",
      "The [ship] is in the [harbour].",
      "A [harbour].",
    ]);
    expect(texts("ship harbour", 1)).toEqual(["The [ship] is in the [harbour]."]);
  });

  test("those of the field that is named", () => {
    expect(texts("note:ship")).toEqual(["See the [ship]."]);
    expect(texts("heading:ship*")).toEqual(["On [ships]"]);
    expect(texts("title:ship")).toEqual([]);
  });

  test("a long one is cut around its first match, between words", () => {
    const [passage] = findPassages(
      [part(`${"before ".repeat(50)}needle ${"after ".repeat(50)}`)],
      parseQuery("needle"),
      { most: 3, length: 60 },
    );
    expect(passage && marked(passage.text, passage.ranges)).toBe(
      "… before [needle] after after after after after after after …",
    );
  });

  test("however it is cut, what is marked is what was sought", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("ab", "naïve", "世界", "👩‍🚀", "x".repeat(40), "it’s", "界")),
        fc.integer({ min: 5, max: 80 }),
        (words, length) => {
          const text = [...words, "needle", ...words].join(" ");
          const found = findPassages([part(text)], parseQuery("needle 界"), { most: 3, length });
          for (const { text: cut, ranges } of found)
            for (const [start, end] of ranges) expect(["needle", "界"]).toContain(cut.slice(start, end));
          expect(found[0]?.ranges.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test("runs of Chinese, Japanese, Korean and Thai are indexed character by character", () => {
  expect(indexText("世界史").trim().split(/\s+/)).toEqual(["世", "界", "史"]);
  expect(indexText("see 世 here").trim().split(/\s+/)).toEqual(["see", "世", "here"]);
});

describe("finding in an essay", () => {
  const cases: readonly [wanted: string, text: string, expected: string][] = [
    ["ship it", "Ship\n it", "[Ship\n it]"],
    ["Ship", "ship Ship", "ship [Ship]"],
    ["ship", "SHIP relationship", "[SHIP] relation[ship]"],
    ["a.c", "abc a.c", "abc [a.c]"],
    ["c++", "C++ (c++)", "[C++] ([c++])"],
    ["it's", "it’s", "[it’s]"],
    ["cafe", "café", "[café]"],
    ["界", "世界", "世[界]"],
    ["  ", "a b", "a b"],
    ["\\", "a\\b", "a[\\]b"],
    ["zeta", "the zeta ζ(s)", "the [zeta] [ζ](s)"],
    ["\\zeta", "ζ(s) of \\zeta", "[ζ](s) of [\\zeta]"],
    ["\\vartheta", "ϑ and \\vartheta", "[ϑ] and [\\vartheta]"],
    ["ζ", "ζ of \\zeta", "[ζ] of \\[zeta]"],
    ["epsilon", "ϵ > 0", "[ϵ] > 0"],
    ["Gamma", "γ Γ", "γ [Γ]"],
    ["zet", "ζ", "ζ"],
  ];
  test.each(cases)("%s in %s", (wanted, text, expected) => {
    expect(marked(text, textMatcher(wanted)(text))).toBe(expected);
  });
});

describe("of several words, the passage", () => {
  const filler = "and many other things that nobody was told of ".repeat(8);
  const first = (texts: readonly string[], query = "on call"): string => {
    const [passage] = findPassages(
      texts.map((text) => part(text)),
      parseQuery(query),
      { most: 1, length: 60 },
    );
    return marked(passage!.text, passage!.ranges);
  };

  test("is one in which they stand side by side, before one that has them apart", () => {
    expect(first(["We call them on Monday.", `We call ${filler} on.`, "To be on call is fine."])).toBe(
      "To be [on] [call] is fine.",
    );
  });

  test("is one in which they are near each other, before one that has them far apart", () => {
    expect(first([`We call ${filler} on.`, "A call to a friend on Monday."])).toBe(
      "A [call] to a friend [on] Monday.",
    );
  });

  test("is cut to them, and not to the first of them alone", () => {
    expect(first([`On a day ${filler} they were on call. ${filler}`])).toMatch(/^… .*\[on\] \[call\]\..* …$/);
  });

  test("is cut to as many of them as there is room for, however often one of them stands alone", () => {
    expect(
      first([`Ships and ships. ${filler}A crew sails ships to the harbour. ${filler}`], "ships crew harbour"),
    ).toMatch(/^… .*\[crew\] sails \[ships\] to the \[harbour\]\./);
  });

  test("ends with the last of them where they just have room", () => {
    const apart = "one two three four five six seven eig";
    expect(first([`${filler}trust ${apart} engineer ${filler}`], "engineer trust")).toContain(
      `[trust] ${apart} [engineer]`,
    );
  });

  test("is cut to words that no other passage shows, so that all of them are shown", () => {
    const shown = findPassages(
      [
        part(`Senior engineers have trust. ${filler}`),
        part(`Senior engineers ${filler} and an incident. ${filler}`),
      ],
      parseQuery("senior engineers trust incident"),
      { most: 3, length: 60 },
    ).map(({ text, ranges }) => marked(text, ranges));
    expect(shown[0]).toMatch(/^\[Senior\] \[engineers\] have \[trust\]\./);
    expect(shown[1]).toMatch(/^… .*\[incident\]/);
  });
});

describe("passages that are cut again", () => {
  const filler = "and many other things that nobody was told of ".repeat(8);
  const cut = (texts: readonly string[], query: string): string[] => {
    const passages = findPassages(
      texts.map((text) => part(text)),
      parseQuery(query),
      { most: 3, length: 2000 },
    );
    return excerpts(passages, () => 40).map(({ text, ranges }) => marked(text, ranges));
  };

  test("show the words that stand together", () => {
    expect(cut([`An incident ${filler} of trust in an incident. ${filler}`], "incident trust")).toEqual([
      expect.stringMatching(/^… .*\[trust\] in an \[incident\]\./),
    ]);
  });

  test("show all words of the query among them", () => {
    const [one, two] = cut([`A ship ${filler} in a harbour.`, "The crew of a ship."], "ship crew harbour");
    expect(one).toContain("[harbour]");
    expect(two).toBe("The [crew] of a [ship].");
  });

  test("the best of them has the most words, the closest together", () => {
    const passages = findPassages(
      [
        part("A ship."),
        part(`A ship ${filler} and its crew.`),
        part("A ship and its crew."),
        part("The crew."),
      ],
      parseQuery("ship crew"),
      { most: 9, length: 2000 },
    );
    expect(passages[bestOf(passages)]!.text).toBe("A ship and its crew.");
    expect(bestOf([])).toBe(0);
  });
});
