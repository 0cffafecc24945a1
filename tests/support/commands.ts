/**
 * A folder of commands: `ibid` is the built program, and scripts stand in for programs that take keys, make a sound or reach the web.
 */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { program } from "./program.ts";

/** Stand-ins for what recipes and examples use. */
const STAND_INS = join(import.meta.dirname, "../fixtures/recipes");

/** Makes the commands, in `bin` of a folder; returns a `PATH` on which they come first. `scripts` are lines of sh by their names. */
export function commandsIn(folder: string, scripts: Readonly<Record<string, string>> = {}): string {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const all = { ibid: `exec "${process.execPath}" "${program}" "$@"`, ...scripts };
  for (const [name, script] of Object.entries(all)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return [bin, STAND_INS, process.env["PATH"]].join(delimiter);
}
