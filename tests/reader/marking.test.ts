import { describe, expect, test, vi } from "vitest";
import { texOf } from "../../src/formats/mathematics.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Mark } from "../../src/marks/mark.ts";
import { partOf } from "../../src/memory/mine.ts";
import { parseTyped } from "../../src/search/parse-query.ts";
import { findPassages } from "../../src/search/passages.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import { annotate } from "../../src/reader/annotate.ts";
import { chosenWords } from "../../src/reader/screens/page/words.ts";
import type { Page } from "../../src/reader/state.ts";
import { type Reader, reader } from "../support/reader.ts";

const TEXT = `First sentence here.[^a] Second one, with *words* in it. Third.

Another paragraph. It has two.

| a | b |
|---|---|
| one cell | another |

\`\`\`
code();
more();
\`\`\`

${Array.from({ length: 30 }, (_, nth) => `Paragraph ${nth} says something.`).join("\n\n")}

[^a]: A note of the essay. It has two sentences.
`;

const TABLE = `Two cities.

| City | Note | No. |
|---|---|---|
| Oslo | It is large. It grows. | 1 |
| Bergen | | 2 |

They differ.
`;

function source(text = TEXT): string {
  return `---\ntitle: On marks\norder: 1\n---\n\n${text}`;
}

function opened(text = TEXT, size = { columns: 80, rows: 24 }): Reader {
  return reader({ "a.md": source(text) }, size).press("enter");
}

function pageOf(own: Reader): Page {
  const { screen } = own.state();
  if (screen.kind !== "page") throw new Error(`this is the ${screen.kind}`);
  return screen.page;
}

/** The words of each mark, in the order in which they were made. */
function marked(own: Reader): string[] {
  return pageOf(own).marks.map(({ anchor }) => anchor.words);
}

/** What is chosen. */
function chosen(own: Reader): string {
  const { screen } = own.state();
  if (screen.kind !== "page" || screen.mode.kind !== "words") return "nothing";
  const { text } = galleyOf(screen.page.open.document);
  return text.slice(...chosenWords(screen.page, screen.mode));
}

describe("h", () => {
  test("highlights the first sentence on the screen, then the next", () => {
    const own = opened().press("h");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(own.screen().at(-1)).toContain("highlighted “First sentence here.”");
    expect(marked(own.press("h"))[1]).toBe("Second one, with words in it.");
  });

  test("with a number, that number of sentences as one mark", () => {
    expect(marked(opened().press("3", "h"))).toEqual([
      "First sentence here. Second one, with words in it. Third.",
    ]);
    expect(marked(opened().press("4", "h"))).toEqual([
      "First sentence here. Second one, with words in it. Third.\nAnother paragraph.",
    ]);
  });

  test("with a number, does not count a heading between the sentences", () => {
    const own = opened("One. Two.\n\n## A heading\n\nThree. Four.\n");
    expect(marked(own.press("3", "h"))).toEqual(["One. Two.\nA heading\nThree."]);
  });

  test("does not go on to sentences in rows that wait for the next screen", () => {
    const text = `${"A line that is one.\n\n".repeat(8)}## A heading\n\nThe text below it goes on for more than one line of this window, so that it waits with its heading.\n`;
    const own = opened(text, { columns: 60, rows: 24 });
    expect(own.screen().join("\n")).not.toContain("The text below it");
    own.press(...Array.from({ length: 12 }, () => "h"));
    expect(marked(own).join("\n")).not.toContain("The text below it");
    expect(marked(own).length).toBeGreaterThan(4);
  });

  test("the sentence with the match", () => {
    const own = opened().press("/", ..."two", "enter", "h");
    expect(marked(own)).toEqual(["two"]);
  });

  test("the whole formula with the match in it", () => {
    const own = opened("The formula is $E = mc^2$ here. More.\n");
    own.send({ kind: "loaded", tools: { tex: texOf } });
    expect(marked(own.press("/", ..."is E", "enter", "h"))).toEqual(["is E = mc^2"]);
  });

  test("with a number, that number of sentences from the one with the match on", () => {
    const own = opened().press("/", ..."with", "enter", "2", "h");
    expect(marked(own)).toEqual(["Second one, with words in it. Third."]);
  });

  test("a match in the title is not marked, and nothing else in its place", () => {
    const own = opened("Some words on marks. More.\n").press("/", ..."marks", "enter");
    expect(marked(own.press("h"))).toEqual([]);
    expect(own.screen().at(-1)).toContain("the title can't be marked");
    own.press("a");
    expect(own.screen().at(-1)).toContain("the title can't be marked");
    expect(marked(own.press("n", "h"))).toEqual(["marks"]);
  });

  test("a row of a table, not a cell; its header is passed over like a heading", () => {
    const own = opened(TABLE).press("h", "h", "h");
    expect(marked(own)).toEqual(["Two cities.", "Oslo\nIt is large. It grows.\n1", "Bergen\n\n2"]);
    expect(marked(opened(TABLE).press("3", "h"))).toEqual([
      "Two cities.\nCity\nNote\nNo.\nOslo\nIt is large. It grows.\n1\nBergen\n\n2",
    ]);
    expect(marked(own.press("h"))[3]).toBe("They differ.");
  });

  test("the row with the focus, and the note is on the row, too", () => {
    const linked = TABLE.replace("It grows", "It [grows](https://example.org)");
    const own = opened(linked).press("tab", "h");
    expect(marked(own)).toEqual(["Oslo\nIt is large. It grows.\n1"]);
    const noted = opened(linked).press("tab", "a", ..."Why", "enter");
    expect(marked(noted)).toEqual(["Oslo\nIt is large. It grows.\n1"]);
  });

  test("the sentence with the focus", () => {
    const own = opened("Some words.\n\nIt has [a link](https://example.org) of its own. More.\n");
    expect(marked(own.press("tab", "h"))).toEqual(["It has a link of its own."]);
  });

  test("a sign beside the lines says so without colour", () => {
    const before = opened().screen();
    const after = opened().press("h").screen();
    const line = before.findIndex((text) => text.includes("First sentence"));
    expect(before[line]).not.toContain("▐");
    expect(after[line]).toContain("▐First sentence");
  });

  test("what comes from a pipe is not marked", () => {
    const own = opened();
    const text = { text: "Some text.\n", problems: [] };
    own.send({ kind: "opened", open: openEssay(text, "-", "-") });
    own.press("h");
    expect(marked(own)).toEqual([]);
    expect(own.screen().at(-1)).toContain("can't be marked");
  });
});

describe("v", () => {
  test.each([
    ["", "First"],
    ["e", "First sentence"],
    ["w", "First s"],
    ["lll", "First se"],
    [")", "First sentence here."],
    ["))", "First sentence here. Second one, with words in it."],
    ["wlv)", "entence here."],
    ["wve", "sentence"],
    ["eob", "First sentence"],
    ["eeow", "sentence here"],
    ["ee(", "F"],
    ["eevb", "here"],
    ["v", "First"],
    ["vw", "First s"],
    ["vve", "First sentence"],
  ])("%s", (keys, words) => {
    expect(chosen(opened().press("v", ...keys))).toBe(words);
  });

  test("over lines, blocks, cells and code", () => {
    const own = opened().press("v", "G", "o", ")", ")", ")", "w");
    expect(chosen(own)).toMatch(
      /^Another paragraph\. It has two\.\na\nb\none cell\nanother\ncode\(\);\nmore\(\);\n/,
    );
  });

  test("from the text it never goes into the notes, nor back", () => {
    const own = opened().press("v", "G");
    expect(chosen(own)).toMatch(/Paragraph 29 says something\.$/);
    expect(chosen(own.press(")", "w", "e", "l", "j"))).toMatch(/Paragraph 29 says something\.$/);
  });

  test("j and k go by lines of the screen, past notes", () => {
    const own = opened().press("v", "j");
    expect(chosen(own)).toMatch(/\nAnoth$/);
    expect(chosen(own.press("k"))).toBe("First");
  });

  test("h highlights exactly that, and x removes it", () => {
    const own = opened().press("v", "w", "v", "e", "h");
    expect(marked(own)).toEqual(["sentence"]);
    own.press("v", "e", "x");
    expect(marked(own)).toEqual([]);
    expect(own.screen().join("")).not.toContain("▐");
  });

  test("y copies the words with their source", () => {
    const copy = opened().press("v", "e", "y").effects().at(-1);
    expect(copy).toMatchObject({
      kind: "copy",
      text: expect.stringMatching(/^First sentence\n\n— On marks, /),
    });
  });

  test.each([["esc"], ["q"]])("%s is back to reading", (key) => {
    const own = opened().press("v", "e", key);
    expect(chosen(own)).toBe("nothing");
    expect(marked(own)).toEqual([]);
  });

  test("what is chosen outlives another width and another place of the notes", () => {
    const own = opened().press("v", ")", ")");
    const words = chosen(own);
    expect(chosen(own.resize(40, 10))).toBe(words);
    expect(chosen(own.resize(160, 50))).toBe(words);
  });

  test("what is chosen stays chosen when the file is saved, on the same words", () => {
    const own = opened().press("v", ")", ")");
    const { essay } = pageOf(own);
    const text = { text: source(`An earlier paragraph.\n\n${TEXT}`), problems: [] };
    own.send({ kind: "changed", open: openEssay(text, essay.path, essay.file) });
    expect(chosen(own)).toBe("First sentence here. Second one, with words in it.");
  });

  test("in an essay without text it says so", () => {
    expect(opened("").press("v").screen().at(-1)).toContain("no text here");
  });
});

describe("V", () => {
  test("selects lines, and h highlights their text without the notes between", () => {
    const own = opened().press("V", "G", "h");
    expect(marked(own)[0]).toMatch(/^First sentence[^]*Paragraph 29 says something\.$/);
    expect(marked(own)[0]).not.toContain("A note");
  });
});

describe("x and U", () => {
  test("the mark just made goes, and comes back", () => {
    const own = opened().press("h", "h", "x");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(own.screen().at(-1)).toContain("removed from “Second one, with words in it.”");
    expect(marked(own.press("U"))).toEqual(["First sentence here.", "Second one, with words in it."]);
  });

  test("the first mark on the screen goes if the latest is no longer there", () => {
    const own = opened().press("h", "h", "3", "0", "j", "h", "g", "x");
    expect(own.screen().at(-1)).toContain("removed from “First sentence here.”");
    expect(marked(own)).not.toContain("First sentence here.");
    expect(marked(own.press("U"))).toContain("First sentence here.");
  });

  test("U takes back one thing after the other, to the first", () => {
    const own = opened().press("h", "h", "x", "U", "U", "U");
    expect(marked(own)).toEqual([]);
    expect(own.press("U").screen().at(-1)).toContain("nothing to undo");
  });

  test("x pressed again removes no mark that the user did not point at, until the page is turned", () => {
    const own = opened().press("h", "h", "x", "x");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(own.screen().at(-1)).toContain("to remove another mark, go to it first");
    expect(marked(own.press("H", "enter", "x"))).toEqual([]);
    expect(marked(own.press("U", "x", "h", "x", "j", "k", "x"))).toEqual([]);
  });

  test("where no mark is, x says so", () => {
    expect(opened().press("x").screen().at(-1)).toContain("none of your marks is here");
  });
});

describe("after an edit of the file", () => {
  function after(edit: (text: string) => string): Reader {
    const own = opened().press("h", "h");
    const { essay } = pageOf(own);
    own.send({
      kind: "changed",
      open: openEssay({ text: source(edit(TEXT)), problems: [] }, essay.path, essay.file),
    });
    return own;
  }

  /** The words on which marks are seen. */
  function seen(own: Reader): string[] {
    const page = pageOf(own);
    const galley = galleyOf(page.open.document);
    return page.placed.map(({ placed }) => {
      const stretch = placed && galley.stretchOf(placed.range);
      return stretch ? galley.text.slice(...stretch) : "orphan";
    });
  }

  test("marks stand on the same words", () => {
    expect(seen(after((text) => `A new beginning.\n\n${text}`))).toEqual([
      "First sentence here.",
      "Second one, with words in it.",
    ]);
  });

  test("what is gone is an orphan, and stands on nothing", () => {
    const own = after((text) => text.replace("First sentence here.[^a]", "Nothing of the kind is left."));
    expect(seen(own)).toEqual(["Second one, with words in it.", "orphan"]);
    expect(marked(own)).toHaveLength(2);
  });
});

/** The reader's notes, in the order in which they were made. */
function notes(own: Reader): (string | undefined)[] {
  return pageOf(own).marks.map(({ note }) => note);
}

describe("a", () => {
  test("writes a note on the sentence under the eye, shown under its paragraph", () => {
    const own = opened().press("a", ..."Why", "space", ..."so?", "enter");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(notes(own)).toEqual(["Why so?"]);
    const lines = own.screen();
    const note = lines.findIndex((line) => line.includes("✎ᵃ Why so?"));
    const next = lines.findIndex((line) => line.includes("Another paragraph"));
    expect(note).toBeGreaterThan(0);
    expect(note).toBeLessThan(next);
  });

  test("on the selected words, on lines, and on a number of sentences", () => {
    expect(marked(opened().press("v", "e", "a", "x", "enter"))).toEqual(["First sentence"]);
    expect(marked(opened().press("2", "a", "x", "enter"))).toEqual([
      "First sentence here. Second one, with words in it.",
    ]);
    expect(marked(opened().press("V", "4", "j", "a", "x", "enter"))[0]).toMatch(
      /^First sentence here\. Second one/,
    );
  });

  test("again, changes the note, and an empty one takes it away", () => {
    const own = opened().press("a", "x", "enter", "a", "y", "enter");
    expect(notes(own)).toEqual(["xy"]);
    own.press("a", "backspace", "backspace", "enter");
    expect(notes(own)).toEqual([undefined]);
    expect(marked(own)).toHaveLength(1);
    expect(notes(own.press("U"))).toEqual(["xy"]);
    expect(notes(own.press("U"))).toEqual(["x"]);
  });

  test("a highlight gets it, if it is there", () => {
    const own = opened().press("h", "a", "x", "enter");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(notes(own)).toEqual(["x"]);
  });

  test("after h, it stands on the words just highlighted, and the field names them", () => {
    const own = opened().press("h", "h", "h", "a");
    expect(own.screen().join("\n")).toContain("your note on “Third.”");
    own.press("x", "enter");
    expect(marked(own)).toHaveLength(3);
    expect(notes(own)).toEqual([undefined, undefined, "x"]);
  });

  test("after words were highlighted, it stands on them, and h goes on from them", () => {
    const own = opened().press("v", ")", ")", "w", "v", "e", "h");
    expect(marked(own)).toEqual(["Third"]);
    expect(notes(own.press("a", "x", "enter"))).toEqual(["x"]);
    expect(marked(own.press("h"))[1]).toBe("Another paragraph.");
  });

  test("after the user went to a match, it stands on the match", () => {
    const own = opened().press("h", "/", ..."two", "enter", "a", "x", "enter");
    expect(marked(own)).toEqual(["First sentence here.", "two"]);
    expect(notes(own)).toEqual([undefined, "x"]);
  });

  test("several lines", () => {
    const own = opened().press("a", "o", "n", "e", "ctrl+j", "t", "w", "o", "up", "!", "enter");
    expect(notes(own)).toEqual(["one!\ntwo"]);
  });

  test("what is pasted keeps its lines", () => {
    const own = opened().press("a");
    own.send({ kind: "paste", text: "one\r\ntwo" });
    expect(notes(own.press("enter"))).toEqual(["one\ntwo"]);
  });

  test("nothing typed is no note", () => {
    const own = opened().press("a", "space", "enter");
    expect(marked(own)).toEqual([]);
  });

  test("Esc keeps nothing and loses nothing", () => {
    const own = opened().press("a", "x", "y", "esc");
    expect(marked(own)).toEqual([]);
    expect(own.screen().at(-1)).toContain("not saved");
    expect(notes(own.press("a", "z", "enter"))).toEqual(["xyz"]);
  });

  test("^E has it written in the editor", () => {
    const own = opened().press("a", "x", "ctrl+e");
    expect(own.effects().at(-1)).toEqual({ kind: "compose", text: "x" });
    own.send({ kind: "composed", text: "from\nthe editor\n", failure: undefined });
    expect(notes(own.press("enter"))).toEqual(["from\nthe editor"]);
  });

  test("an editor that fails is reported, and what was typed stays", () => {
    const own = opened().press("a", "x", "ctrl+e");
    own.send({ kind: "composed", text: "", failure: "vi: there is no such program" });
    expect(own.screen().at(-1)).toContain("no such program");
    expect(notes(own.press("enter"))).toEqual(["x"]);
  });

  test.each([
    [80, 24],
    [40, 10],
    [160, 50],
    [20, 5],
  ])("the field stands under its passage, %i by %i", (columns, rows) => {
    const own = opened(TEXT, { columns, rows }).press(
      "G",
      "k",
      "a",
      ..."A_note_that_is_long",
      "space",
      ..."end",
    );
    const lines = own.screen();
    expect(lines).toHaveLength(rows);
    expect(lines.join("\n")).toContain("your note");
    expect(lines.join("")).toContain("end");
    own.resize(Math.max(20, rows * 2), 12);
    expect(own.screen().join("\n")).toContain("your note");
    const { top } = pageOf(own.press("esc"));
    expect(top).toBe(pageOf(own).top);
  });

  test("of two pages side by side, the other one stays readable", () => {
    const own = opened(TEXT, { columns: 170, rows: 24 }).press("D");
    const atRight = own
      .screen()
      .flatMap((line) => /(?<= {20})Paragraph \d+ says something\.$/.exec(line.trimEnd())?.[0] ?? []);
    const right = atRight[2]!;
    own.press("/", ...Array.from(right, (key) => (key === " " ? "space" : key)));
    own.press("enter", "a");
    const field = own.screen().findIndex((line) => line.includes("your note"));
    expect(field).toBeGreaterThan(0);
    expect(
      own
        .screen()
        .slice(field, field + 4)
        .join(""),
    ).toMatch(/Second one|Another|one cell|note of/);
  });

  test("control characters in a note are shown, not sent", () => {
    const own = opened().press("a");
    own.send({ kind: "composed", text: "a\u001b]0;x\u0007b", failure: undefined });
    own.press("enter");
    expect(own.screen().join("")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe("a mark whose essay is not found", () => {
  const GONE = { file: "/gone/old.md", slug: "old", title: "The old essay" };

  function withGone(): Reader {
    const own = opened().press("h");
    const [mark] = own.memory.marks.all();
    own.memory.marks.add(GONE, { ...mark!.anchor, words: "Words that were elsewhere.", hash: "" }, 1);
    return own;
  }

  test("is named by H, and listed by Tab with its words and the title of its essay", () => {
    const own = withGone().press("H");
    expect(own.screen()[0]).toContain("1 of essays not found");
    own.press("tab");
    expect(own.screen().join("\n")).toMatch(/not found[^]*“Words that were elsewhere\.” +The old essay/);
    own.press("G", "enter");
    expect(own.screen().at(-1)).toContain("its essay is not found");
  });

  test("is removed by d, and brought back by U", () => {
    const own = withGone().press("H", "tab", "G", "d");
    expect(own.memory.marks.all()).toHaveLength(1);
    own.press("U");
    expect(own.memory.marks.all()).toHaveLength(2);
  });

  test("is set on selected words, and U gives it back to its essay", () => {
    const own = withGone().press("v", ")", ")", "w", "v", "e", "H", "enter");
    expect(marked(own)).toEqual(expect.arrayContaining(["First sentence here.", "Third"]));
    own.press("U");
    expect(marked(own)).toEqual(["First sentence here."]);
    expect(own.memory.marks.of(GONE.file)).toHaveLength(1);
  });
});

describe("a search for mine:", () => {
  /** Marks two passages with a note and one without, and shows what a search for a query finds. */
  function found(query: string): Reader {
    const own = opened().press("h", "a", ..."why", "enter", "h", "3", "0", "j", "h", "a", ..."why", "enter");
    const { essay, marks } = pageOf(own);
    own.press("F", ...query);
    const parsed = parseTyped(query);
    const parts = marks.map((mark) => ({ ...partOf(mark), mark: mark.id }));
    const passages = findPassages(parts, parsed, { most: 9, length: 200 });
    const results = [{ essay, passages }];
    own.send({ kind: "found", query, parsed, results, count: 1, suggestion: undefined });
    return own;
  }

  test("leads to the mark, and n and N go through those that match", () => {
    const own = found("mine:why").press("enter");
    const [first, , last] = marked(own);
    expect(own.screen().at(-1)).toContain("1 of 2 for mine:why");
    expect(first).toBe("First sentence here.");
    own.press("n");
    expect(own.screen().at(-1)).toContain("2 of 2");
    expect(own.screen().join("\n")).toContain(last);
    expect(own.press("N").screen().at(-1)).toContain("1 of 2");
  });

  test("leads to the mark that was chosen", () => {
    const own = found("mine:why").press("down", "enter");
    expect(own.screen().at(-1)).toContain("2 of 2 for mine:why");
  });

  test("also by the words of a highlight", () => {
    expect(found("mine:second").press("enter").screen().at(-1)).toContain("1 of 1 for mine:second");
  });
});

describe("with another reader of the same memory", () => {
  const LATER = 1_000;

  test("H shows the notes that were made there", () => {
    const own = opened().press("h");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    expect(own.press("H").screen().join("\n")).toContain("✎ from elsewhere");
  });

  test("a mark that was made there is shown at once", () => {
    const own = opened().press("h");
    const { essay, marks } = pageOf(own);
    const [first] = marks;
    own.memory.marks.remove(first!.id, LATER);
    own.send({ kind: "remarked", essay, marks: [] });
    expect(own.screen().join("")).not.toContain("▐");
    own.send({ kind: "remarked", essay, marks: [first!] });
    expect(own.screen().join("")).toContain("▐First sentence here.");
  });

  test("x shows a note that was made there before it removes it", () => {
    const own = opened().press("h");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    own.press("x");
    expect(own.screen().join("\n")).toContain("from elsewhere");
    expect(own.screen().at(-1)).toContain("changed elsewhere");
    expect(marked(own)).toHaveLength(1);
    expect(marked(own.press("x"))).toEqual([]);
  });

  test("d in the list does, too", () => {
    const own = opened().press("h", "H");
    const { id } = own.memory.marks.all()[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    expect(own.press("d").screen().join("\n")).toContain("✎ from elsewhere");
    expect(own.memory.marks.all()).toHaveLength(1);
    own.press("d");
    expect(own.memory.marks.all()).toEqual([]);
  });

  test("a changes the note that was made there", () => {
    const own = opened().press("h");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    expect(notes(own.press("a", "!", "enter"))).toEqual(["from elsewhere!"]);
  });

  test.each([
    ["both notes are kept", ["x"], "from elsewhere\n\nminex", "both are kept"],
    [
      "a note that is emptied here stays as it is there",
      Array.from("mine", () => "backspace"),
      "from elsewhere",
      "it stays",
    ],
  ])("if a note is changed there while it is written here, %s", (_, keys, note, words) => {
    const own = opened().press("h", "a", ..."mine", "enter");
    const { id } = pageOf(own).marks[0]!;
    own.press("a");
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    own.press(...keys, "enter");
    expect(own.memory.marks.get(id)?.note).toBe(note);
    expect(own.screen().slice(-3).join(" ").replace(/\s+/g, " ")).toContain(words);
  });

  test("words that were marked there meanwhile are not marked twice, and a note on them joins the one there", () => {
    const { memory, ...own } = opened().press("h");
    const [{ id, anchor }] = memory.marks.all() as [Mark];
    memory.marks.change(id, { note: "from elsewhere" }, LATER);
    const { essay } = pageOf(own as Reader);
    const add = (note?: string): void =>
      annotate(
        { memory, now: () => LATER },
        { kind: "annotate", essay, change: { do: "add", anchor, note } },
        () => undefined,
      );
    const known = (): unknown => memory.marks.everything().map((mark) => [mark.id, mark.note]);
    add();
    expect(known()).toEqual([[id, "from elsewhere"]]);
    add("mine");
    expect(known()).toEqual([[id, "from elsewhere\n\nmine"]]);
  });

  test("a note that was changed there since is not taken back", () => {
    const own = opened().press("h", "a", ..."mine", "enter");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    expect(own.press("U").screen().at(-1)).toContain("was changed elsewhere");
    expect(own.memory.marks.get(id)?.note).toBe("from elsewhere");
  });

  test("a mark is not taken back with a note that was written there", () => {
    const own = opened().press("h", "a");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.change(id, { note: "from elsewhere" }, LATER);
    own.press(..."mine", "enter", "U");
    expect(notes(own)).toEqual(["from elsewhere"]);
    own.memory.marks.change(id, { note: "from elsewhere, again" }, LATER);
    expect(own.press("U").screen().at(-1)).toContain("changed elsewhere, so the mark stays");
    expect(own.memory.marks.get(id)).toMatchObject({ note: "from elsewhere, again", removed: undefined });
    expect(own.press("U").screen().at(-1)).toContain("nothing to undo");
  });

  test("a mark that was removed there does not return when its note is taken back", () => {
    const own = opened().press("h", "a", ..."mine", "enter");
    const { id } = pageOf(own).marks[0]!;
    own.memory.marks.remove(id, LATER);
    expect(own.press("U").screen().at(-1)).toContain("removed elsewhere");
    expect(own.memory.marks.all()).toEqual([]);
  });

  test("a mark that was removed there is removed no more, and its note is kept if one is written", () => {
    const own = opened().press("h", "H");
    const { id } = own.memory.marks.all()[0]!;
    own.memory.marks.remove(id, LATER);
    expect(own.press("d").screen().at(-1)).toContain("that mark is gone");
    own.memory.marks.restore(id, LATER + 1);
    own.press("q", "a", "x");
    own.memory.marks.remove(id, LATER + 2);
    own.press("enter");
    expect(own.memory.marks.all().map(({ note }) => note)).toEqual(["x"]);
  });
});

describe("H", () => {
  function listed(own: Reader): string[] {
    return own
      .screen()
      .slice(1, -1)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  test("lists the marks of the essay, and leads to them", () => {
    const own = opened().press("h", "2", "0", "j", "h", "g", "H");
    expect(listed(own)[0]).toContain("“First sentence here.”");
    const [, second] = marked(own.press("j", "enter"));
    expect(own.screen()[0]).toContain(second!.split(" ")[0]);
  });

  test("what was gone to is what x removes and a writes on", () => {
    const own = opened().press("h", "2", "0", "j", "h", "g", "H", "j", "enter");
    const [first] = marked(own);
    expect(notes(own.press("a", "x", "enter"))[1]).toBe("x");
    own.press("H", "j", "enter", "x");
    expect(marked(own)).toEqual([first]);
  });

  test("d removes, U brings back", () => {
    const own = opened().press("h", "h", "H", "g", "d");
    expect(listed(own)).toHaveLength(1);
    own.press("U");
    expect(listed(own)).toHaveLength(2);
    expect(marked(own.press("q"))).toHaveLength(2);
  });

  test("U in the essay brings back no mark that U in the list has brought back", () => {
    const own = opened().press("h", "H", "tab", "d", "U", "q", "U");
    expect(marked(own)).toEqual([]);
    expect(own.press("U").screen().at(-1)).toContain("nothing to undo");
  });

  test("shows orphans apart, with what they were on and where", () => {
    const own = opened(`# Part\n\n${TEXT}`).press("h", "h");
    const { essay } = pageOf(own);
    const text = source(
      `# Part\n\n${TEXT.replace("First sentence here.[^a]", "Nothing of the kind is left.")}`,
    );
    own.send({ kind: "changed", open: openEssay({ text, problems: [] }, essay.path, essay.file) });
    const lines = listed(own.press("H"));
    expect(lines.at(-2)).toContain("Not found now");
    expect(lines.at(-1)).toMatch(/“.*” +under “Part”, line \d+$/);
    expect(own.screen().at(-1)).toContain("1/2");
    // The cursor does not stop on the heading.
    expect(own.press("j").screen().at(-1)).toContain("2/2");
    expect(own.press("k").screen().at(-1)).toContain("1/2");
  });

  test("an orphan is set on the words that are selected", () => {
    const own = opened().press("h");
    const { essay } = pageOf(own);
    const text = source(TEXT.replace("First sentence here.[^a]", "Nothing of the kind is left."));
    own.send({ kind: "changed", open: openEssay({ text, problems: [] }, essay.path, essay.file) });
    expect(own.screen().join("")).not.toContain("▐");
    own.press("v", ")", "H");
    expect(listed(own)[0]).toContain("“First sentence here.”");
    own.press("enter");
    expect(marked(own)).toEqual(["Nothing of the kind is left."]);
    expect(own.screen().join("")).toContain("▐Nothing");
    expect(marked(own.press("U"))).toEqual(["First sentence here."]);
  });

  test("where nothing is lost, it says so", () => {
    expect(opened().press("h", "v", "H").screen().at(-1)).toContain("no orphaned marks in this essay");
  });

  test("Tab lists those of all essays, which leads to them too", () => {
    const own = reader({
      "a.md": source(),
      "b.md": "---\ntitle: Other\norder: 2\n---\nOther words. More.\n",
    });
    own.press("enter", "h", "J", "h", "H", "tab");
    expect(listed(own)).toEqual([
      expect.stringMatching(/“Other words\.”.*Other/),
      expect.stringMatching(/“First.*On marks/),
    ]);
    own.press("j", "enter");
    expect(pageOf(own).essay.title).toBe("On marks");
    own.press("q", "H");
    expect(listed(own)).toHaveLength(2);
  });

  test("those of all essays say which are not found now", () => {
    const own = reader({
      "a.md": source(),
      "b.md": "---\ntitle: Other\norder: 2\n---\nOther words. More.\n",
    });
    own.press("enter", "h", "J", "h", "q");
    const edited = openEssay({ text: "---\ntitle: Other\n---\nMore.\n", problems: [] }, "b.md", "/b.md");
    const open = own.library.open.bind(own.library);
    vi.spyOn(own.library, "open").mockImplementation((essay) =>
      essay.path === "b.md" ? edited : open(essay),
    );
    expect(listed(own.press("H"))).toEqual([
      expect.stringMatching(/“Other words\.” +not found now: Other/),
      expect.stringMatching(/“First.* On marks/),
    ]);
    expect(listed(own)[1]).not.toContain("not found");
  });

  test("without marks it says how they are made", () => {
    expect(listed(opened().press("H"))[0]).toContain("h highlights a sentence");
  });
});

describe("the mouse", () => {
  function drag(own: Reader, from: [number, number], to: [number, number]): Reader {
    const cell = ([row, column]: [number, number]): { row: number; column: number } => ({ row, column });
    own.send({ kind: "mouse", event: { kind: "drag", from: cell(from), ...cell(to) } });
    return own;
  }

  /** Where on the screen some words begin. */
  function cellOf(own: Reader, words: string): [number, number] {
    const row = own.screen().findIndex((line) => line.includes(words));
    return [row, own.screen()[row]!.indexOf(words)];
  }

  test("dragged, selects the letters from the one to the other, whichever comes first", () => {
    const own = opened();
    const [row, column] = cellOf(own, "Second");
    expect(chosen(drag(own, [row, column], [row, column + 9]))).toBe("Second one");
    expect(chosen(drag(own, [row, column], [row, column + 5]))).toBe("Second");
    const last = cellOf(own, "paragraph");
    expect(chosen(drag(own, last, [row, column]))).toMatch(/^Second one[^]*Another p$/);
    own.press("h");
    expect(marked(own)).toHaveLength(1);
  });

  test("pressed or released between two paragraphs, selects none of the paragraph on its other side", () => {
    const [row, column] = cellOf(opened(), "Another");
    expect(chosen(drag(opened(), [row - 1, column], [row, column + 6]))).toBe("Another");
    expect(chosen(drag(opened(), [row, column + 6], [row - 1, column]))).toBe("Another");
    const [second, at] = cellOf(opened(), "Second");
    expect(chosen(drag(opened(), [second, at], [row - 1, 0]))).toMatch(/^Second .*Third\.$/);
  });

  test("on a formula, selects it whole", () => {
    const text = "The area is $\\alpha r^2 + x$ here.\n\n$$\n\\frac{a}{b} + c\n$$\n\nMore.\n";
    const inline = opened(text);
    const [row, column] = cellOf(inline, "here");
    expect(chosen(drag(inline, [row, column - 3], [row, column + 3]))).toMatch(/ here$/);
    expect(marked(inline.press("h"))).toEqual(["\\alpha r^2 + x here"]);
    const display = opened(text);
    const [middle, at] = cellOf(display, "+ c");
    drag(display, [middle, at], [middle, at + 1]);
    expect(marked(display.press("h"))).toEqual(["\\frac{a}{b} + c"]);
    const lines = opened("$$\n\\frac{a}{b} + c\n$$\n").press("V", "G", "h");
    expect(marked(lines)).toEqual(["\\frac{a}{b} + c"]);
  });

  test("at the edge of the screen the page moves along", () => {
    const own = opened();
    const from = cellOf(own, "Another");
    for (let step = 0; step < 5; step++) drag(own, from, [22, 10]);
    expect(pageOf(own).top).toBe(5);
    expect(chosen(own)).toMatch(/^Another/);
  });
});

describe("what is taken for a sentence", () => {
  const pressed = (text: string, ...keys: readonly string[]): string[] => marked(opened(text).press(...keys));

  test.each([
    ["items of a list", "- first item\n- second item\n- third item\n", ["first item", "second item"]],
    ["rows of a table", "| a | b |\n|---|---|\n| one | 1 |\n| two | 2 |\n", ["one\n1", "two\n2"]],
    ["lines of code", "```\nfirst line\nsecond line\n```\n", ["first line", "second line"]],
    ["paragraphs of a quotation", "> one thing\n>\n> another thing\n", ["one thing", "another thing"]],
    ["definitions", "term\n: what it is\n\nother\n: what that is\n", ["term", "what it is"]],
  ])("is never more than one of the %s", (_, text, words) => {
    expect(pressed(text, "h", "h")).toEqual(words);
  });

  test("stands under the headings at the top, and goes on under the next", () => {
    const text = "## A heading\n\nIts text here.\n\n## Another heading\n\nMore of it.\n";
    expect(pressed(text, "h", "h")).toEqual(["Its text here.", "More of it."]);
    expect(pressed(text, "2", "h")).toEqual(["Its text here.\nAnother heading\nMore of it."]);
  });

  test("is a heading where nothing else is on the screen", () => {
    expect(pressed("## Only a heading\n", "h")).toEqual(["Only a heading"]);
  });
});

describe("marks that an edit of the file orphans", () => {
  const text = "First sentence, that stays as it is.\n\nAnother sentence, and a third thing.\n";
  const rewritten = "First sentence, that stays as it is.\n\nNothing of the kind.\n";

  function edited(own: Reader, body: string): Reader {
    const { essay } = pageOf(own);
    const open = openEssay({ text: source(body), problems: [] }, essay.path, essay.file);
    own.send({ kind: "changed", open });
    return own;
  }

  test("are counted at the bottom when it is saved, once, with the key that lists them", () => {
    const own = edited(opened(text).press("h", "h"), rewritten);
    expect(own.screen().at(-1)).toContain("a.md was changed; 1 of your marks has lost its place; H lists it");
    expect(edited(own, `${rewritten}\nMore.\n`).screen().at(-1)).not.toContain("lost");
  });

  test("are shown as such in a list that is open while the file changes, with the cursor on the same mark", () => {
    const own = opened(text).press("h", "h");
    const { essay } = pageOf(own);
    own.press("H", "g");
    expect(own.screen().join("\n")).not.toContain("Not found now");
    own.send({
      kind: "changed",
      open: openEssay({ text: source(`New.\n\n${rewritten}`), problems: [] }, essay.path, essay.file),
    });
    expect(own.screen().join("\n")).toContain("Not found now");
    const { screen } = own.state();
    const list = screen.kind === "list" ? screen.list : undefined;
    expect(list?.items[list.cursor]?.text).toContain("First sentence");
  });

  test("are counted when the essay is opened", () => {
    const own = opened(text).press("h", "h");
    const { open, marks } = pageOf(edited(own, rewritten));
    own.send({ kind: "opened", open, marks });
    expect(own.screen().at(-1)).toContain("1 of your marks has lost its place; H lists it");
    own.send({ kind: "opened", open, marks: marks.slice(0, 1) });
    expect(own.screen().at(-1)).not.toContain("lost");
  });

  test("are under the cursor of the list, if no others are there", () => {
    const own = edited(opened(text).press("h", "h", "H", "g", "d", "q"), rewritten).press("H");
    const { screen } = own.state();
    expect(screen.kind === "list" && screen.list.items[screen.list.cursor]?.mark).toBeTruthy();
  });
});
