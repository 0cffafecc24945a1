/**
 * The README and the guide: each `ibid` command of their shell blocks finds something, on the essays that ship.
 */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { marked } from "marked";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryLibrary } from "../support/library.ts";
import { program, shell, shippedEssays } from "../support/program.ts";

const root = join(import.meta.dirname, "../..");

/** The commands of a page's shell blocks that run ibid, as they are run here: completion without its shell, JSON without jq. */
function commandsOf(page: string): string[] {
  const blocks = marked.lexer(readFileSync(join(root, page), "utf8"));
  return blocks
    .flatMap((token) => (token.type === "code" && token["lang"] === "sh" ? [token["text"] as string] : []))
    .flatMap((text) => text.split("\n"))
    .filter((line) => /^(?:ibid|curl|eval|source)\b/.test(line))
    .map((line) => line.replace(/\s+#\s.*$/, "").replace(/\s*\| jq .*$/, ""))
    .map((line) => line.replace(/^.*?(ibid completion \w+).*$/, "$1"));
}

/** What only a reader who has marked something finds. */
const OF_MARKS = /^ibid (?:notes|review|list --where 'marks|search mine:)/;
const commands = [...new Set([...commandsOf("README.md"), ...commandsOf("docs/guide.md")])];

test("there are commands of both", () => {
  expect(commandsOf("README.md").length).toBeGreaterThan(8);
  expect(commandsOf("docs/guide.md").length).toBeGreaterThan(8);
});

const folder = realpathSync(mkdtempSync(join(tmpdir(), "ibid-guide-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A home with a library and `ibid` as a command: one for all commands, so that the essays are read once. */
beforeAll(() => {
  mkdirSync(join(folder, "Sync"));
  writeFileSync(join(folder, "Sync/ibid.jsonl"), "");
  writeFileSync(join(folder, "config.toml"), '[libraries]\nblog = "~/blog"\n');
  for (const name of ["essays", "blog"]) cpSync(shippedEssays, join(folder, name), { recursive: true });
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const scripts = {
    ibid: `exec "${process.execPath}" "${program}" "$@"`,
    curl: "printf '# An essay\\n\\nFrom the web.\\n'",
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});

test.each(commands)("%s", async (command) => {
  const env = {
    HOME: folder,
    PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter),
    IBID_STATE: temporaryLibrary({}),
    IBID_CONFIG: join(folder, "config.toml"),
  };
  const { out, err, code } = await shell(`unset -f ibid; set -o pipefail\n${command}`, [], {
    cwd: folder,
    env,
  });
  expect(err).not.toMatch(/no such|unknown|bug in ibid|see ibid/);
  expect(code, err).toBe(OF_MARKS.test(command) ? 1 : 0);
  expect(out.includes("From the web.")).toBe(command.startsWith("curl"));
});
