#!/usr/bin/env node
/**
 * Picks a way in. It imports nothing but what was known when it was built, so that an older Node.js gets a word instead of
 * a syntax error, and `--version` and `--help` their answers at once.
 */
import { overview, version } from "./app/built-in.ts";

// NO_COLOR wins, as no-color.org has it; Node.js would warn on standard error that it does not.
if (process.env["NO_COLOR"]) delete process.env["FORCE_COLOR"];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const asked = process.argv.length === 3 ? process.argv[2] : undefined;

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`ibid needs Node.js 22.13 or newer; this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (asked === "--version") process.stdout.write(`ibid ${version}\n`);
else if (overview !== "" && (asked === "--help" || asked === "-h")) process.stdout.write(overview);
else {
  if (!hasHome()) process.env["HOME"] = "/nonexistent";
  const { start } = await import("./start.ts");
  await start();
}

/** A user whom the system does not know has no home folder, and to ask for it throws. */
function hasHome(): boolean {
  try {
    return process.getBuiltinModule("node:os").homedir() !== "";
  } catch {
    return false;
  }
}
