/**
 * Finds where front matter begins and ends, before it is parsed.
 *
 * gray-matter looks for `---` only, and treats a document that begins with a thematic break as front matter
 * without an end. This finds the fences of Jekyll, Hugo and Pandoc line by line: `---` to `---` or `...`,
 * `+++` to `+++`, `---json` and the like, Hugo's bare `{`, and Hexo's keys that only a last `---` closes.
 */
import { lineAt, lineFeeds } from "../text/lines.ts";
import { jsonBrackets } from "./json-brackets.ts";

/** Front matter between its fences. Lines count from 1. */
export interface Fenced {
  readonly language: string;
  readonly matter: string;
  readonly matterLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const OPENING = /^(---|\+\+\+)[ \t]*(?:([A-Za-z][\w-]*)[ \t]*)?$/;
const KEY = /^\s*(?:"[^"]+"|'[^']+'|[^\s#:[\]{}>*`][^:\n]*):(?:\s|$)/;
const TOML_LINE = /^\s*(?:["']?[\w.-]+["']?\s*=|\[)/;

/** The fenced front matter of `text` (line feeds only, no byte-order mark), or undefined. Looks no further than its end. */
export function findFences(text: string): Fenced | undefined {
  const start = startOfFirstLine(text);
  const opening = lineAt(text, start);
  const firstLine = lineFeeds(text, 0, start) + 1;
  if (/^\{\s*("|$)/.test(opening)) return bareJson(text, start, firstLine);
  const match = OPENING.exec(opening);
  if (!match) return closedOnly(text, start, firstLine);
  const language = match[2]?.toLowerCase() ?? (match[1] === "+++" ? "toml" : "yaml");
  const matterStart = start + opening.length + 1;
  const closing = match[1] === "+++" ? /^\+\+\+[ \t]*$/gm : /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = matterStart;
  const end = matterStart > text.length ? null : closing.exec(text);
  if (!end) return undefined;
  const bodyStart = end.index + end[0].length + 1;
  return {
    language,
    matter: text.slice(matterStart, Math.max(matterStart, end.index - 1)),
    matterLine: firstLine + 1,
    body: text.slice(bodyStart),
    bodyLine: firstLine + 1 + lineFeeds(text, matterStart, end.index) + 1,
  };
}

/** A first key that shows that lines of keys are front matter, and not a heading that is underlined. */
const TELLING = /^(?:title|date|layout|permalink|tags|categories)[ \t]*:[ \t]/;
const CLOSING = /^---[ \t]*$/;
const CONTINUATION = /^(?:\s|- )/;
/** The most lines of front matter without an opening fence. */
const MOST_LINES = 200;

/** Hexo's front matter, which may lack its first fence: two lines of keys or more, down to `---`. */
function closedOnly(text: string, start: number, firstLine: number): Fenced | undefined {
  if (!TELLING.test(text.slice(start, start + 100))) return undefined;
  const lines = text.slice(start).split("\n", MOST_LINES);
  const end = lines.findIndex((line) => !KEY.test(line) && !CONTINUATION.test(line));
  if (end < 2 || !CLOSING.test(lines[end]!)) return undefined;
  const matter = lines.slice(0, end).join("\n");
  return {
    language: "yaml",
    matter,
    matterLine: firstLine,
    body: text.slice(start + matter.length + 1 + lines[end]!.length + 1),
    bodyLine: firstLine + end + 1,
  };
}

/** The offset of the first line that is not blank; the end of a blank text. */
function startOfFirstLine(text: string): number {
  const said = text.search(/\S/);
  return said < 0 ? text.length : text.lastIndexOf("\n", said) + 1;
}

/** Whether the first line that is not blank is a key: then a `---` before it opened front matter. */
export function looksLikeKeys(matter: string, language: string): boolean {
  const telling = matter.split("\n").find((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  return telling !== undefined && (language === "toml" ? TOML_LINE : KEY).test(telling);
}

/** Front matter that `text` opens and never closes: its keys, up to the first line that does not belong to them. */
export function openedKeys(
  text: string,
): { readonly language: string; readonly matter: string; readonly line: number } | undefined {
  const start = startOfFirstLine(text);
  const opening = lineAt(text, start);
  const fence = OPENING.exec(opening)?.[1];
  const language = fence === "+++" ? "toml" : "yaml";
  const lines = text.slice(start + opening.length + 1).split("\n");
  if (fence === undefined || !looksLikeKeys(lines[0] ?? "", language)) return undefined;
  const key = language === "toml" ? TOML_LINE : KEY;
  // An indented line, or one that begins with a hyphen, belongs to the key above.
  const after = lines.findIndex((line) => !key.test(line) && !/^(?:[ \t]+\S|- |#)/.test(line));
  const matter = lines.slice(0, after < 0 ? undefined : after).join("\n");
  return { language, matter, line: lineFeeds(text, 0, start) + 1 };
}

function bareJson(text: string, start: number, firstLine: number): Fenced | undefined {
  const end = closingBrace(text, start);
  if (end === undefined) return undefined;
  const restOfLine = lineAt(text, end + 1);
  if (restOfLine.trim() !== "") return undefined;
  return {
    language: "json",
    matter: text.slice(start, end + 1),
    matterLine: firstLine,
    body: text.slice(end + 1 + restOfLine.length + 1),
    bodyLine: firstLine + lineFeeds(text, start, end) + 1,
  };
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  for (const [sign, at] of jsonBrackets(text, start)) {
    if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at;
  }
  return undefined;
}
