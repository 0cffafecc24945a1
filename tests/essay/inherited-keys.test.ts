/** Keys that every object of JavaScript inherits, such as `__proto__`, are keys like any other, and change no other object. */
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/essay/front-matter.ts";
import { readFields } from "../../src/essay/fields.ts";
import { frontMatterValue } from "../../src/essay/keys.ts";

const NAMES = Object.getOwnPropertyNames(Object.prototype);
const before = NAMES.map((name) => Object.getOwnPropertyDescriptor(Object.prototype, name));

/** Front matter with this key; the second of each language is at fault, so that it is read entry by entry. */
const WRITTEN: readonly (readonly [string, (name: string) => string])[] = [
  ["YAML", (name) => `---\n${name}:\n  skipped: gone\n  passing: true\ntitle: T\n---\n`],
  ["faulty YAML", (name) => `---\n${name}:\n  skipped: gone\n${name}:\n  passing: true\ntitle: T: U\n---\n`],
  ["YAML with a list", (name) => `---\ntitle: T: U\n${name}: [a, b\ntags: [x\n---\n`],
  ["YAML with an alias", (name) => `---\na: &a\n  ${name}: {skipped: gone}\nb:\n  <<: *a\ntitle: T\n---\n`],
  ["TOML", (name) => `+++\ntitle = "T"\n[${name}]\nskipped = "gone"\n+++\n`],
  ["faulty TOML", (name) => `+++\nx = [\ntitle = "T"\n[${name}]\nskipped = "gone"\npassing = true\n+++\n`],
  [
    "faulty TOML, twice",
    (name) => `+++\nx = [\n[${name}]\nskipped = 1\n[${name}.prototype]\nskipped = 2\n+++\n`,
  ],
  [
    "faulty TOML, dotted",
    (name) => `+++\nx = [\n${name}.prototype.skipped = "gone"\n${name}.skipped = 1\n+++\n`,
  ],
  ["JSON", (name) => `{"${name}": {"skipped": "gone", "prototype": {"passing": true}}, "title": "T"}\n`],
  ["a header", (name) => `Title: T\n${name}: gone\n\n`],
  ["properties", (name) => `title:: T\n${name}:: gone\n\n`],
];

describe.each(WRITTEN)("%s", (_, write) => {
  test.each(NAMES)("%s", (name) => {
    const { data } = readSource(write(name));
    expect(Object.keys({})).toEqual([]);
    expect((data as { skipped?: unknown }).skipped).toBeUndefined();
    expect(Reflect.has({}, "skipped")).toBe(false);
    // Only what is written is found, and nothing that is inherited.
    expect(frontMatterValue(data, name) !== undefined).toBe(
      Object.keys(data).some((key) => key.toLowerCase() === name.toLowerCase()),
    );
    expect(readFields(data, "a.md").description).toBeUndefined();
    expect(NAMES.map((own) => Object.getOwnPropertyDescriptor(Object.prototype, own))).toEqual(before);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(NAMES);
  });
});
