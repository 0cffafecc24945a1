/**
 * Fields in a text: of Obsidian's plugin Dataview ("Adding Metadata"), and the properties of a block in Logseq.
 *
 *     [key:: value]   key and value        (key:: value)   only the value        Key:: value   a line of its own
 */
import { matchAt } from "./destination.ts";
import type { InlineToken } from "./tokens.ts";

/** Part of a text: its tokens, and where it begins and ends. */
interface Found {
  readonly tokens: readonly InlineToken[];
  readonly start: number;
  readonly end: number;
}
type Parsed = (inner: string) => readonly InlineToken[];

/** Keys of properties that only Logseq needs. */
export const LOGSEQS_KEYS = String.raw`(?:id|collapsed|heading|background-color|created-at|updated-at|exclude-from-graph-view|ls-type|(?:card|hl|query)-[\w-]{1,40}|logseq\.[\w.-]{1,60})`;

/** Blanks before the colons are those of a type in Haskell: `x :: Int`. */
const KEY = String.raw`\p{L}[\p{L}\d _-]{0,40}(?<! )`;
const IN_BRACKETS = new RegExp(String.raw`\[(${KEY}):: ?([^[\]\n]{1,300})\](?![[(:])`, "uy");
/** A bracket with colons, without Unicode's classes: V8 takes a millisecond to compile them, and few texts have such a bracket. */
const BRACKET = /\[[^[\]:\n]{1,82}::/y;
const HIDDEN = new RegExp(String.raw`\(${KEY}$`, "u");
const ITS_VALUE = /:: ([^()\n]{1,300})\)/y;
const AT_LINE = new RegExp(String.raw`(?<![^\n])(?!${LOGSEQS_KEYS}$)${KEY}$`, "u");
const LINES_VALUE = /::[ \t]{1,9}(\S[^\n]{0,2000})(?:\n|$)/y;
const FIELD = new RegExp(String.raw`^(?!${LOGSEQS_KEYS}::)${KEY}::[ \t]{1,9}\S`, "u");
/** Enough of a line to see that it is a field. */
const LONGEST_START = 60;
/** The longest key, and the sign before it. */
const REACH = 43;

/** The field whose bracket is at `at`: its key and its value. */
export function fieldAt(text: string, at: number, parsed: Parsed): Found | undefined {
  if (!matchAt(BRACKET, text, at)) return undefined;
  const [written, key = "", value = ""] = matchAt(IN_BRACKETS, text, at) ?? [];
  if (written === undefined) return undefined;
  const tokens = [{ type: "text", text: `${key.trim()}: ` } as const, ...parsed(value.trim())];
  return { tokens, start: at, end: at + written.length };
}

/** The field whose colons are at `at`; its key is before them. */
export function fieldAround(text: string, at: number, parsed: Parsed): Found | undefined {
  if (text[at + 1] !== ":") return undefined;
  const before = text.slice(Math.max(0, at - REACH), at);
  const [hidden] = HIDDEN.exec(before) ?? [];
  if (hidden !== undefined) {
    const [written, value = ""] = matchAt(ITS_VALUE, text, at) ?? [];
    if (written === undefined) return undefined;
    return { tokens: parsed(value.trim()), start: at - hidden.length, end: at + written.length };
  }
  // A part of a longer line has no line's beginning, and the pattern finds one only after a line feed or at the text's start.
  const isWhole = before.length === at || before.includes("\n");
  const [key] = isWhole ? (AT_LINE.exec(before) ?? []) : [];
  const [written, value = ""] = key === undefined ? [] : (matchAt(LINES_VALUE, text, at) ?? []);
  if (key === undefined || written === undefined) return undefined;
  const start = at - key.length;
  const end = at + written.length;
  const tokens: InlineToken[] = [{ type: "text", text: `${key}: ` }, ...parsed(value)];
  // Notes keep their lines; the line above ends with a break if it is a field.
  if (start > 0 && !isField(text, start)) tokens.unshift({ type: "br" });
  return { tokens: end < text.length ? [...tokens, { type: "br" }] : tokens, start, end };
}

/** Whether the line before the one at `start` is a field. */
function isField(text: string, start: number): boolean {
  const above = text.lastIndexOf("\n", start - 2) + 1;
  return FIELD.test(text.slice(above, Math.min(start, above + LONGEST_START)));
}
