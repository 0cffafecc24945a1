/**
 * Remembers how a library is shown: its order, the place of notes, the measure and the theme. The command
 * line and the config file take precedence.
 */
import { shape } from "../app/flags/shape.ts";
import type { LibrarySettings } from "../memory/library-settings.ts";
import type { State } from "./state.ts";
import type { Store } from "./store.ts";

/** The remembered values that are valid; the theme by its name. */
export interface RememberedLook {
  readonly sort?: string;
  readonly reverse?: boolean;
  readonly notes?: State["notes"];
  readonly measure?: number;
  readonly spread?: boolean;
  readonly theme?: string;
}

const NOTES: readonly State["notes"][] = shape.notes.values;
const MEASURES = { least: 20, most: 200 };

/** The remembered values of a library, which any version may have written. */
export function rememberedLook(values: ReadonlyMap<string, string>): RememberedLook {
  const sort = values.get("sort");
  const notes = NOTES.find((one) => one === values.get("notes"));
  const measure = Number(values.get("measure"));
  const theme = values.get("theme");
  const isMeasure = Number.isInteger(measure) && measure >= MEASURES.least && measure <= MEASURES.most;
  return {
    ...(sort !== undefined && { sort, reverse: values.get("reverse") === "true" }),
    ...(notes && { notes }),
    ...(isMeasure && { measure }),
    ...(values.has("spread") && { spread: values.get("spread") === "true" }),
    ...(theme !== undefined && { theme }),
  };
}

/** Stores the user's changes from now on; returns a function that ends this. */
export function rememberLook(store: Store, settings: LibrarySettings, root: string): () => void {
  let before = lookOf(store.get());
  return store.subscribe(() => {
    const now = lookOf(store.get());
    for (const [name, value] of now) if (before.get(name) !== value) settings.set(root, name, value);
    before = now;
  });
}

function lookOf({ shelf, notes, measure, spread, themes, isThemeChosen }: State): Map<string, string> {
  return new Map([
    ["sort", shelf.sort],
    ["reverse", String(shelf.reverse)],
    ["notes", notes],
    ["measure", String(measure)],
    ["spread", String(spread)],
    ...(isThemeChosen ? [["theme", themes[0]?.name ?? ""] as const] : []),
  ]);
}
