/**
 * What commands print as JSON is what docs/schema promises, for the essays that ship and for a library of oddities.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const root = join(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(root, "docs/schema/ibid.schema.json"), "utf8")) as object;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
ajv.addSchema(schema, "ibid");

/** What is wrong with a value by the definition of that name. */
function complaints(name: string, value: unknown): unknown {
  const validate = ajv.getSchema(`ibid#/$defs/${name}`)!;
  return validate(value) ? [] : validate.errors;
}

function oddities(): string {
  return temporaryLibrary({
    "plain.md": "No front matter[^1], [link](/odd#x), [none](gone.md).\n\n[^1]: Note ^[inline].\n",
    "odd.md": essay(
      { title: 7, order: -1.5, date: "2025-07", tags: "a, b", description: null, nested: { deep: [1] } },
      "# H\n\n- a\n\n> b\n\n|c|\n|-|\n\n---\n",
    ),
    "broken.md": "---\ntitle: a: b\n---\nText\n",
    "binary.md": "\0",
    "empty.md": "",
  });
}

const lines: readonly (readonly [string, string, readonly string[]])[] = [
  ["list", "list", []],
  ["show", "show", ["plain", "odd", "broken", "empty"]],
  ["search", "search", ["text*"]],
  ["tags", "tags", []],
  ["links", "links", ["--all"]],
  ["check", "check", []],
];

describe.each(lines)("ibid %s", (command, name, args) => {
  test("--json is as the schema has it", async () => {
    const { out } = await run([command, ...args, "--json", "-d", oddities()]);
    expect(complaints(name, JSON.parse(out))).toEqual([]);
    const shipped = command === "show" ? ["marginalia", "start-here"] : args;
    const own = await run([command, ...shipped, "--json", "-d", join(root, "essays")]);
    expect(complaints(name, JSON.parse(own.out))).toEqual([]);
  });
});

test.each([
  ["showLine", ["show", "plain", "odd"]],
  ["searchLine", ["search", "note*"]],
  ["linksLine", ["links", "--all"]],
])("a line of jsonl is a %s", async (name, args) => {
  const { out } = await run([...args, "-f", "jsonl", "-d", oddities()]);
  const all = out.trimEnd().split("\n");
  expect(all.length).toBeGreaterThan(0);
  for (const line of all) expect(complaints(name, JSON.parse(line))).toEqual([]);
});

test("every command that knows --json has a definition", () => {
  const definitions = Object.keys((schema as { $defs: object }).$defs);
  const asked = commands.filter(({ flags }) => flags.some((flag) => flag.name === "json"));
  expect(asked.map(({ name }) => name).filter((name) => !definitions.includes(name))).toEqual([]);
});

test("what breaks the promise is noticed", () => {
  expect(complaints("tags", { version: 2, tags: [{ tag: "x" }] })).toHaveLength(2);
});
