/**
 * Makes a single executable for this platform: Node.js, the program of `dist/` and the essays that ship, in one file
 * (Node.js's documentation, "Single executable applications"). Then it runs the file, and prints its size and how long it takes
 * to start beside `dist/ibid.js`.
 *
 *     npm run sea [-- FILE]      FILE is build/ibid unless it is named
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist/ibid.js");
const output = resolve(
  process.argv[2] ?? join(root, process.platform === "win32" ? "build/ibid.exe" : "build/ibid"),
);
const folder = mkdtempSync(join(tmpdir(), "ibid-sea-"));
const env = { ...process.env, IBID_CACHE: folder, IBID_STATE: "", IBID_CONFIG: "", NODE_OPTIONS: "" };
/** Starts that are timed of each program; the least counts. */
const STARTS = 9;

try {
  mkdirSync(dirname(output), { recursive: true });
  rmSync(output, { force: true });
  build();
  if (process.platform === "darwin") run("codesign", ["--sign", "-", output]);
  smoke();
  report();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The files within the executable, by their paths there; the program's modules stand beside each other. */
function assets(): Record<string, string> {
  const found: Record<string, string> = { "package.json": join(root, "package.json") };
  for (const [from, to] of [
    ["dist", ""],
    ["essays", "essays/"],
  ] as const)
    for (const path of readdirSync(join(root, from), { recursive: true, encoding: "utf8" })) {
      const file = join(root, from, path);
      const isWanted = statSync(file).isFile() && file !== program && !path.startsWith("types");
      if (isWanted) found[to + path.replaceAll("\\", "/")] = file;
    }
  return found;
}

function build(): void {
  const config = join(folder, "sea.json");
  writeFileSync(
    config,
    JSON.stringify({
      main: program,
      mainFormat: "module",
      output,
      useVfs: true,
      disableExperimentalSEAWarning: true,
      execArgvExtension: "none",
      assets: assets(),
    }),
  );
  run(process.execPath, ["--build-sea", config]);
}

/** Runs a command to its end. Throws if it fails; returns what it prints. */
function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", env, cwd: folder });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} fails: ${error?.message ?? stderr}`);
  return stdout;
}

/** What the executable must print, as `dist/ibid.js` does. */
function smoke(): void {
  for (const args of [
    ["--version"],
    ["--help"],
    ["list"],
    ["show", "marginalia"],
    ["search", "footnote"],
    ["show", "marginalia", "-f", "html"],
  ]) {
    const [expected, printed] = [run(process.execPath, [program, ...args]), run(output, args)];
    if (printed !== expected) throw new Error(`${output} ${args.join(" ")} prints:\n${printed}`);
  }
}

function report(): void {
  const size = (statSync(output).size / 1e6).toFixed(0);
  const args = ["show", join(root, "essays/marginalia/index.md")];
  const [own, npm, bare] = [
    timeOf(output, args),
    timeOf(process.execPath, [program, ...args]),
    timeOf(process.execPath, ["-e", "0"]),
  ];
  const ratio = (time: number): string => `${(time / bare).toFixed(1)} × bare Node.js`;
  process.stdout.write(`${output}: ${size} MB; ibid show: ${ratio(own)}, as a package ${ratio(npm)}\n`);
}

/** The least time of several runs, in milliseconds. */
function timeOf(command: string, args: readonly string[]): number {
  const times = Array.from({ length: STARTS }, () => {
    const begun = performance.now();
    run(command, args);
    return performance.now() - begun;
  });
  return Math.min(...times);
}
