/**
 * A line that says how far the reading of the library has come, where there is somebody to see it.
 */
import type { Progress } from "../library/index/refresh.ts";
import type { Io } from "../terminal/io.ts";

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** What is done sooner needs no line, in milliseconds. */
const PATIENCE = 500;
/** Between two lines, in milliseconds. */
const PACE = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** A progress line on standard error; none where that is no terminal. */
export function progressLine(io: Io, now: () => number = () => performance.now()): ProgressLine {
  let next = now() + PATIENCE;
  let shown = false;
  return {
    show({ done, total }) {
      if (!io.errIsTerminal || now() < next) return;
      next = now() + PACE;
      shown = true;
      const percent = Math.floor((100 * done) / Math.max(1, total));
      io.err(`${CLEAR_LINE}reading ${total} essays: ${percent} %`);
    },
    clear() {
      if (shown) io.err(CLEAR_LINE);
    },
  };
}
