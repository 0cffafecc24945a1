import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leavingKeys, onEndingSignal } from "../../src/terminal/ending-signals.ts";

const SIGNALS = ["SIGINT", "SIGQUIT"] as const;
const ended: number[] = [];
onEndingSignal((code) => void ended.push(code));

beforeEach(() => {
  vi.useFakeTimers();
  ended.length = 0;
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("^C and ^\\ end ibid with the codes of a shell", () => {
  for (const signal of SIGNALS) process.emit(signal, signal);
  expect(ended).toEqual([130, 131]);
});

test("they do not while another program has the terminal, nor if they arrive just after its end", async () => {
  await leavingKeys(() => {
    for (const signal of SIGNALS) process.emit(signal, signal);
    return Promise.resolve();
  });
  for (const signal of SIGNALS) process.emit(signal, signal);
  expect(ended).toEqual([]);
});

test("some time after the program's end they do again, and leave no listener behind", async () => {
  const before = SIGNALS.map((signal) => process.listenerCount(signal));
  await leavingKeys(() => Promise.resolve());
  vi.runAllTimers();
  for (const signal of SIGNALS) process.emit(signal, signal);
  expect(ended).toEqual([130, 131]);
  expect(SIGNALS.map((signal) => process.listenerCount(signal))).toEqual(before);
});
