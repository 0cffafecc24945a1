/**
 * Commands from their start to their end, beside bare Node.js and beside the programs that people use for the like, where
 * those are installed: on the essays of a folder, and on ten thousand made by rule.
 *
 *     node bench/commands.ts [FOLDER]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { indexFile } from "../src/library/index/database.ts";
import { say, timed } from "./figures.ts";
import { writeLibrary } from "./generate.ts";
import { cleanEnvironment, compare, installed, type Subject } from "./subjects.ts";

const program = join(import.meta.dirname, "../dist/ibid.js");
const small = resolve(process.argv[2] ?? join(import.meta.dirname, "../essays"));
const ROUNDS = 11;
const LARGE = 10_000;
const LARGE_ROUNDS = 5;
/** One of the words that some hundred of the essays made by rule have. */
const WORD = "margin";

const folder = mkdtempSync(join(tmpdir(), "ibid-bench-"));
const cache = join(folder, "cache");
const env = cleanEnvironment({ IBID_CACHE: cache, IBID_STATE: "", IBID_CONFIG: "" });
const bare: Subject = { name: "bare Node.js", command: [process.execPath, "-e", "0"] };

function ibid(name: string, ...args: string[]): Subject {
  return { name: `ibid ${name}`, command: [process.execPath, program, ...args] };
}

try {
  onFewEssays();
  await onMany();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function onFewEssays(): void {
  const file = middlingOf(small);
  process.stdout.write(`\nStarts, ${small}; one essay is ${file}\n`);
  compare(
    [
      bare,
      ibid("--version", "--version"),
      ibid("--help", "--help"),
      ibid("path FILE", "path", file),
      ibid("list", "list", small),
      ibid("tags", "tags", small),
      ibid("search", "search", "the", "-n", "20", "-d", small),
      ibid("show FILE", "show", file),
      ibid("show FILE, ansi", "show", file, "-f", "ansi"),
      ...installed([
        { name: "glow", command: ["glow", file] },
        { name: "pandoc, plain text", command: ["pandoc", "-t", "plain", file] },
        { name: "lowdown, terminal", command: ["lowdown", "-t", "term", file] },
        { name: "less", command: ["less", "-F", file] },
      ]),
    ],
    ROUNDS,
    env,
  );
}

/** The Markdown file in a folder than which as many are longer as are shorter. */
function middlingOf(root: string): string {
  const sized = markdownIn(root).map((file) => ({ file, size: statSync(file).size }));
  return sized.sort((a, b) => a.size - b.size)[sized.length >> 1]!.file;
}

function markdownIn(root: string): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md")).map((file) => join(root, file));
}

async function onMany(): Promise<void> {
  const root = join(folder, "large");
  writeLibrary(root, LARGE);
  const text = sizeOf(root);
  process.stdout.write(`\n${LARGE} essays, ${(text / 1e6).toFixed(0)} MB\n`);
  const index = await timed(() =>
    spawnSync(process.execPath, [program, "tags", root], { env, stdio: "ignore" }),
  );
  say(
    "the first index",
    `${(index / 1e3).toFixed(1)} s`,
    `${((1_000 * LARGE) / index).toFixed(0)} a second`,
    `${(statSync(indexFile(cache, root)).size / text).toFixed(2)} × text`,
  );
  const check = ["check", root];
  const first = await timed(() => spawnSync(process.execPath, [program, ...check], { env, stdio: "ignore" }));
  say("the first check", `${(first / 1e3).toFixed(1)} s`);
  changed(root);
  const one = await timed(() => spawnSync(process.execPath, [program, ...check], { env, stdio: "ignore" }));
  say("check, one file changed", `${(one / 1e3).toFixed(1)} s`);
  compare(
    [
      bare,
      ibid("list -n 20", "list", "-n", "20", root),
      ibid("list", "list", root),
      ibid("tags", "tags", root),
      ibid("search -n 20", "search", WORD, "-n", "20", "-d", root),
      ibid("check", ...check),
      ...installed([
        { name: "rg -c", command: ["rg", "-c", WORD, root] },
        {
          name: "fzf --filter, names of files",
          command: ["bash", "-c", `find ${root} -name '*.md' | fzf --filter ${WORD}`],
        },
      ]),
    ],
    LARGE_ROUNDS,
    env,
  );
}

function sizeOf(root: string): number {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(root, file)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}

/** Has one file another time than the index knows. */
function changed(root: string): void {
  utimesSync(markdownIn(root)[0]!, new Date(), new Date());
}
