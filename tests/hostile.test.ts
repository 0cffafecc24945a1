import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Command, commands, read } from "../src/cli/commands.ts";
import { reportBug } from "../src/app/bug.ts";
import { paintAnsi } from "../src/formats/ansi.ts";
import { paintPlain } from "../src/formats/plain.ts";
import { themes } from "../src/formats/theme.ts";
import { label, visible } from "../src/text/visible.ts";
import { view } from "../src/reader/view.ts";
import { Memory } from "../src/memory/memory.ts";
import { keyOf } from "../src/memory/key.ts";
import { printed } from "../src/reader/plain/printed.ts";
import { run } from "./support/io.ts";
import { essay, libraryIn, temporaryLibrary } from "./support/library.ts";
import { anchorAt } from "./support/marks.ts";
import { layOut } from "./support/page.ts";
import { plainSession } from "./support/plain.ts";
import { reader } from "./support/reader.ts";

/** What only this program may send: SGR, and OSC 8 with an address of printable ASCII. */
const OWN = /\u001b\[[\d;]*m|\u001b\]8;;(?:(?:https?|mailto):[\u0021-\u007e]*)?\u001b\\/gi;
/** A tab parts the cells of tsv and a line feed ends a line; everything else is an order. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

function expectHarmless(output: string): void {
  expect(output.replace(OWN, "")).not.toMatch(CONTROL);
}

const ESCAPES = [
  "\u001b[31m",
  "\u001b]0;owned\u0007",
  "\u009b31m",
  "\u009d0;x\u009c",
  "\u0007",
  "\b\b",
  "\u007f",
  "\r",
  "\u001bP1;2q\u001b\\",
  "\u001b]52;c;eA==\u0007",
  "\u0000",
  "\u0010",
];
const ENTITIES = ["&#27;[31m", "&#x1b;]0;x&#7;", "&#155;31m", "&#x9b;1m", "&#127;", "&#0;"];
const MARKDOWN = [
  "[a](https://x.org/\u001b]8;;\u0007)",
  "![\u001b](\u0007)",
  "`\u001b[1m`",
  "```\n\u001b[2J\n```",
  "|\u001b|\n|-|\n|\u009b|",
  "[^\u001b]",
  "[^a]\n\n[^a]: \u001b[5m",
  "<b title='\u001b'>\u001b</b>",
  "<a href='https://x.org/&#27;]'>x</a>",
  "> \u001b",
  "- \u001b",
  "# \u001b",
  "<https://x.org/\u009b>",
];

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ESCAPES, ...ENTITIES, ...MARKDOWN),
      fc.string(),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

const looks = { theme: themes.terminal, depth: 16 as const, hyperlinks: true };

test("whatever a body holds, no byte of it is an order", () => {
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom(20, 72, Infinity),
      fc.constantFrom("inline" as const, "end" as const),
      (body, width, notes) => {
        for (const line of layOut(body, { width, notes })) {
          const painted = paintAnsi(line, looks);
          expectHarmless(painted);
          expect(painted).not.toContain("\n");
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("nor in titles, tags and names on the shelf", () => {
  fc.assert(
    fc.property(hostile, hostile, (title, tag) => {
      const source = `---\ntitle: ${JSON.stringify(title)}\ntags: [${JSON.stringify(tag)}]\n---\n${title}`;
      const one = reader(
        { "a.md": source, [`${tag.replaceAll("/", "")}.md`]: "x" },
        { columns: 120, rows: 10 },
      );
      for (const keys of [[], ["T"], ["t"], ["/", ...title.slice(0, 5)], ["esc", "g", "enter"]]) {
        for (const line of view(one.press(...keys).state())) expectHarmless(paintAnsi(line, looks));
      }
    }),
    { numRuns: 100 },
  );
});

describe("commands", () => {
  const yaml =
    '---\ntitle: "t\\e[31m\\x9b1m"\ndescription: "d\\e"\ntags: ["g\\e]0;x\\a"]\nslug: "s\\e[2J"\n"k\\e": "v\\e"\norder: 1\n---\n\nb\u001b[31m &#27;[32m\n';
  const name = "f\u001b[31m\u009b.md";
  const files = {
    [name]: yaml,
    "bad\u001b.md": '---\ntitle: "\u001b: "x\n---\nText',
    "bin\u001b[1m.md": Buffer.from([0, 1]),
  };

  test.each([
    ["list"],
    ["list", "--color", "always"],
    ["list", "--format", "tsv"],
    ["list", "--json"],
    ["tags"],
    ["tags", "--json"],
    ["show", "#1"],
    ["show", "#1", "--color", "always"],
    ["show", "#1", "--format", "markdown"],
    ["show", "#1", "--json"],
    ["show", "\u001b[31mnothing\u009b"],
    ["list", "--\u001b[31m"],
    ["show", "#1", "--width", "\u001b[31m"],
    ["list", "--dir", "/no\u001b[31m"],
  ])("ibid %s %s %s", async (...argv) => {
    const root = temporaryLibrary(files);
    const { out, err } = await run(["--dir", root, ...argv.filter((one) => one !== undefined)]);
    expectHarmless(out);
    expectHarmless(err);
    expect(out + err).not.toBe("");
  });

  test("JSON keeps the characters, escaped", async () => {
    const root = temporaryLibrary(files);
    const { out } = await run(["list", root, "--json"]);
    const { essays } = JSON.parse(out) as { essays: { title: string }[] };
    expect(essays.map(({ title }) => title)).toContain("t\u001b[31m\u009b1m");
  });

  test("a path is raw for tools, and harmless on a terminal", async () => {
    const root = temporaryLibrary({ [name]: yaml });
    expect((await run(["path", "#1", "--dir", root])).out).toContain(name);
    expectHarmless((await run(["path", "#1", "--dir", root], { outIsTerminal: true })).out);
  });
});

/** What each command needs to answer; where it has no format, its answer is printed once. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  read: [],
  list: ["--drafts"],
  show: ["#1", "--mine", "--front-matter"],
  search: ["Words"],
  tags: [],
  links: ["#2"],
  check: [],
  path: ["#1"],
  notes: ["--all"],
  review: [],
  state: ["export"],
  completion: ["bash"],
};

const TEMPLATES: Readonly<Record<string, string>> = {
  tags: "{{tag}}",
  links: "{{from}} {{to}} {{title}} {{text}} {{href}}",
};

describe("a terminal and a pipe get no order in any format, whatever every field holds", () => {
  const bad = ESCAPES.join(" ").replaceAll("\0", "");
  const named = (name: string): Command => [read, ...commands].find((one) => one.name === name)!;

  /** A library and a state in which every field that the user or an author writes is hostile. */
  async function hostileFolders(): Promise<{ root: string; state: string }> {
    const matter = {
      title: bad,
      tags: [bad, `a ${bad}`],
      description: bad,
      slug: bad,
      author: bad,
      date: bad,
      order: 1,
    };
    const link = `[${bad}](/b "${bad}") ![${bad}](x.png) [[${bad}]] [${bad}](/gone${bad.replace(/\s/g, "")})`;
    const root = temporaryLibrary({
      [`a${bad.replaceAll("/", "")}.md`]: essay(
        { ...matter, [`key ${bad}`]: bad },
        `# ${bad}\n\nWords ${bad} ${link}\n`,
      ),
      "b.md": essay({ title: `B ${bad}`, order: 2 }, `[${bad}](/a)\n\n# ${bad}\n\nWords\n`),
      "c.md": essay({ title: `C ${bad}`, order: 3 }, `[the ${bad.replaceAll("]", "")}](/b)\n`),
    });
    const state = temporaryLibrary({});
    const marks = ["#1", "#2"].map((slug, nth) => ({
      id: `${nth} ${bad}`,
      essay: { slug: nth === 0 ? bad : "b", title: `${slug} ${bad}`, path: `gone ${bad}` },
      anchor: { words: nth === 0 ? "Words" : bad },
      words: nth === 0 ? "Words" : bad,
      note: `note ${bad}`,
      extra: { csv: { [`column ${bad}`]: bad, Author: bad }, w3c: { [bad]: bad } },
    }));
    const env = { IBID_STATE: state };
    const { err } = await run(["notes", "import", "-", "-d", root], {
      env,
      input: JSON.stringify({ version: 1, notes: marks }),
    });
    expect(err).toMatch(/2 notes imported/);
    return { root, state };
  }

  test("every command is asked", () => {
    expect([read, ...commands].map(({ name }) => name).sort()).toEqual(Object.keys(ASKED).sort());
  });

  test.each(Object.entries(ASKED))("ibid %s", async (name, operands) => {
    const { root, state } = await hostileFolders();
    const flags = named(name).flags;
    const values = flags.find((flag) => flag.name === "format")?.values ?? [];
    const forms = [
      [],
      ...values.filter((one) => one !== "epub").map((value) => ["-f", value]),
      ...(flags.some((flag) => flag.name === "null") ? [["-0"]] : []),
      ...(flags.some((flag) => flag.name === "template")
        ? [["--template", TEMPLATES[name] ?? "{{title}} {{tags}} {{slug}} {{path}}"]]
        : []),
    ];
    const line = [...(name === "read" ? [] : [name]), ...operands];
    for (const form of forms) {
      for (const outIsTerminal of name === "read" ? [false] : [true, false]) {
        // Another program gets a name as it is.
        if (!outIsTerminal && (form[0] === "-0" || name === "path")) continue;
        const argv = [...line, ...form, "-d", root].filter(
          (one) => !(name === "completion" && /^-d$|^\//.test(one)),
        );
        const { out, err } = await run(argv, {
          env: { IBID_STATE: state },
          outIsTerminal,
          today: "2099-05-06",
        });
        expect(out, `${argv.join(" ")}: ${err}`).not.toBe("");
        expectHarmless(out.replaceAll("\r\n", "\n").replaceAll("\0", form[0] === "-0" ? "\n" : "\0"));
        expectHarmless(err);
      }
    }
  });
});

test("the plain reader sends no order, whatever essays, marks, notes and bookmarks hold", async () => {
  const bad = `${ESCAPES.join(" ")} \u202eeman \u2067isolated \u200f`;
  // A file with a null character is no text.
  const body = `Words ${bad.replaceAll("\0", "")}[^1] ${ENTITIES.join(" ")} [to](/b).\n\n${MARKDOWN.join("\n\n")}\n\n[^1]: ${ENTITIES.join(" ")}\n`;
  const root = temporaryLibrary({
    "a\u001b[1m.md": essay({ title: `A ${bad}`, tags: [`tag ${bad}`], date: bad, order: 1 }, body),
    "b.md": essay({ title: `B ${bad}`, order: 2 }, "[back](/a)"),
  });
  const library = libraryIn(root, temporaryLibrary({}));
  await library.read();
  const memory = new Memory(undefined);
  const { say, sent, reader: plain } = plainSession(library, memory);
  const [first] = library.essays;
  expect(library.skipped).toEqual([]);
  const anchor = { ...anchorAt(library.open(first!), "Words"), words: `Words ${bad}`, heading: bad };
  for (const file of [keyOf(first!), "/gone"])
    memory.marks.add({ file, slug: bad, title: bad }, anchor, 1, { note: `note ${bad}` });
  memory.bookmark(keyOf(first!), { block: 0, words: bad, note: undefined, offset: 0 }, `line ${bad}`, 1);

  const shelf = ["a", "t", `t ${bad}`, `/${bad}`, `s ${bad}`, "r", "+ 1", "A", "x 2", "C", "'", "marks"];
  const searches = ["? words", "? mine:note", "? tag:tag", `? ${bad}`, "? (", bad];
  const page = [
    "",
    "",
    "",
    "p",
    "o",
    "marks",
    "hl",
    `note ${bad}`,
    "r",
    "rm 9",
    "a",
    "1",
    "l",
    "u",
    `/${bad}`,
  ];
  expectHarmless(printed(plain.begin().lines, 80));
  for (const line of [...shelf, ...searches, "a", "1", ...page, "m", "'", "1", "marks all", "e", "y", "Y"]) {
    const output = sent(line);
    expectHarmless(output);
    expect(output, line).not.toMatch(/[\u202a-\u202e]/);
  }
  expect(say("q", "'").join()).toContain("line");
  expect(say("? mine:note").join()).toContain("note");
});

test("the stack of a bug, which quotes paths, is no order either", () => {
  const error = new Error(`can't read '/essays/${ESCAPES.join("")}.md'`);
  for (const argv of [[], ["--debug"]]) {
    let output = "";
    reportBug(error, argv, { err: (text) => void (output += text) });
    expect(output).toContain("this is a bug in ibid");
    expectHarmless(output);
  }
});

test("control characters are shown, not dropped", () => {
  expect(visible("a\u001b[31m\u007f\u009b\u0000")).toBe("a␛[31m␡<9B>␀");
});

describe("text that reads otherwise than it is (Trojan Source, Boucher and Anderson 2021)", () => {
  const shown = (markdown: string): string => layOut(markdown).map(paintPlain).join("\n").trim();

  test("overrides are shown, in prose and in code", () => {
    expect(shown("a \u202eb\u202c c")).toMatch(/^a <202E>b/);
    expect(shown("`a \u202eb`")).toBe("a <202E>b");
    expect(shown("```\na \u202db\n```")).toBe("a <202D>b");
    expect(shown("&#x202e;a")).toBe("<202E>a");
  });

  test("isolates and marks are shown in code, where the compiler does not see them as the reader does", () => {
    expect(shown("```js\nif (a) \u2066// b\u2069 \u200f\n```")).toBe("if (a) <2066>// b<2069> <200F>");
    expect(shown("<code>a\u2067b</code>")).toBe("a<2067>b");
  });

  test("in prose isolates and embeddings end where their text ends", () => {
    expect(shown("a \u2067b")).toBe("a \u2067b\u2069");
    expect(shown("a \u2067b\u2069 c")).toBe("a \u2067b\u2069 c");
    expect(shown("\u202b\u2066a")).toBe("\u202b\u2066a\u2069\u202c");
    expect(paintAnsi(layOut("a \u2067b")[0]!, looks).includes("\u2067b\u2069")).toBe(true);
  });

  test("lists and paths keep nothing that reorders", async () => {
    expect(label("a\u202eb\u2067c\u200fd\u061ce\u200ef")).toBe("abcdef");
    const library = temporaryLibrary({
      "a\u202eb.md": "---\ntitle: \u2067x\u200f\ntags: [\u202ey]\n---\n\nText.\n",
    });
    for (const args of [["list"], ["tags"], ["path", "a\u202eb"], ["check"]]) {
      const { out, err } = await run([...args, "--dir", library], { outIsTerminal: true });
      expect(out + err).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/);
    }
  });

  test("tag characters are shown, but for those of a flag (UTS #51)", () => {
    expect(visible("a\u{e0041}b\u{e007f}")).toBe("a<E0041>b<E007F>");
    const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
    expect(visible(scotland)).toBe(scotland);
    expect(shown("`a\u{e0041}`")).toBe("a<E0041>");
    expect(label("a\u{e0041}")).toBe("a<E0041>");
  });
});

test("bidi overrides are neutralised in titles", () => {
  expect(label("a\u202eb\u2066c\u2069\u202c")).toBe("abc");
});

test("no address but http, https and mailto is ever handed to the terminal", () => {
  const [line] = layOut(
    "[a](javascript:x) [b](file:///etc/passwd) [c](https://x.org) [d](data:text/html,x) [e](HTTPS://Y.org) [f](mailto:a@b.c)",
  );
  const sent = Array.from(paintAnsi(line!, looks).matchAll(/\u001b\]8;;([^\u001b]+)/g), (match) => match[1]);
  expect(sent).toEqual(["https://x.org", "HTTPS://Y.org", "mailto:a@b.c"]);
});
