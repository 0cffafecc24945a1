/**
 * A minute of `npm run torture`, which runs as long as one likes. It ends by the number of its turns, not by the clock, so that
 * what it does is the same on every machine.
 */
import { expect, test } from "vitest";
import { torture, TRIALS } from "../torture/trials.ts";

const SEED = 20_260_601;
/** Turns of each trial: those that start no program take less. */
const TURNS: Readonly<Record<string, number>> = {
  texts: 20,
  files: 3,
  index: 3,
  memory: 30,
  disk: 8,
  full: 5,
  kills: 3,
  crowd: 2,
  monkey: 3,
};

test.each(Object.keys(TRIALS))("torture: %s", { timeout: 280_000 }, async (name) => {
  for (let turn = 0; turn < (TURNS[name] ?? 6); turn++) {
    const { counts } = await torture({ seed: SEED + turn, time: 0, only: name });
    expect(counts).toEqual({ [name]: 1 });
  }
});
