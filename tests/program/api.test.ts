/**
 * What another program imports: the front end of docs/api.md, checked and run as it stands there.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryLibrary } from "../support/library.ts";
import { program, shippedEssays } from "../support/program.ts";

const root = join(dirname(program), "..");
const run = promisify(execFile);

/** A folder in which `ibid` is installed, with the example in it. */
function consumer(): string {
  const folder = temporaryLibrary({});
  const example = /```ts\n([^]*?)```/.exec(readFileSync(join(root, "docs/api.md"), "utf8"))?.[1];
  if (example === undefined) throw new Error("docs/api.md has no example");
  writeFileSync(join(folder, "front-end.ts"), example);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules/ibid"));
  symlinkSync(join(root, "node_modules/@types/node"), join(folder, "node_modules/@types/node"));
  return folder;
}

test("a front end of some twenty lines has types, and runs", async () => {
  const folder = consumer();
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  // Without the types of browsers, which a terminal's front end has no use for.
  const flags = "--noEmit --strict --module nodenext --target es2024 --lib es2024 --types node".split(" ");
  const checked = await run(process.execPath, [tsc, ...flags, "front-end.ts"], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  expect(checked.stdout).toBe("");
  const all = await run(process.execPath, ["front-end.ts", shippedEssays], { cwd: folder });
  expect(all.stdout).toMatch(/Marginalia[^]*\d+ notes/);
  const found = await run(process.execPath, ["front-end.ts", shippedEssays, "pipe"], { cwd: folder });
  expect(found.stdout).toContain("What a pipe is");
  expect(found.stdout.length).toBeLessThan(all.stdout.length);
});

test("importing it prints nothing and changes nothing of the process", async () => {
  const script = `const before = process.listenerCount("exit"); await import("ibid"); console.log(process.listenerCount("exit") - before);`;
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: consumer(),
  });
  expect([stdout, stderr]).toEqual(["0\n", ""]);
});
