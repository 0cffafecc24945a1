/**
 * Every bug that was reported, as a separate test.
 */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./support/io.ts";
import { essay, temporaryLibrary } from "./support/library.ts";
import { page, taggedPage } from "./support/page.ts";
import { reader } from "./support/reader.ts";

async function shown(source: string, ...flags: string[]): Promise<string> {
  return (await run(["show", "-", ...flags], { input: source })).out;
}

describe("notes", () => {
  test("of one line each follow each other closely, however many", () => {
    expect(page("P[^1][^2][^3].\n\n[^1]: a\n[^2]: b\n[^3]: c")).toEqual([
      "P[1][2][3].",
      "",
      "    [1] a",
      "    [2] b",
      "    [3] c",
    ]);
  });

  test("a chain of 3,000, each citing the next, is laid out in every place", () => {
    const definitions = Array.from({ length: 3_000 }, (_, n) => `[^${n}]: Note ${n}[^${n + 1}].`).join("\n");
    const markdown = `Text[^0].\n\n${definitions}\n[^3000]: Last.`;
    for (const notes of ["inline", "margin", "end"] as const) {
      const lines = page(markdown, { width: 120, notes });
      expect(lines.join("\n").match(/\[\d+\] (?:Note|Last)/g), notes).toHaveLength(3_001);
    }
  });

  test("are not cited by an image's alternative text, where no mark could stand", () => {
    expect(page("x ![alt[^1]](y) z[^2]\n\n[^1]: one\n[^2]: two", { notes: "end" }).slice(0, 1)).toEqual([
      "x ▣ alt z[1]",
    ]);
  });

  test("of a quotation stand under it in order, those of its lists too", () => {
    const lines = page("> one[^a]\n>\n> - n[^b]\n\n[^a]: A.\n[^b]: B.");
    expect(lines).toEqual(["│ one[1]", "│", "│ • n[2]", "", "    [1] A.", "    [2] B."]);
  });

  test("a raised mark after a digit is no exponent", () => {
    const markdown = "x<sup>2</sup>[^1] and 10[^2] and word[^3].\n\n[^1]: a\n[^2]: b\n[^3]: c";
    expect(page(markdown, { marks: "superscript", notes: "none" })).toEqual(["x²⁽¹⁾ and 10⁽²⁾ and word³."]);
  });
});

describe("titles", () => {
  test("a heading with a note that gives the title is shown once, with its mark", async () => {
    expect(await shown("# Hi[^1]\n\nx\n\n[^1]: n\n")).toBe("# Hi[1]\n\n    [1] n\n\nx\n");
  });

  test("a level-one heading further down keeps its place", async () => {
    expect(await shown("Intro.\n\n# Late\n\nText.\n")).toBe("Intro.\n\n# Late\n\nText.\n");
  });

  test("what comes down a pipe without a title is given none, and nothing is not found", async () => {
    expect(await shown("Text.")).toBe("Text.\n");
    expect((await run(["show", "-"], { input: "" })).code).toBe(1);
  });

  test("bidi overrides do not reach the title of a page", async () => {
    expect(await shown('---\ntitle: "a\\u202Eb\\u202C"\n---\nx')).toBe("# ab\n\nx\n");
  });

  test("entities in titles are decoded", async () => {
    expect(await shown("---\ntitle: Buenas Pr&aacute;cticas\n---\nx")).toContain("# Buenas Prácticas\n");
  });
});

describe("blocks", () => {
  test("GitHub's alerts have a line for their kind", () => {
    expect(taggedPage("> [!WARNING]\n> Beware.")).toEqual([
      "<quoteBar>┃ </quoteBar><quote><strong>WARNING</strong></quote>",
      "<quoteBar>┃ </quoteBar>",
      "<quoteBar>┃ </quoteBar><quote>Beware.</quote>",
    ]);
    expect(page("> [!OTHER]\n> x")).toEqual(["┃ OTHER", "┃", "┃ x"]);
  });

  test("cells that span columns and rows leave the others where they belong", () => {
    const html =
      "<table><tr><th colspan=2>Name</th><th>Age</th></tr><tr><td>Ann</td><td>Lee</td><td>30</td></tr>" +
      "<tr><td rowspan=2>Bob</td><td>May</td><td>40</td></tr><tr><td>Roe</td><td>50</td></tr></table>";
    expect(page(html)).toEqual([
      "Name       Age",
      "────  ───  ───",
      "Ann   Lee   30",
      "Bob   May   40",
      "      Roe   50",
    ]);
  });

  test("a long word in a cell is not broken while other cells can wrap", () => {
    const table = "| a | b |\n|---|---|\n| Superlongwordwithoutbreaks | some words that can be wrapped |";
    expect(page(table, { width: 48 }).join("\n")).toContain("Superlongwordwithoutbreaks");
  });

  test("code between highlight tags keeps its lines", () => {
    expect(page("{% highlight python %}\ndef f(x):\n    return x_y_z * 2\n{% endhighlight %}")).toEqual([
      "    def f(x):",
      "        return x_y_z * 2",
    ]);
    expect(page("{{< highlight go >}}\na\nb\n{{< /highlight >}}")).toHaveLength(2);
  });

  test("60,000 short paragraphs at a narrow width, and a list of 1,500 levels, are laid out", () => {
    expect(page("Some short words here.\n\n".repeat(60_000), { width: 20 }).length).toBeGreaterThan(100_000);
    const nested = Array.from({ length: 1_500 }, (_, n) => `${"  ".repeat(n)}- x`).join("\n");
    expect(page(nested, { width: 72 }).join("").match(/x/g)).toHaveLength(1_500);
  });
});

test("no line ends with a blank of any width", () => {
  const text = "needs have changed\u200a—\u200aand more words that go on\u2003and on and on".repeat(3);
  for (let columns = 10; columns < 60; columns++) {
    for (const line of page(text, { width: columns })) expect(line).not.toMatch(/\s$/);
  }
});

describe("words that hold together", () => {
  test.each(["C++", "/usr", "-n"])("%s", (word) => {
    for (let columns = 10; columns < 40; columns++) {
      const lines = page(`A text that names ${word} and then goes on and on`, { width: columns });
      expect(
        lines.some((line) => line.split(" ").includes(word)),
        `${columns}`,
      ).toBe(true);
    }
  });

  test("a dash ends a line rather than begins one", () => {
    const text =
      "The end of it — again and again — with words and dashes — and more of them — to the end of it";
    for (let columns = 24; columns < 60; columns++) {
      for (const line of page(text, { width: columns })) expect(line).not.toMatch(/^—/);
      for (const line of page(text.replaceAll("—", "-"), { width: columns })) expect(line).not.toMatch(/^- /);
    }
  });
});

describe("MDX", () => {
  const mdx = async (source: string): Promise<string> => {
    const library = temporaryLibrary({ "a.mdx": source });
    return (await run(["show", "a", "-d", library])).out.replace(/^# A\n\n/, "");
  };

  test("tags of components go, whatever their attributes hold; their title and their content stay, as Markdown", async () => {
    expect(await mdx('<Steps>\n  <Step title="x" done={n > 2}>Do **this**</Step>\n</Steps>\n')).toBe(
      "▾ x\n\n  Do this\n",
    );
    expect(await mdx("<Tip text={`a > b`}>inner words</Tip>\n\n<> Fragment </>\n")).toBe(
      "┃ TIP\n┃\n┃ inner words\n\nFragment\n",
    );
  });

  test("imports, exports and comments go; sentences that begin so stay", async () => {
    expect(
      await mdx(
        'import A from "a";\nimport { B } from "b";\n\nexport const c = {\n  d: 1,\n};\n\n{/* no */}\n\nText.\n',
      ),
    ).toBe("Text.\n");
    expect(await mdx("import is how trade works.\n\nexport figures rose.\n")).toBe(
      "import is how trade works.\n\nexport figures rose.\n",
    );
  });

  test("in code nothing is taken out", async () => {
    expect(await mdx("```jsx\nimport A from 'a';\n<A b={c > d} />\n```\n\n`<B />`\n")).toBe(
      "    import A from 'a';\n    <A b={c > d} />\n\n<B />\n",
    );
  });
});

describe("the library", () => {
  test("a suffix that is no language belongs to the slug", async () => {
    const library = temporaryLibrary({ "node.js.md": "x", "page.fr.md": "x" });
    expect((await run(["list", "-0", library])).out.split("\0")).toEqual(["node.js", "page", ""]);
  });

  test("a slug that two essays give themselves is answered with both", async () => {
    const library = temporaryLibrary({ "a.md": essay({ slug: "dup" }), "b.md": essay({ slug: "dup" }) });
    const { err, code } = await run(["path", "dup", "-d", library]);
    expect(err).toMatch(/2 essays match; did you mean a\.md or b\.md/);
    expect(code).toBe(2);
  });

  test("an absolute permalink gives its last part", async () => {
    const library = temporaryLibrary({ "p.md": essay({ permalink: "https://x.org/blog/post.html?x#y" }) });
    expect((await run(["list", "-0", library])).out).toBe("post\0");
  });

  test("problems of fields have the line of their key; an impossible date in a name is one", async () => {
    const library = temporaryLibrary({
      "a.md": "---\ntitle: A\ndate: 2024-02-30\n---\n",
      "2023-02-29-leap.md": "x",
    });
    const { err } = await run(["list", library]);
    expect(err).toMatch(/a\.md:3:1: date: 2024-02-30 is not a date/);
    expect(err).toMatch(/2023-02-29-leap\.md: the file name begins with 2023-02-29, which is not a date/);
  });

  test("a loop of links is named", async () => {
    const library = temporaryLibrary({ "a.md": "x" });
    mkdirSync(join(library, "sub"));
    symlinkSync(library, join(library, "sub/loop"));
    expect((await run(["list", library])).err).toMatch(/sub\/loop: a link to a folder that was already read/);
  });
});

describe("commands", () => {
  test("a slip for a command, and help as a word", async () => {
    const library = temporaryLibrary({ "a.md": "x" });
    expect((await run(["lits", "-d", library])).err).toMatch(/did you mean ibid list\?/);
    expect((await run(["help"])).out).toBe((await run(["--help"])).out);
    expect((await run(["help", "show"])).out).toBe((await run(["show", "--help"])).out);
  });

  test("help for a command that there is not", async () => {
    expect(await run(["help", "lsit"])).toMatchObject({
      out: "",
      code: 2,
      err: expect.stringContaining("did you mean list?"),
    });
  });

  test("nothing is suggested that is not near; the library is named instead", async () => {
    const library = temporaryLibrary({ "the-open-letter.md": "x" });
    expect((await run(["path", "nope", "-d", library])).err).toBe(
      `ibid: nope: no such essay in ${library}\n`,
    );
  });

  test("a list is never wider than the terminal, or than asked", async () => {
    const title = "A title of some length that says what the essay is about";
    const library = temporaryLibrary({
      "a-slug-that-is-rather-long.md": essay({
        title,
        order: 228,
        date: "2025-01-02",
        tags: ["one tag", "two"],
      }),
    });
    for (let columns = 12; columns < 140; columns += 4) {
      const { out } = await run(["list", library, "--color", "never"], { outIsTerminal: true, columns });
      expect(out.trimEnd().length).toBeLessThanOrEqual(columns);
    }
    expect((await run(["list", library, "-w", "40"])).out.trimEnd().length).toBeLessThanOrEqual(40);
  });

  test("a sort key that no essay has", async () => {
    const library = temporaryLibrary({ "a.md": "x" });
    expect(await run(["list", library, "-s", "tilte"])).toMatchObject({
      out: "",
      code: 2,
      err: expect.stringContaining("did you mean title?"),
    });
  });

  test("on a narrow terminal tags give way before titles, and titles before slugs", async () => {
    const library = temporaryLibrary({
      "a-slug-to-be-copied.md": essay({
        title: "A title of some length",
        order: 1,
        tags: ["one tag", "another tag"],
      }),
    });
    const { out } = await run(["list", library, "--color", "never"], { outIsTerminal: true, columns: 64 });
    expect(out).toContain("a-slug-to-be-copied");
    expect(out.trimEnd().length).toBeLessThanOrEqual(64);
  });

  test("a theme that is not there is told on a pipe too; a config's is named and passed over", async () => {
    expect(await run(["show", "-", "--theme", "drak"], { input: "x" })).toMatchObject({
      code: 2,
      err: expect.stringContaining("did you mean dark?"),
    });
    const config = temporaryLibrary({ "config.toml": 'theme = "nosuch"\n' });
    const found = await run(["show", "-"], { input: "x", env: { IBID_CONFIG: join(config, "config.toml") } });
    expect(found).toMatchObject({
      out: "x\n",
      code: 0,
      err: expect.stringContaining("config.toml:1: theme nosuch"),
    });
  });

  test("the config file says where notes stand, and the flag says more", async () => {
    const folder = temporaryLibrary({ "config.toml": 'notes = "none"\n', "bad.toml": 'notes = "left"\n' });
    const input = "Text[^1].\n\n[^1]: Note.\n";
    const env = { IBID_CONFIG: join(folder, "config.toml") };
    expect((await run(["show", "-"], { input, env })).out).toBe("Text[1].\n");
    expect((await run(["show", "-", "--notes", "inline"], { input, env })).out).toContain("[1] Note.");
    const bad = await run(["list", folder], { env: { IBID_CONFIG: join(folder, "bad.toml") } });
    expect(bad.err).toContain("bad.toml:1: notes must be one of auto, inline, margin, end, none");
  });

  test("several essays ask for the theme once", async () => {
    let asked = 0;
    const askBackground = (): Promise<"dark"> => {
      asked++;
      return Promise.resolve("dark");
    };
    const library = temporaryLibrary({ "a.md": "A", "b.md": "B" });
    await run(["show", "a", "b", "-d", library, "--theme", "auto", "--color", "always"], { askBackground });
    expect(asked).toBe(1);
  });

  test("binary standard input is named", async () => {
    expect((await run(["show", "-"], { input: new Uint8Array([0, 1]) })).err).toBe(
      "ibid: standard input: not text: it contains NUL bytes\n",
    );
  });
});

describe("the reader", () => {
  const sources = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`e${n}.md`, essay({ title: `Essay ${n + 1}`, order: n + 1 })]),
  );

  test("30G and 30g go to the thirtieth", () => {
    expect(reader(sources).press("3", "0", "G").state().shelf.cursor).toBe(29);
    expect(reader(sources).press("G", "3", "0", "g").state().shelf.cursor).toBe(29);
  });

  test("counts beyond the last essay go to the last, and it is said only there", () => {
    const one = reader(sources).press("enter", ..."9999", "J");
    expect(one.screen()[1]?.trim()).toBe("Essay 50");
    expect(one.press("J").screen().at(-1)).toContain("this is the last essay");
    expect(
      one
        .press(..."9999", "K")
        .screen()[1]
        ?.trim(),
    ).toBe("Essay 1");
  });

  test("^L draws the screen anew", () => {
    expect(reader(sources).press("ctrl+l").effects()).toEqual([{ kind: "redraw" }]);
  });

  test("+ and - say the measure", () => {
    expect(reader(sources).press("enter", "+").screen().at(-1)).toContain("measure: 76 columns");
  });
});
