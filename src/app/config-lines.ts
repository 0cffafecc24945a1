/**
 * The lines of keys in a TOML file, for messages: the parser reports no places.
 */

/** One part of a key, and the dot or the end behind it: `bare`, `"basic"` or `'literal'` (TOML 1.0, "Keys"). */
const PART = /[ \t]*(?:([\w-]+)|"((?:[^"\\]|\\.)*)"|'([^']*)')[ \t]*(\.|)/y;

/** The line of a key, from 1; 1 if it is written in an unusual way. */
export function lineOf(source: string, path: readonly string[]): number {
  let table: readonly string[] = [];
  for (const [index, line] of source.split("\n").entries()) {
    const header = /^[ \t]*\[\[?/.exec(line)?.[0].length;
    const found = keyAt(line, header ?? 0);
    if (header !== undefined) table = found.key;
    else if (line[found.end] !== "=") continue;
    const whole = header === undefined ? [...table, ...found.key] : table;
    // A table's header is its own line only; an inline table has its keys on its own line.
    const isFound = whole.length === path.length || (header === undefined && whole.length < path.length);
    if (isFound && whole.length > 0 && whole.every((part, nth) => part === path[nth])) return index + 1;
  }
  return 1;
}

/** The parts of the key that begins at `start`, and where it ends. */
function keyAt(line: string, start: number): { readonly key: readonly string[]; readonly end: number } {
  const key: string[] = [];
  let end = start;
  for (let goesOn = true; goesOn;) {
    PART.lastIndex = end;
    const found = PART.exec(line);
    if (!found) break;
    const [, bare, basic, literal, dot] = found;
    key.push(bare ?? literal ?? unescaped(basic ?? ""));
    end = PART.lastIndex;
    goesOn = dot === ".";
  }
  return { key, end };
}

/** A basic string's text. JSON has its escapes, except `\U`, `\e` and `\x`. */
function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
