/**
 * The reader, run in Ink until it is left.
 */
import { type Instance, render } from "ink";
import { createElement } from "react";
import { systemReason } from "../system/reason.ts";
import { MouseInput, type MouseReport } from "../terminal/mouse.ts";
import { App } from "./app.tsx";
import { realPath } from "../memory/key.ts";
import { keepPlaces } from "./keeper.ts";
import { followOpenEssay } from "./live.ts";
import { type ReaderOptions, shelved, stateOf } from "./opening.ts";
import { createStore, type Store } from "./store.ts";
import { type Suspend, suspendProcess } from "./suspend.ts";
import { loadHighlighter, performerOf, whereStopped } from "./world.ts";

/** Runs the reader; `onTaken` is told when Ink has the terminal. Resolves with the exit code, the terminal restored. */
export async function runReader(options: ReaderOptions, onTaken: () => void): Promise<number> {
  const { stdin, stdout, memory } = options;
  let code = 0;
  let suspend: Suspend | undefined;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const perform = performerOf({
    ...options,
    color: options.looks.depth !== "none",
    write: (sequence) => void stdout.write(sequence),
    suspend: () => suspend,
    state: () => store.get(),
    now: Date.now,
  });
  const store = createStore(stateOf(options, size), (effect, send) => {
    if (effect.kind === "suspend") void suspendProcess(suspend, onStop).then(askSize);
    else if (effect.kind === "redraw") {
      askSize();
      redraw();
    } else if (effect.kind === "quit") {
      code = effect.code;
      app.unmount();
    } else perform(effect, send);
  });
  const keeper = keepPlaces(store, memory, Date.now);
  const unfollow = followOpenEssay(store, options.looks.depth !== "none");
  const onStop = (): void => store.send({ kind: "key", key: "ctrl+z" });
  process.on("SIGTSTP", onStop);
  const onResize = (): void => {
    redraw();
    store.send({ kind: "resized", size: { columns: stdout.columns, rows: stdout.rows } });
  };
  stdout.on("resize", onResize);
  const props = { store, looks: options.looks, stdout, onReady: (own: Suspend) => void (suspend = own) };
  if (options.open) openAtOnce(options.open, store, options);
  onTaken();
  const app = render(createElement(App, props), {
    stdin: withoutMouse(stdin, (event) => store.send({ kind: "mouse", event })),
    stdout: withoutResize(stdout),
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: 250,
  });
  void follow(options, store);
  try {
    await untilLeft(app);
  } finally {
    keeper.flush();
    unfollow();
    process.off("SIGTSTP", onStop);
    stdout.off("resize", onResize);
  }
  return code;

  /** Clears the screen and has Ink forget what it drew there: the next frame is drawn whole, from the top. */
  function redraw(): void {
    app.clear();
    stdout.write("\u001b[2J\u001b[H");
    store.send({ kind: "redrawn" });
  }
}

type Opening = NonNullable<ReaderOptions["open"]>;

/** An essay that was asked for by name: where one stopped. */
function openAtOnce(open: Opening, store: Store, { memory, looks }: ReaderOptions): void {
  const landing = whereStopped(memory, open.essay);
  store.send({ kind: "opened", ...open, ...(landing && { landing }) });
  if (looks.depth !== "none") void loadHighlighter(open.document, store.send);
}

/** Shows what the library holds as it is read, and as it changes. */
async function follow(options: ReaderOptions, store: Store): Promise<void> {
  const { source, root, memory } = options;
  const fail = (error: unknown): void =>
    store.send({ kind: "failed", message: `${root}: ${systemReason(error)}` });
  try {
    await source?.follow({
      onProgress: (progress) => store.send({ kind: "reading", progress }),
      onEssays: (essays, skipped) =>
        store.send({ kind: "library", library: shelved(options, { essays, skipped: skipped.length }) }),
      onCurrent: () => {
        const { library } = store.get();
        const paths = library.all.map(({ path }) => path);
        const fresh = memory.arrivals(realPath(root), paths, Date.now());
        if (!isSameSet(fresh, store.get().fresh)) store.send({ kind: "fresh", fresh });
      },
      onError: fail,
    });
  } catch (error) {
    fail(error);
  }
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
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

/** The stream without reports of the mouse, which Ink would drop. */
function withoutMouse(stdin: NodeJS.ReadStream, onReport: (report: MouseReport) => void): NodeJS.ReadStream {
  const input = new MouseInput();
  return new Proxy(stdin, {
    get(target, key) {
      if (key === "read") {
        return (): string | null => {
          const chunk = target.read() as string | null;
          if (chunk === null) return null;
          const { keys, reports } = input.push(String(chunk));
          for (const report of reports) onReport(report);
          return keys;
        };
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
