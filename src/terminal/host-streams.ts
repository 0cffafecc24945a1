/**
 * The streams that Ink gets instead of a terminal: keys go in, and Ink's own drawing is discarded.
 */
import { PassThrough, Writable } from "node:stream";
import type { Screen } from "./screen.ts";

/** The two streams that Ink expects. It draws nothing on them and changes no mode. */
export interface HostStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Passes keys to Ink. */
  readonly push: (keys: string) => void;
}

export function hostStreams({ size }: Screen): HostStreams {
  const input = new PassThrough({ encoding: "utf8" });
  const self = (): PassThrough => input;
  const stdin = Object.assign(input, { isTTY: true, setRawMode: self, ref: self, unref: self });
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  // This is not a terminal, because on a terminal Ink would show the cursor again when the process ends.
  const stdout = Object.assign(sink, { isTTY: false, ...size });
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    push: (keys) => void input.write(keys),
  };
}
