/**
 * What the reader is opened with, and the state on which it opens.
 */
import type { Document } from "../document/document.ts";
import type { Choice } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { FirstEssays } from "../library/index/index.ts";
import type { LibrarySource } from "../library/index/source.ts";
import { toGoOn } from "../memory/go-on.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import type { AnsiOptions } from "../formats/ansi.ts";
import { label } from "../text/visible.ts";
import { initialState } from "./initial.ts";
import { hint, type Keymap } from "./keymap.ts";
import { shelve } from "./shelved.ts";
import type { Shelf, Shelved, State } from "./state.ts";

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
  /** Where `essays` are only the first of the shelf: how many there are. */
  readonly first?: FirstEssays | undefined;
  /** Which essays are to be shown. */
  readonly choice: Choice;
  /** What was read before. */
  readonly memory: Memory;
  /** An essay to open at once, with its text. */
  readonly open?: { readonly essay: Essay; readonly document: Document };
  readonly settings?: Partial<
    Pick<State, "notes" | "measure" | "wrap" | "themes" | "keymap" | "mouse" | "wantsPreview" | "message">
  > & {
    readonly shelf?: Partial<Shelf>;
  };
  readonly looks: Omit<AnsiOptions, "theme">;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** The state on which the reader opens. */
export function stateOf(options: ReaderOptions, size: State["size"]): State {
  const { source, memory, settings = {} } = options;
  const { first } = options;
  const all = shelved(options, options);
  const library = first ? { ...all, total: first.total, orderColumns: first.orderColumns } : all;
  const readings = readingsOf(library, memory);
  const state = initialState(library, size, {
    ...settings,
    readings,
    progress: source?.isReading ? { done: 0, total: 0 } : undefined,
  });
  if (options.open || state.message !== "") return state;
  return { ...state, message: continueWords(library, memory, state.keymap) };
}

/** How far one has come with the essays of a library, by their paths. */
function readingsOf({ all }: Shelved, memory: Memory): Map<string, Reading> {
  const known = new Map(memory.all().map((one) => [one.file, one]));
  if (known.size === 0) return new Map();
  return new Map(
    all.flatMap((essay): [string, Reading][] => {
      const one = known.get(keyOf(essay));
      return one ? [[essay.path, { state: one.state, percent: one.percent }]] : [];
    }),
  );
}

/** `c continues “Title”, 40 %`: the essay to go on with, if there is one. */
function continueWords({ essays }: Shelved, memory: Memory, keys: Keymap): string {
  const last = toGoOn(memory, essays);
  const [words] = last ? hint(keys, "shelf", "continue", `continues “${label(last.essay.title)}”`) : [];
  return words === undefined ? "" : `${words}, ${last!.percent} % read`;
}

/** The essays to show of those that the library holds; one that was asked for by name is among them. */
export function shelved(
  { root, choice, open, source }: ReaderOptions,
  { essays, skipped }: Pick<ReaderOptions, "essays" | "skipped">,
): Shelved {
  const asked = open?.essay;
  return shelve({ root, essays, skipped, choice, asked, isLibrary: source !== undefined });
}
