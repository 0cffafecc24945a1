/**
 * Every command that help, the README and the guide show finds something, on the essays that ship.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marked } from "marked";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands, read } from "../../src/cli/commands.ts";
import { commandsIn } from "../support/commands.ts";
import { temporaryLibrary } from "../support/library.ts";
import { shell, shippedEssays } from "../support/program.ts";

const root = join(import.meta.dirname, "../..");

/** The lines of a page's shell blocks that run ibid. */
function commandsOf(page: string): string[] {
  const blocks = marked.lexer(readFileSync(join(root, page), "utf8"));
  return blocks
    .flatMap((token) => (token.type === "code" && token["lang"] === "sh" ? [token["text"] as string] : []))
    .flatMap((text) => text.split("\n"))
    .filter((line) => /^(?:ibid|curl|eval|source)\b/.test(line))
    .map((line) => line.replace(/\s+#\s.*$/, ""));
}

const examples = [read, ...commands].flatMap((command) => command.examples.map((example) => example.command));
const pages = ["README.md", "docs/guide.md"].map(commandsOf);

test("every command has an example, and each page has commands", () => {
  for (const command of [read, ...commands]) expect(command.examples).not.toEqual([]);
  for (const page of pages) expect(page.length).toBeGreaterThan(8);
});

/** What finds something only if the user has marked something. */
const OF_MARKS = /^ibid (?:notes(?! import)|review|list --where 'marks|search mine:)/;
/** What prints nothing on standard output, because it writes a file, sets something up, or reports on standard error. */
const IS_SILENT = / >>? |eval|import|merge|ibid check| -o /;

/** A command as it is run here: JSON without jq, which may be missing, and completion in the shell that is there. */
function runnable(command: string): string {
  return command.replace(/\s*\| jq .*$/, "").replace(/^.*?(ibid completion (?:zsh|fish)).*$/, "$1");
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), "ibid-documented-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let path = "";

/** A home with two libraries, a file of exported notes and one of a state: one for all, so that the essays are read once. */
beforeAll(() => {
  mkdirSync(join(folder, "Sync"));
  writeFileSync(join(folder, "Sync/ibid.jsonl"), "");
  writeFileSync(join(folder, "notes.json"), '{"version":1,"notes":[]}\n');
  writeFileSync(join(folder, "config.toml"), '[libraries]\nblog = "~/blog"\n');
  for (const name of ["essays", "blog"]) cpSync(shippedEssays, join(folder, name), { recursive: true });
  path = commandsIn(folder, {
    curl: "printf '# An essay\\n\\nFrom the web.\\n'",
    edit: 'test -f "$1" && echo opened',
  });
});

test.each([...new Set([...examples, ...pages.flat()])])("%s", async (command) => {
  const env = {
    HOME: folder,
    PATH: path,
    EDITOR: "edit",
    // What is remembered is each command's own.
    IBID_STATE: temporaryLibrary({}),
    IBID_CONFIG: join(folder, "config.toml"),
  };
  const script = `unset -f ibid; set -o pipefail\n${runnable(command)}`;
  const { out, err, code } = await shell(script, [], { cwd: folder, env });
  expect(err).not.toMatch(/no such|unknown|bug in ibid|see ibid/);
  expect(code, err).toBe(OF_MARKS.test(command) ? 1 : 0);
  expect(out !== "" || IS_SILENT.test(command) || OF_MARKS.test(command), err).toBe(true);
  expect(out.includes("From the web.")).toBe(command.startsWith("curl"));
});
