import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load, loadAll } from "js-yaml";
import { describe, expect, test } from "vitest";
import { notesAnki } from "../../src/formats/notes/anki.ts";
import { notesCsv } from "../../src/formats/notes/csv.ts";
import { notesMarkdown } from "../../src/formats/notes/markdown.ts";
import { notesMrsf } from "../../src/formats/notes/mrsf.ts";
import { type Noted, type NotedEssay, NotesFileError, type ReadMark } from "../../src/formats/notes/noted.ts";
import { noteJson, notesJson } from "../../src/formats/notes/notes-json.ts";
import { readNotes } from "../../src/formats/notes/read.ts";
import { notesW3c } from "../../src/formats/notes/w3c.ts";
import type { Mark } from "../../src/marks/mark.ts";
import { readTimestamp, timestamp } from "../../src/text/timestamp.ts";
import { openText } from "../support/marks.ts";
import { MRSF, W3C } from "../support/notes-schemas.ts";

const MADE = Date.UTC(2026, 10, 28, 18, 20, 5, 7);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function mark(own: Partial<Mark> & { readonly words?: string } = {}): Mark {
  const { words = "These words, “quoted”,\nand more", ...rest } = own;
  return {
    id: "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
    essay: { file: "/library/a b.md", slug: "a-b", title: "A | title" },
    anchor: {
      words,
      before: "before ",
      after: " after",
      start: { block: 1, offset: 7 },
      end: { block: 2, note: 3, offset: 18 },
      heading: "A heading",
      lines: [12, 14],
      rivals: { nth: 0, of: 2, here: 1, alike: [0, 1], near: 3 },
      hash: "0123456789abcdef",
    },
    note: "A thought.\n\n= 2, with a\ttab",
    made: MADE,
    changed: MADE + 60_000,
    removed: undefined,
    extra: {},
    ...rest,
  };
}

function essayWith(marks: readonly Mark[], state: Noted["state"] = "there"): NotedEssay {
  return {
    slug: "a-b",
    title: "A | title",
    file: "/library/a b.md",
    path: "a b.md",
    address: undefined,
    essay: openText("Some text.").essay,
    notes: marks.map((own) => ({
      mark: own,
      state,
      block: own.anchor.start.block,
      words: own.anchor.words,
      lines: own.anchor.lines,
      heading: own.anchor.heading,
    })),
  };
}

/** What is read of a mark, as a mark. */
function asMark({ id, anchor, note, made, changed, extra }: ReadMark): Partial<Mark> {
  return { id: id!, anchor: anchor as Mark["anchor"], note, made: made!, changed: changed!, extra };
}

const WRITERS: Readonly<Record<string, (essay: NotedEssay) => string>> = {
  json: (essay) => JSON.stringify(notesJson([essay])),
  jsonl: (essay) => essay.notes.map((note) => `${JSON.stringify(noteJson(essay, note))}\n`).join(""),
  w3c: (essay) => JSON.stringify(notesW3c([essay])),
  mrsf: (essay) => JSON.stringify(notesMrsf([essay], sha256)[0]),
};

describe.each(Object.keys(WRITERS))("%s", (format) => {
  const write = WRITERS[format]!;

  test("gives back all that was written", () => {
    const marks = [
      mark(),
      mark({ id: "by-hand", note: undefined, extra: { colour: "red" } }),
      mark({ id: "third", note: "" }),
    ];
    const { id: _, ...essay } = { ...essayWith(marks), id: 0 };
    const expected = marks.map(({ essay: _essay, removed: _removed, ...own }) => own);
    expect(readNotes(write(essay)).marks.map(asMark)).toEqual(expected);
  });

  test("says whose the notes are", () => {
    const [read] = readNotes(write(essayWith([mark()]))).marks;
    expect(read?.essay).toMatchObject({ slug: "a-b", title: "A | title", path: "a b.md" });
  });
});

describe("json", () => {
  test("keeps fields that it does not know", () => {
    const one = noteJson(essayWith([mark()]), essayWith([mark()]).notes[0]!);
    const read = readNotes(JSON.stringify({ version: 1, notes: [{ ...one, rating: 5 }] })).marks[0]!;
    const again = essayWith([mark(asMark(read))]);
    expect(noteJson(again, again.notes[0]!)).toMatchObject({ rating: 5 });
  });

  test.each([
    ["{}", /no notes in this JSON/],
    ['{"version": 9, "notes": []}', /version 9/],
    ["Plain words.", /not a file of notes/],
  ])("%s is reported", (text, message) => {
    expect(() => readNotes(text)).toThrow(NotesFileError);
    expect(() => readNotes(text)).toThrow(message);
  });
});

test("a note without words in json is left out and listed, and so is what is no note", () => {
  const notes = [{ words: "some words" }, { id: 4, words: 5, note: "On\nnothing." }, 7, { words: " " }];
  const listed = ["note 2: “On nothing.”", "note 3", "note 4"];
  for (const text of [JSON.stringify({ notes }), JSON.stringify(notes)]) {
    const { marks, wordless } = readNotes(text);
    expect(marks.map(({ anchor }) => anchor.words)).toEqual(["some words"]);
    expect(wordless).toEqual(listed);
  }
});

test("a date that is none is listed with its place in every format, and its note is taken without one", () => {
  const day = "2024-02-30";
  const target = { source: "a.md", selector: { type: "TextQuoteSelector", exact: "words" } };
  const comment = { text: "x", line: 3, selected_text: "words", timestamp: day };
  const files: readonly (readonly [string, string])[] = [
    [`Highlight,Title,Date\n"two\nlines",A,2024-02-29\nwords,A,${day}\n`, "line 4"],
    [JSON.stringify({ notes: [{ words: "words", made: day }] }), "note 1"],
    [JSON.stringify({ items: [{ target, created: day }] }), "annotation 1"],
    [JSON.stringify({ mrsf_version: "1.0", document: "a.md", comments: [comment] }), "a.md, line 3"],
  ];
  for (const [text, place] of files) {
    const { marks, undated } = readNotes(text);
    expect(marks.at(-1)).toMatchObject({ anchor: { words: "words" } });
    expect(marks.at(-1)?.made).toBeUndefined();
    expect(undated).toEqual([`${place}: “${day}”`]);
  }
});

describe("w3c", () => {
  test("is valid by the model's rules, with a note and without", () => {
    const page = notesW3c([essayWith([mark(), mark({ note: undefined, id: "no UUID" })])]);
    const validate = new Ajv2020({ allErrors: true }).compile(W3C);
    expect(validate(page) ? [] : validate.errors).toEqual([]);
  });

  test("what another program wrote comes out as it went in, but for what was changed", () => {
    const foreign = {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: "https://example.org/annotations/7",
      type: "Annotation",
      motivation: "commenting",
      creator: { type: "Person", nickname: "reader" },
      created: "2026-11-28T18:20:05.007Z",
      body: [
        { type: "TextualBody", purpose: "tagging", value: "margins" },
        { type: "TextualBody", value: "Theirs.", language: "en" },
      ],
      target: {
        source: "https://example.org/essay",
        styleClass: "yellow",
        selector: { type: "TextQuoteSelector", exact: "some words", prefix: "with ", suffix: " here" },
      },
    };
    const [read] = readNotes(JSON.stringify(foreign)).marks;
    expect(read).toMatchObject({ note: "Theirs.", anchor: { words: "some words", before: "with " } });
    const own = { ...mark(), ...asMark(read!), anchor: { ...mark().anchor, ...read!.anchor } };
    const [again] = (notesW3c([essayWith([own])]) as { items: Record<string, unknown>[] }).items;
    const { "@context": _, ...expected } = foreign;
    expect(again).toMatchObject(expected);
    const [changed] = (notesW3c([essayWith([{ ...own, note: "Mine." }])]) as { items: unknown[] }).items;
    expect(changed).toMatchObject({ creator: foreign.creator, body: { value: "Mine." } });
  });

  test.each([
    ["My <b>note</b>", "My note"],
    ["<p>One\n  two.</p><p>Three<br>four &amp; five &lt;b&gt;.</p>", "One two.\n\nThree\nfour & five <b>."],
    ["<ul><li>a</li><li><p>b</p></li></ul>c", "- a\n- b\n\nc"],
    [
      'See <a href="https://example.org/x">this</a>, <a href="https://example.org">https://example.org</a>.',
      "See this (https://example.org/x), https://example.org.",
    ],
    ["<style>p{}</style>a<script>b()</script> <img alt='a cat'> <a href='javascript:x()'>d</a>", "a a cat d"],
    ["<pre>a\n  b</pre>", "a\n  b"],
    ["1 < 2 <!-- no --> and <", "1 < 2 and <"],
  ])("a body in HTML is read as text: %j", (value, text) => {
    const body = { type: "TextualBody", value, format: "text/html", purpose: "commenting" };
    const target = { source: "a.md", selector: { type: "TextQuoteSelector", exact: "some words" } };
    const [read] = readNotes(JSON.stringify({ items: [{ body, target }] })).marks;
    expect(read?.note).toBe(text);
    const own = { ...mark(), ...asMark(read!), anchor: { ...mark().anchor, ...read!.anchor } };
    expect(notesW3c([essayWith([own])])).toMatchObject({ items: [{ body }] });
  });

  test("lines are counted from 0 between lines, as RFC 5147 does", () => {
    expect(JSON.stringify(notesW3c([essayWith([mark()])]))).toContain('"line=11,14"');
  });
});

describe("mrsf", () => {
  test("is valid by its schema, and a stream of YAML for several essays", () => {
    const sidecars = notesMrsf(
      [essayWith([mark()]), essayWith([mark({ note: undefined })], "reworded")],
      sha256,
    );
    const validate = new Ajv2020({ allErrors: true, formats: { "date-time": true } }).compile(MRSF);
    for (const sidecar of sidecars) expect(validate(sidecar) ? [] : validate.errors).toEqual([]);
    const stream = sidecars.map((one) => `${JSON.stringify(one)}\n`).join("---\n");
    expect(loadAll(stream)).toEqual(sidecars.map((one) => JSON.parse(JSON.stringify(one)) as unknown));
    expect(readNotes(stream).marks).toHaveLength(2);
  });

  test("a sidecar that was written by hand is read, and its own fields stay", () => {
    const sidecar = `mrsf_version: "1.0"
document: docs/architecture.md
comments:
  - id: c1
    author: A reader (reader)
    timestamp: '2026-03-02T18:22:59+00:00'
    text: "Needs an example."
    type: question
    resolved: false
    line: 9
    selected_text: the road
    x_mood: curious
  - id: c2
    author: A writer (writer)
    timestamp: '2026-03-03T18:22:59+00:00'
    text: "Done."
    resolved: true
    reply_to: c1
`;
    const read = readNotes(sidecar).marks;
    expect(read).toHaveLength(2);
    expect(read[1]).toMatchObject({ anchor: { words: "the road", lines: [9, 9] }, note: "Done." });
    expect(read[0]).toMatchObject({
      essay: { path: "docs/architecture.md" },
      anchor: { words: "the road", lines: [9, 9] },
      note: "Needs an example.",
    });
    const own = { ...mark(), ...asMark(read[0]!), anchor: { ...mark().anchor, ...read[0]!.anchor } };
    const [again] = notesMrsf([essayWith([own])], sha256) as { comments: unknown[] }[];
    const [first] = (load(sidecar) as { comments: Record<string, unknown>[] }).comments;
    expect(again?.comments[0]).toMatchObject(first!);
    expect(() => readNotes(sidecar.replace('"1.0"', '"2.0"'))).toThrow(/mrsf_version "2.0" is not known/);
    expect(() => readNotes(sidecar.replace("author:", "a: b: c:"))).toThrow(/line \d+: /);
  });
});

test("a comment without words is left out and listed, and so are replies to it", () => {
  const comments = [
    { id: "whole", text: "On the\nwhole.", line: 3 },
    { id: "reply", text: "Yes.", reply_to: "whole" },
    { id: "one", text: "In a ring.", reply_to: "two" },
    { id: "two", text: "In a ring.", reply_to: "one" },
    { id: "late", text: "Later.", reply_to: "middle" },
    { id: "middle", text: "Then.", reply_to: "first" },
    { id: "first", text: "First.", selected_text: "the road" },
  ];
  const { marks, wordless } = readNotes(JSON.stringify({ mrsf_version: "1.0", document: "a.md", comments }));
  expect(marks.map(({ note, anchor }) => [note, anchor.words])).toEqual([
    ["Later.", "the road"],
    ["Then.", "the road"],
    ["First.", "the road"],
  ]);
  expect(wordless).toEqual([
    "a.md, line 3: “On the whole.”",
    "a.md: “Yes.”",
    "a.md: “In a ring.”",
    "a.md: “In a ring.”",
  ]);
});

test("an annotation without a quotation is left out and listed", () => {
  const quotation = { type: "TextQuoteSelector", exact: "some words" };
  const items = [
    { target: { source: "notes/a%20b.md#part", selector: quotation } },
    { target: { source: "a.md", selector: { type: "TextPositionSelector", start: 1, end: 2 } } },
    { target: "a.md", id: "urn:x:1", body: { type: "TextualBody", value: "On the whole." } },
    7,
  ];
  const { marks, wordless } = readNotes(JSON.stringify({ items }));
  expect(marks).toMatchObject([{ essay: { path: "notes/a b.md" }, anchor: { words: "some words" } }]);
  expect(wordless).toEqual(["annotation 2", "urn:x:1: “On the whole.”", "annotation 4"]);
});

describe("csv", () => {
  test("has Readwise's columns, and cells in quotation marks where they must be", () => {
    const text = notesCsv([essayWith([mark({ note: "-1 is a number" })])]);
    expect(text).toBe(
      'Highlight,Title,Author,URL,Note,Location,Date\r\n"These words, “quoted”,\nand more",A | title,,a b.md#L12,-1 is a number,12,2026-11-28 18:20:05\r\n',
    );
  });

  test("gives back the words, the note, the essay, the line and the time", () => {
    for (const note of [
      "-1",
      "- item",
      "'- item",
      "@ann",
      "-cmd|' /c'!A0",
      "'=x",
      'a "b", c',
      "two\nlines",
      undefined,
    ]) {
      const [read] = readNotes(notesCsv([essayWith([mark({ note })])])).marks;
      expect(read).toMatchObject({
        essay: { title: "A | title", path: "a b.md" },
        anchor: { words: mark().anchor.words, lines: [12, 12] },
        note,
        made: Math.floor(MADE / 1000) * 1000,
      });
    }
  });

  test("keeps columns that it does not know", () => {
    const text = "Highlight,Title,Color,Author\r\nsome words,A title,yellow,Ann\r\n";
    const [read] = readNotes(text).marks;
    const own = mark({ ...asMark(read!), anchor: { ...mark().anchor, ...read!.anchor }, made: MADE });
    const [header, row] = notesCsv([essayWith([own])]).split("\r\n");
    expect(header).toBe("Highlight,Title,Author,URL,Note,Location,Date,Color");
    expect(row).toMatch(/^some words,.*,Ann,.*,yellow$/);
  });

  test.each([
    ["- item one\n- item two", true],
    ["+1 agree!", true],
    ["@ann said", true],
    ["=1+1", false],
    ["'=1+1", false],
    ["-2+3+cmd|' /C calc'!A0", false],
    ["@SUM(1)", false],
    ["+'[b.xlsx]c'!A1", false],
    ["'- item", false],
  ])("an apostrophe is only before what could act in a spreadsheet: %s", (note, isUnchanged) => {
    const text = notesCsv([essayWith([mark({ note })])]);
    expect(/L12,"?(.)/.exec(text)?.[1]).toBe(isUnchanged ? note[0] : "'");
    expect(readNotes(text).marks[0]?.note).toBe(note);
  });

  test("reads Readwise's own export, and gives back its columns", () => {
    const text =
      "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\r\n" +
      "some words,A title,Ann,B00,A thought.,yellow,one,page,31,2026-11-28 18:20:05+00:00,essays\r\n" +
      "more words,A title,Ann,,,,,,31,2026-11-28 19:20:05+01:00,\r\n";
    const [read, onLine] = readNotes(text).marks;
    expect(read).toMatchObject({ essay: { title: "A title" }, note: "A thought." });
    expect(read?.anchor).toEqual({ words: "some words" });
    expect(onLine?.anchor).toEqual({ words: "more words", lines: [31, 31] });
    const made = Date.UTC(2026, 10, 28, 18, 20, 5);
    expect([read?.made, onLine?.made]).toEqual([made, made]);
    const own = mark({ ...asMark(read!), anchor: { ...mark().anchor, ...read!.anchor }, made });
    expect(notesCsv([essayWith([own])]).replaceAll("\r", "")).toBe(
      "Highlight,Title,Author,URL,Note,Location,Date,Amazon Book ID,Color,Document tags,Location Type,Tags\n" +
        "some words,A | title,Ann,a b.md#L12,A thought.,31,2026-11-28 18:20:05,B00,yellow,essays,page,one\n",
    );
  });

  test("leaves out a row without a highlight, and lists it", () => {
    const { marks, wordless } = readNotes(
      'Highlight,Title,Note\r\nsome words,A,\r\n,A,"Of no\nwords"\r\n,,\r\n,A,\r\nmore,A,\r\n',
    );
    expect(marks.map(({ anchor }) => anchor.words)).toEqual(["some words", "more"]);
    expect(wordless).toEqual(["line 3: “Of no words”", "line 6"]);
  });

  test.each([
    "highlight,title,NOTE,Book title\nsome; words,A,n,B\n",
    '\ufeffTitle;Highlight;Note;Book title\r\nA;"some; words";n;B\r\n',
    'sep=;\r\nTitle;Highlight;Note;Book title\r\nA;"some; words";n;B\r\n',
    "Title\tHighlight\tNote\tBook title\rA\tsome; words\tn\tB",
  ])("has columns in any case, divided by commas, semicolons or tabs: %j", (text) => {
    expect(readNotes(text).marks).toMatchObject([
      {
        essay: { title: "A" },
        anchor: { words: "some; words" },
        note: "n",
        extra: { csv: { "Book title": "B" } },
      },
    ]);
  });

  test("without a column of highlights is reported", () => {
    expect(() => readNotes("A,B\r\n1,2\r\n")).toThrow(NotesFileError);
  });
});

test("cards have a head that Anki reads, and four fields each, on one line", () => {
  const lines = notesAnki([essayWith([mark(), mark({ note: undefined, words: "a < b" })])])
    .trimEnd()
    .split("\n");
  const head = lines.filter((line) => line.startsWith("#"));
  expect(head).toEqual(
    expect.arrayContaining(["#separator:tab", "#html:true", "#guid column:1", "#tags column:4"]),
  );
  const cards = lines.slice(head.length).map((line) => line.split("\t"));
  expect(cards.map((card) => card.length)).toEqual([4, 4]);
  expect(cards[0]).toEqual([
    mark().id,
    "These words, “quoted”,<br>and more",
    "A thought.<br><br>= 2, with a tab<br><br><small>A | title · A heading · a b.md#L12</small>",
    "ibid a-b",
  ]);
  expect(cards[1]?.[1]).toBe("a &lt; b");
});

describe("markdown", () => {
  test("is a page: essay, heading, quotation, note, date and the way back", () => {
    expect(notesMarkdown([essayWith([mark({ words: "1. A *word*\nand another" })])])).toBe(`# A \\| title

## A heading

> 1\\. A \\*word\\*${"  "}
> and another

A thought.

= 2, with a	tab

— 28 November 2026, [a b.md#L12](<a b.md#L12>)
`);
  });

  test("has no link to a file that is not there", () => {
    const page = notesMarkdown([{ ...essayWith([mark()]), essay: undefined }]);
    expect(page).toContain("— 28 November 2026, a b.md#L12\n");
  });

  test("the signs of a note do not break the page", () => {
    const note = "# One\r\n> two\r- three\n1. four\n```\n---\n\n    five";
    const page = notesMarkdown([essayWith([mark({ note })])]);
    const { document } = openText(page);
    const types = document.blocks.map(({ type }) => type);
    expect(types).toEqual(["heading", "blockQuote", "paragraph", "paragraph", "paragraph"]);
    expect(page).not.toContain("\r");
  });

  test("lists orphans at the end, with where they were", () => {
    const page = notesMarkdown([essayWith([mark({ words: "Old words" })], "orphan")]);
    expect(page).toContain("## No longer in the text\n\n> Old words");
    expect(page).toContain("— 28 November 2026, once under “A heading”, [a b.md#L12]");
  });
});

test("times are as JavaScript writes them", () => {
  for (const time of [0, 951_782_400_000, MADE, -1, 4_102_444_800_000, -62_135_596_800_000])
    expect(timestamp(time)).toBe(new Date(time).toISOString());
});

test.each([
  ["2024-02-29", Date.UTC(2024, 1, 29)],
  ["2023-02-29", undefined],
  ["2024-02-30", undefined],
  ["2024-04-31 10:00:00", undefined],
  ["2024-02-30T10:00:00Z", undefined],
  ["30.02.2024", undefined],
  ["3.4.2024", Date.UTC(2024, 3, 3)],
  ["03.04.2024 10:00", Date.UTC(2024, 3, 3, 10)],
  ["2/30/2024", undefined],
  ["2/31/2024", undefined],
  ["Nov 31, 2023", undefined],
  ["31 Feb 2024", undefined],
  ["Fri, 31 Nov 2023 10:00:00 GMT", undefined],
  ["Thu, 30 Nov 2023 10:00:00 GMT", Date.UTC(2023, 10, 30, 10)],
  ["November 30, 2023 10:00:00 UTC", Date.UTC(2023, 10, 30, 10)],
  ["2024", Date.UTC(2024)],
  ["2024-05", Date.UTC(2024, 4)],
  ["yesterday", undefined],
  ["", undefined],
])("the time of %j is a day of the calendar, or none", (text, time) => {
  expect(readTimestamp(text)).toBe(time);
});
