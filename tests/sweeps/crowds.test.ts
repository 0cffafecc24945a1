/**
 * The work on many essays grows with their number.
 */
import { expect, test } from "vitest";
import { CROWDED, CROWDS } from "../torture/crowds.ts";
import { expectGrowth } from "../torture/growth.ts";

test.each([...CROWDED])("%s", (_, workOn) => {
  const prepared = new Map<number, () => unknown>();
  const prepare = (count: number): void => void prepared.set(count, prepared.get(count) ?? workOn(count));
  expect(() => expectGrowth(CROWDS, (count) => void prepared.get(count)!(), prepare)).not.toThrow();
});
