/**
 * The reducer of the reader: a state and a message give the next state and the effects.
 *
 *         message ─▶ the module of the visible screen ─▶ state, effects ─▶ a screen that became visible is updated ─▶ preview
 */
import { nearestEssay, rearranged } from "./arrange.ts";
import { hintedKey } from "./hinted-key.ts";
import { remembered } from "./history.ts";
import type { TypedField } from "./typed-field.ts";
import type { Action } from "./keymap.ts";
import { ask, type Message, only, type Updated } from "./messages.ts";
import { pressOf } from "./press.ts";
import { previewed, relaidPreview, unpreviewed, withPreview } from "./preview/preview.ts";
import { edited, pasted } from "./prompt.ts";
import { listScreenOf } from "./screens/list/listed.ts";
import { withLost } from "./screens/list/library-marks.ts";
import { moduleOf, surfaced } from "./screens/modules.ts";
import { sought } from "./screens/page/find.ts";
import { composed } from "./screens/page/note-field.ts";
import { heardOne, paused, voiceOf } from "./screens/page/aloud.ts";
import { annotated, changed, opened, settled, surrounded, withMarksAgain } from "./screens/page/opened.ts";
import { newPalette } from "./screens/palette/palette.ts";
import { peeked } from "./screens/peek/peeking.ts";
import { commandAnswered } from "./screens/pipe/answer.ts";
import { answered, searchedAgain } from "./screens/search/search.ts";
import { keepInView } from "./scroll.ts";
import { shelfExtent } from "./shelf-geometry.ts";
import { needsMarks, reread } from "./reread.ts";
import { popped, pushed } from "./stack.ts";
import { skippedWords } from "./start.ts";
import type { Screen, Shelved, Size, State } from "./state.ts";

export function update(state: State, message: Message): Updated {
  const updated = withVoice(state, updatedBy(state, message));
  return withPreview(updated.state.below.length < state.below.length ? seenAgain(updated) : updated);
}

/** Makes the voice read what the state names, and nothing else. It falls silent whenever the user leaves the page. */
function withVoice(before: State, { state, effects }: Updated): Updated {
  const reads = voiceOf(state);
  const isSame = reads?.turn === voiceOf(before)?.turn;
  return isSame ? { state, effects } : { state, effects: [...effects, { kind: "voice", reads }] };
}

/** Updates a screen that was under another one, because the size or the library may have changed. */
function seenAgain({ state, effects }: Updated): Updated {
  return { state: { ...state, screen: surfaced(state, state.screen) }, effects };
}

type On = {
  readonly [Kind in Message["kind"]]: (state: State, message: Extract<Message, { kind: Kind }>) => Updated;
};

const ON: On = {
  key: (state, { key }) => pressed(state, key),
  composed: (state, message) => only(composed(state, message)),
  paste: (state, { text }) =>
    pastedIn({ ...state, count: "", message: "" }, text) ??
    typed({ ...state, count: "", message: "" }, (before) => pasted(before, text)),
  mouse: onMouse,
  resized: (state, { size }) => searchedAgain(resized(state, size)),
  opened,
  // An outline over the page lists the present headings.
  changed(state, message) {
    const updated = changed(state, message);
    return updated.state.screen.kind === "list" ? seenAgain(updated) : updated;
  },
  settled: (state) => only(settled(state)),
  annotated,
  reread,
  remarked: (state, { essay, marks }) => only(withMarksAgain(state, essay, marks)),
  heard: (state, message) => only(heardOne(state, message)),
  seek: (state) => only(sought(state)),
  peeked: (state, { open, at }) => only(peeked(state, open, at)),
  previewed: (state, { of, essay }) => only(previewed(state, of, essay)),
  unpreviewed: (state, { of, reason }) => only(unpreviewed(state, of, reason)),
  around: (state, message) => only(surrounded(state, message)),
  listed: (state, { listed }) => only(pushed(state, listScreenOf(listed, state))),
  lost: (state, { ids }) => only(withLost(state, ids)),
  found: answered,
  answer: (state, { text, ending }) => only(commandAnswered(state, text, ending)),
  tallied: (state, { query, count }) => only({ ...state, inTexts: { query, count } }),
  reading: (state, { progress }) => only({ ...state, progress }),
  library: (state, { library }) => withLibrary(state, library),
  queue: (state, { queue }) => only({ ...state, queue }),
  fresh: (state, { fresh }) => only({ ...state, fresh }),
  read: (state, { path, reading }) =>
    only({ ...state, readings: new Map(state.readings).set(path, reading) }),
  loaded: (state, { tools }) => only(relaid({ ...state, tools: { ...state.tools, ...tools } }, state)),
  themed: (state, { theme }) => {
    const others = state.themes.filter(({ name }) => name !== theme.name);
    return only({ ...state, themes: [theme, ...others] });
  },
  said: (state, { message }) => only({ ...state, message }),
  // If the library can't be searched, the search screen closes.
  failed: (state, { message }) =>
    only({ ...(state.screen.kind === "search" ? popped(state) : state), message }),
};

function updatedBy(state: State, message: Message): Updated {
  const on = ON[message.kind] as (state: State, message: Message) => Updated;
  return on(state, message);
}

/** The visible screen in a new layout. The screens under it follow when they are shown again. */
function relaid(state: State, before: State): State {
  return relaidPreview({
    ...state,
    screen: surfaced(state, state.screen, before),
    below: moduleOf(state.screen).isOver ? relaidUnder(state, before) : state.below,
  });
}

/** The screens that are visible under a screen that covers only a part. */
function relaidUnder(state: State, before: State): readonly Screen[] {
  const first = state.below.findLastIndex((screen) => !moduleOf(screen).isOver);
  return state.below.map((screen, index) => (index < first ? screen : surfaced(state, screen, before)));
}

/** The state with the library that has been read. The cursor stays on its essay, and a search is repeated. */
function withLibrary(state: State, library: Shelved): Updated {
  const isAtFirst = state.shelf.cursor <= nearestEssay(state.shelf.entries, 0, 1);
  const moved = rearranged({ ...state, library, previewing: undefined }, {});
  const first = { cursor: nearestEssay(moved.shelf.entries, 0, 1), top: 0 };
  const next = isAtFirst && state.progress ? { ...moved, shelf: { ...moved.shelf, ...first } } : moved;
  const message = next.message === "" ? skippedWords(library) : next.message;
  return searchedAgain(relaid({ ...next, message }, state));
}

function resized(state: State, size: Size): State {
  const { shelf } = state;
  const top = keepInView(shelf.cursor, shelf.top, shelfExtent({ ...state, size }));
  return relaid({ ...state, size, shelf: { ...shelf, top } }, state);
}

function pressed(state: State, key: string): Updated {
  const press = pressOf(state, key);
  const now = { ...state, lastKey: key };
  const next = { ...now, count: "", message: "", isNotice: false, recall: undefined };
  switch (press.kind) {
    case "digit":
      return only({ ...now, count: press.count });
    case "first":
      return only(now);
    case "said":
      return only({ ...next, lastKey: "", message: press.message });
    case "text":
      return typed(next, (text) => edited(text, key));
    case "recalled":
      return typed({ ...next, recall: press.recall }, () => press.text);
    case "act": {
      const done = acted({ ...next, lastKey: press.isSequence ? "" : key }, press.action, press.count);
      return press.uses ? withTyped(done, press.uses) : done;
    }
  }
}

/** Stores the typed text in the history when it is used. */
function withTyped({ state, effects }: Updated, field: TypedField): Updated {
  const kept = remembered(state, field);
  return { state: kept.state, effects: [...kept.effects, ...effects] };
}

/** Pastes a text into a field that keeps lines. */
function pastedIn(state: State, text: string): Updated | undefined {
  return moduleOf(state.screen).pasted?.(state, state.screen, text);
}

/** The text in the field changed, if there is one. */
function typed(state: State, change: (text: string) => string): Updated {
  const { screen } = state;
  const module = moduleOf(screen);
  const isTyping = module.isTyping?.(screen) === true;
  return (isTyping && module.typed?.(state, screen, change)) || only(state);
}

/** The wheel moves like keys, a drag selects, and a click follows; on a hint it presses the key. */
function onMouse(state: State, { event }: Extract<Message, { kind: "mouse" }>): Updated {
  if (!state.mouse) return only(state);
  const calm = { ...state, count: "", lastKey: "", message: "" };
  if (event.kind === "wheel") return acted(calm, event.rows > 0 ? "down" : "up", Math.abs(event.rows));
  if (event.kind === "drag") return moduleOf(calm.screen).drag?.(calm, calm.screen, event) ?? only(calm);
  const module = moduleOf(calm.screen);
  const isLast = event.row === state.size.rows - 1;
  const bottom = isLast ? module.bottom(state, state.screen) : undefined;
  const key = bottom && hintedKey(state, module.context(state.screen), bottom, event.column);
  if (key !== undefined) return pressed(calm, key);
  return passedOn(module.click?.(calm, calm.screen, event) ?? only(calm));
}

function acted(state: State, action: Action, count: number): Updated {
  const { screen } = state;
  const module = moduleOf(screen);
  switch (action) {
    case "redraw":
      return ask(state, { kind: "redraw" });
    case "suspend":
      return ask(paused(state), { kind: "suspend" });
    case "interrupt":
      return ask(state, { kind: "quit", code: 130 });
    case "quit":
      return ask(state, { kind: "quit", code: 0 });
    case "mouse":
      return only({ ...state, mouse: !state.mouse, message: mouseWords(!state.mouse) });
    case "help":
      if (screen.kind === "help") break;
      return only(pushed(state, { kind: "help", top: 0, about: module.context(screen) }));
    case "palette":
      return only(pushed(state, newPalette(module.context(screen))));
  }
  const needed = needsMarks(state, action, count);
  return needed ? ask(state, needed) : passedOn(module.update(state, screen, action, count));
}

/** The result of a screen's module. The screen that is visible next performs an action that the module passes on. */
function passedOn(updated: Updated): Updated {
  const { passes, effects } = updated;
  if (!passes) return updated;
  const done = acted(seenAgain(updated).state, passes.action, passes.count);
  return { state: done.state, effects: [...effects, ...done.effects] };
}

function mouseWords(isReaders: boolean): string {
  return isReaders
    ? "the mouse scrolls and follows links"
    : "the terminal has the mouse: select text with it";
}
