import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { environment, open, pipe, program, shell, shippedEssays } from "../support/program.ts";

const run = promisify(execFile);

test("lists and shows the essays that ship", async () => {
  const list = await pipe(["list", "--json"]);
  const { essays, library } = JSON.parse(list.out) as {
    essays: { slug: string; words: number; problems: unknown[] }[];
    library: { root: string };
  };
  expect(library.root).toBe(shippedEssays);
  expect(essays.length).toBeGreaterThanOrEqual(10);
  for (const { slug, words, problems } of essays) {
    expect(words, slug).toBeGreaterThanOrEqual(500);
    expect(words, slug).toBeLessThanOrEqual(1_500);
    expect(problems, slug).toEqual([]);
  }
});

describe("in the shell", () => {
  test("show | wc -w", async () => {
    expect(Number((await shell("ibid show what-a-pipe-is | wc -w")).out)).toBeGreaterThan(500);
  });

  test("list --json | jq, where there is jq", async ({ skip }) => {
    const { out, code } = await shell(
      "command -v jq >/dev/null || exit 99; ibid list -t unix --json | jq -r '.essays[].slug'",
    );
    if (code === 99) skip("jq is not installed");
    expect(out.split("\n")).toContain("what-a-pipe-is");
  });

  test("path | xargs", async () => {
    expect((await shell("ibid path what-a-pipe-is | xargs head -n 2")).out).toContain(
      "title: What a pipe is",
    );
  });

  test("a closed pipe ends quietly, with 0", async () => {
    const library = temporaryLibrary({ "long.md": "word ".repeat(100_000) });
    const { out, err } = await shell('ibid show long -d "$1" -w 40 | head -n 1; echo "${PIPESTATUS[0]}"', [
      library,
    ]);
    expect(err).toBe("");
    expect(out.trim().endsWith("0")).toBe(true);
  });

  test("a closed pipe does not hide what check finds", async () => {
    const library = temporaryLibrary({ "a.md": "[^x] ".repeat(20_000) });
    const command = 'ibid check -d "$1" | head -n 1; echo "${PIPESTATUS[0]}"';
    const { out } = await shell(command, [library]);
    expect(out.trim().endsWith("1")).toBe(true);
  });

  test("a full disk is an error, told once", async () => {
    const { err, code } = await shell("ibid list > /dev/full");
    expect(code).toBe(2);
    expect(err).toMatch(/^ibid: can't write the output: .*\n$/);
  });

  test("five megabytes arrive whole, however slowly they are read", async () => {
    const body = "word ".repeat(200_000);
    const library = temporaryLibrary({ "long.md": body });
    const command = `ibid show long long long long long -f markdown -d "$1" | dd bs=512 2>/dev/null | wc -c`;
    const { out, err } = await shell(command, [library]);
    // Of several essays each has its title, and ends with a line feed; a blank line parts them.
    const each = "# Long\n\n".length + body.length + 1;
    expect([Number(out), err]).toEqual([5 * each + 4, ""]);
  });

  test("an interrupt in the middle ends it, as one ends a program", async () => {
    const library = temporaryLibrary({ "long.md": "word ".repeat(300_000) });
    const child = spawn(process.execPath, [program, "show", "long", "-d", library], { env: environment() });
    await once(child.stdout, "data");
    child.stdout.pause();
    child.kill("SIGINT");
    const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal ?? code).toBe("SIGINT");
  });

  test("a standard output that is closed is no bug", async () => {
    const { err, code } = await shell("ibid list >&-");
    expect(err).not.toContain("this is a bug");
    expect([0, 2]).toContain(code);
  });

  test("an essay on standard input", async () => {
    expect(
      (await shell("ibid show - --notes end", [], { input: "Text[^1].\n\n[^1]: Note.\n" })).out,
    ).toContain("[1] Note.");
  });

  test("ibid | head", async () => {
    expect((await shell("ibid | head -n 2")).out.split("\n")).toHaveLength(3);
  });
});

test("what comes down a pipe has no escapes, even in CI and with colour forced off", async () => {
  const { out } = await pipe(["show", "start-here"], { env: { CI: "true" } });
  expect(out).not.toContain("\u001b");
});

test("100,000 words, and a line of 1.7 MB, 60,000 brackets, 2,000 nested quotations and 20,000 rows of a table", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `| row ${n} | some text | ${n} |`).join("\n");
  const library = temporaryLibrary({
    "words.md": `${"some words and more ".repeat(25)}\n\n`.repeat(1_000),
    "line.md": `start ${"x y ".repeat(425_000)}`,
    "word.md": "x".repeat(1_700_000),
    "brackets.md": "[".repeat(60_000),
    "closed.md": "[a](".repeat(20_000),
    "quotes.md": `${"> ".repeat(2_000)}deep`,
    "lists.md": Array.from({ length: 500 }, (_, n) => `${"  ".repeat(n)}- deep`).join("\n"),
    "table.md": `| a | b | c |\n|---|---|---|\n${rows}\n`,
    "notes.md": `${Array.from({ length: 2_000 }, (_, n) => `w[^${n}]`).join(" ")}\n\n${Array.from({ length: 2_000 }, (_, n) => `[^${n}]: Note.`).join("\n")}`,
  });
  for (const name of readdirSync(library)) {
    const { out, err, code } = await pipe(["show", name.replace(".md", ""), "-d", library, "-w", "72"]);
    // What lies beyond the bounds is shown as plain text, with a word about it.
    const isTooDeep = name === "lists.md" || name === "quotes.md";
    const word = isTooDeep
      ? `ibid: ${name}:1:1: more than 250 levels of blocks, elements and emphasis: the whole text is shown as plain text\n`
      : "";
    expect({ name, err, code }).toEqual({ name, err: word, code: 0 });
    const blanks = /\s+/g;
    const source = readFileSync(join(library, name), "utf8").replace(blanks, "");
    expect(out.replace(blanks, "").length, name).toBeGreaterThan(source.length / 5);
  }
});

test("nothing is written into the library", async () => {
  const library = temporaryLibrary({ "a.md": essay({ title: "A" }) });
  const before = { names: readdirSync(library), time: statSync(library).mtimeMs };
  await pipe(["list", library]);
  await pipe(["show", "a", "-d", library]);
  expect({ names: readdirSync(library), time: statSync(library).mtimeMs }).toEqual(before);
});

test("an older Node.js is answered in one line", async () => {
  const script = `Object.defineProperty(process.versions, "node", { value: "20.19.0" }); await import(${JSON.stringify(program)});`;
  const failed = await run(process.execPath, ["--input-type=module", "-e", script]).catch(
    (error: { code: number; stderr: string }) => error,
  );
  expect(failed).toMatchObject({ code: 2, stderr: "ibid needs Node.js 22.13 or newer; this is 20.19.0\n" });
});

test("what never ends on standard input is read no further than any file", async () => {
  const { out, err, code } = await shell("yes | ibid show -");
  expect([out, code]).toEqual(["", 2]);
  expect(err).toBe("ibid: standard input: more than 64,000,000 bytes of a file: the file is skipped\n");
});

test("an empty pipe opens nothing in a terminal; what came down one has no path to copy", async () => {
  const size = { columns: 80, rows: 24 };
  const own = `"$IBID_NODE" "$IBID_PROGRAM"`;
  const empty = open([], size, { command: `printf '' | ${own}` });
  await empty.shows("standard input is empty");
  expect((await empty.exit).exitCode).toBe(1);
  const screen = open([], size, { command: `printf 'Some words.' | ${own}` });
  await screen.shows("Some words.");
  screen.type("Y");
  await screen.shows("standard input has no address or path to copy");
});
