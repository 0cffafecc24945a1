/**
 * The input of the reader, and its first state.
 */
import { isolated } from "../layout/direction.ts";
import { titleLabel } from "../essay/title-label.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Choice } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import type { AnsiOptions } from "../formats/ansi.ts";
import { themes } from "../formats/theme.ts";
import { MEASURE } from "../layout/measure.ts";
import type { FirstEssays } from "../library/index/index.ts";
import type { Following } from "../library/following.ts";
import type { Library } from "../library/library.ts";
import { toGoOn } from "../memory/go-on.ts";
import { keyOf } from "../memory/key.ts";
import { linkIndex } from "../links/link-target.ts";
import type { Memory } from "../memory/memory.ts";
import type { Screen as Terminal } from "../terminal/screen.ts";
import { label } from "../text/visible.ts";
import { arrange, withCounts, nearestEssay } from "./arrange.ts";
import { shelve } from "./shelve.ts";
import { FIELDS } from "./typed-field.ts";
import { hint, type Keymap, keymap } from "./keymap.ts";
import type { Message } from "./messages.ts";
import type { Fault, Shelf, Shelved, Size, State } from "./state.ts";
import type { NamedTheme } from "../formats/theme.ts";

/** The user's settings for the reader. */
export type Settings = Partial<
  Pick<
    State,
    | "notes"
    | "measure"
    | "spread"
    | "wrap"
    | "hyphens"
    | "reorders"
    | "language"
    | "themes"
    | "colorless"
    | "keymap"
    | "mouse"
    | "wantsPreview"
    | "message"
    | "readings"
    | "fresh"
    | "queue"
    | "libraries"
    | "history"
  >
> & { readonly shelf?: Partial<Shelf> };

/** How the reader was left: for good, or for another library. */
export type Left = { readonly code: number; readonly to?: ToRead };

/** The user's input. */
export type Typed = Extract<Message, { kind: "key" | "paste" }>;

/** What to open: a shelf, or an essay with the shelf under it. */
export interface ToRead {
  readonly library: Library;
  /** Brings the library up to date while it is read; absent for a single essay. */
  readonly following: Following | undefined;
  /** The first essays of the shelf, if the rest is not known yet. */
  readonly first?: FirstEssays | undefined;
  /** Why the library can't be opened; it is then empty. */
  readonly fault?: Fault | undefined;
  /** An essay to open at once. */
  readonly open?: OpenEssay | undefined;
  /** What the user typed while the library was opened. */
  readonly typed?: readonly Typed[];
}

/** Closes the library, and stops following it. */
export function closeRead({ library, following }: ToRead): void {
  if (following) following.close();
  else library.close();
}

/** The input of the reader. */
export interface ReaderOptions extends ToRead {
  /** Opens the library of a name in the config file; throws an error with the reason if it can't be opened. */
  readonly another: (name: string) => Promise<ToRead>;
  /** The choice of essays to show. */
  readonly choice: Choice;
  /** The memory of earlier reading. */
  readonly memory: Memory;
  readonly settings: Settings;
  readonly looks: Omit<AnsiOptions, "theme">;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The command that reads a sentence aloud; undefined if none is set. */
  readonly voice: string | undefined;
  /** Why the command in the config file can't be used; undefined if there is none, or it can. */
  readonly voiceFault?: string | undefined;
  readonly screen: Terminal;
  /** Whether the terminal may take text for the clipboard. */
  readonly hasClipboard: boolean;
  /**
   * Asks the terminal, which the reader holds, for its background; returns the theme for it, if it differs from the
   * first one.
   */
  readonly background?: () => Promise<NamedTheme | undefined>;
}

/** The first state of the reader. */
export function stateOf(options: ReaderOptions, size: Size): State {
  const { following, memory, settings, first } = options;
  const shelved = shelvedOf(options);
  const library = first ? { ...shelved, total: first.total, orderColumns: first.orderColumns } : shelved;
  const readings = readingsOf(library, memory);
  const progress = following?.isReading ? { done: 0, total: 0 } : undefined;
  const state: State = {
    ...initialState(library, size, {
      ...settings,
      readings,
      queue: queueOf(library, memory).map(({ path }) => path),
      history: Object.fromEntries(FIELDS.map((field) => [field, memory.typed.in(field)])),
    }),
    progress,
  };
  if (options.open || state.message !== "") return state;
  return { ...state, message: continueWords(library, memory, state.keymap) };
}

/** The shelf, with its first essay under the cursor. */
export function initialState(
  library: Shelved,
  size: Size,
  { shelf: wanted, ...settings }: Settings = {},
): State {
  const shelf = {
    sort: "order",
    reverse: false,
    grouped: false,
    tags: [],
    tagsAre: "any" as const,
    read: "any" as const,
    query: "",
    ...wanted,
  };
  const readings = settings.readings ?? new Map<string, Reading>();
  const entries = arrange(library, readings, shelf);
  return {
    keymap,
    fresh: new Set(),
    queue: [],
    libraries: [],
    history: {},
    mouse: true,
    wantsPreview: true,
    notes: "auto",
    measure: MEASURE,
    spread: false,
    wrap: "even",
    hyphens: "auto",
    reorders: false,
    language: undefined,
    themes: [{ name: "terminal", theme: themes.terminal }],
    progress: undefined,
    message: skippedWords(library),
    isNotice: settings.message !== undefined,
    ...settings,
    readings,
    size,
    library,
    shelf: { ...shelf, ...withCounts(entries), cursor: nearestEssay(entries, 0, 1), top: 0 },
    screen: { kind: "shelf", isTyping: false },
    below: [],
    inTexts: undefined,
    isThemeChosen: false,
    colorless: settings.colorless,
    recall: undefined,
    preview: undefined,
    previewing: undefined,
    tools: {},
    count: "",
    lastKey: "",
  };
}

/** The message about the first file or folder that can't be read, and about the command that lists the others. */
export function skippedWords({ skipped, root }: Pick<Shelved, "skipped" | "root">): string {
  const [first, ...others] = skipped;
  if (!first) return "";
  const more = others.length === 0 ? "" : `; ${others.length} more: ibid list ${label(root)}`;
  return `${label(first.path === "." ? root : first.path)} ${label(first.message)}${more}`;
}

/** The library as the reader shows it. */
export function shelvedOf({
  library,
  following,
  choice,
  open,
  first,
  fault,
}: Omit<ReaderOptions, "settings" | "looks">): Shelved {
  const essays = first ? first.essays : library.essays;
  const { root, source, skipped } = library;
  return shelve({
    root,
    source,
    fault,
    essays,
    targets: first ? linkIndex(essays) : library.targets,
    skipped: skipped.filter(({ isHarmless }) => isHarmless !== true),
    choice,
    isInOwnOrder: first !== undefined,
    asked: open?.essay,
    isLibrary: following !== undefined,
  });
}

/** How far the essays of a library were read, by their paths. */
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

/** The essays of a library that are in the queue. */
export function queueOf({ all }: Pick<Shelved, "all">, { queue }: Memory): Essay[] {
  const files = queue.files();
  if (files.length === 0) return [];
  const known = new Map(all.map((essay) => [keyOf(essay), essay]));
  return files.flatMap((file) => known.get(file) ?? []);
}

/** `c continues “Title”, 40 %`: the essay to continue, if there is one. */
function continueWords({ essays }: Shelved, memory: Memory, keys: Keymap): string {
  const last = toGoOn(memory, essays);
  const [words] = last
    ? hint(keys, "shelf", "continue", `continues “${isolated(titleLabel(last.essay))}”`)
    : [];
  return words === undefined ? "" : `${words}, ${last!.percent} % read`;
}
