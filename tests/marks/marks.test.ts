import { describe, expect, test } from "vitest";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import { placeOfAnchor } from "../../src/marks/place.ts";
import { anchorAt, openText } from "../support/marks.ts";

/** The words that an anchor made in one text stands on in another, and what stands before them; undefined for an orphan. */
function found(own: Anchor, text: string): string | undefined {
  const essay = openText(text);
  const placed = placeOfAnchor(own, essay);
  const stretch = placed && galleyOf(essay.document).stretchOf(placed.range);
  return stretch && galleyOf(essay.document).text.slice(...stretch);
}

const TEXT = `---
title: Margins
---

# Margins

The first paragraph has *some words* in it.[^1]

## A heading

- One item.
- Another item, with \`code\`.

| a | b |
|---|---|
| 1 | 2 |

[^1]: A note of its own.
`;

describe("a galley", () => {
  test("is the text of blocks and notes, parts parted by line feeds", () => {
    expect(
      galleyOf(openText(TEXT).document).strips.map(({ block, note, text }) => [block, note, text]),
    ).toEqual([
      [0, undefined, "The first paragraph has some words in it."],
      [1, undefined, "A heading"],
      [2, undefined, "One item.\nAnother item, with code."],
      [3, undefined, "a\nb\n1\n2"],
      [0, 1, "A note of its own."],
    ]);
  });
});

describe("an anchor", () => {
  test("has the words, what stands around, the place, the heading and the lines of the file", () => {
    expect(anchorAt(openText(TEXT), " item.\nAnother item, ")).toMatchObject({
      words: "item.\nAnother item,",
      before: "some words in it.\nA heading\nOne ",
      after: " with code.\na\nb\n1\n2\nA note of it",
      start: { block: 2, offset: 4 },
      end: { block: 2, offset: 23 },
      heading: "A heading",
      lines: [11, 12],
    });
  });

  test("of a note has the line of the note", () => {
    expect(anchorAt(openText(TEXT), "note of")).toMatchObject({
      start: { block: 0, note: 1, offset: 2 },
      lines: [18, 18],
    });
  });

  test("of blanks alone, or from the text on into the notes, is none", () => {
    const essay = openText(TEXT);
    expect(anchorOf(essay, { start: { block: 0, offset: 3 }, end: { block: 0, offset: 4 } })).toBeUndefined();
    expect(
      anchorOf(essay, { start: { block: 3, offset: 0 }, end: { block: 0, note: 1, offset: 4 } }),
    ).toBeUndefined();
  });
});

describe("a passage", () => {
  const own = anchorAt(openText(TEXT), "Another item, with code.");

  test("is found where it was", () => {
    expect(found(own, TEXT)).toBe("Another item, with code.");
  });

  test("is found where its words stand now, in another shape or with other blanks and quotation marks", () => {
    expect(found(own, TEXT.replace("## A heading", "New.\n\n## Another heading"))).toBe(
      "Another item, with code.",
    );
    expect(
      found(own, TEXT.replace("Another item, with `code`.", "**Another\n  item**,\u00a0with code.")),
    ).toBe("Another item,\u00a0with code.");
    expect(found(anchorAt(openText("It's “said” here."), "It's “said”"), 'And It’s "said" here.')).toBe(
      'It’s "said"',
    );
  });

  test("is found by what stands around it where its words stand more than once", () => {
    const text = "Red is here. The refrain.\n\nBlue is here. The refrain.\n\nThe end.";
    const second = anchorAt(openText(text), "The refrain.", 1);
    const edited = `New.\n\nThe refrain.\n\n${text}`;
    const placed = placeOfAnchor(second, openText(edited));
    expect(placed?.range.start).toMatchObject({ block: 3, offset: 14 });
  });

  test.each([
    ["The old scribblers wrote it down.", "scribb"],
    ["The old scribblers wrote it down.", "blers wrote it d"],
    ["余白に書いた言葉は失われない。", "書いた言葉"],
  ])("of %j that is a part of words is found in an edited text: %j", (text, words) => {
    expect(found(anchorAt(openText(text), words), `Another paragraph.\n\n${text} More.\n`)).toBe(words);
  });

  test("of words alone, which another program wrote down, may be parts of words if they are long", () => {
    const text = "The old scribblers wrote it down.";
    const alone = (words: string): Anchor => ({
      words,
      before: "",
      after: "",
      start: { block: -1, offset: 0 },
      end: { block: -1, offset: 0 },
      lines: [1, 1],
      hash: "",
    });
    expect(found(alone("blers wrote it d"), text)).toBe("blers wrote it d");
    expect(found(alone("scribb"), text)).toBeUndefined();
  });

  test("that is a part of a word is not found as the same part of another", () => {
    const part = anchorAt(openText("A description. The script itself."), "script");
    expect(part.rivals?.of).toBe(2);
    expect(found(part, "Here they are: the script itself.")).toBeUndefined();
  });

  test("is an orphan where its words are gone", () => {
    expect(found(own, "# Margins\n\nNothing of it.")).toBeUndefined();
  });
});

describe("a passage that is repeated", () => {
  /** The paragraph in which the `nth` of the passages with these words is found in another text; undefined for an orphan. */
  const paragraph = (before: string, words: string, nth: number, after: string): number | undefined =>
    placeOfAnchor(anchorAt(openText(before), words, nth), openText(after))?.range.start.block;
  const twice = "It rains.\n\nThe same words.\n\nIt snows.\n\nThe same words.\n\nIt thaws.";

  test("is told from the others by what stands around it", () => {
    expect(paragraph(twice, "The same words.", 1, `New.\n\n${twice}`)).toBe(4);
  });

  test("is an orphan if it is gone and another stands", () => {
    const gone = "It rains.\n\nIt snows.\n\nThe same words.\n\nIt thaws.";
    expect(paragraph(twice, "The same words.", 0, gone)).toBeUndefined();
    expect(paragraph(twice, "The same words.", 1, gone)).toBe(2);
  });

  test.each([
    [
      "an item",
      "it works well.",
      "- Rust: it works well.\n",
      "- Go: it works well.\n",
      "- Zig: it works badly.\n",
    ],
    ["a row", "yes", "| a | b |\n|---|---|\n| one | yes |\n", "| two | yes |\n", "| ten | no |\n"],
    ["a paragraph", "See it.", "Paris is large. See it.\n\n", "Rome is old. See it.\n\n", "Oslo is cold.\n"],
    ["a part of one", "I agree.", "**Alice:** I agree. ", "**Bob:** I agree. ", "**Carol:** I do not."],
    [
      "a section",
      "We met.",
      "## Monday\n\nWe met.\n\n",
      "## Tuesday\n\nWe met.\n\n",
      "## Wednesday\n\nAll left.\n",
    ],
  ])(
    "is an orphan if %s is gone with all that told it, and its rival is followed by what followed it",
    (...one) => {
      const [, words, first, second, next] = one;
      const after = `${next}\nThen more of it, as much as is remembered of what stands behind.\n`;
      const before = `# Top\n\nSome words to begin with.\n\n${first}`;
      expect(paragraph(before + second + after, words, 1, before + after)).toBeUndefined();
      expect(
        paragraph(before + second + after, words, 1, `New.\n\n${before}${second}${after}`),
      ).toBeDefined();
    },
  );

  test("of a word or two is an orphan if it comes back under another heading, in other company", () => {
    const asked = "# Top\n\nIs it so?\n\n## Answers\n\nPerhaps. No. That is all.";
    const later = "# Top\n\nIs it so? No. But ask again.\n\n## Answers\n\nPerhaps. That is all.";
    expect(paragraph(asked, "No.", 0, later)).toBeUndefined();
    expect(paragraph(asked, "No.", 0, asked.replace("Perhaps. ", ""))).toBe(2);
  });

  test("is told by one side, unedited and its own, where the other is edited and was another's too", () => {
    const tale = (evening: string, morning: string, how: string): string =>
      `The boats came home ${how}.\n\nNobody was late.\n\n${morning} came with a wind from the north.\n\n${evening}`;
    const before =
      tale("It is dark.", "Monday", "in the evening") +
      "\n\n" +
      tale("", "The day of the fair", "in the evening");
    const after = before.replaceAll("in the evening", "before it was dark, one after the other");
    expect(paragraph(before, "Nobody was late.", 0, after)).toBe(1);
    expect(paragraph(before, "Nobody was late.", 1, after)).toBe(5);
  });

  test("is an orphan if one place has what stood before it, and another what stood after it", () => {
    const [swift, objc] = ["let text = the.join(list, with: and)", "NSLog([the join:list with:and]);"];
    const before = `${swift}\n\nOne, two and three\n\nThe colours are another matter.\n\nEnd.`;
    const after = `${swift}\n\nOne, two and three\n\n${objc}\n\nOne, two and three\n\nThe colours are another matter.`;
    expect(paragraph(before, "One, two and three", 0, after)).toBeUndefined();
  });

  test("is the one whose block says the same, although another is behind what stood before it", () => {
    const before =
      "The argument is one of these edges:\n\n    edge {\n              LeftEdge, RightEdge\n    }\n\nEnd.";
    const after =
      "The argument is one of these edges:\n\n    edge {\n              case Left\n    }\n\n" +
      "Or:\n\n    edge {\n              LeftEdge, RightEdge\n    }\n\nEnd.";
    expect(paragraph(before, "edge {", 0, after)).toBe(3);
  });

  test("is the same of as many if all stand alike", () => {
    const alike = Array.from(
      { length: 4 },
      () => "The story goes on as it did, and nobody was surprised at all.",
    ).join("\n\n");
    expect(paragraph(alike, "nobody was surprised", 2, `Once more.\n\n${alike}`)).toBe(3);
  });

  test("is an orphan if two that are nearly alike change places", () => {
    const code = (at: string, end: string): string =>
      `    name = ${at}"TheNameOfAClass"${end}\n\n    // Set the value\n    set(${at}value)${end}`;
    const other = `${code("", "")}\n\nText.\n\n${code("@", ";")}`;
    const swapped = `${code("@", ";").replace("name =", "the name =")}\n\nText.\n\n${code("", "").replace("name", "x")}`;
    const found = paragraph(other, "// Set the value", 0, swapped);
    expect(found === undefined || found === 2).toBe(true);
  });
});

describe("a passage that is repeated by its kind", () => {
  const blockOf = (before: string, words: string, nth: number, after: string): number | undefined =>
    placeOfAnchor(anchorAt(openText(before), words, nth), openText(after))?.range.start.block;

  test("is the heading still, if a table of contents now lists the headings as a draft had them", () => {
    const draft = "# Boats\n\nHow they float.\n\n## The Keel\n\n## The Mast\n\n## The Rudder\n";
    const essay =
      "# Boats\n\nHow they float and why.\n\n- The Keel\n- The Mast\n- The Rudder\n\n" +
      "## The Keel\n\nIt is below.\n\n## The Mast\n\nIt is above.\n\n## The Rudder\n\nIt is behind.\n";
    expect(blockOf(draft, "The Mast", 0, essay)).toBe(4);
  });

  const part = (name: string, way: string): string =>
    `${`${name} goes on in a way that is ${way}. `.repeat(8)}\n\n` +
    "Then, as ever, the same old song is sung.\n\nAll join in.\n\nThen, as ever, they all go home.\n\n" +
    `${`It was ${way}, as ${name} is. `.repeat(8)}\n\n`;

  test("is told by more of what stands around, where two that stand alike change places", () => {
    const [one, two] = [part("The first evening", "quiet"), part("A second night", "loud")];
    expect(blockOf(`${one}${two}The end.`, "All join in.", 0, `${two}${one}The end.`)).toBe(7);
    expect(blockOf(`${one}${two}The end.`, "All join in.", 1, `${two}${one}The end.`)).toBe(2);
  });

  const lines = (...ends: string[]): string =>
    ends
      .map((end) => `    raise Failure [ "The variable "; Code (name);\n    "${end}" ]`)
      .join("\n\nText.\n\n");

  test("is an orphan if new ones begin alike and go on nearly as it did", () => {
    const before = lines(" is not consumed when it returns", " is borrowed more than once here");
    const after = lines(
      " is not consumed when it returns",
      " was defined outside of a loop",
      " is borrowed more, while it is read",
    );
    expect(blockOf(before, "Code (name);", 1, after)).toBeUndefined();
  });

  test("is an orphan if one of two is gone and the other goes on nearly alike", () => {
    const method = (name: string): string =>
      `    method (of: Speaker)\n    ${name}Speaking:(Utterance *)utterance`;
    const before = `    label.text = "some text";\n${method("didStart")}\n\nText.\n\n${method("didFinish")}`;
    const after = `    label.text = "some text";\n${method("didFinish")}`;
    expect(blockOf(before, "method (of: Speaker)", 0, after)).toBeUndefined();
  });
});

describe("a passage that was edited", () => {
  const before =
    "A first paragraph of it.\n\nThe quick brown fox jumps over the lazy dog at noon.\n\nA last one.";

  test.each([
    ["a word of it", "brown", "red", "The quick red fox jumps over the lazy dog at noon."],
    ["its first word", "The quick", "That quick", "That quick brown fox jumps over the lazy dog at noon."],
    ["its end", "at noon.", "at dawn.", "The quick brown fox jumps over the lazy dog at dawn."],
  ])("stands on the words as they are now: %s", (_, from, to, now) => {
    const own = anchorAt(openText(before), "The quick brown fox jumps over the lazy dog at noon.");
    expect(found(own, before.replace(from, to))).toBe(now);
  });

  test("is an orphan if more than a fifth is changed, or if another comes as near", () => {
    const own = anchorAt(openText(before), "The quick brown fox jumps over the lazy dog at noon.");
    expect(found(own, before.replace("jumps over the lazy dog", "sleeps behind a fence"))).toBeUndefined();
    const two = before
      .replace("brown", "red")
      .replace("A last", "The quick black fox jumps over the lazy dog at noon. A last");
    expect(found(own, two)).toBeUndefined();
  });

  test("begins and ends within words where it did", () => {
    const text = "All these scribblers wrote their thoughts into the margins of the books they read.";
    const part = anchorAt(openText(text), "blers wrote their thoughts into the margins of the bo");
    expect(found(part, text.replace("thoughts", "thought"))).toBe(
      "blers wrote their thought into the margins of the bo",
    );
  });

  test("is an orphan if it stands in other surroundings, however much of it is unedited", () => {
    const own = anchorAt(openText(before), "The quick brown fox jumps over the lazy dog at noon.");
    const edited =
      "Elsewhere, they say: the quick brown fox jumps over the lazy dog at noon, as it does every day.";
    expect(found(own, edited)).toBeUndefined();
    const short = anchorAt(openText("One.\n\nPutting it together:\n\nTwo."), "Putting it together:");
    expect(found(short, "Three.\n\nTying it together:\n\nFour.")).toBeUndefined();
  });

  test("is an orphan if two come near, in surroundings that are alike", () => {
    const compare = (kind: string): string =>
      `    if (!(object isKindOfClass: ${kind} class)) {\n        return NO;\n    }\n    return the others\n\n`;
    const own = anchorAt(openText(compare("self")), "(object isKindOfClass: self class)) {");
    expect(found(own, `${compare("Tint")}Text.\n\n${compare("NSArray")}`)).toBeUndefined();
  });

  test("is an orphan if it is gone and what it resembled then is left", () => {
    const pair = "The lid opens to the left side.\n\nSome words between.\n\nThe lid opens to the right side.";
    const own = anchorAt(openText(pair), "The lid opens to the left side.");
    expect(found(own, "Some words between.\n\nThe lid opens to the right side.")).toBeUndefined();
  });

  test("is found by its ends if it is long", () => {
    const long = Array.from(
      { length: 40 },
      (_, nth) => `Sentence number ${nth * 37} says something else.`,
    ).join(" ");
    const own = anchorAt(openText(`Before it.\n\n${long}\n\nAfter it.`), long);
    const edited = long.replace("number 740 says something else", "that was 740 is gone");
    expect(found(own, `Before it.\n\n${edited}\n\nAfter it.`)).toBe(edited);
  });
});

describe("of rows, items and paragraphs that begin alike, the one that is left", () => {
  const TABLE =
    "| name | value |\n|---|---|\n| one cell | first |\n| one cell | second |\n| one cell | third |\n";
  const LIST = "- one item, first\n- one item, second\n- one item, third\n";
  const PROSE = "One thing is so.\n\nOne thing is other.\n\nOne thing is not.\n";

  test.each([
    ["row", TABLE, "one cell", "| one cell | first |\n"],
    ["item", LIST, "one item", "- one item, first\n"],
    ["paragraph", PROSE, "One thing", "One thing is so.\n\n"],
  ])("is found if it is the %s that was marked", (_, text, words, gone) => {
    const own = anchorAt(openText(text), words, 1);
    const after = openText(text.replace(gone, ""));
    const placed = placeOfAnchor(own, after);
    expect(placed && galleyOf(after.document).stretchOf(placed.range)?.[0]).toBe(
      galleyOf(after.document).text.indexOf(words),
    );
    const alone = text.replace(gone, "").replace(/^.*third.*\n|One thing is not\.\n/m, "");
    expect(found(own, alone)).toBe(words);
  });

  test.each([
    ["row", TABLE, "one cell", "| one cell | second |\n"],
    ["item", LIST, "one item", "- one item, second\n"],
    ["paragraph", PROSE, "One thing", "One thing is other.\n\n"],
  ])("is not found if the %s that was marked is gone", (_, text, words, gone) => {
    expect(found(anchorAt(openText(text), words, 1), text.replace(gone, ""))).toBeUndefined();
  });

  test("is not found if it was edited", () => {
    const own = anchorAt(openText(TABLE), "one cell", 1);
    expect(
      found(own, TABLE.replace("| one cell | first |\n", "").replace("second", "the second")),
    ).toBeUndefined();
  });
});

test.each([
  [
    "found up to its last word, behind one that was added",
    "It was written in a hurry by someone who had no time at all to write.",
    "It was written in a hurry by someone who had no time at all to really write.",
    true,
  ],
  ["an orphan if that is too much", "It was written in a hurry.", "It was written in a great hurry.", false],
  [
    "found from its first word on, before one that was added",
    "Why did we write it in a hurry when there was so much time to write?",
    "Why then did we write it in a hurry when there was so much time to write?",
    true,
  ],
])("an edited sentence is %s", (_, was, is, isFound) => {
  const around = (own: string): string =>
    `One sentence stands before it. ${own} And others stand behind it.\n`;
  const own = anchorAt(openText(around(was)), was);
  expect(found(own, around(is))).toBe(isFound ? is : undefined);
});

test("an edited sentence does not begin with the end of the one before it", () => {
  const was = "I think many people underrate how hard it is to do this work well.";
  const is = "Many people underrate how hard it is to do this work well.";
  const around = (own: string): string => `They build a product. ${own} And others stand behind it.\n`;
  expect(found(anchorAt(openText(around(was)), was), around(is))).toBe(is);
});

test("the line of a sentence behind a comment is that of the comment", () => {
  const essay = openText("One.\n\nTwo.\n\n<!-- What was here. --> The lamps were sold.\n\nThree.\n");
  expect(anchorAt(essay, "The lamps were sold.").lines).toEqual([5, 5]);
});

test.each([
  ["The first of them came on the second day, before anybody was awake.", "first", "fifth"],
  ["They walked along the twice rebuilt wall until it was dark again.", "twice", "thrice"],
  ["Chaque lundi, les enfants du village allaient voir la mer et les bateaux.", "lundi", "mardi"],
  ["En el mes de enero llegaron los barcos que nadie esperaba en el puerto.", "enero", "mayo"],
])("in “%s”, another %s makes another claim", (was, word, other) => {
  const around = (own: string): string => `It began so. ${own} And so it ended.\n`;
  const own = anchorAt(openText(around(was)), was);
  expect(
    found(own, around(was.replace("them", "those").replace(/allaient|llegaron|walked/, "$&X"))),
  ).toBeDefined();
  expect(found(own, around(was.replace(word, other)))).toBeUndefined();
});

test("of two places, one with all that was before it and the other with all that was behind it, none is certain", () => {
  const behind = Array.from({ length: 24 }, (_, nth) => `word${nth}`).join(" ");
  const was = `\`\`\`\nregion: region,\n// 221b Baker Street\n\`\`\`\n\n${behind} and more.\n`;
  const is = `\`\`\`\nregion: region,\n// 221b Baker Street\n\`\`\`\n\nNow in another language:\n\n\`\`\`\nlet area = 1;\n// 221b Baker Street\n\`\`\`\n\n${behind} and more.\n`;
  const own = anchorAt(openText(was), "// 221b Baker Street");
  expect(found(own, was)).toBe("// 221b Baker Street");
  expect(found(own, is)).toBeUndefined();
});
