/**
 * Standard output and standard error, as commands write to them.
 *
 * A pipe or a file is written by its descriptor. Node.js's streams would be as synchronous there, but to load them takes a tenth of the
 * time of a command that prints a list. They serve terminals, and a pipe that takes no more at the moment and does not wait.
 */
import { fstatSync, writeSync } from "node:fs";

export class Output {
  readonly #descriptor: number;
  readonly #makeStream: () => NodeJS.WriteStream;
  readonly #onError: (error: NodeJS.ErrnoException) => void;
  #isTerminal: boolean | undefined;
  #stream: NodeJS.WriteStream | undefined;
  #isBroken = false;

  /** `stream` makes the stream of the descriptor. `onError` is called, at the earliest after the present work, if a write fails. */
  constructor(
    descriptor: number,
    stream: () => NodeJS.WriteStream,
    onError: (error: NodeJS.ErrnoException) => void,
  ) {
    this.#descriptor = descriptor;
    this.#makeStream = stream;
    this.#onError = onError;
  }

  get isTerminal(): boolean {
    return (this.#isTerminal ??= isTerminal(this.#descriptor));
  }

  /** The stream, which also has the size of a terminal. */
  get stream(): NodeJS.WriteStream {
    return (this.#stream ??= this.#makeStream().on("error", this.#onError));
  }

  /** Writes everything, in the order of the calls. */
  write(data: string | Uint8Array): void {
    if (this.#isBroken) return;
    if (this.#stream || this.isTerminal) this.stream.write(data);
    else this.#writeNow(typeof data === "string" ? Buffer.from(data) : data);
  }

  #writeNow(bytes: Uint8Array): void {
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
    } catch (error) {
      if (isError(error) && error.code === "EAGAIN") this.stream.write(bytes.subarray(written));
      else this.#fail(error);
    }
  }

  /** Later, as a stream does, because a command ends its work even if nobody reads its output. */
  #fail(error: unknown): void {
    if (!isError(error)) throw error;
    this.#isBroken = true;
    process.nextTick(this.#onError, error);
  }
}

/** Whether a descriptor is a terminal. Only a device can be one, so that node:tty, and all streams with it, is loaded for devices alone. */
export function isTerminal(descriptor: number): boolean {
  return isDevice(descriptor) && process.getBuiltinModule("node:tty").isatty(descriptor);
}

/** Whether it may be a device: Windows can't report each descriptor's kind. */
function isDevice(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return !stats.isFile() && !stats.isFIFO() && !stats.isSocket();
  } catch {
    return true;
  }
}

function isError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
