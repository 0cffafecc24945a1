/**
 * Opens the reader on a library and stays until it is left.
 */
import { type Instance, render } from "ink";
import { createElement } from "react";
import type { Document } from "../document/document.ts";
import { type Choice, choose } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { systemReason } from "../library/discover.ts";
import type { LibrarySource } from "../library/index/source.ts";
import { candidateOf, fuzzyIndex } from "../search/fuzzy.ts";
import type { AnsiOptions } from "../paint/ansi.ts";
import { App } from "./app.tsx";
import { loadHighlighter, openEssay, searcherOf } from "./perform.ts";
import { isSame } from "./rearrange.ts";
import type { Shelf, Shelved, State } from "./state.ts";
import { createStore, type Store } from "./store.ts";
import { type Suspend, suspendProcess } from "./suspend.ts";
import { initialState } from "./update.ts";

/** What the reader is opened with. */
export interface ReaderOptions {
  /** The library's folder, or its file. */
  readonly root: string;
  /** Brings the library up to date and searches it; absent where there is one essay only. */
  readonly source: LibrarySource | undefined;
  /** The library's essays, as they are known. */
  readonly essays: readonly Essay[];
  /** How many files could not be read. */
  readonly skipped: number;
  /** Which essays are to be shown. */
  readonly choice: Choice;
  /** An essay to open at once, with its text. */
  readonly open?: { readonly essay: Essay; readonly document: Document };
  readonly settings?: Partial<Pick<State, "notes" | "measure" | "wrap" | "themes">> & {
    readonly shelf?: Partial<Shelf>;
  };
  readonly looks: Omit<AnsiOptions, "theme">;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** Runs the reader; resolves with the exit code, the terminal restored. */
export async function openReader(options: ReaderOptions): Promise<number> {
  const { stdin, stdout } = options;
  let code = 0;
  let suspend: Suspend | undefined;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const searcher = searcherOf(options);
  const store = createStore(
    initialState(shelved(options, options), size, {
      ...options.settings,
      progress: options.source?.isReading ? { done: 0, total: 0 } : undefined,
    }),
    (effect, send) => {
      if (effect.kind === "open")
        openEssay(effect, store.get().library.essays, send, options.looks.depth !== "none");
      else if (effect.kind === "search") searcher(effect, send);
      else if (effect.kind === "suspend") void suspendProcess(suspend, onStop).then(askSize);
      else if (effect.kind === "redraw") {
        askSize();
        redraw();
      } else {
        code = effect.code;
        app.unmount();
      }
    },
  );
  if (options.open) {
    store.send({ kind: "opened", ...options.open });
    if (options.looks.depth !== "none") void loadHighlighter(options.open.document, store.send);
  }
  // Before the first frame, so that no key is the terminal driver's own: ^Z would stop the reader as it stands.
  stdin.setRawMode(true);
  const onStop = (): void => store.send({ kind: "key", key: "ctrl+z" });
  process.on("SIGTSTP", onStop);
  const onResize = (): void => {
    redraw();
    store.send({ kind: "resized", size: { columns: stdout.columns, rows: stdout.rows } });
  };
  stdout.on("resize", onResize);
  const props = { store, looks: options.looks, onReady: (own: Suspend) => void (suspend = own) };
  const app = render(createElement(App, props), {
    stdin,
    stdout: withoutResize(stdout),
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 60,
  });
  void follow(options, store.send);
  await untilLeft(app);
  process.off("SIGTSTP", onStop);
  stdout.off("resize", onResize);
  return code;

  /** Clears the screen and has Ink forget what it drew there: the next frame is drawn whole, from the top. */
  function redraw(): void {
    app.clear();
    stdout.write("\u001b[2J\u001b[H");
    store.send({ kind: "redrawn" });
  }
}

/** Shows what the library holds as it is read. */
async function follow(options: ReaderOptions, send: Store["send"]): Promise<void> {
  try {
    await options.source?.follow({
      onProgress: (progress) => send({ kind: "reading", progress }),
      onEssays: (essays, skipped) =>
        send({ kind: "library", library: shelved(options, { essays, skipped: skipped.length }) }),
    });
  } catch (error) {
    send({ kind: "failed", message: `${options.root}: ${systemReason(error)}` });
  }
}

/** Waits for the end; an error that nothing caught ends the reader too, so that it is told on the shell's screen. */
async function untilLeft(app: Instance): Promise<void> {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  process.on("uncaughtException", fail);
  try {
    await Promise.race([app.waitUntilExit(), failed]);
  } finally {
    process.off("uncaughtException", fail);
    app.unmount();
  }
}

/**
 * The stream without its `resize` events. Ink answers one by drawing the frame that it has, made for the old
 * size, which the terminal then wraps; the reader draws a new one instead.
 */
function withoutResize(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  return new Proxy(stdout, {
    get(target, key) {
      if (key === "on" || key === "off") {
        return (event: string, listener: () => void) =>
          event === "resize" ? target : target[key](event, listener);
      }
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/**
 * Has Node.js ask the terminal for its size, as it does by itself on SIGWINCH only, which a stopped process may
 * never hear. If the size is another, the stream's `resize` follows.
 */
function askSize(): void {
  process.emit("SIGWINCH");
}

/** The essays to show of those that the library holds; one that was asked for by name is among them. */
function shelved(
  { root, choice, open, source }: ReaderOptions,
  { essays, skipped }: Pick<ReaderOptions, "essays" | "skipped">,
): Shelved {
  const chosen = choose(essays, choice);
  const isMissing = open && !chosen.some((essay) => isSame(essay, open.essay));
  const shown = isMissing ? [...chosen, open.essay] : chosen;
  const alone = source === undefined && shown.length === 1 && open !== undefined;
  return { root, alone, essays: shown, skipped, index: fuzzyIndex(shown.map(candidateOf)) };
}
