/**
 * The reader without a terminal: its state, keys, and what the screen would show.
 */
import type { Document } from "../../src/document/document.ts";
import { parseDocument } from "../../src/document/parse.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { EssayIndex } from "../../src/library/index/index.ts";
import { indexedEssay } from "../../src/library/index/row.ts";
import { LibrarySource } from "../../src/library/index/source.ts";
import { readEssay } from "../../src/library/read-essay.ts";
import { Memory } from "../../src/memory/memory.ts";
import { readSource } from "../../src/essay/front-matter.ts";
import { shelve } from "../../src/reader/shelved.ts";
import type { Effect, Message } from "../../src/reader/messages.ts";
import type { Size, State } from "../../src/reader/state.ts";
import { initialState } from "../../src/reader/initial.ts";
import { update } from "../../src/reader/update.ts";
import { performerOf } from "../../src/reader/world.ts";
import { view } from "../../src/reader/views/view.ts";

export interface Reader {
  state: () => State;
  press: (...keys: string[]) => Reader;
  resize: (columns: number, rows: number) => Reader;
  screen: () => string[];
  effects: () => readonly Effect[];
  /** Tells it something that happens in the world. */
  send: (message: Message) => void;
}

/** A reader on essays given as path and source. */
export function reader(
  sources: Readonly<Record<string, string>>,
  size: Size = { columns: 80, rows: 24 },
  settings: Parameters<typeof initialState>[2] = {},
): Reader {
  const essays = Object.entries(sources).map(([path, text]): Essay =>
    readEssay({ text, problems: [] }, path, path),
  );
  const library = {
    root: "/home/reader/essays",
    essays,
    skipped: 0,
    choice: { drafts: true },
    isLibrary: true,
  };
  let state = initialState(shelve(library), size, settings);
  let index: EssayIndex | undefined;
  const source = (): LibrarySource => new LibrarySource((index ??= indexOf(sources)), "", true);
  const memory = new Memory(undefined);
  const performed: Effect[] = [];
  const documentOf = (essay: Essay): Document => parseDocument(readSource(sources[essay.path]!).body);
  const world = performerOf({
    get source() {
      return source();
    },
    choice: { drafts: true },
    memory,
    env: {},
    color: false,
    write: () => undefined,
    suspend: () => undefined,
    state: () => state,
    now: () => 0,
  });
  const send = (message: Message): void => {
    const updated = update(state, message);
    state = updated.state;
    for (const effect of updated.effects) perform(effect);
  };
  const perform = (effect: Effect): void => {
    performed.push(effect);
    switch (effect.kind) {
      case "open": {
        const { essay, landing } = effect;
        return send({
          kind: "opened",
          essay,
          document: documentOf(essay),
          ...(landing && { landing }),
        });
      }
      case "preview":
        return send({ kind: "previewed", essay: effect.essay, document: documentOf(effect.essay) });
      case "around": {
        const { citedBy, alike } = source().around(effect.essay, state.library.all);
        const around = { citedBy: citedBy.map(({ from }) => from), alike };
        return send({ kind: "around", essay: effect.essay, around });
      }
      case "seek":
        return send({ kind: "seek" });
      case "search": {
        const { query, most, length } = effect;
        return send({ kind: "found", query, ...source().search(query, { most, length, drafts: true }) });
      }
      case "list":
      case "bookmark":
      case "unbookmark":
      case "mark":
        return world(effect, send);
      default:
    }
  };
  const own: Reader = {
    state: () => state,
    press: (...keys) => {
      for (const key of keys) send({ kind: "key", key });
      return own;
    },
    resize: (columns, rows) => {
      send({ kind: "resized", size: { columns, rows } });
      return own;
    },
    screen: () => view(state).map(paintPlain),
    effects: () => performed,
    send,
  };
  return own;
}

/** An index in memory. */
function indexOf(sources: Readonly<Record<string, string>>): EssayIndex {
  const index = new EssayIndex(undefined, "");
  for (const [path, text] of Object.entries(sources)) {
    const content = indexedEssay({ text, problems: [] }, path, path);
    index.put({ path, size: 0, modified: 0, content });
  }
  index.commit();
  return index;
}
