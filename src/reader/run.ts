/**
 * Runs the reader until the user leaves it.
 */
import { render } from "ink";
import { createElement } from "react";
import type { OpenEssay } from "../document/open-essay.ts";
import { realPath } from "../memory/key.ts";
import { systemReason } from "../system/reason.ts";
import { keepHeapSmall } from "../system/heap.ts";
import { hostStreams } from "../terminal/host-streams.ts";
import { Voice } from "../terminal/voice.ts";
import { adopted } from "../memory/adopt.ts";
import { App } from "./app.tsx";
import { Changing } from "./changing.ts";
import { frameRows } from "./frame.ts";
import { keepPlaces } from "./keeper.ts";
import { keepLook } from "./look-kept.ts";
import { followOpenEssay } from "./live.ts";
import { adoptMoved, adoptWhenLeft, showReading } from "./moved.ts";
import { type Left, type ReaderOptions, shelvedOf, stateOf } from "./start.ts";
import type { NamedTheme } from "./state.ts";
import { createStore, type Store } from "./store.ts";
import { view } from "./view.ts";
import { laterOf, loadTools, performerOf, readAgain, whereStopped, type World } from "./world.ts";

/** Runs the reader on a terminal that the program owns; resolves with how the user left it. */
export async function runReader(
  options: ReaderOptions,
  theme?: Promise<NamedTheme | undefined>,
): Promise<Left> {
  keepHeapSmall();
  const { screen, memory, looks, library } = options;
  await library.ready();
  await library.readyToSearch();
  const world: World = {
    ...options,
    color: looks.depth !== "none",
    terminal: screen,
    state: () => store.get(),
    now: Date.now,
    later: laterOf,
    voice: options.voice === undefined ? undefined : new Voice(options.voice),
  };
  let leave: (how: Left) => void = () => undefined;
  let isLeft = false;
  const perform = performerOf(world);
  const store = createStore(stateOf(options, screen.size), (effect, send) => {
    if (effect.kind === "suspend") void screen.suspend();
    else if (effect.kind === "redraw") screen.refresh();
    else if (effect.kind === "quit") leave({ code: effect.code });
    else if (effect.kind === "change") void changing.to(effect.library.name, (to) => leave({ code: 0, to }));
    else perform(effect, send);
  });
  const changing = new Changing(options.another, store.send);
  const draw = (): void => {
    // The screen may show another library.
    if (isLeft) return;
    const state = store.get();
    screen.setMouse(state.mouse);
    screen.draw(frameRows(state, view(state), looks));
  };
  const keeper = keepPlaces(store, memory, world.now);
  adoptWhenLeft(() => {
    adoptMoved(world, store, () => isLeft).catch((error: unknown) =>
      store.send({ kind: "failed", message: systemReason(error) }),
    );
  }, store);
  const unfollow = followOpenEssay(store, (essay) => readAgain(world, essay, store.send));
  const unkeep = options.following
    ? keepLook(store, memory.settings, realPath(library.root))
    : () => undefined;
  store.subscribe(draw);
  void theme?.then((own) => own && store.send({ kind: "themed", theme: own }));
  if (options.open) openAtOnce(options.open, world, store);
  for (const typed of options.typed ?? []) store.send(typed);
  draw();
  const host = hostStreams(screen);
  const left = new Promise<Left>((resolve) => (leave = resolve));
  const app = render(
    createElement(App, {
      // Input that arrives while another program has the terminal is not meant for the reader.
      onKey: (key) => screen.isLent || changing.heard({ kind: "key", key }),
      onReady: () => {
        screen.listen({
          onKeys: host.push,
          onPaste: (text) => changing.heard({ kind: "paste", text }),
          onMouse: (event) => changing.heard({ kind: "mouse", event }),
          onResize: () => {
            store.send({ kind: "resized", size: screen.size });
            draw();
          },
          onStop: () => changing.heard({ kind: "key", key: "ctrl+z" }),
        });
      },
    }),
    { stdin: host.stdin, stdout: host.stdout, interactive: true, exitOnCtrlC: false, patchConsole: false },
  );
  void follow(options, world.now, store, () => isLeft);
  try {
    return await left;
  } finally {
    isLeft = true;
    screen.unlisten();
    changing.stop();
    unkeep();
    perform({ kind: "stopPipe" }, store.send);
    world.voice?.hush();
    keeper.flush();
    unfollow();
    app.unmount();
  }
}

/** Opens the essay of the command line where the user stopped. */
function openAtOnce(open: OpenEssay, world: World, store: Store): void {
  const { memory, library, now } = world;
  const marks = adopted(memory, open, library, now());
  showReading(memory, open.essay, store);
  const landing = whereStopped(memory, open.essay);
  store.send({ kind: "opened", open, marks, ...(landing && { landing }) });
  loadTools(open, world, store.send);
}

/** Shows the essays of the library as it is read, and as it changes. */
async function follow(
  options: ReaderOptions,
  now: World["now"],
  store: Store,
  isOver: () => boolean,
): Promise<void> {
  const { library, following, memory } = options;
  const fail = (error: unknown): void =>
    store.send({
      kind: "failed",
      message: `${library.root}: ${systemReason(error)}`,
    });
  try {
    await following?.follow({
      onProgress: (progress) => store.send({ kind: "reading", progress }),
      onEssays: () => store.send({ kind: "library", library: shelvedOf(options) }),
      onCurrent: () => {
        void adoptMoved({ library, memory, now }, store, isOver).catch(fail);
        const fresh = memory.visits.arrivals(realPath(library.root), library.essays, now());
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
