/**
 * A minute of `npm run torture`, which runs for any time. It ends by the number of its turns, not by the clock, so that
 * it does the same on every machine.
 */
import { expect, test } from "vitest";
import { torture, TRIALS } from "../torture/trials.ts";

const SEED = 20_260_601;
/** Turns of each trial: those that start no program take less. */
const TURNS: Readonly<Record<string, number>> = {
  texts: 4,
  files: 1,
  index: 1,
  memory: 3,
  disk: 1,
  full: 1,
  kills: 1,
  crowd: 1,
  monkey: 1,
};

/** `sweeps/growth.test.ts` makes each of its attacks. */
const names = Object.keys(TRIALS).filter((name) => name !== "growth");

test.each(names)("torture: %s", async (name) => {
  for (let turn = 0; turn < (TURNS[name] ?? 6); turn++) {
    const { counts } = await torture({ seed: SEED + turn, time: 0, only: name });
    expect(counts).toEqual({ [name]: 1 });
  }
});
