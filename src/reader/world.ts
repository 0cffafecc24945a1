/**
 * Performs the effects, with one function for each kind.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { holdsCode, holdsMath } from "../document/walk.ts";
import type { Choice } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Following } from "../library/following.ts";
import type { CitingLink } from "../library/links.ts";
import { toGoOn } from "../memory/go-on.ts";
import { isInFile, keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import type { Voice } from "../terminal/voice.ts";
import { messageOf } from "../text/message-of.ts";
import { label } from "../text/visible.ts";
import { adopted } from "../memory/adopt.ts";
import { annotate, readAgainFor } from "./annotate.ts";
import { listedOf } from "./list-content.ts";
import { findLost } from "./lost-marks.ts";
import type { Effect, EffectOf } from "./messages.ts";
import { browse, compose, copy, edit, type Outside } from "./outside.ts";
import { speak } from "./speaking.ts";
import { Piping } from "./piping.ts";
import { Previews } from "./preview/previews.ts";
import { search, tally } from "./searching.ts";
import { showReading } from "./moved.ts";
import { ShelfMarks } from "./shelf-marks.ts";
import { queueOf } from "./start.ts";
import type { Landing, State } from "./state.ts";
import type { Store } from "./store.ts";

/** The things that effects act on. */
export interface World extends Outside {
  /** Undefined if there is only one essay, and nothing to search. */
  readonly following: Pick<Following, "recover"> | undefined;
  readonly choice: Choice;
  readonly memory: Memory;
  readonly color: boolean;
  readonly state: () => State;
  /** The voice that reads aloud; undefined if the user has set none. */
  readonly voice: Pick<Voice, "speak" | "hush"> | undefined;
  /** Why the voice that the user has set can't be used. */
  readonly voiceFault?: string | undefined;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
  /** Runs a function after the keys that have arrived; a long one after their frame. */
  readonly later: (act: () => void, takesLong?: boolean) => void;
}

type Send = Store["send"];
type Performers = { readonly [Kind in Effect["kind"]]?: (effect: EffectOf<Kind>, send: Send) => void };

/** Performs effects, except those about the frame itself (`suspend`, `redraw`, `quit`), which the caller performs. */
export function performerOf(world: World): (effect: Effect, send: Send) => void {
  const previews = new Previews({ ...world, marks: (essay) => world.memory.marks.of(keyOf(essay)) });
  const piping = new Piping(world.library, world.env);
  const shelfMarks = new ShelfMarks(world.memory, world.now);
  const { later } = world;
  const citing = (essay: Essay): readonly CitingLink[] =>
    world.following ? world.library.surroundings(essay).citedBy : [];
  const afterTheFrame = (act: () => void): void => later(act, true);
  const performers: Performers = {
    open: (effect, send) => open(world, effect, send),
    preview: latest(
      ({ of }, send) =>
        previews.show(of, {
          shown: (essay) => {
            send({ kind: "previewed", of, essay });
            loadTools(essay.open, world, send);
          },
          failed: (error) => send({ kind: "unpreviewed", of, reason: reasonOf(error) }),
        }),
      later,
    ),
    peek: ({ essay, at }, send) => {
      const opened = world.library.open(essay);
      send({ kind: "peeked", open: opened, at });
      loadTools(opened, world, send);
    },
    around: latest((effect, send) => around(world, effect, send), afterTheFrame),
    search: latest((effect, send) => search(world, effect, send), afterTheFrame),
    tally: latest((effect, send) => tally(world, effect, send), afterTheFrame),
    seek: latest((_, send) => send({ kind: "seek" }), afterTheFrame),
    continue: (_, send) => continueReading(world, send),
    list(effect, send) {
      const listed = listedOf({ ...world, citing }, effect);
      send({ kind: "listed", listed });
      if (listed.what === "marks") findLost(listed.marks, world, send);
    },
    bookmark: (effect, send) => bookmark(world, effect, send),
    queue: (effect, send) => queue(world, effect, send),
    arrangeQueue: ({ essays }, send) => {
      world.memory.queue.arrange(essays.map(keyOf), world.now());
      sendQueue(world, send);
    },
    annotate: (effect, send) => annotate(world, effect, send),
    reread: (effect, send) => send(readAgainFor(world.memory, effect, world.state().library.essays)),
    compose: (effect, send) => void compose(world, effect, send),
    unbookmark: ({ bookmark: id }) => world.memory.unbookmark(id, world.now()),
    mark: (effect, send) => shelfMarks.mark(effect, send),
    unmark: (_, send) => shelfMarks.undo(send),
    browse: (effect, send) => void browse(effect, send),
    copy: (effect, send) => void copy(world, effect, send),
    edit: (effect, send) => void edit(world, effect, send),
    pipe: (effect, send) =>
      void piping
        .run(effect, send)
        .catch((error: unknown) => send({ kind: "answer", text: "", ending: reasonOf(error) })),
    typed: ({ field, text }) => world.memory.typed.add(field, text, world.now()),
    stopPipe: () => piping.stop(),
    voice: (effect, send) => speak(world, effect, send),
    settle: latest((_, send) => void setTimeout(() => send({ kind: "settled" }), MOMENT).unref(), later),
  };
  return (effect, send) => {
    const perform = performers[effect.kind] as ((effect: Effect, send: Send) => void) | undefined;
    try {
      perform?.(effect, send);
    } catch (error) {
      send({ kind: "failed", message: reasonOf(error) });
    }
  };
}

/** Runs an action after the keys that have arrived, or, if it takes long, after their frame. */
export function laterOf(act: () => void, takesLong = false): void {
  setImmediate(() => (takesLong ? setImmediate(act) : act()));
}

/** The time for which changes are marked, in milliseconds. */
const MOMENT = 2_500;

/** Performs only the last of several effects, after the keys that have arrived. */
function latest<One>(
  perform: (effect: One, send: Send) => void,
  schedule: (act: () => void) => void,
): typeof perform {
  let waiting: One | undefined;
  return (effect, send) => {
    const isFirst = waiting === undefined;
    waiting = effect;
    if (!isFirst) return;
    schedule(() => {
      const last = waiting!;
      waiting = undefined;
      try {
        perform(last, send);
      } catch (error) {
        send({ kind: "failed", message: reasonOf(error) });
      }
    });
  };
}

function reasonOf(error: unknown): string {
  return label(messageOf(error));
}

function open(world: World, { essay, landing }: EffectOf<"open">, send: Send): void {
  const opened = world.library.open(essay);
  const marks = adopted(world.memory, opened, world.library, world.now());
  showReading(world.memory, essay, { get: world.state, send });
  const where = landing ?? whereStopped(world.memory, essay);
  send({ kind: "opened", open: opened, marks, ...(where && { landing: where }) });
  loadTools(opened, world, send);
}

/** The place where the user stopped. An essay that was read to its end begins again. */
export function whereStopped(memory: Memory, essay: Essay): Landing | undefined {
  const known = isInFile(essay) ? memory.of(keyOf(essay)) : undefined;
  return known?.state === "begun" ? { kind: "text", place: known.place } : undefined;
}

/** Shows the essay first; hyphens, coloured code and mathematics follow when their tools are loaded. */
export function loadTools(
  { document }: OpenEssay,
  { color, state }: Pick<World, "color" | "state">,
  send: Send,
): void {
  const { hyphens, tools } = state();
  if (hyphens !== "never" && tools.hyphenators === undefined)
    void import("../app/hyphenator.ts").then(({ hyphenatorOf }) =>
      send({ kind: "loaded", tools: { hyphenators: hyphenatorOf } }),
    );
  if (color && tools.highlighter === undefined && holdsCode(document))
    void import("../formats/highlighter.ts").then(({ highlighter }) =>
      send({ kind: "loaded", tools: { highlighter } }),
    );
  if (tools.tex === undefined && holdsMath(document))
    void import("../formats/mathematics.ts").then(({ texOf }) =>
      send({ kind: "loaded", tools: { tex: texOf } }),
    );
}

function around({ library, following }: World, { essay }: EffectOf<"around">, send: Send): void {
  if (!following) return;
  const { citedBy, alike } = library.surroundings(essay);
  const citing = [...new Set(citedBy.map(({ from }) => from))];
  send({ kind: "around", essay, around: { citedBy: citing, alike } });
}

function continueReading(world: World, send: Send): void {
  const last = toGoOn(world.memory, world.state().library.essays);
  if (last) open(world, { kind: "open", essay: last.essay }, send);
  else send({ kind: "said", message: "no unfinished essay here" });
}

function bookmark({ memory, now }: World, { essay, place, line }: EffectOf<"bookmark">, send: Send): void {
  memory.bookmark(keyOf(essay), place, line, now());
  const until = memory.isKept ? "" : " until you leave: it can't be saved";
  send({ kind: "said", message: `bookmarked${until}: ${label(line)}` });
}

function queue(world: World, { essay, isIn }: EffectOf<"queue">, send: Send): void {
  const { queue: own } = world.memory;
  if (isIn) own.add(keyOf(essay), world.now());
  else own.remove(keyOf(essay), world.now());
  world.memory.texts.note(essay, "");
  sendQueue(world, send);
}

function sendQueue({ memory, state }: World, send: Send): void {
  send({ kind: "queue", queue: queueOf(state().library, memory).map(({ path }) => path) });
}

/** Reads a saved file again, with its front matter. */
export function readAgain(world: World, essay: Essay, send: Send): void {
  try {
    const opened = world.library.open(essay);
    send({
      kind: "changed",
      open: opened,
      marks: adopted(world.memory, opened, world.library, world.now()),
    });
    loadTools(opened, world, send);
  } catch (error) {
    send({ kind: "said", message: reasonOf(error) });
  }
}
