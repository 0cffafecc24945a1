/**
 * Opens the reader on a library and stays until it is left.
 *
 * Loading Ink and React takes as long as all the rest, so the first frame is drawn without them: the shelf as it will
 * be, of as many essays as the screen shows. Keys that come meanwhile wait.
 */
import { paintAnsi } from "../formats/ansi.ts";
import { type ReaderOptions, stateOf } from "./opening.ts";
import { shelfView } from "./views/shelf.ts";
import { cutLine } from "../layout/cut.ts";
import { isTooSmall } from "./geometry.ts";

export type { ReaderOptions } from "./opening.ts";

/** Runs the reader; resolves with the exit code, the terminal restored. */
export async function openReader(options: ReaderOptions): Promise<number> {
  const { stdin, source } = options;
  // Before anything is drawn, so that no key is the terminal driver's own: ^Z would stop the reader as it stands.
  stdin.setRawMode(true);
  const release = showShelf(options);
  const { runReader, known } = await unlessItFails(
    async () => ({
      ...(await import("./run.ts")),
      // Before the first key is heard, so that it means the whole shelf.
      known: options.first && source ? await source.essays() : undefined,
    }),
    release,
  );
  const all = known
    ? { ...options, essays: known.essays, skipped: known.skipped.length, first: undefined }
    : options;
  return runReader(all, () => release("cleared"));
}

/** Does something; should anything fail meanwhile, the terminal is restored first, so that it is told there. */
async function unlessItFails<Done>(work: () => Promise<Done>, release: Release): Promise<Done> {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  process.on("uncaughtException", fail);
  try {
    return await Promise.race([work(), failed]);
  } catch (error) {
    release("restored");
    throw error;
  } finally {
    process.off("uncaughtException", fail);
  }
}

/** Lets go of the terminal: with a clear screen, for Ink to draw on, or as it was before. */
type Release = (leaving: "cleared" | "restored") => void;

const CLEAR = "\u001b[2J\u001b[H";
const ENTER = `\u001b[?1049h\u001b[?25l${CLEAR}`;
const LEAVE = "\u001b[?25h\u001b[?1049l";
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Draws the shelf, unless an essay is to be opened. However the program ends, the terminal is restored. */
function showShelf(options: ReaderOptions): Release {
  const { stdin, stdout, looks, open } = options;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const isDrawn = !open && !isTooSmall(size);
  const restore = (): void => {
    if (isDrawn) stdout.write(LEAVE);
    stdin.setRawMode(false);
  };
  const handlers = Object.entries(SIGNALS).map(([signal, code]) => {
    const handler = (): void => process.exit(code);
    process.once(signal, handler);
    return { signal, handler };
  });
  process.once("exit", restore);
  if (isDrawn) {
    const state = stateOf(options, size);
    const painted = { ...looks, theme: state.themes[0]?.theme ?? {} };
    const rows = shelfView(state).map((line) => paintAnsi(cutLine(line, size.columns), painted));
    stdout.write(ENTER + rows.join("\r\n"));
  }
  return (leaving) => {
    // Where the alternate screen is entered again, some terminals clear it and some do not move the cursor.
    if (leaving === "restored") restore();
    else if (isDrawn) stdout.write(CLEAR);
    process.off("exit", restore);
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
}
