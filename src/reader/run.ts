/**
 * Runs the reader until the user leaves it.
 */
import { render } from "ink";
import { createElement } from "react";
import type { OpenEssay } from "../document/open-essay.ts";
import { realPath } from "../memory/key.ts";
import { systemReason } from "../system/reason.ts";
import { hostStreams } from "../terminal/host-streams.ts";
import { Voice } from "../terminal/voice.ts";
import { adopted } from "../memory/adopt.ts";
import { App } from "./app.tsx";
import { Changing } from "./changing.ts";
import { frameRows } from "./frame.ts";
import { followLibrary } from "./follow-library.ts";
import { keepPlaces } from "./keeper.ts";
import { rememberLook } from "./library-look.ts";
import { followMarks } from "./follow-marks.ts";
import { followOpenEssay } from "./live.ts";
import type { Effect, EffectOf } from "./messages.ts";
import { adoptMoved, adoptWhenLeft, showReading } from "./moved.ts";
import { type Left, type ReaderOptions, stateOf } from "./start.ts";
import type { NamedTheme } from "../formats/theme.ts";
import { createStore, type Store } from "./store.ts";
import { view } from "./view.ts";
import { laterOf, loadTools, performerOf, readAgain, whereStopped, type World } from "./world.ts";

/** Runs the reader on a terminal that the program owns; resolves with how the user left it. */
export async function runReader(
  options: ReaderOptions,
  theme?: Promise<NamedTheme | undefined>,
): Promise<Left> {
  await options.library.ready();
  await options.library.readyToSearch();
  const running = new Running(options);
  try {
    return await running.start(theme);
  } finally {
    running.stop();
  }
}

/** The effects on the frame itself. */
type FrameEffects = { readonly [Kind in Effect["kind"]]?: (effect: EffectOf<Kind>) => void };

/** A reader from its first frame until the user leaves it. Each part registers what ends it. */
class Running {
  readonly #options: ReaderOptions;
  readonly #world: World;
  readonly #store: Store;
  readonly #changing: Changing;
  readonly #left = Promise.withResolvers<Left>();
  readonly #ends: (() => void)[] = [];
  #isLeft = false;

  constructor(options: ReaderOptions) {
    const { screen, looks, voice, another } = options;
    this.#options = options;
    this.#world = {
      ...options,
      color: looks.depth !== "none",
      terminal: screen,
      state: () => this.#store.get(),
      now: Date.now,
      later: laterOf,
      voice: voice === undefined ? undefined : new Voice(voice),
    };
    const perform = performerOf(this.#world);
    const onFrame = this.#frameEffects();
    this.#store = createStore(stateOf(options, screen.size), (effect, send) => {
      const own = onFrame[effect.kind] as ((effect: Effect) => void) | undefined;
      if (own) own(effect);
      else perform(effect, send);
    });
    this.#changing = new Changing(another, this.#store.send);
    this.#ends.push(
      () => this.#world.voice?.hush(),
      () => perform({ kind: "stopPipe" }, this.#store.send),
      () => this.#changing.stop(),
    );
  }

  /** Shows the reader; resolves with how the user left it. */
  start(theme: Promise<NamedTheme | undefined> | undefined): Promise<Left> {
    const { open, typed = [] } = this.#options;
    const store = this.#store;
    this.#observe();
    store.subscribe(() => this.#draw());
    void theme?.then((own) => own && store.send({ kind: "themed", theme: own }));
    if (open) openAtOnce(open, this.#world, store);
    for (const message of typed) store.send(message);
    this.#draw();
    this.#listen();
    void followLibrary(this.#options, this.#world.now, store, () => this.#isLeft);
    return this.#left.promise;
  }

  /** Ends each part, the last one first. */
  stop(): void {
    this.#isLeft = true;
    for (const end of this.#ends.toReversed()) end();
  }

  #frameEffects(): FrameEffects {
    const { screen } = this.#options;
    const leave = (how: Left): void => this.#left.resolve(how);
    return {
      suspend: () => void screen.suspend(),
      redraw: () => screen.refresh(),
      quit: ({ code }) => leave({ code }),
      change: ({ library }) => void this.#changing.to(library.name, (to) => leave({ code: 0, to })),
    };
  }

  /** What is remembered of the user's reading, and what follows the files. */
  #observe(): void {
    const { memory, library, following } = this.#options;
    const store = this.#store;
    const keeper = keepPlaces(store, memory, this.#world.now);
    this.#ends.push(() => keeper.flush());
    adoptWhenLeft(() => {
      adoptMoved(this.#world, store, () => this.#isLeft).catch((error: unknown) =>
        store.send({ kind: "failed", message: systemReason(error) }),
      );
    }, store);
    this.#ends.push(followMarks(store, memory));
    this.#ends.push(followOpenEssay(store, (essay) => readAgain(this.#world, essay, store.send)));
    if (following) this.#ends.push(rememberLook(store, memory.settings, realPath(library.root)));
  }

  #draw(): void {
    // The screen may show another library.
    if (this.#isLeft) return;
    const { screen, looks } = this.#options;
    const state = this.#store.get();
    screen.setMouse(state.mouse);
    screen.draw(frameRows(state, view(state), looks));
  }

  /** Takes the user's input, which Ink splits into keys. */
  #listen(): void {
    const { screen } = this.#options;
    const host = hostStreams(screen);
    const heard = (message: Parameters<Changing["heard"]>[0]): void => this.#changing.heard(message);
    const onReady = (): void =>
      screen.listen({
        onKeys: host.push,
        onPaste: (text) => heard({ kind: "paste", text }),
        onMouse: (event) => heard({ kind: "mouse", event }),
        onResize: () => {
          this.#store.send({ kind: "resized", size: screen.size });
          this.#draw();
        },
        onStop: () => heard({ kind: "key", key: "ctrl+z" }),
      });
    // Input that arrives while another program has the terminal is not meant for the reader.
    const onKey = (key: string): void => {
      if (!screen.isLent) heard({ kind: "key", key });
    };
    const app = render(createElement(App, { onKey, onReady }), {
      stdin: host.stdin,
      stdout: host.stdout,
      interactive: true,
      exitOnCtrlC: false,
      patchConsole: false,
    });
    this.#ends.push(
      () => app.unmount(),
      () => screen.unlisten(),
    );
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
