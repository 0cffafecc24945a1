/**
 * No signal is lost, at whatever moment it comes: the program ends, and the terminal is what it was.
 */
import { spawn } from "@lydell/node-pty";
import { expect, test } from "vitest";
import { environment, program, shippedEssays } from "../support/program.ts";

/** The signals by their numbers; a shell adds 128 for the exit code. One function handles all of them, so each moment has one. */
const SIGNALS = [
  ["SIGTERM", 15],
  ["SIGHUP", 1],
  ["SIGINT", 2],
] as const;
/** Milliseconds after the start, every ten of them. */
const MOMENTS = Array.from({ length: 41 }, (_, nth) => nth * 10);
const AT_A_TIME = 4;

interface Ended {
  readonly exitCode: number;
  readonly signal: number | undefined;
  readonly sent: string;
}

/** Starts the reader and sends it a signal after a number of milliseconds; returns how it ended. */
function ended(signal: string, moment: number, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const pty = spawn(process.execPath, [program, shippedEssays], { cols: 80, rows: 24, env });
    let sent = "";
    pty.onData((data) => (sent += data));
    // What is tested is the moment itself: nothing that is shown could be waited for.
    setTimeout(() => pty.kill(signal), moment);
    pty.onExit((how) => resolve({ exitCode: how.exitCode, signal: how.signal, sent }));
  });
}

test("a signal from 0 to 400 ms after the start ends the reader, the terminal restored", async () => {
  const env = environment();
  const tries = MOMENTS.map((moment, nth) => ({ moment, signal: SIGNALS[nth % SIGNALS.length]! }));
  for (let first = 0; first < tries.length; first += AT_A_TIME) {
    const some = tries.slice(first, first + AT_A_TIME);
    const all = await Promise.all(some.map(({ moment, signal: [name] }) => ended(name, moment, env)));
    for (const [nth, { exitCode, signal: by, sent }] of all.entries()) {
      const { moment, signal } = some[nth]!;
      const [name, number] = signal;
      const what = `${name} after ${moment} ms`;
      // Before the first of its code has run, the system ends it by the signal.
      expect(by === number || exitCode === 128 + number, `${what}: ${exitCode}, ${by}`).toBe(true);
      const count = (sequence: string): number => sent.split(sequence).length - 1;
      expect(count("\u001b[?1049l"), what).toBe(count("\u001b[?1049h"));
      expect(count("\u001b[?25h"), what).toBe(count("\u001b[?25l"));
      expect(count("\u001b[?2004l"), what).toBe(count("\u001b[?2004h"));
      expect(count("\u001b[?1000l"), what).toBe(count("\u001b[?1000h"));
    }
  }
});
