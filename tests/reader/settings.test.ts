/**
 * What the reader starts with: what the command line says, else the config file, else the last visit to the library.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/parse.ts";
import { sessionOf } from "../../src/cli/session-of.ts";
import type { RememberedLook } from "../../src/reader/library-look.ts";
import { settingsOf } from "../../src/reader/settings.ts";
import type { Settings } from "../../src/reader/start.ts";
import { worldOf } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const KEPT: RememberedLook = { notes: "end", theme: "dark", sort: "title", reverse: true };

/** The settings of a start, by its arguments and the config file. */
function settings(argv: readonly string[], config = ""): Promise<Settings> {
  const file = join(temporaryLibrary({ "config.toml": config }), "config.toml");
  const io = worldOf({ outIsTerminal: true, env: { IBID_CONFIG: file, TERM: "xterm-256color" } });
  return settingsOf(sessionOf(parseCommandLine(argv), io), KEPT, undefined);
}

test.each<[argv: string[], config: string, notes: string]>([
  [[], "", "end"],
  [["--notes", "margin"], "", "margin"],
  [["--notes", "auto"], "", "auto"],
  [[], 'notes = "auto"', "auto"],
  [["--notes", "margin"], 'notes = "auto"', "margin"],
])("notes of %j and %j stand at %s", async (argv, config, notes) => {
  expect((await settings(argv, config)).notes).toBe(notes);
});

test.each<[argv: string[], config: string, theme: string]>([
  [[], "", "dark"],
  [["--theme", "contrast"], "", "contrast"],
  [[], 'theme = "contrast"', "contrast"],
])("the theme of %j and %j is %s", async (argv, config, theme) => {
  expect((await settings(argv, config)).themes?.[0]?.name).toBe(theme);
});

test("an order that is asked for is the whole order", async () => {
  expect((await settings([])).shelf).toMatchObject({ sort: "title", reverse: true });
  expect((await settings(["--sort", "date"])).shelf).toMatchObject({ sort: "date", reverse: false });
  expect((await settings([], "reverse = true")).shelf).toMatchObject({ sort: "order", reverse: true });
});
