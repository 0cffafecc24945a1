#!/usr/bin/env node
/**
 * Picks a way in. It imports the version and nothing else, so that an older Node.js gets a word instead of a syntax error,
 * and `--version` its answer at once.
 */
import { version } from "./app/version.ts";

// NO_COLOR wins, as no-color.org has it; Node.js would warn on standard error that it does not.
if (process.env["NO_COLOR"]) delete process.env["FORCE_COLOR"];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`ibid needs Node.js 22.13 or newer; this is ${process.versions.node}\n`);
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === "--version") {
  process.stdout.write(`ibid ${version}\n`);
} else {
  const { start } = await import("./start.ts");
  await start();
}
