#!/usr/bin/env node
/**
 * The entry of the program. It imports only constants from the build, so that an older Node.js prints a message instead of
 * a syntax error, and `--version` and `--help` answer at once.
 */
import { overview, version } from "./app/built-in.ts";

// By no-color.org NO_COLOR takes precedence, but Node.js would print a warning that it is ignored.
if (process.env["NO_COLOR"]) delete process.env["FORCE_COLOR"];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const asked = process.argv.length === 3 ? process.argv[2] : undefined;

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`ibid needs Node.js 22.13 or newer; this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (asked === "--version") print(`ibid ${version}\n`);
else if (overview !== "" && (asked === "--help" || asked === "-h")) print(overview);
else {
  if (!hasHome()) process.env["HOME"] = "/nonexistent";
  const { start } = await import("./start.ts");
  await start();
}

/** Prints a short text. To make a stream for it takes a tenth of the time that `--version` takes. */
function print(text: string): void {
  try {
    process.getBuiltinModule("node:fs").writeSync(1, text);
  } catch {
    process.stdout.write(text);
  }
}

/** A user unknown to the system has no home folder, and asking for it throws. */
function hasHome(): boolean {
  try {
    return process.getBuiltinModule("node:os").homedir() !== "";
  } catch {
    return false;
  }
}
