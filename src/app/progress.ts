/**
 * The progress line while a library is read, on a terminal.
 */
import type { Progress } from "../library/index/refresh.ts";
import type { Io } from "../terminal/io.ts";

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Removes the line. */
  readonly clear: () => void;
}

/** The time before the first line, in milliseconds. */
const PATIENCE = 500;
/** The time between two lines, in milliseconds. */
const PACE = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** A progress line on standard error; none if that is not a terminal. */
export function progressLine(io: Io, now: () => number = () => 1_000 * process.uptime()): ProgressLine {
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
