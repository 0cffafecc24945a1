/**
 * The same words at the same place of the text, or an orphan: what a place with the words must have around it to be the passage.
 *
 * «» are around the marked words, in the first text, and around the words that the mark is on, in the second; without them it is an orphan.
 */
import { describe, expect, test } from "vitest";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Anchor, Mark } from "../../src/marks/mark.ts";
import { anchorsOf, placeOfAnchor } from "../../src/marks/place.ts";
import { seenAnew } from "../../src/marks/seen.ts";
import { markOn, openText } from "../support/marks.ts";

/** The anchor of what is between « and ». */
function marked(text: string): Anchor {
  const essay = openText(text.replace(/[«»]/g, ""));
  const shown = galleyOf(openText(text).document);
  const [start, end] = [shown.text.indexOf("«"), shown.text.indexOf("»") - 1];
  const range = galleyOf(essay.document).rangeOf([start, end]);
  const anchor = range && anchorOf(essay, range);
  if (!anchor) throw new Error(`no mark: ${text}`);
  return anchor;
}

/** The galley's text with « and » around the words on which an anchor is. */
function on(anchor: Anchor, text: string): string {
  const essay = openText(text.replace(/[«»]/g, ""));
  const galley = galleyOf(essay.document);
  const placed = placeOfAnchor(anchor, essay);
  const stretch = placed && galley.stretchOf(placed.range);
  if (!stretch) return galley.text;
  const [start, end] = stretch;
  return `${galley.text.slice(0, start)}«${galley.text.slice(start, end)}»${galley.text.slice(end)}`;
}

function expectOn(before: string, after: string): void {
  expect(on(marked(before), after)).toBe(galleyOf(openText(after).document).text);
}

const table = (...rows: string[]): string => {
  const [head = "", ...rest] = rows.map((row) => `| ${row.split(", ").join(" | ")} |`);
  return `${head}\n|${" --- |".repeat(rows[0]!.split(", ").length)}\n${rest.join("\n")}\n`;
};

describe("a cell is known by the first cell of its row and the head of its column", () => {
  test.each([
    [
      "exchanged columns",
      table("Item, Old, New", "Tea, «12», 14", "Milk, 14, 12"),
      table("Item, New, Old", "Tea, 14, «12»", "Milk, 12, 14"),
    ],
    [
      "exchanged columns of words",
      table("Q, Ann, Bob", "War, «yes», no", "Tax, no, yes"),
      table("Q, Bob, Ann", "War, no, «yes»", "Tax, yes, no"),
    ],
    [
      "exchanged columns with the same value",
      table("Item, Old, New", "Tea, «12», 12", "Milk, 14, 15"),
      table("Item, New, Old", "Tea, 12, «12»", "Milk, 15, 14"),
    ],
    [
      "exchanged rows",
      table("Item, Price", "Tea, «12»", "Milk, 12"),
      table("Item, Price", "Milk, 12", "Tea, «12»"),
    ],
    [
      "exchanged values",
      table("Item, Price", "Tea, «12»", "Milk, 15"),
      table("Item, Price", "Tea, 15", "Milk, 12"),
    ],
    [
      "another row",
      table("Item, Price, Size", "Tea, «12», big", "Milk, 15, small"),
      table("Item, Price, Size", "Coffee, 12, big", "Milk, 15, small"),
    ],
    [
      "a long cell that is now another row's",
      table("Who, Says", "Ann, «The committee has agreed to wait for the spring.»", "Bob, Nothing."),
      table("Who, Says", "Ann, Nothing.", "Bob, The committee has agreed to wait for the spring."),
    ],
    [
      "a long cell whose column has another head",
      table("Who, Says", "Ann, «The committee has agreed to wait for the spring.»"),
      table("Who, Said", "Ann, «The committee has agreed to wait for the spring.»"),
    ],
    [
      "a first cell, in a row that says something else",
      table("Year, Event", "«1914», The war began.", "1923, The book appeared."),
      table("Year, Event", "1939, The war began.", "1914, The book appeared."),
    ],
  ])("%s", (_, before, after) => expectOn(before, after));
});

test("a cell whose column has another head is found in its old row between the old ones", () => {
  const before = table("Item, Price", "Salt, 9", "Tea, «12»", "Milk, 15");
  expectOn(before, before.replace("Price", "In 2024"));
  expectOn(before, table("Item, In 2024", "Salt, 9", "Coffee, 12", "Milk, 15"));
});

describe("a definition is known by its term", () => {
  test.each([
    [
      "exchanged",
      "Lead\n: A «heavy metal».\n\nMercury\n: A liquid.\n",
      "Lead\n: A liquid.\n\nMercury\n: A heavy metal.\n",
    ],
    [
      "exchanged and long",
      "Lead\n: «A heavy metal that melts at a low temperature.»\n\nIron\n: A metal.\n",
      "Lead\n: A metal.\n\nIron\n: A heavy metal that melts at a low temperature.\n",
    ],
    [
      "under another term",
      "Tin\n: Light.\n\nLead\n: A «heavy metal».\n\nIron\n: Hard.\n",
      "Tin\n: Light.\n\nMercury\n: A heavy metal.\n\nIron\n: Hard.\n",
    ],
    [
      "sorted by their terms",
      "Zinc\n: A «metal».\n\nArgon\n: A gas.\n\nIron\n: A metal.\n",
      "Argon\n: A gas.\n\nIron\n: A metal.\n\nZinc\n: A «metal».\n",
    ],
    [
      "a quotation that is a definition now",
      "> The committee agreed to «wait.»\n",
      "Summer\n: They refused to wait.\n\nMethod\n: The committee agreed to wait.\n",
    ],
  ])("%s", (_, before, after) => expectOn(before, after));
});

describe("few words are known by their sentence and its place", () => {
  const war = "The war began in «1914». Peace came in 1918.\n\nThe book appeared in 1923.\n";
  test.each([
    [
      "a year in another sentence",
      war,
      "The war began in 1939. Peace came in 1945.\n\nThe book appeared in 1914.\n",
    ],
    [
      "a year in a sentence that is alike, in the same paragraph",
      "The war began in «1914». The film began in 1923.\n",
      "The war began in 1939. The film began in 1914.\n",
    ],
    [
      "a year in a paragraph that is alike",
      "The war began in «1914».\n\nThe book appeared in 1923.\n",
      "The war began in 1939.\n\nThe book appeared in 1914.\n",
    ],
    [
      "a year in its sentence, in another paragraph",
      war,
      `The book appeared in 1923. The war began in «1914», as all know.\n\nPeace came in 1918.\n`.replace(
        /[«»]/g,
        "",
      ),
    ],
    [
      "a year in its whole sentence, moved",
      "Ann says that the great war of the nations began in «1914».\n\nThe book appeared.\n",
      "The book appeared. Ann says that the great war of the nations began in «1914».\n",
    ],
    ["a year in a sentence that goes on", war, war.replace("The book", "A book")],
    [
      "a year in a sentence that was edited at its end",
      "It began in «1914» and was long. Peace came in 1918, after many years.\n",
      "It began in «1914» and was short. Peace came in 1918, after many years.\n",
    ],
    [
      "an answer to another question",
      "Is it red?\n\n«Yes.»\n\nIs it blue?\n\nNo.\n",
      "Is it red?\n\nNo.\n\nIs it blue?\n\nYes.\n",
    ],
    [
      "a sentence that changed places in its paragraph",
      "Bread was scarce in the winter of that year. «今日は寒いです。» It was cold.\n",
      "Bread was scarce in the winter of that year. It was cold. «今日は寒いです。»\n",
    ],
    [
      "a line of code that is a part of another",
      "```\ndef a(x):\n    «return x»\n```\n\nText.\n",
      "```\ndef b(x):\n    return x + 1\n```\n\nText.\n",
    ],
    [
      "a line of code with a line put after it",
      "```\n«return x»\nx = 2\ny = 2\n```\n",
      "```\n«return x»\nprint(x)\nx = 2\ny = 2\n```\n",
    ],
  ])("%s", (_, before, after) => expectOn(before, after));
});

describe("a twin that nothing distinguishes from the passage leaves an orphan", () => {
  const ledger = "Water boils at a hundred degrees. The price rose. The ledger was «closed in» 1848.\n";
  test.each([
    [
      "a copy put before it",
      ledger,
      ledger.replace(/[«»]/g, "").replace("The ledger", "The ledger was closed in 1848. The ledger"),
    ],
    [
      "one of several was deleted, and the rest sorted",
      "1. milk\n2. two pounds of sugar\n3. «milk»\n4. milk\n5. 21\n",
      "1. two pounds of sugar\n2. milk\n3. milk\n4. 21\n",
    ],
    [
      "one of two that are next to each other was deleted",
      "They left. «See above.» See above.\n\nMore.\n",
      "They left. See above.\n\nMore.\n",
    ],
    [
      "a paragraph with two that are next to each other was turned round",
      "A map hung there. «A map hung there.» Nobody signed it. They refused.\n",
      "They refused. Nobody signed it. A map hung there. A map hung there.\n",
    ],
    [
      "both stand as they did",
      "They left. See above. «See above.» Nobody came.\n",
      "Before it.\n\nThey left. See above. «See above.» Nobody came.\n",
    ],
  ])("%s", (_, before, after) => expectOn(before, after));
});

test("a heading distinguishes passages with the same words around them, as far as they are stored", () => {
  const tale = `${"Once upon a time there was a rabbit in the forest. ".repeat(6)}It lost a toy. ${"They all played together the whole day long. ".repeat(6)}`;
  const before = `## One\n\n${tale.replace("It lost a toy.", "«It lost a toy.»")}\n\n## Two\n\n${tale}\n`;
  expectOn(before, `A new beginning.\n\n${before}`);
  expectOn(before, before.replace(/\n\n## Two[^]*/, "\n"));
  expectOn(before, `## Two\n\n${tale}\n`);
});

describe("edited words with another claim are an orphan", () => {
  const rest = "The paragraph before says this.\n\nX\n\nThe paragraph behind says that.\n";
  test.each([
    [
      "The committee agreed that the dam should be built before winter.",
      "The committee agreed that the dam should not be built before winter.",
    ],
    [
      "Die Kommission stimmte zu, den Damm im Herbst zu bauen.",
      "Die Kommission stimmte nicht zu, den Damm im Herbst zu bauen.",
    ],
    [
      "The tower was finished in the spring of 1881 by masons from Lyon.",
      "The tower was finished in the spring of 1883 by masons from Lyon.",
    ],
    [
      "The tower was finished in the spring by masons from Lyon.",
      "The tower was finished in the spring by masons from Dijon.",
    ],
    [
      "Paris was besieged for the whole of that cold and hungry winter.",
      "Vienna was besieged for the whole of that cold and hungry winter.",
    ],
    [
      "They didn't say that the dam should be built before winter.",
      "They did say that the dam should be built before winter.",
    ],
    [
      "It is legal to fish in the lake if the warden has agreed to it.",
      "It is illegal to fish in the lake if the warden has agreed to it.",
    ],
    [
      "Le comité a décidé de construire le barrage avant la fin de l'hiver.",
      "Le comité n'a pas décidé de construire le barrage avant la fin de l'hiver.",
    ],
    [
      "委員会は冬の前にダムを建設することに同意した。",
      "委員会は冬の前にダムを建設することに同意しなかった。",
    ],
    ["Write the docs for the parser: done", "Write the docs for the parser: open"],
    ["This will increase the price of bread.", "This will decrease the price of bread."],
    ["The home team won the match at noon.", "The home team lost the match at noon."],
    ["Die Preise für Brot werden bald steigen.", "Die Preise für Brot werden bald sinken."],
    [
      "The way from the harbour to the lighthouse took them three hours on foot.",
      "The way from the harbour to the lighthouse took them seven hours on foot.",
    ],
    ["価格は来年の春から少しずつ増加する。", "価格は来年の春から少しずつ減少する。"],
  ])("%s", (before, after) => {
    expectOn(rest.replace("X", `«${before}»`), rest.replace("X", after));
  });

  test.each([
    [
      "AFNetworking is the most popular of the projects for iOS and Mac OS X.",
      "AFNetworking is the most popular of the projects for iOS and OS X.",
    ],
    [
      "We should never forget the billions of people who are not here.",
      "We shouldn't forget the billions of people who are not here.",
    ],
    [
      "However, the dam was to be built before the winter came.",
      "Still, the dam was to be built before the winter came.",
    ],
    [
      "The quick fox jumps over the lazy dog, as the Romans knew in 44.",
      "The quick fox jumped over the lazy dog, as the Romans knew in 44.",
    ],
    ["This will increase the price of bread.", "This increases the price of bread."],
    ["We did recieve the letters from home.", "We did receive the letters from home."],
    [
      "The way from the harbour to the lighthouse took them three hours on foot.",
      "The way from the harbour to the lighthouse took them 3 hours on foot.",
    ],
  ])("but not with the same claim: %s", (before, after) => {
    const text = `Whoever is still there, and however late. ${rest}`;
    expectOn(text.replace("X", `«${before}»`), text.replace("X", `«${after}»`));
  });
});

describe("an orphan stays one", () => {
  const noteless: Anchor = {
    words: "See Smith 1990.",
    before: "Text one.[^a] Text two.[^b]\n[^a]: ",
    after: "",
    start: { block: -1, offset: 0 },
    end: { block: -1, offset: 0 },
    lines: [1, 1],
    hash: "",
  };
  const both = "Text one.[^a] Text two.[^b]\n\n[^a]: See Smith 1990.\n[^b]: See Smith 1990.\n";
  const one = "Text two.[^b]\n\n[^b]: See Smith 1990.\n";

  test("in a note, if a twin is left of two of which neither was certain", () => {
    expect(placeOfAnchor(noteless, openText(both))).toBeUndefined();
    expect(placeOfAnchor(noteless, openText(one))).toBeUndefined();
  });

  test("if it saw a twin that was added, and one of the two is left", () => {
    const sentence = "It rained on all of the seven days of that week.";
    const old = openText(`Ann paid. ${sentence} Bob left.\n`);
    const twice = openText(`Cat paid. ${sentence} Dan left.\n\nEve paid. ${sentence} Fay left.\n`);
    const left = openText(`Eve paid. ${sentence} Fay left.\n`);
    const mark = markOn(old, sentence);
    const [seen] = seenAnew(twice, [mark]);
    const now: Mark = { ...mark, ...(seen && { seen: seen.anchor }) };
    expect(anchorsOf(twice, [mark])[0]?.placed).toBeUndefined();
    expect(anchorsOf(left, [now])[0]?.placed).toBeUndefined();
  });
});

describe("a short sentence among others is known by the other sentences of its paragraph, not by words that paragraphs share", () => {
  test.each([
    [
      "exchanged sentences",
      "Cats are fine pets. I like them.\n\nDogs are noisy pets. «I hate them.»",
      "Cats are fine pets. I hate them.\n\nDogs are noisy pets. I like them.",
    ],
    [
      "a sentence that another item got, when its item was deleted",
      "- `-a` sets the mode. Required.\n- `-b` sets the level. «Optional.»\n- `-c` sets the name. Required too.\n",
      "- `-a` sets the mode. Optional.\n- `-c` sets the name. Required too.\n",
    ],
    [
      "exchanged answers",
      "**Can I use it at work?** Yes, you can.\n\n**Can I sell it?** «No, you cannot.»",
      "**Can I use it at work?** No, you cannot.\n\n**Can I sell it?** Yes, you can.",
    ],
    ["exchanged words", "Is it safe? «No.»\n\nIs it cheap? Yes.", "Is it safe? Yes.\n\nIs it cheap? No."],
    [
      "exchanged answers without blanks",
      "値段は高いですか。«はい。»\n\n品質は良いですか。いいえ。",
      "値段は高いですか。いいえ。\n\n品質は良いですか。はい。",
    ],
    [
      "exchanged paragraphs",
      "Cats are fine pets. I like them.\n\nDogs are noisy pets. «I hate them.»",
      "Dogs are noisy pets. «I hate them.»\n\nCats are fine pets. I like them.",
    ],
    [
      "an edited paragraph",
      "Cats are fine pets. I like them.\n\nDogs are noisy pets. «I hate them.»",
      "Cats are fine pets. I like them.\n\nDogs are very noisy. «I hate them.»",
    ],
  ])("%s", (_, before, after) => expectOn(before, after));
});

describe("a place between the old words is the passage, however its paragraphs are divided", () => {
  const rows = [
    ["short", "to read a page quickly and well before breakfast"],
    ["«middle»", "for all the other essays that are on the shelf"],
    ["long", "for a day with nothing else that has to be done"],
  ];
  const asTable = table("Name, Use", ...rows.map((row) => row.join(", ")));
  test("a table that became paragraphs", () => {
    expectOn(asTable, ["Name", "Use", ...rows.flat()].join("\n\n"));
  });
  test("but not among other words", () => {
    const others = ["Name", "Use", "short", "to run", "middle", "to walk", "long", "to swim"];
    expectOn(asTable, others.join("\n\n"));
  });
});
