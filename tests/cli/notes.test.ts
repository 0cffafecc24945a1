import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeEach, describe, expect, test } from "vitest";
import schema from "../../docs/schema/ibid.schema.json" with { type: "json" };
import { openEssay } from "../../src/document/open-essay.ts";
import type { Mark } from "../../src/marks/mark.ts";
import { Memory } from "../../src/memory/memory.ts";
import { run, type Ran } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt } from "../support/marks.ts";

const MARGINS = `---
title: Margins
tags: [reading]
---

# Where they are

Readers have always written in margins.[^1] Some of them wrote more than the author.

[^1]: And between the lines.
`;
const OTHER = "---\ntitle: Another\n---\n\nNothing is marked here but these few words, which are enough.\n";

let library: string;
let state: string;

beforeEach(() => {
  library = temporaryLibrary({ "margins.md": MARGINS, "another.md": OTHER });
  state = join(temporaryLibrary({}), "memory.sqlite");
});

function ibid(...argv: readonly string[]): Promise<Ran> {
  return run([...argv, "--dir", library], {
    env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state.replace(/\/memory\.sqlite$/, "") },
  });
}

function remembered<Result>(work: (memory: Memory) => Result): Result {
  const memory = new Memory(state);
  const result = work(memory);
  memory.close();
  return result;
}

/** Marks words of an essay as the reader does. */
function highlight(path: string, text: string, words: string, note?: string): Mark {
  const file = join(library, path);
  const open = openEssay({ text, problems: [] }, path, file);
  const essay = { file, slug: open.essay.slug, title: open.essay.title };
  return remembered(({ marks }) => marks.add(essay, anchorAt(open, words), Date.UTC(2026, 4, 5), { note }));
}

describe("ibid notes", () => {
  test("prints a page of what was marked", async () => {
    highlight("margins.md", MARGINS, "always written in margins. Some", "They still do.");
    highlight("another.md", OTHER, "these few words");
    expect(await ibid("notes")).toEqual({
      out: `# Another

> these few words

— 5 May 2026, [another.md#L5](another.md#L5)

# Margins

## Where they are

> always written in margins. Some

They still do.

— 5 May 2026, [margins.md#L8](margins.md#L8)
`,
      err: "",
      code: 0,
    });
    expect((await ibid("notes", "another")).out).not.toContain("Margins");
  });

  test("says so where there are none", async () => {
    const { out, err, code } = await ibid("notes");
    expect([out, code]).toEqual(["", 1]);
    expect(err).toMatch(/no highlights or notes yet/);
    expect(JSON.parse((await ibid("notes", "--json")).out)).toEqual({ version: 1, notes: [] });
    expect((await ibid("notes", "nobody")).code).toBe(2);
  });

  test("knows what became of the words", async () => {
    highlight("margins.md", MARGINS, "always written in margins. Some of them wrote more", "One.");
    highlight("margins.md", MARGINS, "between the lines", "Two.");
    const edited = MARGINS.replace("always written", "often written").replace(
      "between the lines",
      "elsewhere",
    );
    writeFileSync(join(library, "margins.md"), edited);
    const { notes } = JSON.parse((await ibid("notes", "--json")).out) as { notes: Record<string, unknown>[] };
    const validate = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile({
      ...schema,
      $ref: "#/$defs/notes",
    });
    expect(validate({ version: 1, notes }) ? [] : validate.errors).toEqual([]);
    expect(notes).toMatchObject([
      { note: "One.", state: "reworded", words: "often written in margins. Some of them wrote more" },
      { note: "Two.", state: "orphan", words: "between the lines", lines: [10, 10] },
    ]);
  });

  test("follows an essay that is moved, and lists one that is gone", async () => {
    const { id } = highlight("margins.md", MARGINS, "Some of them wrote more than the author", "Mine.");
    renameSync(join(library, "margins.md"), join(library, "in-the-margin.md"));
    expect((await ibid("notes", "in-the-margin")).out).toContain("Mine.");
    expect(remembered(({ marks }) => marks.get(id)?.essay)).toEqual({
      file: join(library, "in-the-margin.md"),
      slug: "in-the-margin",
      title: "Margins",
    });
    writeFileSync(join(library, "in-the-margin.md"), "# Something else\n\nOf other words.\n");
    renameSync(join(library, "in-the-margin.md"), join(library, "gone.md"));
    const { out } = await ibid("notes");
    expect(out).toContain("## No longer in the text");
    expect(out).toContain("in-the-margin.md#L8");
  });

  test("follows an essay that is renamed, has another title and was edited, by the words of its marks", async () => {
    const text = Array.from(
      { length: 6 },
      (_, nth) => `Paragraph ${nth} of the essay says what number ${nth} had to say about rain.\n`,
    ).join("\n");
    writeFileSync(join(library, "rain.md"), text);
    for (const nth of [1, 2, 4])
      highlight("rain.md", text, `the essay says what number ${nth} had to say`, `Note ${nth}.`);
    renameSync(join(library, "rain.md"), join(library, "weather.md"));
    writeFileSync(
      join(library, "weather.md"),
      `---\ntitle: Weather\n---\n\n${text.replaceAll("about rain", "about the weather of that year")}`,
    );
    const cache = temporaryLibrary({});
    const { out } = await run(["notes", "--dir", library, "-f", "jsonl"], {
      env: { IBID_CONFIG: "", IBID_CACHE: cache, IBID_STATE: state.replace(/\/memory\.sqlite$/, "") },
    });
    expect(out.match(/"path":"weather.md"[^]*?"state":"there"/g)).toHaveLength(3);
  });
});

describe("ibid notes import", () => {
  test.each(["json", "jsonl", "w3c", "mrsf"])("takes what -f %s wrote, once", async (format) => {
    highlight("margins.md", MARGINS, "Some of them wrote more", "Mine.");
    highlight("margins.md", MARGINS, "between the lines");
    const before = remembered(({ marks }) => marks.all());
    const { out } = await ibid("notes", "-f", format);
    const file = join(temporaryLibrary({ "notes.txt": out }), "notes.txt");
    state = join(temporaryLibrary({}), "memory.sqlite");
    expect((await ibid("notes", "import", file)).err).toBe("ibid: 2 notes imported\n");
    const after = remembered(({ marks }) => marks.all());
    expect(after.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      before.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect((await ibid("notes", "import", file)).err).toBe("ibid: 0 notes imported, 2 already known\n");
  });

  test("takes CSV, and finds the words", async () => {
    highlight("margins.md", MARGINS, "Some of them wrote more", "Mine.");
    const { out } = await ibid("notes", "-f", "csv");
    const file = join(temporaryLibrary({ "notes.csv": out }), "notes.csv");
    expect((await ibid("notes", "import", file)).err).toBe("ibid: 0 notes imported, 1 already known\n");
    const [mark] = remembered(({ marks }) => marks.all());
    state = join(temporaryLibrary({}), "memory.sqlite");
    await ibid("notes", "import", file);
    const [again] = remembered(({ marks }) => marks.all());
    expect(again).toMatchObject({ anchor: mark!.anchor, note: "Mine.", essay: mark!.essay });
  });

  test("of words that stand more than once, takes those on the line that is given; without it they are an orphan", async () => {
    writeFileSync(join(library, "twice.md"), "# Twice\n\nA refrain here.\n\nBetween.\n\nA refrain there.\n");
    const rows = "Highlight,Title,Location\nA refrain,Twice,7\nA refrain,Twice,5\nA refrain,Twice,\n";
    const file = join(temporaryLibrary({ "a.csv": rows }), "a.csv");
    expect((await ibid("notes", "import", file)).err).toBe(
      "ibid: 3 notes imported, 2 whose place in their essay is not certain, kept as orphans\n",
    );
    expect((await ibid("notes", "twice", "-f", "jsonl")).out).toMatch(
      /"state":"there","words":"A refrain","lines":\[7,7\]/,
    );
  });

  test("takes every row of CSV: the note, the date and the line are part of what it is", async () => {
    const rows = [
      "Highlight,Title,Note,Date,Location",
      "Some of them,Margins,,2026-05-05 10:00:00,8",
      "Some of them,Margins,One.,2026-05-05 10:00:00,8",
      "Some of them,Margins,Two.,2026-05-05 10:00:00,8",
      "Some of them,Margins,Two.,2026-05-06 10:00:00,8",
    ];
    const file = join(temporaryLibrary({ "a.csv": rows.join("\r\n") }), "a.csv");
    expect((await ibid("notes", "import", file)).err).toBe("ibid: 4 notes imported\n");
    expect(remembered(({ marks }) => marks.everything().length)).toBe(4);
    // They are on the same words, so they are shown as one, with what all of them say.
    expect(remembered(({ marks }) => marks.all().map(({ note }) => note))).toEqual(["One.\n\nTwo."]);
    expect((await ibid("notes", "import", file)).err).toBe("ibid: 0 notes imported, 4 already known\n");
    const { out } = await ibid("notes", "-f", "csv");
    const again = join(temporaryLibrary({ "b.csv": out }), "b.csv");
    expect((await ibid("notes", "import", again)).err).toBe("ibid: 0 notes imported, 1 already known\n");
  });

  test.each(["json", "csv", "w3c", "mrsf"])(
    "brings back from -f %s what was deleted here",
    async (format) => {
      const { id } = highlight("margins.md", MARGINS, "Some of them wrote more", "Mine.");
      highlight("margins.md", MARGINS, "between the lines");
      const { out } = await ibid("notes", "-f", format);
      const file = join(temporaryLibrary({ "notes.txt": out }), "notes.txt");
      remembered(({ marks }) => marks.remove(id, Date.UTC(2026, 5, 1)));
      expect((await ibid("notes", "import", file)).err).toBe(
        "ibid: 0 notes imported, 1 restored, 1 already known\n",
      );
      expect(remembered(({ marks }) => marks.all().map(({ note }) => note))).toEqual(["Mine.", undefined]);
    },
  );

  test("line feeds end the lines of a note, and an empty note is none", async () => {
    const text = 'Highlight,Title,Note\r\nSome of them,Margins,"a\r\nb\rc"\r\nwrote more,Margins,"  "\r\n';
    const file = join(temporaryLibrary({ "a.csv": text }), "a.csv");
    await ibid("notes", "import", file);
    expect(remembered(({ marks }) => marks.all().map(({ note }) => note))).toEqual(["a\nb\nc", undefined]);
  });

  test("takes what names words, matches a relative source, and lists the rest", async () => {
    const items = [
      { target: { source: "margins.md", selector: { type: "TextQuoteSelector", exact: "wrote more" } } },
      { target: "margins.md" },
    ];
    const folder = temporaryLibrary({
      "a.json": JSON.stringify({ items }),
      "b.json": JSON.stringify({ items: items.slice(1) }),
    });
    const taken = await ibid("notes", "import", join(folder, "a.json"));
    expect([taken.code, taken.err]).toEqual([
      0,
      "ibid: left out, because it quotes no words of an essay: annotation 2\n" +
        "ibid: 1 note imported, 1 without words left out\n",
    ]);
    expect((await ibid("notes", "margins")).out).toContain("> wrote more");
    const none = await ibid("notes", "import", join(folder, "b.json"));
    expect([none.code, none.err]).toEqual([
      2,
      "ibid: left out, because it quotes no words of an essay: annotation 1\n" +
        "ibid: 0 notes imported, 1 without words left out\n",
    ]);
  });

  test("fails if nothing can be kept", async () => {
    const file = join(temporaryLibrary({ "a.csv": "Highlight,Title\nwrote more,Margins\n" }), "a.csv");
    const state = join(temporaryLibrary({ "a.jsonl": "" }), "a.jsonl");
    for (const argv of [
      ["notes", "import", file],
      ["state", "import", state],
      ["state", "merge", state],
    ]) {
      for (const folder of ["", join(file, "below")]) {
        const env = { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: folder };
        const { code, err } = await run([...argv, "--dir", library], { env });
        expect([argv, code]).toEqual([argv, 2]);
        expect(err).toMatch(/nothing was imported, because it can't be saved/);
      }
    }
  });

  test("an essay that is not in the library has no link and no path that leaves it", async () => {
    const notes = [
      { words: "of it", essay: { file: "/etc/passwd" } },
      { words: "of it", essay: { path: "../../x.md" } },
      { words: "of it", essay: { title: "Nowhere" } },
    ];
    const file = join(temporaryLibrary({ "a.json": JSON.stringify({ version: 1, notes }) }), "a.json");
    await ibid("notes", "import", file);
    const { out } = await ibid("notes", "--all");
    expect(out).toContain("# Nowhere");
    expect(out).not.toMatch(/\]\(|\.\.\/|\/etc|##L/);
  });

  test("takes nothing from a file beyond the bound, and says how large it may be", async () => {
    const file = join(temporaryLibrary({}), "large.csv");
    writeFileSync(file, `Highlight,Title\n${" ".repeat(20_000_000)}`);
    for (const argv of [
      ["notes", "import", file],
      ["state", "import", file],
    ]) {
      const { err, code } = await ibid(...argv);
      expect([err, code]).toEqual([`ibid: ${file}: more than 20,000,000 bytes; nothing was imported\n`, 2]);
    }
  });

  test("reports what it can't take, and keeps what has no place", async () => {
    const notes = join(
      temporaryLibrary({
        "a.csv": "Highlight,Title\nno such words here,Margins\nof an essay,Nowhere\n",
        "b.txt": "Plain.",
      }),
      "",
    );
    expect((await ibid("notes", "import", join(notes, "a.csv"))).err).toBe(
      "ibid: 2 notes imported, 1 whose place in their essay is not certain, kept as orphans, 1 of essays that are not in this library, kept until they are\n",
    );
    expect((await ibid("notes", "--all")).out).toMatch(/# Margins[^]*no such words here[^]*# Nowhere/);
    const wrong = await ibid("notes", "import", join(notes, "b.txt"));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/b\.txt: not a file of notes/)]);
    expect((await ibid("notes", "import")).err).toMatch(/notes import needs one file/);
  });
});

describe("what comes in by notes import", () => {
  const importing = async (text: string): Promise<string> => {
    const file = join(temporaryLibrary({ "notes.txt": text }), "notes.txt");
    return (await ibid("notes", "import", file)).err;
  };

  test("is known when ibid's own export of it comes back", async () => {
    const plain = {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: "https://example.com/annotations/1",
      type: "Annotation",
      created: "2026-05-05T10:00:00Z",
      body: { type: "TextualBody", value: "Indeed." },
      target: {
        source: "margins.md",
        selector: {
          type: "TextQuoteSelector",
          exact: "always written in margins",
          prefix: "have ",
          suffix: ".",
        },
      },
    };
    expect(await importing(JSON.stringify(plain))).toMatch(/1 note imported/);
    const own = (await ibid("notes", "-f", "w3c")).out;
    const json = await ibid("notes", "--json");
    const said = await importing(own);
    expect([said, (await ibid("notes", "--json")).out]).toEqual([
      "ibid: 0 notes imported, 1 already known\n",
      json.out,
    ]);
  });

  test("keeps each comment and each reply as its author wrote it, also on words that are marked already", async () => {
    const comments = [
      { id: "c1", author: "Ann", timestamp: "2026-03-02T18:22:59Z", text: "A comment", resolved: false },
      { id: "c2", author: "Bob", timestamp: "2026-03-03T18:22:59Z", text: "A reply", resolved: true },
      { id: "c3", author: "Ann", timestamp: "2026-03-04T18:22:59Z", text: "An answer", resolved: true },
    ].map((one, nth) =>
      nth === 0
        ? { ...one, selected_text: "always written in margins" }
        : { ...one, reply_to: "c1", x_nth: nth },
    );
    expect(await importing("Highlight,Title,Note\nalways written in margins,Margins,Of a table.\n")).toMatch(
      /^ibid: 1 note imported/,
    );
    const sidecar = JSON.stringify({ mrsf_version: "1.0", document: "margins.md", comments });
    expect(await importing(sidecar)).toBe("ibid: 3 notes imported\n");
    const exported = async (): Promise<Record<string, unknown>[]> => {
      const { out } = await ibid("notes", "-f", "mrsf");
      return (JSON.parse(out) as { comments: Record<string, unknown>[] }).comments;
    };
    const all = await exported();
    for (const one of comments) expect(all).toContainEqual(expect.objectContaining(one));
    expect(new Set(all.map(({ text }) => text))).toEqual(
      new Set(["A comment", "A reply", "An answer", "Of a table."]),
    );
    expect(all).toHaveLength(4);
    const again = (await ibid("notes", "-f", "mrsf")).out;
    expect([await importing(again), await importing(sidecar)]).toEqual([
      "ibid: 0 notes imported, 4 already known\n",
      "ibid: 0 notes imported, 3 already known\n",
    ]);
    state = join(temporaryLibrary({}), "memory.sqlite");
    await importing(again);
    expect((await ibid("notes", "-f", "mrsf")).out).toBe(again);
  });

  test("names an essay by its address on the web, or waits for it", async () => {
    const address = "https://site.example/margins";
    writeFileSync(
      join(library, "web.md"),
      `---\ntitle: On the web\ncanonical_url: ${address}/\n---\n\nRoses grow.\n`,
    );
    const target = { source: `${address}#part`, selector: { type: "TextQuoteSelector", exact: "Roses" } };
    expect(await importing(JSON.stringify({ items: [{ target }] }))).toBe("ibid: 1 note imported\n");
    expect((await ibid("notes", "web")).out).toContain("> Roses");
    const words = "Tulips are planted in autumn and bloom in spring.";
    const rows = `Highlight,URL\nRoses,${address}\n${words},https://site.example/tulips/\n`;
    expect(await importing(rows)).toBe(
      "ibid: 1 note imported, 1 already known, 1 of essays that are not in this library, kept until they are\n",
    );
    writeFileSync(join(library, "tulips.md"), `# All tulips\n\n${words}\n`);
    expect((await ibid("notes", "tulips")).out).toContain(`> ${words}`);
  });

  test("names an essay by its slug where a title is expected, or by an address that ends in it, if the words are there", async () => {
    expect(await importing("Highlight,Title\nwrote more,margins\nSome of them,another.md\n")).toBe(
      "ibid: 2 notes imported, 1 whose place in their essay is not certain, kept as orphans\n",
    );
    const at = (exact: string): unknown => ({
      target: {
        source: "https://site.example/2024/margins/",
        selector: { type: "TextQuoteSelector", exact },
      },
    });
    const elsewhere = ", 1 of essays that are not in this library, kept until they are\n";
    expect(await importing(JSON.stringify([at("Roses are red.")]))).toBe(`ibid: 1 note imported${elsewhere}`);
    expect(await importing(JSON.stringify([at("Tulips."), at("always written")]))).toBe(
      "ibid: 2 notes imported, 1 whose place in their essay is not certain, kept as orphans\n",
    );
    expect((await ibid("notes", "margins")).out).toContain("> always written");
  });

  test.each(["json", "csv", "w3c", "mrsf"])(
    "has no line if its words were never found, and -f %s of it is known when it comes back",
    async (format) => {
      await importing("Highlight,Title,Date\nno such words here,Margins,2026-01-02\n");
      const { out } = await ibid("notes", "-f", format);
      expect(out).not.toMatch(/#L1\b|"line"|line=|,1,2026/);
      expect((await ibid("notes")).out).toContain("[margins.md](margins.md)");
      const { notes } = JSON.parse((await ibid("notes", "--json")).out) as { notes: { lines: unknown }[] };
      expect(notes.map(({ lines }) => lines)).toEqual([null]);
      expect(await importing(out)).toBe(
        "ibid: 0 notes imported, 1 already known, 1 whose place in their essay is not certain, kept as orphans\n",
      );
      const all = (await ibid("notes", "--json")).out;
      expect(
        new Ajv2020({ strict: false, formats: { "date-time": true } }).compile({
          ...schema,
          $ref: "#/$defs/notes",
        })(JSON.parse(all)),
      ).toBe(true);
    },
  );

  test("names an essay, or is left out with a message", async () => {
    expect(await importing("Highlight\nRoses grow.\n")).toBe(
      "ibid: 0 notes imported, 1 that name no essay left out\n",
    );
    expect((await ibid("notes")).err).toMatch(/^ibid: no highlights or notes yet;/);
    expect((await ibid("notes", "another")).err).toMatch(/^ibid: no highlights or notes yet on another;/);
  });
});
