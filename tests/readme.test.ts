/**
 * The README and the guide agree with the keymap, and the guide with the table of flags.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Flag, flags } from "../src/app/flags.ts";
import { actionOf, type Context, CONTEXTS, keymap, keyName } from "../src/reader/keymap.ts";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The rows of the table: keys, and what they do on the shelf and in an essay. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .replaceAll("\\|", "\u0000")
      .split("|")
      .map((cell) => cell.replaceAll("\u0000", "|").trim()),
  )
  .map(([, keys = "", shelf = "", page = ""]) => ({
    keys: Array.from(keys.matchAll(/`([^`]+)`/g), ([, key]) => key!),
    shelf,
    page,
  }));

/** The key of the keymap that is written so. */
function keyOf(written: string): string | undefined {
  return Object.values(keymap)
    .flatMap((bindings) => bindings.flatMap(({ keys }) => keys))
    .find((key) => keyName(key) === written);
}

describe("the guide", () => {
  const guide = readFileSync(join(root, "docs/guide.md"), "utf8");

  test("names every screen, for the config file, and where the actions are named", () => {
    for (const context of CONTEXTS) expect(guide, context).toContain(`\`${context}\``);
    expect(guide).toContain("`ibid help keys` lists every key with the name of its action");
  });

  test("names every flag, its letter and no other", () => {
    const known = Object.values(flags).flatMap(({ name, short }: Flag) => [
      `--${name}`,
      ...(short === undefined ? [] : [`-${short}`]),
    ]);
    for (const flag of known) expect(guide, flag).toMatch(new RegExp(`[\`(]${flag}[\` ]`));
    const named = Array.from(guide.matchAll(/`(--[a-z][a-z-]*)[` ]/g), ([, flag]) => flag!);
    for (const flag of named) expect(known).toContain(flag);
  });
});

describe("the README", () => {
  test("has one table of keys", () => {
    expect(rows.length).toBeGreaterThan(20);
    const keys = rows.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(rows)("$keys", ({ keys, shelf, page }) => {
    for (const [context, words] of [
      ["shelf", shelf],
      ["page", page],
    ] as const satisfies readonly (readonly [Context, string])[]) {
      if (words === "") continue;
      for (const key of keys) {
        const own = keyOf(key);
        expect(own, key).toBeDefined();
        expect(actionOf(keymap, context, own!), `${key} on ${context}`).toBeDefined();
      }
    }
  });

  test("shows pictures that are there, and links to files that are", () => {
    const targets = Array.from(
      readme.matchAll(/(?:src|srcset)="([^"]+)"|\]\(([^)#\s]+)/g),
      ([, a, b]) => a ?? b!,
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(existsSync(join(root, target)), target).toBe(true);
  });
});
