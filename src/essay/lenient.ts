/**
 * Front matter that a strict parser refuses, read as other programs read it, or as far as possible.
 *
 *     YAML ─ indented ─▶ parses: PyYAML and js-yaml 4 take it as it is
 *      │ else
 *     entries, one by one ─ parses ─▶ its keys
 *                         └─ fails ─▶ a line `key: value` is text
 */
import { isRecord } from "../text/is-record.ts";
import { newTable, tableOf } from "../text/own.ts";

type Parse = (source: string) => Readonly<Record<string, unknown>>;

/**
 * YAML with each line of a quoted scalar or a flow collection indented. YAML 1.2 requires this (7.4 and 8.1), and most
 * of its readers do not.
 */
export function indented(matter: string): string {
  /**
   * The closers that are still missing, the next one last: `]`, `}`, `"` or `'`. It is a list because each change of a
   * string copies it.
   */
  const open: string[] = [];
  /** The column, from 0, where it was opened. */
  let column = 0;
  return matter
    .split("\n")
    .map((line) => {
      const text = line.trimStart();
      const own = line.length - text.length;
      const goesOn = open.length > 0;
      if (!goesOn) column = own + (VALUE.exec(text)?.[0].length ?? 0);
      follow(open, line);
      return goesOn && text !== "" && own < column ? " ".repeat(column) + text : line;
    })
    .join("\n");
}

const VALUE = /^(?:- +)*(?:[\w.-]+[ \t]*:[ \t]+)?(?=["'[{])/;
const CLOSERS = tableOf<string>({ "[": "]", "{": "}" });

/** Opens and closes what a line opens and closes. */
function follow(open: string[], line: string): void {
  const isNew = open.length === 0;
  const text = isNew ? line.trimStart() : line;
  const start = isNew ? VALUE.exec(text)?.[0].length : 0;
  if (start === undefined) return;
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    const closer = open.at(-1);
    if (closer === '"' && character === "\\") at++;
    else if (character === closer) open.pop();
    else if (closer !== '"' && closer !== "'") {
      if (character === "#" && /[ \t]/.test(text[at - 1] ?? " ")) break;
      if (character in CLOSERS) open.push(CLOSERS[character]!);
      else if ((character === '"' || character === "'") && /[[{,:\s]/.test(text[at - 1] ?? " "))
        open.push(character);
    }
    if (open.length === 0) break;
  }
}

/** Before an entry: a line that is not indented, or that begins with a tab, which YAML forbids. */
const ENTRIES = /\n(?=[^\s#-]|\t[A-Za-z][\w.-]{0,99}:[ \t])/;

/**
 * Each top-level YAML entry that parses on its own, and the text of each `key: value` that does not. A quotation mark or a
 * bracket that is never closed would swallow everything after it, so the lines are then read again one by one.
 */
export function yamlEntries(matter: string, parse: Parse): Record<string, unknown> {
  const data = newTable<unknown>();
  for (const source of [indented(matter), matter]) {
    const own = newTable<unknown>();
    for (const written of source.split(ENTRIES)) {
      const entry = written.replace(/^[ \t]+(?=[A-Za-z][\w.-]*:)/, "");
      // The last of two equal keys counts.
      Object.assign(own, parsed(entry, parse) ?? simpleEntry(entry));
    }
    keep(data, own);
  }
  return data;
}

/** Each TOML entry that parses on its own, in its table. */
export function tomlEntries(matter: string, parse: Parse): Record<string, unknown> {
  const data = newTable<unknown>();
  let table = "";
  for (const entry of matter.split(/\n(?=[ \t]*(?:\[|["']?[\w.-]+["']?[ \t]*=))/)) {
    if (/^[ \t]*\[/.test(entry)) table = `${entry.split("\n", 1)[0]}\n`;
    else keep(data, parsed(table + entry, parse) ?? {});
  }
  return data;
}

function parsed(entry: string, parse: Parse): Readonly<Record<string, unknown>> | undefined {
  try {
    return parse(entry);
  } catch {
    return undefined;
  }
}

/** Adds entries that are not known yet to a table of `newTable`; two entries of one table are merged. */
function keep(data: Record<string, unknown>, entries: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(entries)) {
    const known = data[key];
    if (isRecord(known) && isRecord(value)) data[key] = merged(known, value);
    else if (!Object.hasOwn(data, key)) data[key] = value;
  }
}

function merged(known: Readonly<Record<string, unknown>>, added: Readonly<Record<string, unknown>>): object {
  const both = newTable<unknown>();
  keep(both, known);
  keep(both, added);
  return both;
}

/**
 * `title: Programming: an essay`: a key with text that does not begin a map or a block; for a list that is never
 * closed, its items.
 */
function simpleEntry(entry: string): Record<string, unknown> {
  const [, key, value] =
    /^([A-Za-z][\w.-]*):[ \t]+((?:[^\s{|>&*!]|\{[^{}]*\}[ \t]*\S).*)$/.exec(entry.split("\n", 1)[0]!) ?? [];
  if (key === undefined || value === undefined) return {};
  const text = value.trim();
  if (text.startsWith("[") && !text.includes("]") && !LISTS.test(key)) return {};
  if (text.startsWith("[") && !text.includes("]"))
    return {
      [key]: text
        .slice(1)
        .split(",")
        .map((item) => unquoted(item.trim()))
        .filter((item) => item !== ""),
    };
  return { [key]: unquoted(text) };
}

/** Keys whose values are lists. */
const LISTS = /^(?:tags|categories|keywords|topics|authors?|aliases)$/i;

/** Removes the quotation marks around a value; one within it may be an apostrophe. */
function unquoted(text: string): string {
  const [mark = ""] = text;
  if (text.length < 2 || !/["']/.test(mark) || !text.endsWith(mark)) return text;
  const inner = text.slice(1, -1);
  return inner.replace(/(?<=\w)'(?=\w)/g, "").includes(mark) ? text : inner;
}
