/**
 * Patterns of a `.gitignore` (gitignore(5)). A library may come from someone else, so plain names are looked up, and all other
 * patterns, of which there is a limited number, are matched in time proportional to the pattern times the path: a few stars in a
 * row would keep a regular expression busy forever.
 *
 *     !docs/**\/*.md   ─▶  not, anchored, ["docs", "**", "*.md"]      matched against ["docs", "a", "b.md"]
 */
import { join } from "node:path";
import { readSmallFile } from "../system/read-small-file.ts";
import { beyond, BOUNDS } from "../text/bounds.ts";
import { largest } from "../text/extremes.ts";

interface Pattern {
  /** Its place in the file: of several patterns that match, the last one counts. */
  readonly nth: number;
  readonly isNegative: boolean;
  readonly foldersOnly: boolean;
  /** The parts between slashes; `**` stands for any number of them. */
  readonly parts: readonly string[];
}

/** The longest pattern that is used, in UTF-16 code units. */
const LONGEST_PATTERN = 1_000;

/** The work that is left for the patterns of a library, in comparisons of characters; 0 or less if it was too much. */
export interface Effort {
  left: number;
}

/** The signs of a pattern that is no plain name. */
const SIGN = /[*?[\\]/;

export class IgnoreFile {
  /** The folder to which the patterns are relative. */
  readonly folder: string;
  /** The message for patterns beyond the limit, which are not used; undefined if there are none. */
  readonly excess: string | undefined;
  /** The last pattern of each plain path, by `keyOf`. */
  readonly #plain = new Map<string, Pattern>();
  /** The largest number of parts of a plain path: longer ends of a path need not be looked up. */
  readonly #mostParts: number;
  /** All others, the last one first. */
  readonly #others: readonly Pattern[];

  constructor(folder: string, content: string) {
    this.folder = folder;
    const others: Pattern[] = [];
    let rest: number = BOUNDS.ignorePatterns.most;
    for (const [nth, line] of content.split(/\r?\n/).entries()) {
      const pattern = parsed(line, nth);
      if (!pattern) continue;
      if (isPlain(pattern)) this.#plain.set(keyOf(pattern.parts, pattern.foldersOnly), pattern);
      else if ((rest -= line.length) >= 0) others.push(pattern);
    }
    this.#others = others.reverse();
    this.#mostParts = largest(
      Array.from(this.#plain.values(), ({ parts }) => parts.length),
      0,
    );
    this.excess = rest < 0 ? beyond("ignorePatterns") : undefined;
  }

  /**
   * What the last matching pattern says about a path (from its folder, with `/`); undefined if none matches, or if the work is more than
   * `effort`.
   */
  ignores(path: string, isFolder: boolean, effort: Effort = { left: Infinity }): boolean | undefined {
    const parts = path.split("/");
    effort.left -= path.length * (1 + Math.min(parts.length, this.#mostParts));
    const plain = this.#plainFor(parts, isFolder);
    const after = plain?.nth ?? -1;
    const other = this.#others.find(
      ({ nth, foldersOnly, parts: own }) =>
        nth > after && (isFolder || !foldersOnly) && effort.left > 0 && matches(own, parts, effort),
    );
    if (effort.left <= 0) return undefined;
    const last = other ?? plain;
    return last && !last.isNegative;
  }

  /** The last plain pattern for a path: one for the whole path, or one for its end at any depth. */
  #plainFor(parts: readonly string[], isFolder: boolean): Pattern | undefined {
    const most = Math.min(parts.length, this.#mostParts);
    if (most === 0) return undefined;
    const ends = Array.from({ length: most }, (_, nth) => ["**", ...parts.slice(parts.length - nth - 1)]);
    return [...(parts.length <= most ? [parts] : []), ...ends]
      .flatMap((path) => (isFolder ? [keyOf(path, false), keyOf(path, true)] : [keyOf(path, false)]))
      .flatMap((key) => this.#plain.get(key) ?? [])
      .reduce<Pattern | undefined>((last, one) => (last && last.nth > one.nth ? last : one), undefined);
  }
}

/** Whether a pattern is a path without signs, from the folder of the file or at any depth. */
function isPlain({ parts: [first, ...below] }: Pattern): boolean {
  const names = first === "**" ? below : [first!, ...below];
  return names.length > 0 && !names.some((name) => SIGN.test(name));
}

function keyOf(parts: readonly string[], foldersOnly: boolean): string {
  return parts.join("/") + (foldersOnly ? "/" : "");
}

/** The `.gitignore` of a folder; a reason if it is not a regular file, because reading a fifo or a device may never end. */
export function readIgnoreFile(folder: string): IgnoreFile | string | undefined {
  const read = readSmallFile(join(folder, ".gitignore"));
  if (!read) return undefined;
  return "text" in read ? new IgnoreFile(folder, read.text) : read.reason;
}

function parsed(line: string, nth: number): Pattern | undefined {
  // A blank at the end counts only after a backslash.
  const trimmed = /\\ *$/.test(line.slice(-20)) ? line : line.trimEnd();
  if (trimmed === "" || trimmed.startsWith("#") || trimmed.length > LONGEST_PATTERN) return undefined;
  const isNegative = trimmed.startsWith("!");
  const body = isNegative ? trimmed.slice(1) : trimmed;
  const foldersOnly = body.endsWith("/");
  const path = foldersOnly ? body.slice(0, -1) : body;
  const parts = path.split("/").filter((part, nth) => part !== "" || nth > 0);
  // A pattern without a slash, except at its end, matches at every depth.
  const isAnchored = path.includes("/");
  return parts.length === 0
    ? undefined
    : { nth, isNegative, foldersOnly, parts: isAnchored ? parts : ["**", ...parts] };
}

/** Whether a pattern matches a whole path. Each part of one is compared with each part of the other at most once. */
function matches(pattern: readonly string[], path: readonly string[], effort: Effort): boolean {
  // `reached[n]`: whether the pattern so far matches the first n parts.
  let reached = [true, ...path.map(() => false)];
  for (const [nth, part] of pattern.entries()) {
    const next: boolean[] = reached.map(() => false);
    for (const [count, isReached] of reached.entries()) {
      if (part === "**") {
        // At the end it stands for at least one part: `a/**` matches what is in `a`.
        const isLast = nth === pattern.length - 1 && nth > 0;
        next[count] =
          next[count - 1] === true || (count > 0 && isLast ? reached[count - 1]! : !isLast && isReached);
      } else if (isReached && count < path.length) next[count + 1] = matchesName(part, path[count]!, effort);
    }
    effort.left -= path.length;
    reached = next;
  }
  return reached.at(-1)!;
}

/** Whether a name matches a pattern of `*`, `?`, `[a-z]` and characters. Only the last of several stars is tried again. */
function matchesName(pattern: string, name: string, effort: Effort): boolean {
  let at = 0;
  let here = 0;
  let star = -1;
  let starred = 0;
  while (here < name.length) {
    effort.left--;
    const one = at < pattern.length && pattern[at] !== "*" ? oneAt(pattern, at, name[here]!) : undefined;
    // A class is compared character by character.
    if (one) effort.left -= one.end - at;
    if (pattern[at] === "*") {
      star = at++;
      starred = here;
    } else if (one?.matches === true) {
      at = one.end;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++starred;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** Whether one character matches the pattern at `at`, and the end of that part of the pattern. */
function oneAt(pattern: string, at: number, character: string): { matches: boolean; end: number } {
  const sign = pattern[at]!;
  if (sign === "?") return { matches: true, end: at + 1 };
  if (sign === "\\" && at + 1 < pattern.length)
    return { matches: pattern[at + 1] === character, end: at + 2 };
  const close = sign === "[" ? pattern.indexOf("]", at + 2) : -1;
  if (close < 0) return { matches: sign === character, end: at + 1 };
  return { matches: isInClass(pattern.slice(at + 1, close), character), end: close + 1 };
}

function isInClass(content: string, character: string): boolean {
  const isNegative = /^[!^]/.test(content);
  const signs = isNegative ? content.slice(1) : content;
  for (let at = 0; at < signs.length; at++) {
    const end = signs[at + 1] === "-" && at + 2 < signs.length ? signs[at + 2]! : signs[at]!;
    if (signs[at]! <= character && character <= end) return !isNegative;
    if (end !== signs[at]) at += 2;
  }
  return isNegative;
}
