/**
 * Finds the file in which an essay is now. What is remembered of an essay is stored by its file; but files
 * are renamed, replaced, and swap their names, so the text decides:
 *     the file contains some of the remembered text ──────────▶ there
 *     it is gone, or has another text ─┬─ another essay has it ─▶ in that file
 *                                      └─ none has it ──────────▶ there, but what is remembered has no place in it
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { belongTo } from "../marks/belongs.ts";
import { galleyOf } from "../marks/galley.ts";
import type { Mark } from "../marks/mark.ts";
import { anchorsOf } from "../marks/place.ts";
import { isInFile, keyOf } from "./key.ts";
import type { KnownSource } from "./known-source.ts";
import type { Seen } from "./texts.ts";
import type { EssaySource, Trace } from "./trace.ts";

/**
 * The traces of marks: one for each essay, by its former file and title. Its text when it was last open, which may be a later one than
 * the marks know, is among `seen`.
 */
export function tracesOf(marks: readonly Mark[], seen: ReadonlyMap<string, Seen>): Trace[] {
  const byEssay = Map.groupBy(marks, ({ essay: { file, title } }) => JSON.stringify([file, title]));
  return Array.from(byEssay.values(), (own): Trace => {
    const all = own.flatMap(({ anchor, seen = anchor }) => [anchor.hash, seen.hash]);
    const hashes = [...new Set(all)].filter((hash) => hash !== "");
    const { essay } = own[0]!;
    const last = seen.get(essay.file);
    const isOfIt = last !== undefined && last.hash !== "" && last.title === essay.title;
    return { ...essay, hashes, marks: own, ...(isOfIt && { words: last.words, last: last.hash }) };
  });
}

/** The traces of other files whose essay is now this one. */
export function arrivedIn(open: OpenEssay, traces: Iterable<Trace>, source: KnownSource): Trace[] {
  if (!isInFile(open.essay)) return [];
  const file = keyOf(open.essay);
  return Array.from(traces).filter(
    (trace) =>
      trace.file !== file &&
      holds(open, trace) &&
      hasLeft(trace, open, source) &&
      !isInNamesake(open, trace, source),
  );
}

/**
 * Whether the only other essay with the name of a trace contains its text, so that it can be in no essay with another name, unless that
 * has just this text (`arrivedIn`). To know this before many essays are compared with a trace saves most comparisons.
 */
export function isInOnlyNamesake(trace: Trace, source: KnownSource): boolean {
  return source.decided("is in its only namesake", trace, () => {
    const others = source.calledAs(trace).filter((essay) => keyOf(essay) !== trace.file);
    const only = others.length === 1 ? opened(others[0]!, source) : undefined;
    return only !== undefined && holds(only, trace);
  });
}

/** Whether an essay has the name of a trace, or just its text. */
export function isLike(open: OpenEssay, trace: Trace): boolean {
  return isCalledAs(open.essay, trace) || hasTextOf(open, trace);
}

/**
 * Whether an essay only quotes a trace, as a collection of essays does, while another essay has its title and contains
 * its text.
 */
function isInNamesake(open: OpenEssay, trace: Trace, source: KnownSource): boolean {
  if (isLike(open, trace)) return false;
  const files = new Set([trace.file, keyOf(open.essay)]);
  return source.calledAs(trace).some((essay) => {
    if (files.has(keyOf(essay))) return false;
    const other = opened(essay, source);
    return other !== undefined && holds(other, trace);
  });
}

/**
 * The traces of this file whose essay is now another one, each with that essay. It is searched among essays
 * with the same title or slug, and in the files `from`. `strange` are those that are not this essay's.
 */
export function departedFrom(
  open: OpenEssay,
  traces: Iterable<Trace>,
  source: KnownSource,
  from: readonly string[] = [],
): { readonly strange: readonly Trace[]; readonly departed: readonly Departed[] } {
  if (!isInFile(open.essay)) return { strange: [], departed: [] };
  const file = keyOf(open.essay);
  const strange = Array.from(traces).filter((trace) => trace.file === file && isStrange(open, trace));
  const arrivals = strange.length === 0 ? [] : from.flatMap((one) => source.inFile(one) ?? []);
  const departed = strange.flatMap((trace) => {
    const candidates = new Set([...source.calledAs(trace), ...arrivals]);
    for (const essay of candidates) {
      const now = isInFile(essay) && keyOf(essay) !== file ? opened(essay, source) : undefined;
      if (now && holds(now, trace)) return [{ trace, now }];
    }
    return [];
  });
  return { strange, departed };
}

/** A trace, and the essay in which it is now. */
export interface Departed {
  readonly trace: Trace;
  readonly now: OpenEssay;
}

/**
 * Whether an essay may be the new place of one of these, which have marks: it has the title or slug of one whose file is gone or has
 * another title, or it may have its text.
 */
export function mayHaveArrived(
  traces: readonly Trace[],
  essays: readonly Essay[],
  seen: ReadonlyMap<string, Seen>,
): (essay: Pick<Essay, "slug" | "title" | "file" | "words">) => boolean {
  const byFile = new Map(traces.length > 0 ? essays.map((essay) => [keyOf(essay), essay]) : []);
  const suspects = traces.filter(({ file, title }) => {
    const there = byFile.get(file);
    return there ? there.title !== title : !existsSync(file);
  });
  const mayHaveText = mayHaveTextOf(suspects, seen);
  return (essay) =>
    mayHaveText(essay) || suspects.some((trace) => trace.file !== keyOf(essay) && isCalledAs(essay, trace));
}

/**
 * Whether an essay may have just the text of one of these traces, under any name: it has as many words, and was not open with another
 * text of that length. An essay is so opened at most once for a trace that has no essay any more.
 */
export function mayHaveTextOf(
  traces: readonly Trace[],
  seen: ReadonlyMap<string, Seen>,
): (essay: Pick<Essay, "file" | "words">) => boolean {
  const known = traces.filter(
    ({ words = 0, last, hashes }) => words > 0 && (last ?? hashes[0]) !== undefined,
  );
  const byWords = Map.groupBy(known, ({ words }) => words);
  return (essay) => {
    const alike = byWords.get(essay.words) ?? [];
    if (alike.length === 0) return false;
    const file = keyOf(essay);
    const own = seen.get(file);
    const hash = own?.words === essay.words ? own.hash : "";
    return alike.some(
      (trace) => trace.file !== file && (hash === "" || hash === trace.last || trace.hashes.includes(hash)),
    );
  };
}

/** Whether the essay contains the text of a trace. */
function holds(open: OpenEssay, trace: Trace): boolean {
  const { hashes, marks } = trace;
  if (hasTextOf(open, trace)) return true;
  if (hashes.length === 0 && marks.length === 0) return looksLike(open.essay, trace);
  return marks.length > 0 && belongTo(marks, open);
}

/** Whether the text of an essay is just that of a trace, whatever its title is. */
function hasTextOf({ document }: OpenEssay, { hashes, last }: Trace): boolean {
  const { hash } = galleyOf(document);
  return hash === last || hashes.includes(hash);
}

/** Whether the essay of a trace is no longer in its file, or nothing of its text is. */
function hasLeft(trace: Trace, { essay }: OpenEssay, source: KnownSource): boolean {
  return source.decided("has left", trace, () => {
    if (!existsSync(trace.file)) return true;
    const there = source.inFile(trace.file);
    const open = opened(there ?? { ...essay, file: trace.file, path: trace.file }, source);
    return open !== undefined && isStrange(open, trace);
  });
}

/** Whether the file of a trace now contains another essay: nothing of the trace's text is in it. */
function isStrange(open: OpenEssay, { hashes, marks, title }: Trace): boolean {
  if (hashes.includes(galleyOf(open.document).hash)) return false;
  if (marks.length === 0) return open.essay.title !== title;
  return anchorsOf(open, marks).every(({ placed }) => !placed);
}

/** Whether an essay has the title and the number of words of a trace; a title made from the path does not count. */
export function looksLike(
  { title, titleFrom, words }: Pick<Essay, "title" | "titleFrom" | "words">,
  trace: Pick<Trace, "title" | "words">,
): boolean {
  return words > 0 && words === trace.words && (titleFrom === "file name" || title === trace.title);
}

function isCalledAs(essay: Pick<Essay, "slug" | "title">, { slug, title }: Trace): boolean {
  return essay.slug === slug || essay.title === title;
}

/** The open essay; undefined if its file can't be read, so that nothing is known about its place. */
function opened(essay: Essay, source: EssaySource): OpenEssay | undefined {
  try {
    return source.open(essay);
  } catch {
    return undefined;
  }
}
