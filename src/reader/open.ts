/**
 * Opens the reader on a library, and returns when the user leaves it.
 *
 * Loading the host, the parser and the rest takes half of the start, so the first frame is drawn without them: the shelf,
 * with as many essays as the screen shows. Keys that arrive before the rest is loaded wait.
 */
import { firstFrame } from "./first-frame.ts";
import { frameRows } from "./frame.ts";
import { type Left, type ReaderOptions, stateOf } from "./start.ts";

export type { ReaderOptions } from "./start.ts";

/** Runs the reader on a terminal, which it holds from then on; resolves with how the user left it. */
export async function openReader(options: ReaderOptions): Promise<Left> {
  const { screen, following, looks } = options;
  screen.hold();
  // The reply arrives while the rest is loaded.
  const theme = options.background?.();
  if (!options.open) {
    const state = stateOf(options, screen.size);
    const rows = firstFrame(state);
    if (rows) screen.draw(frameRows(state, rows, looks));
  }
  const { runReader } = await import("./run.ts");
  // This comes before the first key is handled, so that the key applies to the whole shelf.
  if (options.first) await following?.soon();
  return runReader({ ...options, first: undefined }, theme);
}
