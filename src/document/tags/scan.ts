/**
 * Finds tags in a text before it is parsed, but not in code: the end of a pair must be known before its blocks are
 * parsed.
 */
import { type Limits } from "../limits.ts";
import { readTag, type Tag } from "./tag.ts";

export interface PlacedTag {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/** The longest tag, in UTF-16 code units. */
export const LONGEST_TAG = 4_000;
const OPENERS = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{%", "%}"],
] as const;

/** The tag that begins at `at`, if one does. */
export function tagAt(src: string, at: number, limits: Limits): PlacedTag | undefined {
  const pair = OPENERS.find(([opener]) => src.startsWith(opener, at));
  if (!pair || !limits.isPatient) return undefined;
  const window = src.slice(at, at + LONGEST_TAG);
  const found = window.indexOf(pair[1], pair[0].length);
  const inner = window.indexOf(pair[0].slice(0, 2), 2);
  if (found < 0 || (inner >= 0 && inner < found)) {
    limits.soughtInVain(found < 0 ? window.length : 0);
    return undefined;
  }
  const end = found + pair[1].length;
  return { tag: readTag(window.slice(0, end)), start: at, end: at + end };
}

/** A fence, a code span, or the beginning of a tag. */
const NEXT = /^[ \t>]*(?<fence>`{3,}|~{3,})|(?<code>`+)|\{(?:\{[<%]|%)/gm;

/** Yields every tag from the offset `from` on, but not those in code. */
function* tagsIn(src: string, from: number, limits: Limits): Generator<PlacedTag> {
  const next = new RegExp(NEXT);
  const code = new CodeSpans(src);
  next.lastIndex = from;
  for (let match = next.exec(src); match; match = next.exec(src)) {
    const { fence, code: run } = match.groups!;
    if (fence !== undefined) next.lastIndex = endOfFence(src, next.lastIndex, fence);
    else if (run !== undefined) next.lastIndex = code.end(match.index, run.length);
    else {
      const placed = tagAt(src, match.index, limits);
      if (placed) {
        yield placed;
        next.lastIndex = placed.end;
      }
    }
  }
}

/** The offset after the fence that closes code, or the end of the text. */
function endOfFence(src: string, from: number, fence: string): number {
  const closing = /\n[ \t>]*(`{3,}|~{3,})[ \t]*(?=\n|$)/g;
  closing.lastIndex = from;
  for (let match = closing.exec(src); match; match = closing.exec(src))
    if (match[1]!.startsWith(fence)) return closing.lastIndex;
  return src.length;
}

/** Code spans within a line. The end is searched for once for each number of backticks. */
class CodeSpans {
  readonly #src: string;
  /** By the number of backticks, the offset up to which there is no such run. */
  readonly #barren = new Map<number, number>();

  constructor(src: string) {
    this.#src = src;
  }

  /** The offset after the code span at `at`, or after its backticks if the line does not close it. */
  end(at: number, length: number): number {
    const from = at + length;
    if (from <= (this.#barren.get(length) ?? -1)) return from;
    const runs = /`+|\n/g;
    runs.lastIndex = from;
    let end = this.#src.length;
    for (let match = runs.exec(this.#src); match; match = runs.exec(this.#src)) {
      if (match[0] === "\n") {
        end = match.index;
        break;
      }
      if (match[0].length === length) return runs.lastIndex;
    }
    this.#barren.set(length, end);
    return from;
  }
}

/** The tag that closes `open`; undefined if there is none. Tags of the same name may be nested in it. */
export function closerOf(src: string, open: PlacedTag, limits: Limits): PlacedTag | undefined {
  let depth = 1;
  for (const placed of tagsIn(src, open.end, limits)) {
    const { tag } = placed;
    if (tag.isClosing && closes(tag, open.tag)) depth--;
    else if (!tag.isClosing && !tag.isEmpty && opensAlike(tag, open.tag)) depth++;
    if (depth === 0) {
      // Each level of nesting reads its content again, so successful searches count as well.
      limits.soughtInVain(placed.end - open.end);
      return placed;
    }
  }
  limits.soughtInVain(src.length - open.end);
  return undefined;
}

/** Whether `end` closes `open`: by its name, or as Zola's `{% end %}`. */
export function closes(end: Tag, open: Tag): boolean {
  return end.name === "" ? open.isCall : end.name === open.name;
}

function opensAlike(tag: Tag, open: Tag): boolean {
  return open.isCall ? tag.isCall : tag.name === open.name;
}

/** The names of closing tags in a source; the empty name stands for Zola's `{% end %}`. */
export function closedNames(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!source.includes("{%") && !source.includes("{{")) return names;
  const closing =
    /\{\{[<%]\s{0,9}\/\s{0,9}([\w./:-]{1,99})|\{%-?\s{0,9}end_?([A-Za-z][\w-]{0,99})|\{%-?\s{0,9}end()\s{0,9}-?%\}/g;
  for (const [, hugos, liquids, zolas] of source.matchAll(closing)) names.add(hugos ?? liquids ?? zolas!);
  if (/<!--\s{0,9}endtab\b/.test(source)) names.add("tab");
  return names;
}

/** A line of indented code, a fence, a code span, a formula in a line, or the beginning of a tag. */
const SHOWN =
  /^(?: {4}|\t)[^\n]*|^[ \t>]*(?<fence>`{3,}|~{3,})|(?<code>`+)|\$(?=[^\s$])[^$\n]{1,300}\$(?!\d)|(?<tag>\{[{%])/gm;

/**
 * Writes the first brace of each tag that is not in code as a character reference, so that the tag is shown as written, in Markdown
 * and in HTML.
 */
export function withTagsShown(src: string): string {
  const next = new RegExp(SHOWN);
  const code = new CodeSpans(src);
  let shown = "";
  let at = 0;
  for (let match = next.exec(src); match; match = next.exec(src)) {
    const { fence, code: run, tag } = match.groups!;
    if (fence !== undefined) next.lastIndex = endOfFence(src, next.lastIndex, fence);
    else if (run !== undefined) next.lastIndex = code.end(match.index, run.length);
    else if (tag !== undefined) {
      shown += `${src.slice(at, match.index)}&#123;`;
      at = match.index + 1;
    }
  }
  return shown + src.slice(at);
}
