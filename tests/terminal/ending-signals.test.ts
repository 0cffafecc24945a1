import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leavingKeys, onEndingSignal } from "../../src/terminal/ending-signals.ts";

const SIGNALS: readonly NodeJS.Signals[] = ["SIGINT", "SIGQUIT"];
let ended: number[];
/** Puts back the listeners of other tests in this process, which would end it. */
let restore: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  const others = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  restore = () => {
    for (const signal of SIGNALS) process.removeAllListeners(signal);
    for (const [signal, listeners] of others) listeners.forEach((listener) => process.on(signal, listener));
  };
  ended = [];
  onEndingSignal((code) => void ended.push(code));
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  restore();
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
