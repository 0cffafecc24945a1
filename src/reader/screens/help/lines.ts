/**
 * The lines of the help, made from the keymap.
 */
import { type Row, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { width } from "../../../text/width.ts";
import { type Binding, type Context, CONTEXTS, contextTitle, keyName, type Keymap } from "../../keymap.ts";
import type { Size } from "../../state.ts";

/** What the lines were made of the last time, and the lines: each key needs them several times. */
let made: { readonly of: readonly unknown[]; readonly lines: readonly Row[] } | undefined;

/** The keys of all screens, those of `asked` first. */
export function helpLines(keymap: Keymap, asked: Context, { columns }: Size): readonly Row[] {
  const of = [keymap, asked, columns];
  if (!made || !of.every((one, nth) => one === made!.of[nth]))
    made = { of, lines: linesOf(keymap, asked, columns) };
  return made.lines;
}

function linesOf(keymap: Keymap, asked: Context, columns: number): Row[] {
  const kinds = [...CONTEXTS].sort((a, b) => Number(b === asked) - Number(a === asked));
  return kinds.flatMap((kind, index) => [
    ...(index === 0 ? [] : [line()]),
    ...sectionLines(contextTitle(kind), keymap[kind], columns),
  ]);
}

/** A table of keys below its title, within `columns`. */
export function sectionLines(title: string, bindings: readonly Binding[], columns: number): Row[] {
  return section(title, bindings, columns - 1).map(({ spans }): Row => ({ spans: [span(" "), ...spans] }));
}

function section(name: string, bindings: readonly Binding[], columns: number): Row[] {
  const rows = bindings
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, help }) => [keys.map(keyName).join(" "), help] as const);
  const widest = Math.max(...rows.map(([keys]) => width(keys)));
  const left = Math.min(widest, Math.floor(columns / 2)) + 3;
  const title: Row = { spans: [span(name, "heading")] };
  return [title, ...rows.flatMap(([keys, help]) => row(keys, help, left, columns))];
}

/** The keys of a binding, and its help wrapped beside them. */
function row(keys: string, help: string, left: number, columns: number): Row[] {
  const lines = wrapRuns([span(help)], Math.max(1, columns - Math.max(left, width(keys) + 2)), "greedy");
  return lines.map((spans, index) => {
    const own = index === 0 ? ` ${keys} ` : " ";
    return { spans: [span(own + " ".repeat(Math.max(0, left - width(own))), "strong"), ...spans] };
  });
}

function line(): Row {
  return { spans: [] };
}
