/**
 * What completion offers: made from the tables of commands and flags, so that no option is forgotten.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commonFlags, type Flag, type Source } from "../../src/app/flags.ts";
import { commands, read } from "../../src/cli/commands.ts";
import { run } from "../support/io.ts";
import { essay } from "../support/library.ts";

const cwd = mkdtempSync(join(tmpdir(), "ibid-test-"));
const env = { IBID_CONFIG: join(cwd, "config.toml"), IBID_CACHE: join(cwd, "cache"), IBID_STATE: "" };

const headings = "## What a pipe is\n\nText.\n\n## Where *notes* go\n\nText.\n";

beforeAll(async () => {
  mkdirSync(join(cwd, "essays"));
  const alpha = essay({ title: "Alpha", tags: ["history", "work"], author: "Ann" }, headings);
  writeFileSync(join(cwd, "essays/alpha.md"), alpha);
  writeFileSync(join(cwd, "essays/beta.md"), essay({ title: "Beta", tags: ["history"], author: "Bea" }));
  writeFileSync(env.IBID_CONFIG, '[libraries]\nwork = "essays"\n');
  await run(["list"], { cwd, env });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What is offered for the last word, and the exit code, which says what the shell completes if that is nothing. */
async function offered(...words: string[]): Promise<{ values: string[]; code: number }> {
  const { out, err, code } = await run(["__complete", ...words], { cwd, env });
  expect(err).toBe("");
  return {
    values: out
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t", 1)[0]!),
    code,
  };
}

const FILES = 3;
const FOLDERS = 4;
/** The sources that say that a value is the user's own. */
const FREE: ReadonlySet<Source> = new Set(["text", "number"]);

/** Each option with a value, with the first command that takes it. */
const options = new Map<Flag, string>();
for (const { name, flags } of [...commands, read])
  for (const flag of [...flags, ...commonFlags])
    if (flag.value !== undefined && !options.has(flag)) options.set(flag, name);

test.each([...options].map(([flag, command]) => [command, flag.name, flag] as const))(
  "%s --%s: its values are offered, or it takes free text",
  async (command, name, flag) => {
    const { values, code } = await offered(
      ...(command === read.name ? [] : [command]),
      // The headings are those of an essay.
      ...(flag.completes === "headings" ? ["alpha"] : []),
      `--${name}`,
      "",
    );
    const isFree = flag.completes !== undefined && FREE.has(flag.completes);
    expect(values.length > 0 || code === FILES || code === FOLDERS).toBe(!isFree);
    expect(values).toEqual(flag.values ?? values);
  },
);

test.each(commands)(
  "$name: its operands are offered, or it takes none",
  async ({ name, takes, words = [] }) => {
    const { values, code } = await offered(name, "");
    expect(values.length === 0 && code === 0).toBe(FREE.has(takes) && words.length === 0);
    for (const { word } of words) expect(values).toContain(word);
  },
);

describe("offers", () => {
  test.each<[string[], string[]]>([
    [["help", "q"], ["query"]],
    [
      ["help", "l"],
      ["list", "links"],
    ],
    [["--drafts", "sea"], ["search"]],
    [["list", "--links-to", "al"], ["alpha"]],
    [
      ["show", "alpha", "--section", "wh"],
      ["what-a-pipe-is", "where-notes-go"],
    ],
    [["show", "alpha", "--section=WHE"], ["--section=where-notes-go"]],
    [["show", "nothing", "--section", ""], []],
    [["list", "--linked-by", "b"], ["beta"]],
    [["show", "-t", "show", "al"], ["alpha"]],
    [["show", "alpha", "b"], ["beta"]],
    [["notes", "im"], ["import"]],
    [
      ["state", ""],
      ["export", "import", "merge"],
    ],
    [["list", "-t", "work,"], ["work,history"]],
    [["list", "--tag=history,"], ["--tag=history,work"]],
    [["list", "-rt", "hi"], ["history"]],
    [["check", "--ignore", "title-missing,slug"], ["title-missing,slug-duplicate"]],
    [
      ["list", "--where", "wor"],
      ["words=", "words<", "words>", "words<=", "words>="],
    ],
    [
      ["list", "--where", "auth"],
      ["author=", "author!=", "author~"],
    ],
    [
      ["list", "--where", "author="],
      ["author=Ann", "author=Bea"],
    ],
    [["list", "--where", "author", "=", "b"], ["author=Bea"]],
    [
      ["list", "--where", "read!="],
      ["read!=no", "read!=begun", "read!=yes"],
    ],
    [
      ["list", "--where", "tags~"],
      ["tags~history", "tags~work"],
    ],
    [["search", "titl"], ["title:"]],
    [["search", "tag", ":", "w"], ["tag:work"]],
    [["search", "beta -tag:w"], ["beta -tag:work"]],
    [["list", "-s", "aut"], ["author"]],
    [["-d", ""], ["@work"]],
    [["-d", join(cwd, "essays"), "show", "b"], ["beta"]],
    [["show", "--col"], ["--color"]],
  ])("%j: %j", async (words, values) => expect((await offered(...words)).values).toEqual(values));

  test.each<[string[], number]>([
    [["notes", "import", ""], FILES],
    [["state", "merge", "a.jsonl", ""], FILES],
    [["show", "-o", ""], FILES],
    [["check", ""], FILES],
    [["list", "x"], FOLDERS],
    [["--dir", "=", "x"], FOLDERS],
    [["show", "./x"], FILES],
    [["state", "export", ""], 0],
    [["links", "alpha", ""], 0],
    [["search", "-e", ""], 0],
  ])("%j: what the shell has (%i)", async (words, code) =>
    expect(await offered(...words)).toMatchObject({ code }),
  );
});
