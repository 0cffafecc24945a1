/**
 * Finds where front matter begins and ends, before anything parses it.
 *
 * gray-matter looks for `---` only, and takes a document that begins with a thematic break for front matter
 * without an end. Here the fences of Jekyll, Hugo and Pandoc are found line by line: `---` to `---` or `...`,
 * `+++` to `+++`, `---json` and the like, and Hugo's bare `{`.
 */

/** Front matter between its fences. Lines count from 1. */
export interface Fenced {
  readonly language: string;
  readonly matter: string;
  readonly matterLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const OPENING = /^(---|\+\+\+)[ \t]*([A-Za-z][\w-]*)?[ \t]*$/;
const KEY = /^\s*(?:"[^"]+"|'[^']+'|[^\s#:[\]{}>*`][^:\n]*):(?:\s|$)/;
const TOML_LINE = /^\s*(?:["']?[\w.-]+["']?\s*=|\[)/;

/** The fenced front matter of `text` (line feeds only, no byte-order mark), or undefined. */
export function findFences(text: string): Fenced | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const opening = lines[first];
  if (opening === undefined) return undefined;
  if (/^\{\s*("|$)/.test(opening)) return bareJson(text, lines, first);
  const match = OPENING.exec(opening);
  if (!match) return undefined;
  const language = match[2]?.toLowerCase() ?? (match[1] === "+++" ? "toml" : "yaml");
  const isEnd = match[1] === "+++" ? /^\+\+\+[ \t]*$/ : /^(?:---|\.\.\.)[ \t]*$/;
  const end = lines.findIndex((line, index) => index > first && isEnd.test(line));
  if (end < 0) return undefined;
  return {
    language,
    matter: lines.slice(first + 1, end).join("\n"),
    matterLine: first + 2,
    body: lines.slice(end + 1).join("\n"),
    bodyLine: end + 2,
  };
}

/** Whether the first line that says something is a key: a `---` before it then opened front matter. */
export function looksLikeKeys(matter: string, language: string): boolean {
  const telling = matter.split("\n").find((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  return telling !== undefined && (language === "toml" ? TOML_LINE : KEY).test(telling);
}

/** Whether `text` opens front matter that nothing closes. */
export function opensUnclosed(text: string): boolean {
  const body = text.trimStart();
  const lineEnd = body.indexOf("\n");
  const match = OPENING.exec(lineEnd < 0 ? body : body.slice(0, lineEnd));
  if (!match || lineEnd < 0) return false;
  const next = body.slice(lineEnd + 1).split("\n", 1)[0] ?? "";
  return looksLikeKeys(next, match[1] === "+++" ? "toml" : "yaml");
}

function bareJson(text: string, lines: readonly string[], first: number): Fenced | undefined {
  const start = lines.slice(0, first).join("\n").length + (first > 0 ? 1 : 0);
  const end = closingBrace(text, start);
  if (end === undefined) return undefined;
  const through = text.slice(0, end + 1);
  const restOfLine = text.slice(end + 1).split("\n", 1)[0] ?? "";
  if (restOfLine.trim() !== "") return undefined;
  return {
    language: "json",
    matter: text.slice(start, end + 1),
    matterLine: first + 1,
    body: text.slice(end + 1 + restOfLine.length + 1),
    bodyLine: through.split("\n").length + 1,
  };
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return undefined;
}
