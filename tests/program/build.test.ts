/**
 * What the build makes: the same bytes from the same sources, and a bill of what is in them.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryLibrary } from "../support/library.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Every file below a folder, and what is in it. */
function contentOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    files
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "base64")]),
  );
}

test("another build gives the bytes that are in dist", () => {
  const folder = join(temporaryLibrary({}), "again");
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/build.ts"), folder], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  const again = contentOf(folder);
  expect(again.size).toBeGreaterThan(20);
  const built = contentOf(join(ROOT, "dist"));
  expect([...again.keys()]).toEqual([...built.keys()]);
  const different = [...again].filter(([path, content]) => content !== built.get(path));
  expect(different.map(([path]) => path)).toEqual([]);
});

test("a page and the reader's first frame load no file of the search", () => {
  const folder = join(ROOT, "dist");
  const nameOf = (start: string): string =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${start}-`) && name.endsWith(".cjs"))
      .sort((one, other) => statSync(join(folder, other)).size - statSync(join(folder, one)).size)[0]!;
  const loaded = (name: string): Set<string> => {
    const found = new Set([name]);
    for (const file of found)
      for (const [, other] of readFileSync(join(folder, file), "utf8").matchAll(
        /(?<!\(\)=>)require\("\.\/([^"]+)"\)/g,
      ))
        found.add(other!);
    return found;
  };
  expect([...loaded(nameOf("search"))]).toContain(nameOf("list"));
  for (const start of ["show", "reader"]) expect([...loaded(nameOf(start))]).not.toContain(nameOf("search"));
});

test("the bill of materials names each package that the notices name, with its licence and its hash", () => {
  const bill = JSON.parse(readFileSync(join(ROOT, "dist/sbom.cdx.json"), "utf8")) as {
    bomFormat: string;
    specVersion: string;
    components: {
      name: string;
      version: string;
      purl: string;
      licenses: object[];
      hashes: { alg: string; content: string }[];
    }[];
    dependencies: { dependsOn: string[] }[];
  };
  expect([bill.bomFormat, bill.specVersion]).toEqual(["CycloneDX", "1.6"]);
  const notices = readFileSync(join(ROOT, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
  expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(["ink", "marked", "react"]));
  for (const { name, version, purl, licenses, hashes } of bill.components) {
    expect(notices).toContain(`${name} ${version} (`);
    expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
    expect(licenses).toHaveLength(1);
    expect(hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[\da-f]{128}$/) as string }]);
  }
  expect(bill.dependencies[0]?.dependsOn).toHaveLength(bill.components.length);
});
