/**
 * The work on a text grows with its length. `npm run torture -- --only growth` tries the same attacks with longer texts.
 *
 * They are made in a process of their own: in one that has run many tests, a collection of garbage takes longer than the work.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { ATTACKS } from "../torture/growth.ts";

/** All attacks in a row may take as long as several tests on a busy machine, in milliseconds. */
const LONGEST = 1_800_000;
/** What was found of each attack, by its name. */
const found = new Map<string, { readonly fault?: string }>();

beforeAll(async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../torture/growth-all.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for (const line of (await text(child.stdout)).split("\n")) {
    if (line === "") continue;
    const { name, fault } = JSON.parse(line) as { name: string; fault?: string };
    found.set(name, fault === undefined ? {} : { fault });
  }
}, LONGEST);

test.each([...ATTACKS.keys()])("%s", (name) => {
  expect(found.get(name)).toEqual({});
});
