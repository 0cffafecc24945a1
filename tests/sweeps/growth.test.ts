/**
 * The work on a text grows with its length. `npm run torture -- --only growth` tries the same attacks with longer texts.
 */
import { expect, test } from "vitest";
import { ATTACKS, SOON } from "../torture/growth.ts";

test.each([...ATTACKS])("%s", (_, attack) => {
  expect(() => attack(SOON)).not.toThrow();
});

test("brackets that are never closed, where only a long text shows it", () => {
  const tries = [256_000, 512_000];
  expect(() => ATTACKS.get('YAML "["')!(tries)).not.toThrow();
});
