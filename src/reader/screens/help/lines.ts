/**
 * The lines of the help, made from the keymap.
 */
import { marked } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import { width } from "../../../text/width.ts";
import {
  type Action,
  type Binding,
  type Context,
  CONTEXTS,
  contextTitle,
  keyName,
  type Keymap,
} from "../../keymap.ts";
import { hasWords, rangesOf } from "../../narrowing.ts";
import type { Size } from "../../state.ts";
import { largest } from "../../../text/extremes.ts";

/** A row of the help. */
export interface HelpRow extends Row {
  /** Whether it stays with the row above: a further row of a key's words, or the first key below a title. */
  readonly goesOn?: boolean;
}

/** A cache of the last lines and their input: each key needs them several times. */
let made: { readonly of: readonly unknown[]; readonly lines: readonly HelpRow[] } | undefined;

/** The keys of all screens, those of `asked` first: those that have the `words`, if there are any. */
export function helpLines(keymap: Keymap, asked: Context, { columns }: Size, words = ""): readonly HelpRow[] {
  const of = [keymap, asked, columns, words];
  if (!made || !of.every((one, nth) => one === made!.of[nth]))
    made = { of, lines: linesOf(keymap, asked, columns, words) };
  return made.lines;
}

function linesOf(keymap: Keymap, asked: Context, columns: number, words: string): HelpRow[] {
  const has = hasWords(words);
  const kinds = [...CONTEXTS].sort((a, b) => Number(b === asked) - Number(a === asked));
  const sections = kinds.flatMap((kind) => {
    const shown = keymap[kind].filter(({ keys, help }) => has(`${keys.map(keyName).join(" ")} ${help}`));
    return shown.length === 0 ? [] : [sectionLines(contextTitle(kind), shown, columns, { words })];
  });
  return sections.flatMap((rows, index) => (index === 0 ? rows : [line(), ...rows]));
}

/** What a table of keys shows beside them. */
export interface HelpLook {
  /** The words that are marked. */
  readonly words?: string;
  /** The name of an action, which is shown between its keys and its help; without it there are no names. */
  readonly nameOf?: (action: Action) => string;
}

/** A table of keys below its title, within `columns`. */
export function sectionLines(
  title: string,
  bindings: readonly Binding[],
  columns: number,
  look: HelpLook = {},
): HelpRow[] {
  return section(title, bindings, columns - 1, look).map((one): HelpRow => ({
    ...one,
    spans: [span(" "), ...one.spans],
  }));
}

function section(
  name: string,
  bindings: readonly Binding[],
  columns: number,
  { words = "", nameOf }: HelpLook,
): HelpRow[] {
  const shown = bindings.filter(({ keys }) => keys.length > 0);
  const keysOf = ({ keys }: Binding): string => keys.map(keyName).join(" ");
  const widestKeys = largest(shown.map((one) => width(keysOf(one))));
  const rows = shown.map((one) => {
    const keys = keysOf(one);
    const blanks = " ".repeat(widestKeys - width(keys) + 2);
    return [nameOf ? `${keys}${blanks}${nameOf(one.action)}` : keys, one.help] as const;
  });
  const widest = largest(rows.map(([keys]) => width(keys)));
  const left = Math.min(widest, Math.floor(columns / 2)) + 3;
  const title: Row = { spans: [span(name, "heading")] };
  const entries = rows.map(([keys, help]) => row(keys, help, left, columns, words));
  return [
    title,
    ...entries.flatMap((own, nth) => own.map((one, at) => ({ ...one, goesOn: nth + at === 0 || at > 0 }))),
  ];
}

/** The keys of a binding, and its help wrapped beside them. */
function row(keys: string, help: string, left: number, columns: number, words: string): Row[] {
  const runs = marked(help, rangesOf(words, help), "found", []);
  const lines = wrapRuns(runs, Math.max(1, columns - Math.max(left, width(keys) + 2)), "greedy");
  return lines.map((spans, index) => {
    const own = index === 0 ? ` ${keys} ` : " ";
    return { spans: [span(own + " ".repeat(Math.max(0, left - width(own))), "strong"), ...spans] };
  });
}

function line(): Row {
  return { spans: [] };
}
