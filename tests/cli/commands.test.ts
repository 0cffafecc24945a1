import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = {
  "ship/index.md": essay(
    { title: "How to ship", order: 16, date: "2024-11-09", tags: ["shipping", "how to"] },
    "One paragraph[^1] that goes on.\n\n## Head\n\nTwo, with a [link](/fail).\n\n[^1]: A note.\n",
  ),
  "fail.md": essay(
    { title: "How projects fail", order: 78, date: "2025-05", tags: ["shipping"], author: "Ann" },
    "Text.\n",
  ),
  "loose.md": "No front matter.\n",
  "drafts/idea.md": essay({ title: "An idea", order: 2 }),
};

describe("list", () => {
  test("an essay a line: order, slug, title, date, minutes, tags", async () => {
    const { out, code } = await run(["list", temporaryLibrary(files)]);
    expect(out).toBe(
      [
        "16  ship   How to ship        2024-11-09  1 min  shipping, how to",
        "78  fail   How projects fail  2025-05     1 min  shipping",
        " -  loose  Loose              -           1 min",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });

  test("chooses, sorts and limits", async () => {
    const dir = temporaryLibrary(files);
    const slugs = async (...flags: string[]): Promise<string> =>
      (await run(["list", "-0", "-d", dir, ...flags])).out.replaceAll("\0", " ").trim();
    expect(await slugs("-t", "shipping")).toBe("ship fail");
    expect(await slugs("-t", "shipping", "-t", "how to")).toBe("ship");
    expect(await slugs("-t", "how to,nothing")).toBe("ship");
    expect(await slugs("-T", "how to")).toBe("fail loose");
    expect(await slugs("--where", "author=ann")).toBe("fail");
    expect(await slugs("--since", "2025")).toBe("fail");
    expect(await slugs("--until", "2024")).toBe("ship");
    expect(await slugs("--drafts")).toBe("idea ship fail loose");
    expect(await slugs("-s", "title", "-r", "-n", "1")).toBe("loose");
  });

  test("JSON has a version, where the library was found, and the whole front matter", async () => {
    const dir = temporaryLibrary(files);
    const { out } = await run(["list", dir, "--json", "-t", "shipping"]);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      library: { root: dir, source: "command line" },
      essays: [
        { slug: "ship", order: 16, date: "2024-11-09", tags: ["shipping", "how to"], path: "ship/index.md" },
        { slug: "fail", date: "2025-05", data: { author: "Ann" } },
      ],
    });
  });

  test("is cut to the terminal, and not down a pipe", async () => {
    const dir = temporaryLibrary({ "a.md": essay({ title: "A long title ".repeat(20) }) });
    const narrow = await run(["list", dir, "--color", "never"], { outIsTerminal: true, columns: 50 });
    expect(narrow.out.trimEnd().length).toBeLessThanOrEqual(50);
    expect(narrow.out).toContain("…");
    expect((await run(["list", dir])).out).not.toContain("…");
  });

  test("finds nothing: 1, and a line that says so", async () => {
    expect(await run(["list", temporaryLibrary(files), "--since", "2030"])).toEqual({
      out: "",
      err: "ibid: no essay matches these options\n",
      code: 1,
    });
  });

  test("names what can't be read or parsed on standard error, with its place, and goes on", async () => {
    const dir = temporaryLibrary({
      "bad.md": "---\ntitle: Foo: bar\n---\nText",
      "bin.md": new Uint8Array([0]),
      "good.md": "Text",
    });
    const { out, err, code } = await run(["list", dir]);
    expect(out).toContain("good");
    expect(out).toContain("bad");
    expect(err).toMatch(/^ibid: bad\.md:2:\d+: /m);
    expect(err).toMatch(/^ibid: bin\.md: not text/m);
    expect(code).toBe(0);
  });
});

describe("show", () => {
  test("down a pipe: a line a paragraph, notes under theirs, no escapes", async () => {
    const { out, code } = await run(["show", "ship", "-d", temporaryLibrary(files)]);
    expect(out).toBe(
      "# How to ship\n\nOne paragraph[1] that goes on.\n\n    [1] A note.\n\n## Head\n\nTwo, with a link.\n",
    );
    expect(code).toBe(0);
  });

  test("wraps where a width is asked for", async () => {
    const { out } = await run([
      "show",
      "ship",
      "--width",
      "20",
      "--notes",
      "end",
      "-d",
      temporaryLibrary(files),
    ]);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(20);
    expect(out).toContain("────────────\n\n[1] A note.\n");
  });

  test("on a terminal: the measure, centred, with looks", async () => {
    const { out } = await run(["show", "ship", "-d", temporaryLibrary(files)], {
      outIsTerminal: true,
      columns: 100,
      env: { TERM: "xterm" },
    });
    expect(out).toContain("\u001b[1mHow to ship");
    expect(out.split("\n")[0]).toMatch(/^ {14}\u001b/);
  });

  test.each<[string, Record<string, string>, string[], boolean]>([
    ["NO_COLOR", { NO_COLOR: "1", TERM: "xterm" }, [], false],
    ["an empty NO_COLOR", { NO_COLOR: "", TERM: "xterm" }, [], true],
    ["TERM=dumb", { TERM: "dumb" }, [], false],
    ["FORCE_COLOR", { FORCE_COLOR: "1", TERM: "dumb" }, [], true],
    ["CLICOLOR_FORCE", { CLICOLOR_FORCE: "1", TERM: "dumb" }, [], true],
    ["--color never", { FORCE_COLOR: "1" }, ["--color", "never"], false],
    ["--color always over NO_COLOR", { NO_COLOR: "1" }, ["--color", "always"], true],
  ])("%s", async (_, env, flags, escapes) => {
    const { out } = await run(["show", "ship", "-d", temporaryLibrary(files), ...flags], {
      outIsTerminal: true,
      env,
    });
    expect(out.includes("\u001b[")).toBe(escapes);
  });

  test("markdown is the source, under its title or its front matter", async () => {
    const dir = temporaryLibrary(files);
    expect((await run(["show", "ship", "-f", "markdown", "--front-matter", "-d", dir])).out).toBe(
      files["ship/index.md"],
    );
    const { out } = await run(["show", "ship", "-f", "markdown", "-d", dir]);
    expect(out).toBe(
      "# How to ship\n\nOne paragraph[^1] that goes on.\n\n## Head\n\nTwo, with a [link](/fail).\n\n[^1]: A note.\n",
    );
  });

  test("JSON has headings, blocks with the notes they cite, notes and links", async () => {
    const { out } = await run(["show", "ship", "--json", "-d", temporaryLibrary(files)]);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      essays: [
        {
          slug: "ship",
          headings: [{ depth: 2, text: "Head" }],
          blocks: [
            { type: "paragraph", text: "One paragraph that goes on.", notes: [1] },
            { type: "heading", text: "Head", notes: [] },
            { type: "paragraph", text: "Two, with a link." },
          ],
          notes: [{ number: 1, label: "1", text: "A note." }],
          links: [{ href: "/fail", text: "link" }],
        },
      ],
    });
  });

  test("standard input, and several essays; a wrong one is named and the rest shown", async () => {
    const dir = temporaryLibrary(files);
    const { out, err, code } = await run(["show", "-", "fial", "#78", "-d", dir], {
      input: "---\ntitle: Piped\n---\nIn.\n",
    });
    expect(out).toBe("# Piped\n\nIn.\n\n# How projects fail\n\nText.\n");
    expect(err).toMatch(/^ibid: fial: no such essay; did you mean fail/);
    expect(code).toBe(2);
  });

  test("a title from a heading is not shown twice", async () => {
    expect((await run(["show", "-"], { input: "# Only once\n\nText.\n" })).out).toBe(
      "# Only once\n\nText.\n",
    );
  });
});

test("tags: each with its count", async () => {
  expect((await run(["tags", temporaryLibrary(files)])).out).toBe("2  shipping\n1  how to\n");
});

test("path: for other tools", async () => {
  const dir = temporaryLibrary(files);
  expect(await run(["path", "ship", "#78", "-d", dir])).toEqual({
    out: `${dir}/ship/index.md\n${dir}/fail.md\n`,
    err: "",
    code: 0,
  });
  expect((await run(["path", "ship", "-0", "-d", dir])).out).toBe(`${dir}/ship/index.md\0`);
});

describe("ibid without a terminal", () => {
  test("prints what list would", async () => {
    const dir = temporaryLibrary(files);
    expect((await run([dir])).out).toBe((await run(["list", dir])).out);
  });
  test("prints what show would", async () => {
    const dir = temporaryLibrary(files);
    expect((await run(["ship", "-d", dir])).out).toBe((await run(["show", "ship", "-d", dir])).out);
    expect((await run(["-"], { input: "Text." })).out).toContain("Text.");
  });
  test("what comes down a pipe, unless a library is named or nothing comes", async () => {
    const dir = temporaryLibrary(files);
    const piped = { input: "Text.", inIsPiped: true, cwd: dir };
    expect((await run([], piped)).out).toContain("Text.");
    const shelf = (await run(["list", dir])).out;
    expect((await run(["-d", dir], piped)).out).toBe(shelf);
    expect((await run([], { ...piped, input: "" })).out).toBe(shelf);
  });
  test.each([["show", "-"], ["-"]])("an empty standard input is named: %s", async (...argv) => {
    const { out, err, code } = await run(argv, { input: "" });
    expect([out, err, code]).toEqual(["", "ibid: standard input is empty\n", 1]);
  });
});

describe("messages", () => {
  test.each([
    [["--widht", "3"], /unknown option --widht; did you mean --width\?/],
    [["show"], /show needs an argument: ibid show ESSAY/],
    [["list", "a", "b"], /too many arguments: ibid list \[DIR\]/],
    [["show", "x", "--notes", "left"], /--notes left: not one of auto, inline, margin, end, none/],
    [["show", "x", "--width", "wide"], /--width wide: not a whole number/],
    [["list", "--since", "soon"], /--since soon: not a date/],
    [["list", "--json", "-0"], /--null and --json can't be combined/],
    [["search", "x", "-0", "-f", "csv"], /--null and --format csv can't be combined/],
    [["search", "-c", "-l", "x"], /--count and --names can't be combined/],
    [["list", "/dev/null"], /^ibid: \/dev\/null: neither a folder nor a file\n$/],
    [["show", "/dev/null"], /^ibid: \/dev\/null: neither a folder nor a file\n$/],
    [["list", "-"], /does not read standard input: .*ibid show - reads it/],
    [["check", "-"], /does not read standard input: .*ibid show - reads it/],
    [["list", "--where", "author"], /write it as KEY=VALUE/],
    [["list", "--json=1"], /--json takes no value/],
    [["show", "./missing/"], /\.\/missing\/: no such folder or file/],
    [["list", "--dir", "/no/such/folder"], /\/no\/such\/folder: no such folder or file \(from --dir\)/],
  ])("%o", async (argv, message) => {
    const { out, err, code } = await run(argv, { cwd: "/" });
    expect(out).toBe("");
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test("help and version, on standard output", async () => {
    const help = await run(["--help"]);
    expect(help).toMatchObject({ err: "", code: 0 });
    for (const word of ["list", "show", "tags", "path", "--notes", "Examples"])
      expect(help.out).toContain(word);
    expect((await run(["show", "--help"])).out).toContain("--notes PLACE");
    expect((await run(["-V"])).out).toMatch(/^ibid /);
  });

  test("a config file that is wrong is named with its line, and reading goes on", async () => {
    const dir = temporaryLibrary(files);
    const config = temporaryLibrary({ "config.toml": `dir = ${JSON.stringify(dir)}\ncolour = "red"\n` });
    const { out, err } = await run(["list", "-0"], {
      env: { IBID_CONFIG: `${config}/config.toml` },
      cwd: "/",
    });
    expect(out).toContain("ship");
    expect(err).toMatch(/config\.toml:2: unknown key colour/);
  });
});
