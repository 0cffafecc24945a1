/**
 * Front matter without fences, as in Pelican and MultiMarkdown: lines `Key: value` from the first one up to a blank line,
 * one of them a title or a date.
 *
 *     Title: On margins
 *     Date: 2024-05-06
 *     Summary: A line that goes on
 *         indented.
 *
 *     The essay.
 */
import { newTable } from "../text/own.ts";
import type { FrontMatter } from "./essay.ts";

export interface Header {
  readonly data: FrontMatter;
  readonly body: string;
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
}

const KEY = /^([A-Za-z][\w-]*(?: [\w-]+){0,3}):(?:[ \t](.*))?$/;
/** The keys that distinguish a header from prose that begins with a word and a colon. */
const TELLING = new Set(["title", "date"]);
/** The most lines that a header may have. */
const MOST_LINES = 200;

/** The header of a text (line feeds only); undefined if it has none. */
export function headerOf(text: string): Header | undefined {
  if (!KEY.test(text.slice(0, 1_000).split("\n", 1)[0]!)) return undefined;
  const lines = text.split("\n", MOST_LINES);
  const end = lines.findIndex((line) => line.trim() === "");
  const header = end < 0 ? lines : lines.slice(0, end);
  const data = keysIn(header);
  if (!data || !Object.keys(data).some((key) => TELLING.has(key.toLowerCase()))) return undefined;
  const length = header.reduce((sum, line) => sum + line.length + 1, 0);
  return { data, body: text.slice(length), bodyLine: header.length + 1 };
}

/** Undefined if a line is neither a key nor the continuation of the one above. */
function keysIn(lines: readonly string[]): Record<string, string> | undefined {
  const data = newTable<string>();
  let last = "";
  for (const line of lines) {
    const [, key, value = ""] = KEY.exec(line) ?? [];
    if (key !== undefined) {
      last = key;
      if (!Object.hasOwn(data, key)) data[key] = value.trim();
    } else if (last !== "" && /^[ \t]/.test(line)) data[last] = `${data[last]} ${line.trim()}`.trim();
    else return undefined;
  }
  return data;
}
