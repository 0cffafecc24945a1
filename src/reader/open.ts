/**
 * Opens the reader on a library and stays until it is left.
 *
 * Loading the host, the parser and the rest takes as long as all else, so the first frame is drawn without them: the shelf
 * as it will be, of as many essays as the screen shows. Keys that come meanwhile wait.
 */
import { frameRows } from "./frame.ts";
import { isTooSmall } from "./geometry.ts";
import { shelfView } from "./screens/shelf/view.ts";
import { type ReaderOptions, stateOf } from "./start.ts";

export type { ReaderOptions } from "./start.ts";

/** Milliseconds for which the reader waits at its end for a reply of the terminal: after it, the shell would get it. */
const LATEST_REPLY = 300;

/** Runs the reader; resolves with the exit code, the terminal restored. */
export async function openReader(options: ReaderOptions): Promise<number> {
  const { screen, following, looks } = options;
  const failure = screen.failure();
  screen.hold();
  // The reply comes while the rest is loaded.
  const theme = options.background?.();
  if (!options.open && !isTooSmall(screen.size)) {
    const state = stateOf(options, screen.size);
    screen.draw(frameRows(state, shelfView(state), looks));
  }
  try {
    const { runReader } = await Promise.race([import("./run.ts"), failure]);
    // Before the first key is heard, so that it means the whole shelf.
    if (options.first) await Promise.race([following?.soon(), failure]);
    return await Promise.race([runReader({ ...options, first: undefined }, theme), failure]);
  } finally {
    await screen.replied(LATEST_REPLY);
    screen.release();
  }
}
