/**
 * Every example of help is run, on the essays that ship. Programs that take keys, make a sound or reach the web have stand-ins.
 */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { commands, read } from "../../src/cli/commands.ts";
import { temporaryLibrary } from "../support/library.ts";
import { program, shell, shippedEssays } from "../support/program.ts";

const standIns = join(import.meta.dirname, "../fixtures/recipes");
const CURL = "#!/bin/sh\nprintf '# An essay\\n\\nFrom the web.\\n'\n";
const EDITOR = '#!/bin/sh\ntest -f "$1" && echo opened\n';

/** A folder with the essays in it and in the home's, a file of exported notes, and `ibid` as a command. */
function workplace(): { folder: string; env: Record<string, string> } {
  const folder = temporaryLibrary({
    "notes.json": '{"version":1,"notes":[]}\n',
    "Sync/ibid.jsonl": "",
  });
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
  const PATH = [bin, standIns, process.env["PATH"]].join(delimiter);
  return {
    folder,
    env: { HOME: folder, PATH, EDITOR: "edit", IBID_STATE: join(folder, "state"), IBID_CONFIG: "" },
  };
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
  const { folder, env } = workplace();
  const line = SHELLS.test(command) ? command.replace(/^.*?(ibid completion \w+).*$/, "$1") : command;
  const { out, err, code } = await shell(`unset -f ibid; set -o pipefail\n${line}`, [], { cwd: folder, env });
  expect(err).not.toMatch(/no such|unknown|bug in ibid|see ibid/);
  expect([FINDS_NOTHING.test(command) ? 1 : 0, 0], err).toContain(code);
  expect(out !== "" || />|eval|import|merge|check| -o /.test(line) || FINDS_NOTHING.test(command)).toBe(true);
});
