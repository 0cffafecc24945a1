/**
 * The keys of the reader as text, for `ibid help keys`.
 *
 * Most screens have the same keys for moving. Repeated on each screen they were two thirds of the page, so a section of
 * their own shows them once.
 */
import { paintPlain } from "../formats/plain.ts";
import { type Binding, type Context, CONTEXTS, contextTitle, type Keymap } from "./keymap.ts";
import { configName, remapped } from "./remap.ts";
import { sectionLines } from "./screens/help/lines.ts";

const SHARED_TITLE = "On most screens  [keys]  (a screen's own keys, below, take precedence)";

/**
 * Every key of every screen, the user's own included, with the name of its action in the config file and what it does, in lines of at
 * most `columns`.
 */
export function keyHelp(own: Readonly<Record<string, unknown>>, columns: number): string {
  const { keymap } = remapped(own);
  const shared = sharedBindings(keymap);
  const known = new Set(shared.map(rowOf));
  const ownOf = (context: Context): Binding[] => keymap[context].filter((one) => !known.has(rowOf(one)));
  return [
    textOf(SHARED_TITLE, shared, columns),
    ...CONTEXTS.map((context) =>
      textOf(`${contextTitle(context)}  [keys.${context}]`, ownOf(context), columns),
    ),
  ].join("\n");
}

/** Those that at least half of the screens have, in the order of the first screen that has them. */
function sharedBindings(keymap: Keymap): Binding[] {
  const counts = new Map<string, number>();
  const first = new Map<string, Binding>();
  for (const binding of CONTEXTS.flatMap((context) => keymap[context])) {
    const row = rowOf(binding);
    counts.set(row, (counts.get(row) ?? 0) + 1);
    if (!first.has(row)) first.set(row, binding);
  }
  return [...first].filter(([row]) => counts.get(row)! * 2 >= CONTEXTS.length).map(([, binding]) => binding);
}

/** What the help shows of a binding. */
function rowOf({ keys, action, help }: Binding): string {
  return [...keys, action, help].join("\n");
}

function textOf(title: string, bindings: readonly Binding[], columns: number): string {
  return sectionLines(title, bindings, columns, { nameOf: configName })
    .map((row) => `${paintPlain(row).trimEnd()}\n`)
    .join("");
}
