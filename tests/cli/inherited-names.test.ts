/** Names that every object of JavaScript inherits mean no more than other unknown names: in commands, files and imports. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hyphenatorOf } from "../../src/app/hyphenator.ts";
import { run, type Ran } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const NAMES = ["constructor", "__proto__"];
/** A name of the same form that means nothing, either. */
const twinOf = (name: string): string => name.replace(/[a-z]/, "q");
const own = Object.getOwnPropertyNames(Object.prototype);

const POLLUTING = `+++
x = [
title = "Bad"
[__proto__]
skipped = "gone"
passing = true
description = "X"
+++

Text.
`;
const good = (name: string): string =>
  `---\ntitle: Good\nlang: ${name}\n---\n\n[](${name}) :${name}: {{< ${name} >}} $\\unit{\\${name.replace(/\W/g, "")}}$\n`;

function ibid(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  config = "",
  input = "",
): Promise<Ran> {
  const library = temporaryLibrary(files);
  const folder = temporaryLibrary({ "config.toml": config });
  const env = { IBID_CACHE: folder, IBID_STATE: folder, IBID_CONFIG: join(folder, "config.toml") };
  return run([...argv, "--dir", library], { env, input });
}

test("an essay with such keys changes no other essay", async () => {
  const { out, code } = await ibid(
    ["list", "-s", "title", "--template", "{{slug}}|{{title}}|{{description}}"],
    { "bad.md": POLLUTING, "good.md": good("en") },
  );
  expect({ out, code }).toEqual({ out: "bad|Bad|\ngood|Good|\n", code: 0 });
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
});

const LINES: readonly ((name: string) => readonly string[])[] = [
  (name) => ["list", "-s", name],
  (name) => ["list", "--where", `${name}=x`],
  (name) => ["list", "--where", `title.${name}=x`],
  (name) => ["list", "--since", name],
  (name) => ["list", "--template", `{{${name}}}`],
  (name) => ["list", "-f", name],
  (name) => ["show", "--all", "-s", name],
  () => ["show", "good", "-f", "speech"],
  (name) => ["show", "good", "--theme", name],
  (name) => ["show", name],
  (name) => ["completion", name],
  (name) => ["help", name],
  (name) => ["check", "--rule", name],
  (name) => ["search", `${name}:x`],
  (name) => ["search", `sort:${name}`],
];

test.each(NAMES)("on the command line: %s", async (name) => {
  for (const line of LINES) {
    const [one, other] = await Promise.all(
      [name, twinOf(name)].map(async (used) => {
        const { out, err, code } = await ibid(line(used), { "good.md": good(used) });
        const text = (said: string): string =>
          said
            .replace(/; did you mean .*|(?<=ibid-test-)\w+/g, "")
            .replaceAll(new RegExp(used.replaceAll("_", ""), "gi"), "NAME");
        return { line: line("NAME"), code, out: text(out), err: text(err) };
      }),
    );
    expect(one).toEqual(other);
  }
});

test.each(NAMES)("in the config file and in an essay's language: %s", async (name) => {
  const table = `${name} = "x"\n[libraries]\n${name} = "/tmp"\n[keys]\n${name} = "j"\n[keys.page.${name}]\n${name} = 1\n`;
  const { code, err } = await ibid(["list"], { "good.md": good(name) }, table);
  expect(code).toBe(0);
  expect(err).toContain(`unknown key ${name}`);
  expect(err).not.toMatch(/native code|this is a bug/);
  expect(hyphenatorOf(name)).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
});

test.each(NAMES)("in notes and records that are imported: %s", async (name) => {
  const record = { kind: name, id: "a", fields: {} };
  const mark = {
    kind: "essay",
    id: "a",
    fields: JSON.parse(`{"${name}": [{"skipped": "gone"}, 1]}`) as unknown,
  };
  const input = `${JSON.stringify(record)}\n${JSON.stringify(mark)}\n`;
  const folder = temporaryLibrary({});
  const file = join(folder, "state.jsonl");
  writeFileSync(file, input);
  const state = await ibid(["state", "import", file], { "good.md": good("en") });
  expect(state.err).not.toMatch(/native code|this is a bug/);
  const csv = `Highlight,Title,${name}\nText,Good,x\n`;
  const notes = await ibid(["notes", "import", "-"], { "good.md": "Text\n" }, "", csv);
  expect(notes.err).not.toMatch(/native code|this is a bug/);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
});
