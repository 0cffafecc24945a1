/**
 * One essay: every sentence of every version is marked and looked for in every later one.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { placeOfAnchor } from "../../src/marks/place.ts";
import { hypothesis } from "./hypothesis.ts";
import { CHANGED, nearest, type Place, type Truth, Versions } from "./oracle.ts";
import { type Case, tally, type Tally } from "./tally.ts";
import { inPlain, type Version, versionOf } from "./version.ts";

/** The other matcher takes long: it is asked for one of so many sentences that stand, and of those that do not. */
const EVERY = { stands: 50, repeated: 50, reworded: 10, gone: 25 };

export interface Tallies {
  readonly ours: Tally;
  readonly others: Tally;
}

/** Compares the versions in a folder, the oldest first; of the sentences, every `sample`th is marked. */
export function compareEssay(folder: string, sample: number): Tallies {
  const files = readdirSync(folder).sort();
  const versions = files.map((file, nth) => versionOf(join(folder, file), nth === files.length - 1));
  const comparison = new Comparison(sample);
  versions.forEach((before, nth) => {
    for (const after of versions.slice(nth + 1)) comparison.compare(before, after);
  });
  return comparison;
}

class Comparison implements Tallies {
  readonly ours = tally();
  readonly others = tally();
  readonly #sample: number;
  readonly #asked = { stands: 0, repeated: 0, reworded: 0, gone: 0 };

  constructor(sample: number) {
    this.#sample = sample;
  }

  compare(before: Version, after: Version): void {
    if (before.galley.hash === after.galley.hash) return;
    const versions = new Versions(before.plainWords, after.plainWords);
    const label = `${after.name.split("/").slice(-2, -1)[0]} ${before.name.slice(-5, -3)}→${after.name.slice(-5, -3)}`;
    for (const [nth, sentence] of before.sentences.entries()) {
      if (nth % this.#sample !== 0) continue;
      const truth = versions.truthOf(...sentence.plain);
      const placed = placeOfAnchor(sentence.anchor, after.open);
      const stretch = placed && after.galley.stretchOf(placed.range);
      const asked: Asked = { versions, truth, sentence: sentence.plain, label };
      count(this.ours, asked, stretch && inPlain(after, stretch));
      if (this.#asked[truth.kind]++ % EVERY[truth.kind] === 0)
        count(this.others, asked, hypothesis(after.plainWords.text, quoteOf(before, sentence.plain)));
    }
  }
}

function quoteOf({ plainWords: { text } }: Version, [start, end]: Place): Parameters<typeof hypothesis>[1] {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    hint: start,
  };
}

/** A sentence that was looked for: its place in the earlier text, and what became of it. */
interface Asked {
  readonly versions: Versions;
  readonly truth: Truth;
  readonly sentence: Place;
  readonly label: string;
}

/** Counts one finding; `found` is in the plain text of the later version. */
function count(own: Tally, asked: Asked, found: Place | undefined): void {
  const { truth } = asked;
  const right = placesOf(truth);
  const isRight = found !== undefined && right.some((place) => overlap(place, found) >= 0.5);
  own[truth.kind]++;
  if (isRight && truth.kind === "stands") own.standsFound++;
  if (isRight && truth.kind === "repeated") own.repeatedFound++;
  if (isRight && truth.kind === "reworded") own.rewordedFound++;
  if (found === undefined) {
    if (truth.kind !== "gone") own.cases.push(caseOf("missed", asked, found));
  } else if (!isRight && !isHonest(asked, found)) {
    own.wrong++;
    own.cases.push(caseOf("wrong", asked, found));
  }
}

/** The places at which a sentence is rightly found. */
function placesOf(truth: Truth): readonly Place[] {
  if (truth.kind === "gone") return [];
  return truth.kind === "reworded" ? [truth.place] : truth.places;
}

function caseOf(outcome: Case["outcome"], asked: Asked, found: Place | undefined): Case {
  const { truth, versions, label } = asked;
  const really = truth.kind === "gone" ? [truth.region] : placesOf(truth);
  return {
    outcome,
    truth: truth.kind,
    label,
    before: inContext(versions.before.text, asked.sentence),
    found: found && inContext(versions.after.text, found),
    really: really.map((place) => inContext(versions.after.text, place)).join("\n         "),
  };
}

function inContext(text: string, [start, end]: Place): string {
  const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 60)];
  return `${before}⟦${text.slice(start, Math.min(end, start + 1_000))}⟧${after}`;
}

/** Whether what was found, though not where the alignment has it, is the sentence all the same: moved, and edited a little. */
function isHonest({ truth, versions, sentence: [start, end] }: Asked, found: Place): boolean {
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
