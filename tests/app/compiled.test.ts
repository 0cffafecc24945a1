import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Loader } from "../../src/app/compiled.ts";
import { sealed, unsealed } from "../../src/app/sealed.ts";
import { temporaryLibrary } from "../support/library.ts";

/** A program of two files and an entry, and a folder for its code. */
function program(): { folder: string; kept: string } {
  const root = temporaryLibrary({});
  const [folder, kept] = [join(root, "dist"), join(root, "cache/list")];
  mkdirSync(folder);
  writeFileSync(join(folder, "start.cjs"), 'exports.add = require("./sum-0a1B2c3D.cjs").add;');
  writeFileSync(
    join(folder, "sum-0a1B2c3D.cjs"),
    'const { sep } = require("node:path"); exports.add = function add(a, b) { return sep + (a + b); };',
  );
  return { folder, kept };
}

interface Start {
  readonly add: (a: number, b: number) => string;
}

test("two runs keep the code of each file that has its hash in its name, and later ones take it as it is", () => {
  const { folder, kept } = program();
  const file = join(kept, "sum-0a1B2c3D.cjs");
  const numbers = [1, 2, 3].map((run) => {
    const loader = new Loader(folder, kept);
    expect((loader.require("./start.cjs") as Start).add(run, 2)).toMatch(new RegExp(`^[/\\\\]${run + 2}$`));
    loader.keep();
    forget(folder);
    return unsealed(readFileSync(file))?.number;
  });
  expect(numbers).toEqual([1, 2, 2]);
  expect(readdirSync(kept)).toEqual(["sum-0a1B2c3D.cjs"]);
});

/** Has Node.js forget the modules in a folder, as a new process has. */
function forget(folder: string): void {
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) if (file.startsWith(folder)) delete cache[file];
}

test.each([
  ["nothing", () => Buffer.alloc(0)],
  ["half of it", (code: Buffer) => code.subarray(0, code.length >> 1)],
  ["a block of zeros", (code: Buffer) => Buffer.from(code).fill(0, 512)],
  ["one bit changed", (code: Buffer) => flipped(code, code.length >> 2)],
  ["one bit of its length changed", (code: Buffer) => flipped(code, code.length - 4)],
])("instead of code, a file with %s is replaced", (_, damaged) => {
  const { folder, kept } = program();
  const run = (): void => {
    const loader = new Loader(folder, kept);
    expect((loader.require("./start.cjs") as Start).add(1, 2)).toMatch(/3$/);
    loader.keep();
    forget(folder);
  };
  run();
  const file = join(kept, "sum-0a1B2c3D.cjs");
  const code = readFileSync(file);
  writeFileSync(file, damaged(code));
  run();
  expect(unsealed(readFileSync(file))).toMatchObject({ number: 1, content: unsealed(code)?.content });
});

/** A copy of which the last bit of the byte at `at` is changed. */
function flipped(code: Buffer, at: number): Buffer {
  const copy = Buffer.from(code);
  copy[at]! ^= 1;
  return copy;
}

test("code that an old version kept is removed after a month, and code of one that may be in use stays", () => {
  const { folder, kept } = program();
  mkdirSync(kept, { recursive: true });
  const [old, young] = [join(kept, "sum-00000000.cjs"), join(kept, "sum-11111111.cjs")];
  for (const file of [old, young]) writeFileSync(file, "code");
  const month = Date.now() / 1000 - 31 * 24 * 3600;
  utimesSync(old, month, month);
  const loader = new Loader(folder, kept);
  loader.require("./start.cjs");
  loader.keep();
  expect(readdirSync(kept).sort()).toEqual(["sum-0a1B2c3D.cjs", "sum-11111111.cjs"]);
});

test("code of another V8 is replaced", () => {
  const { folder, kept } = program();
  mkdirSync(kept, { recursive: true });
  const file = join(kept, "sum-0a1B2c3D.cjs");
  const other = sealed({ content: Buffer.from("another".repeat(100)), number: 2 });
  writeFileSync(file, other);
  const loader = new Loader(folder, kept);
  expect((loader.require("./start.cjs") as Start).add(1, 2)).toMatch(/3$/);
  loader.keep();
  expect(unsealed(readFileSync(file))).toBeDefined();
  expect(readFileSync(file)).not.toEqual(other);
});

test("Node.js's own require finds a file that is loaded", () => {
  const { folder } = program();
  const own = new Loader(folder, undefined).require("./start.cjs");
  expect(createRequire(import.meta.url)(join(folder, "start.cjs"))).toBe(own);
});

test("without a folder that can be written, the program runs all the same", () => {
  const { folder } = program();
  const loader = new Loader(folder, join(folder, "start.cjs/kept"));
  expect((loader.require("./start.cjs") as Start).add(0, 1)).toMatch(/1$/);
  loader.keep();
});
