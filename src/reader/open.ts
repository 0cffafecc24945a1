/**
 * Opens the reader on a library, and returns when the user leaves it.
 *
 * Loading the host, the parser and the rest takes half of the start, so the first frame is drawn without them: the shelf,
 * with as many essays as the screen shows. Keys that arrive before the rest is loaded wait.
 */
import { frameRows } from "./frame.ts";
import { isTooSmall } from "./geometry.ts";
import { shelfView } from "./screens/shelf/view.ts";
import { type Left, type ReaderOptions, stateOf } from "./start.ts";

export type { ReaderOptions } from "./start.ts";

/** Milliseconds for which the reader waits at its end for a reply of the terminal: after it, the shell would get it. */
const LATEST_REPLY = 300;

/** Runs the reader; resolves with how it was left, the terminal restored unless another library follows. */
export async function openReader(options: ReaderOptions): Promise<Left> {
  const { screen, following, looks } = options;
  const failure = screen.failure();
  screen.hold();
  // The reply comes while the rest is loaded.
  const theme = options.background?.();
  if (!options.open && !isTooSmall(screen.size)) {
    const state = stateOf(options, screen.size);
    screen.draw(frameRows(state, shelfView(state), looks));
  }
  let left: Left | undefined;
  try {
    const { runReader } = await Promise.race([import("./run.ts"), failure]);
    // Before the first key is heard, so that it means the whole shelf.
    if (options.first) await Promise.race([following?.soon(), failure]);
    left = await Promise.race([runReader({ ...options, first: undefined }, theme), failure]);
    return left;
  } finally {
    await screen.replied(LATEST_REPLY);
    if (left?.to === undefined) screen.release();
  }
}
