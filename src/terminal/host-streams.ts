/**
 * What Ink has in place of a terminal: keys go in, and nothing that it draws comes out.
 */
import { PassThrough, Writable } from "node:stream";
import type { Screen } from "./screen.ts";

/** The two ends of a terminal as a host of React wants them, which is to draw nothing and to change no mode. */
export interface HostStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Hands keys to the host. */
  readonly push: (keys: string) => void;
}

export function hostStreams({ size }: Screen): HostStreams {
  const input = new PassThrough({ encoding: "utf8" });
  const self = (): PassThrough => input;
  const stdin = Object.assign(input, { isTTY: true, setRawMode: self, ref: self, unref: self });
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  // No terminal to it: what hides a cursor there would show it again by itself when the process ends.
  const stdout = Object.assign(sink, { isTTY: false, ...size });
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    push: (keys) => void input.write(keys),
  };
}
