/**
 * Every example of help is run, on the essays that ship. Programs that take keys, make a sound or reach the web have stand-ins.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands, read } from "../../src/cli/commands.ts";
import { temporaryLibrary } from "../support/library.ts";
import { program, shell, shippedEssays } from "../support/program.ts";

const standIns = join(import.meta.dirname, "../fixtures/recipes");
const CURL = "#!/bin/sh\nprintf '# An essay\\n\\nFrom the web.\\n'\n";
const EDITOR = '#!/bin/sh\ntest -f "$1" && echo opened\n';

const folder = realpathSync(mkdtempSync(join(tmpdir(), "ibid-examples-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A folder with the essays in it, a file of exported notes, and `ibid` as a command. It is one for all examples, so that the essays
 * are read once; what is remembered is each example's own.
 */
beforeAll(() => {
  mkdirSync(join(folder, "Sync"));
  writeFileSync(join(folder, "Sync/ibid.jsonl"), "");
  writeFileSync(join(folder, "notes.json"), '{"version":1,"notes":[]}\n');
  cpSync(shippedEssays, join(folder, "essays"), { recursive: true });
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const scripts = {
    ibid: `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    curl: CURL,
    edit: EDITOR,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
});

function environmentOfOne(): Record<string, string> {
  const PATH = [join(folder, "bin"), standIns, process.env["PATH"]].join(delimiter);
  return { HOME: folder, PATH, EDITOR: "edit", IBID_STATE: temporaryLibrary({}), IBID_CONFIG: "" };
}

/** Examples that find nothing in a new state: nothing is marked there yet. */
const FINDS_NOTHING = /^ibid (?:notes(?! import)|review)/;
/** Shells in whose files completion is loaded. */
const SHELLS = /zsh|fish/;

const examples = [read, ...commands].flatMap(({ examples: own }) => own.map(({ command }) => command));

test("every command has one", () => {
  for (const command of [read, ...commands]) expect(command.examples).not.toEqual([]);
});

test.each(examples)("%s", async (command) => {
  const env = environmentOfOne();
  const line = SHELLS.test(command) ? command.replace(/^.*?(ibid completion \w+).*$/, "$1") : command;
  const { out, err, code } = await shell(`unset -f ibid; set -o pipefail\n${line}`, [], { cwd: folder, env });
  expect(err).not.toMatch(/no such|unknown|bug in ibid|see ibid/);
  expect([FINDS_NOTHING.test(command) ? 1 : 0, 0], err).toContain(code);
  expect(out !== "" || />|eval|import|merge|check| -o /.test(line) || FINDS_NOTHING.test(command)).toBe(true);
});
