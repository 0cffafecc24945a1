import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTerminal, Output } from "../../src/terminal/output.ts";
import { temporaryLibrary } from "../support/library.ts";

/** A stream that keeps what is written to it. */
function streamTo(parts: string[]): NodeJS.WriteStream {
  const stream = {
    write: (part: string | Uint8Array) => parts.push(Buffer.from(part).toString()),
    on: () => stream,
  };
  return stream as unknown as NodeJS.WriteStream;
}

const noError = (error: NodeJS.ErrnoException): never => {
  throw error;
};
const noStream = (): never => {
  throw new Error("made a stream");
};

test("a file gets everything without a stream", () => {
  const file = join(temporaryLibrary({}), "out");
  const descriptor = openSync(file, "w");
  const output = new Output(descriptor, noStream, noError);
  output.write("één ");
  output.write(new TextEncoder().encode("två"));
  closeSync(descriptor);
  expect(output.isTerminal).toBe(false);
  expect(readFileSync(file, "utf8")).toBe("één två");
});

test("what a pipe does not take at once goes through the stream, and so does all that follows", () => {
  const fifo = join(temporaryLibrary({}), "fifo");
  execFileSync("mkfifo", [fifo]);
  const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  const parts: string[] = [];
  const output = new Output(writer, () => streamTo(parts), noError);
  const text = "0123456789".repeat(100_000);
  output.write(text);
  output.write("end");
  const taken = Buffer.alloc(text.length);
  const length = readSync(reader, taken);
  expect(length).toBeGreaterThan(0);
  expect(parts).toHaveLength(2);
  expect(taken.toString("utf8", 0, length) + parts.join("")).toBe(`${text}end`);
  closeSync(reader);
  closeSync(writer);
});

test("a failure is told once, after the present work, and nothing more is written", async () => {
  const errors: string[] = [];
  const full = openSync("/dev/full", "w");
  const output = new Output(full, noStream, ({ code = "" }) => errors.push(code));
  output.write("a");
  output.write("b");
  expect(errors).toEqual([]);
  await new Promise(setImmediate);
  expect(errors).toEqual(["ENOSPC"]);
  closeSync(full);
});

test("a file and a device that is no terminal are no terminals", () => {
  const device = openSync("/dev/null", "r");
  expect([isTerminal(device), isTerminal(-1)]).toEqual([false, false]);
  closeSync(device);
});
