/**
 * A text gets only the extensions whose sign it has. With all of them it must become the same tokens: otherwise a sign is missing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { optionsFor } from "../../src/document/block/extensions.ts";
import { EssayLexer } from "../../src/document/block/lexer.ts";
import { BODIES } from "../support/growing.ts";

const root = join(import.meta.dirname, "../..");
const files = ["docs", "essays", "tests/fixtures"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);
/** Blocks of all dialects, each between two blank lines. */
const blocks = [
  ...files.flatMap((text) => text.split(/\n{2,}/)),
  ...examples.map(({ markdown }) => markdown),
  ...Array.from(BODIES, ([, body]) => body(200)),
  // What the documentation does not show in each of its spellings.
  ...["???", "???+", "!!!", "==="].map((sign) => `${sign} note "Title"\n\n    Text.`),
  ...["#.", "#)", "a.", "(b)", "iv)", "(12)"].map((mark) => `${mark} One\n${mark} Two`),
];

function tokensOf(text: string, like: string): string {
  return JSON.stringify(new EssayLexer(optionsFor(like)).lex(text));
}

/** A theorem in TeX may hold anything, so its text gets every extension. */
const EVERYTHING = "\\begin{";

function expectNoneMissing(text: string): void {
  expect(tokensOf(text, text)).toBe(tokensOf(text, EVERYTHING));
}

test("every block of the documentation and of CommonMark's examples is read as with all extensions", () => {
  for (const block of blocks) expectNoneMissing(block);
});

test("so are their lines, mixed", () => {
  const lines = blocks.flatMap((block) => block.split("\n")).filter((line) => line.length < 200);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 5 }), (some) =>
      expectNoneMissing(some.join("\n")),
    ),
    { numRuns: 500 },
  );
});
