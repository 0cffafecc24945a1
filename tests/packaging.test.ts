/**
 * The files of `packaging/`, filled in: each is checked by its own language where that is at hand.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { temporaryLibrary } from "./support/library.ts";

const root = join(import.meta.dirname, "..");
const HOMEPAGE = "https://example.org/ibid";
const URL = "https://example.org/ibid-1.tgz";
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const sha256 = createHash("sha256").update("a package").digest("hex");

/** The files, filled in for a release, by name. */
function filledIn(): Map<string, string> {
  const folder = temporaryLibrary({});
  const [tarball, out] = [join(folder, "ibid.tgz"), join(folder, "filled")];
  writeFileSync(tarball, "a package");
  const args = [join(root, "scripts/packaging.ts"), HOMEPAGE, tarball, URL, out];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

const of = (name: string): string => filledIn().get(name) ?? "";

test("nothing is left to fill in, and each package names the version, the address and the checksum", () => {
  const filled = filledIn();
  expect(filled.size).toBe(5);
  for (const [name, text] of filled) expect([name, text]).toEqual([name, expect.not.stringContaining("{{")]);
  for (const name of ["PKGBUILD", "ibid.json", "flake.nix"]) expect(filled.get(name)).toContain(version);
  for (const name of ["PKGBUILD", "ibid.json", "flake.nix", "ibid.rb"]) {
    expect(filled.get(name)).toContain(URL);
    expect(filled.get(name)).toContain(sha256);
  }
});

test("the PKGBUILD is a script of bash that sets what makepkg needs", () => {
  const script = `set -eu\n${of("PKGBUILD")}\necho "$pkgname $pkgver $pkgrel \${arch[0]} \${license[0]} \${source[0]} \${sha256sums[0]}"\ntype package >/dev/null`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(`ibid ${version} 1 any MIT ibid-${version}.tgz::${URL} ${sha256}\n`);
});

test("the Scoop manifest is JSON with what Scoop needs", () => {
  expect(JSON.parse(of("ibid.json"))).toMatchObject({
    version,
    homepage: HOMEPAGE,
    license: "MIT",
    url: URL,
    hash: `sha256:${sha256}`,
    bin: "ibid.cmd",
  });
});

test("brackets of the formula and of the flake are balanced, and so are the formula's blocks", () => {
  for (const text of [of("ibid.rb"), of("flake.nix")])
    for (const [open, close] of ["()", "[]", "{}"])
      expect(text.split(open!).length).toEqual(text.split(close!).length);
  const lines = of("ibid.rb").split("\n");
  const opened = lines.filter((line) => /^\s*(?:class|def)\b|\bdo$/.test(line)).length;
  expect(lines.filter((line) => line.trim() === "end")).toHaveLength(opened);
});

test("the Dockerfile copies from a stage that it has, and its instructions are Docker's", () => {
  const lines = of("Dockerfile")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const known = /^(?:FROM|WORKDIR|COPY|RUN|USER|ENV|ENTRYPOINT) \S/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
  const stages = lines.flatMap((line) => / AS (\w+)$/.exec(line)?.[1] ?? []);
  expect(lines.flatMap((line) => /--from=(\w+)/.exec(line)?.[1] ?? [])).toEqual(stages);
});

describe("the workflows", () => {
  test.each(readdirSync(join(root, ".github/workflows")))(
    "%s: each job has steps, and needs jobs that are there",
    (name) => {
      const { jobs } = load(readFileSync(join(root, ".github/workflows", name), "utf8")) as {
        jobs: Record<string, { needs?: string[]; steps: Record<string, unknown>[] }>;
      };
      for (const { needs = [], steps } of Object.values(jobs)) {
        expect(Object.keys(jobs)).toEqual(expect.arrayContaining(needs));
        for (const step of steps) expect(Number("uses" in step) + Number("run" in step)).toBe(1);
      }
    },
  );

  test("CI runs what a newcomer runs", () => {
    expect(readFileSync(join(root, ".github/workflows/ci.yml"), "utf8")).toContain("run: .ci/run");
  });
});
