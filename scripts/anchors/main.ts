/**
 * Are passages found again after edits, and never on other words? Every sentence of every version of an essay is marked, and
 * looked for in every later version; where it really is, an alignment of both texts says (`oracle.ts`).
 *
 *     npm run anchors -- [FOLDER] [ESSAY]
 *
 * FOLDER holds SITE/ESSAY/NN.md, the oldest version first. The exit code is 1 if a promise is not kept: of the sentences whose
 * words stand, 99.5 % are found; of those of which a fifth is changed at most, 90 %; and none stands on other words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenEssay, openEssay } from "../../src/document/open-essay.ts";
import { anchorOf } from "../../src/marks/anchor.ts";
import { galleyOf } from "../../src/marks/galley.ts";
import type { Anchor } from "../../src/marks/mark.ts";
import { placeOf } from "../../src/marks/place.ts";
import { hypothesis } from "./hypothesis.ts";
import { nearest, type Place, type Truth, Versions, CHANGED } from "./oracle.ts";
import { plain, type Words, wordsOf } from "./words.ts";

const [folder = "../shared/histories", only = ""] = process.argv.slice(2);
/** The other matcher takes long: it is asked for one of so many sentences that stand, and of those that do not. */
const EVERY = { stands: 50, reworded: 5, gone: 5 };
/** Shorter ones are no sentences. */
const SHORTEST = 12;

interface Version {
  readonly name: string;
  readonly open: OpenEssay;
  /** The words of the galley's text, and of the plain one. */
  readonly words: Words;
  readonly plainWords: Words;
  /** The sentences, by their anchors and as offsets in the plain text. */
  readonly sentences: readonly Sentence[];
}

interface Sentence {
  readonly anchor: Anchor;
  readonly plain: Place;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

function versionOf(name: string): Version {
  const open = openEssay({ text: readFileSync(name, "utf8"), problems: [] }, "essay.md", name);
  const galley = galleyOf(open.document);
  const { text } = galley;
  const plainWords = wordsOf(plain(text));
  // What is nothing in the plain text is no word in the other.
  const words = wordsOf(
    text.replace(/(?<=\s|^)[\u00ad\u200b\u2060]+(?=\s|$)/g, (run) => " ".repeat(run.length)),
  );
  let at = 0;
  const sentences = text.split("\n").flatMap((part, nth, parts) => {
    const start = nth === 0 ? 0 : parts.slice(0, nth).reduce((sum, one) => sum + one.length + 1, 0);
    return Array.from(segmenter.segment(part), ({ segment, index }): Sentence | undefined => {
      const sentence = plain(segment);
      if (sentence.length < SHORTEST) return undefined;
      const found = plainWords.text.indexOf(sentence, at);
      if (found < 0) return undefined;
      at = found + sentence.length;
      const from = start + index + (segment.length - segment.trimStart().length);
      const range = galley.rangeOf([from, from + segment.trim().length]);
      const anchor = range && anchorOf(open, range);
      return anchor && { anchor, plain: [found, at] };
    }).filter((one) => one !== undefined);
  });
  return { name, open, words, plainWords, sentences };
}

interface Tally {
  stands: number;
  standsFound: number;
  reworded: number;
  rewordedFound: number;
  gone: number;
  wrong: string[];
  missed: string[];
}

function tally(): Tally {
  return { stands: 0, standsFound: 0, reworded: 0, rewordedFound: 0, gone: 0, wrong: [], missed: [] };
}

const [ours, others] = [tally(), tally()];

/** Counts one finding; `found` is in the plain text of the later version. */
function count(
  own: Tally,
  truth: Truth,
  found: Place | undefined,
  versions: Versions,
  [start, end]: Place,
  label: string,
): void {
  const sentence = versions.before.text.slice(start, end);
  const right = truth.kind === "stands" ? truth.places : truth.kind === "reworded" ? [truth.place] : [];
  const isRight = found !== undefined && right.some((place) => overlap(place, found) >= 0.5);
  if (truth.kind === "stands") own.stands++;
  if (truth.kind === "reworded") own.reworded++;
  if (truth.kind === "gone") own.gone++;
  if (isRight && truth.kind === "stands") own.standsFound++;
  if (isRight && truth.kind === "reworded") own.rewordedFound++;
  if (found === undefined) {
    if (truth.kind !== "gone") own.missed.push(`${label} ${truth.kind}: ${sentence}`);
    return;
  }
  if (!isRight && !isHonest(truth, found, versions, [start, end]))
    own.wrong.push(`${label} ${truth.kind}: ${sentence}\n      ↦ ${versions.after.text.slice(...found)}`);
}

/** Whether what was found, though not where the alignment has it, is the sentence all the same: moved, and edited a little. */
function isHonest(truth: Truth, found: Place, versions: Versions, [start, end]: Place): boolean {
  const sentence = versions.before.text.slice(start, end);
  const isNarrow = truth.kind === "gone" && truth.region[1] - truth.region[0] <= 3 * sentence.length;
  if (truth.kind === "gone" && isNarrow && overlap(truth.region, found) >= 0.5) return true;
  const { errors } = nearest(sentence, versions.after.text.slice(...found));
  if (errors > Math.floor(sentence.length * CHANGED)) return false;
  if (truth.kind === "gone" && overlap(truth.region, found) >= 0.5) return true;
  return truth.kind === "gone" && !versions.isOthers(found, versions.wordsAt(start, end));
}

/** How much of the shorter of two places they share. */
function overlap(a: Place, b: Place): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared / Math.max(1, Math.min(a[1] - a[0], b[1] - b[0]));
}

/** A place in a galley's text as one in its plain text: by its words, of which both have the same, but for what nobody sees. */
function inPlain(text: string, [start, end]: Place, { words: galley, plainWords }: Version): Place {
  const at = (offset: number): number => {
    const nth = indexAt(galley.starts, offset);
    const own = plainWords.starts[nth] ?? plainWords.text.length;
    return own + plain(text.slice(galley.starts[nth] ?? text.length, offset)).length;
  };
  return [at(start), at(end)];
}

/** The last index whose start is not behind `offset`. */
function indexAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

const asked = { stands: 0, reworded: 0, gone: 0 };

function compare(before: Version, after: Version): void {
  const galley = galleyOf(before.open.document);
  const later = galleyOf(after.open.document);
  if (galley.hash === later.hash) return;
  const versions = new Versions(before.plainWords, after.plainWords);
  const label = `${after.name.split("/").slice(-2, -1)[0]} ${before.name.slice(-5, -3)}→${after.name.slice(-5, -3)}`;
  for (const sentence of before.sentences) {
    const truth = versions.truthOf(...sentence.plain);
    const placed = placeOf(sentence.anchor, after.open);
    const stretch = placed && later.stretchOf(placed.range);
    count(ours, truth, stretch && inPlain(later.text, stretch, after), versions, sentence.plain, label);
    if (asked[truth.kind]++ % EVERY[truth.kind] !== 0) continue;
    const { text } = before.plainWords;
    const [start, end] = sentence.plain;
    const quote = {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      hint: start,
    };
    count(others, truth, hypothesis(after.plainWords.text, quote), versions, sentence.plain, label);
  }
}

const begun = process.hrtime.bigint();
let essays = 0;

const percent = (part: number, all: number): string =>
  all === 0 ? "none there" : `${((100 * part) / all).toFixed(2)} %`;
const row = (name: string, own: Tally): string =>
  [
    name.padEnd(12),
    `stand ${own.stands}, found ${percent(own.standsFound, own.stands)}`,
    `reworded ${own.reworded}, found ${percent(own.rewordedFound, own.reworded)}`,
    `gone ${own.gone}`,
    `on other words ${own.wrong.length}`,
  ].join("; ");
for (const site of readdirSync(folder)) {
  for (const essay of readdirSync(join(folder, site)).filter((name) => name.includes(only))) {
    const files = readdirSync(join(folder, site, essay)).sort();
    const versions = files.map((file) => versionOf(join(folder, site, essay, file)));
    essays++;
    versions.forEach((before, nth) => versions.slice(nth + 1).forEach((after) => compare(before, after)));
  }
  process.stdout.write(
    `up to ${site}, ${essays} essays\n${row("ibid", ours)}\n${row("Hypothesis", others)}\n`,
  );
}

const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const cpu = process.cpuUsage().user / 1e6;
process.stdout.write(`${essays} essays in ${seconds.toFixed(0)} s, ${cpu.toFixed(0)} s of CPU\n`);
const unique = (all: readonly string[]): string[] => [...new Set(all)].slice(0, 60);
for (const one of unique(ours.wrong)) process.stdout.write(`  on other words: ${one}\n`);
if (process.env["MISSED"])
  for (const one of unique(ours.missed)) process.stdout.write(`  not found: ${one}\n`);
const isKept =
  ours.wrong.length === 0 &&
  ours.standsFound >= ours.stands * 0.995 &&
  ours.rewordedFound >= ours.reworded * 0.9;
process.exitCode = isKept ? 0 : 1;
