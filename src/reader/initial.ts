/**
 * The state on which the reader opens.
 */
import { MEASURE } from "../layout/measure.ts";
import { themes } from "../formats/theme.ts";
import { arrange } from "./arrange.ts";
import { keymap } from "./keymap.ts";
import { counted, nearestEssay } from "./rearrange.ts";
import type { Shelf, Shelved, Size, State } from "./state.ts";

type Settings = Partial<
  Pick<
    State,
    | "notes"
    | "measure"
    | "wrap"
    | "themes"
    | "progress"
    | "keymap"
    | "readings"
    | "fresh"
    | "mouse"
    | "wantsPreview"
    | "message"
  >
>;

/** The state on which the reader opens: the shelf, its first essay under the cursor. */
export function initialState(
  library: Shelved,
  size: Size,
  options: Settings & { readonly shelf?: Partial<Shelf> } = {},
): State {
  const { shelf: wanted, ...settings } = options;
  const shelf = {
    sort: "order",
    reverse: false,
    grouped: false,
    tags: [],
    tagsAre: "any" as const,
    query: "",
    ...wanted,
  };
  const readings = settings.readings ?? new Map();
  const entries = arrange(library, readings, shelf);
  return {
    keymap,
    fresh: new Set(),
    mouse: true,
    wantsPreview: true,
    notes: "auto",
    measure: MEASURE,
    wrap: "even",
    themes: [{ name: "terminal", theme: themes.terminal }],
    progress: undefined,
    message: skippedWords(library),
    ...settings,
    readings,
    size,
    library,
    shelf: { ...shelf, ...counted(entries), cursor: nearestEssay(entries, 0, 1), top: 0 },
    screen: { kind: "shelf" },
    preview: undefined,
    previewing: "",
    highlighter: undefined,
    count: "",
    lastKey: "",
    drawn: 0,
  };
}

export function skippedWords({ skipped }: Shelved): string {
  if (skipped === 0) return "";
  return `${skipped} ${skipped === 1 ? "file" : "files"} could not be read; ibid list tells which`;
}
