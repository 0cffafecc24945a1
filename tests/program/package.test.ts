/**
 * The package as npm installs it: the program, the manual page where man looks, the completions of the shells.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "ibid-package-")));
const prefix = join(folder, "prefix");
const PATH = [join(prefix, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
const env = { PATH, HOME: folder, LANG: "C.UTF-8", IBID_CONFIG: "", npm_config_cache: join(folder, "cache") };

/** Output of a shell command in which the installed `ibid` is found first. */
function shell(command: string): string {
  return execFileSync("bash", ["-c", command], { cwd: folder, env, encoding: "utf8" });
}

beforeAll(() => {
  // Packed from a copy: packing builds, and other tests use what is built.
  const copy = join(folder, "copy");
  mkdirSync(copy);
  const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };
  for (const path of ["package.json", "README.md", "LICENSE", ...files])
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const npm = (args: string): string =>
    shell(`cd copy && npm ${args} --ignore-scripts --offline --loglevel=error`);
  npm(`pack --pack-destination ${folder}`);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  npm(`install --global --prefix ${prefix} ${join(folder, tarball!)}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the program runs, with the essays that ship", () => {
  expect(shell("ibid --version")).toMatch(/^ibid \d+\.\d+\.\d+\n$/);
  expect(shell("ibid show start-here").split("\n")[0]).toMatch(/^# /);
});

describe("the manual page", () => {
  const page = join(prefix, "share/man/man1/ibid.1");

  test("stands where man looks", () => {
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).toMatch(/^\.Dd .*\n\.Dt IBID 1\n/);
  });

  const man = spawnSync("man", ["--version"], { encoding: "utf8" });
  test.skipIf(man.error !== undefined)("is shown by man ibid", () => {
    const text = shell(`MANPATH=${prefix}/share/man MANWIDTH=80 man ibid`).replaceAll(/.\u0008/g, "");
    expect(text).toContain("read essays in the terminal");
    expect(text).toContain("EXIT STATUS");
  });
});

test.each(["bash", "zsh", "fish"])("the completion of %s is printed, and that shell reads it", (name) => {
  const script = shell(`ibid completion ${name}`);
  expect(script).toContain("ibid __complete");
  const { error, status, stderr } = spawnSync(name, ["-n"], { input: script, encoding: "utf8" });
  expect(error === undefined ? [status, stderr] : [0, ""]).toEqual([0, ""]);
});
