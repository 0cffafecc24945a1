/**
 * How long ibid takes to start, against bare Node.js, side by side: medians of interleaved runs.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist/ibid.js");
const library = process.argv[2] ?? join(root, "essays");
const RUNS = 15;

const environment = { ...process.env };
// Node.js reads this file at every start; it is no part of what is measured.
delete environment["NODE_EXTRA_CA_CERTS"];

/** Milliseconds that a command takes on a pipe. */
function onPipe(args: readonly string[]): number {
  const begun = performance.now();
  spawnSync(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  return performance.now() - begun;
}

/** Milliseconds until the status line of the first frame. */
function toFirstFrame(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const pty = spawn(process.execPath, [...args], {
    cols: 120,
    rows: 40,
    env: environment,
  });
  return new Promise((resolve) => {
    let sent = "";
    pty.onData((data) => {
      sent += data;
      if (!sent.includes("q quit")) return;
      resolve(performance.now() - begun);
      sent = "";
      pty.kill("SIGKILL");
    });
  });
}

const measures: Record<string, () => number | Promise<number>> = {
  "bare Node.js": () => onPipe(["-e", "0"]),
  "ibid --version": () => onPipe([program, "--version"]),
  "ibid show": () => onPipe([program, "show", "#16", "-d", library]),
  "ibid list": () => onPipe([program, "list", library]),
  "first frame": () => toFirstFrame([program, library]),
};

const times = new Map(Object.keys(measures).map((name) => [name, [] as number[]]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, measure] of Object.entries(measures)) times.get(name)!.push(await measure());
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const bare = median(times.get("bare Node.js")!);
for (const [name, values] of times) {
  const own = median(values);
  process.stdout.write(
    `${name.padEnd(16)} ${own.toFixed(0).padStart(5)} ms  ${(own / bare).toFixed(1).padStart(5)} × bare\n`,
  );
}
process.exit(0);
