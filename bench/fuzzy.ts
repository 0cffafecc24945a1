/**
 * How often the fuzzy filter puts the right title first, for queries made from the titles by rule. Queries that
 * fit several titles (“Announcing Rust 1.7…”) are no question and are left out.
 *
 *     node bench/fuzzy.ts FOLDER...
 */
import { discover } from "../src/library/discover.ts";
import { readEssay } from "../src/document/open-essay.ts";
import { readTextFile } from "../src/library/read-file.ts";
import { fuzzyIndex } from "../src/search/fuzzy.ts";
import { fold } from "../src/text/fold.ts";

const TITLES = 1_000;
const EACH = 100;

/** A generator of its own, so that each run asks the same. */
let seed = 20_260_101;
function random(below: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
}

const essays = process.argv
  .slice(2)
  .flatMap((folder) =>
    discover(folder).files.map(({ file, path }) => readEssay(readTextFile(file), path, file)),
  );
const unique = new Map(
  essays.filter(({ title }) => /\p{L}{4}.*\s/u.test(title)).map((essay) => [fold(essay.title), essay]),
);
const chosen = [...unique.values()].slice(0, TITLES);
const index = fuzzyIndex(
  chosen.map(({ title, slug, tags, description }) => ({ title, slug, tags, description: description ?? "" })),
);

function words(title: string): string[] {
  return fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Two or three of the title's longest words, in their order. */
function telling(title: string): string[] {
  const all = words(title);
  const longest = new Set([...all].sort((a, b) => b.length - a.length).slice(0, 3));
  return all.filter((word) => longest.delete(word));
}

const rules: Record<string, (title: string) => string | undefined> = {
  "prefixes of words": (title) =>
    telling(title)
      .map((word) => word.slice(0, Math.max(3, Math.ceil(word.length * 0.6))))
      .join(" "),
  "words in another order": (title) => telling(title).reverse().join(" "),
  "one typing error": (title) => {
    const found = telling(title).map((word) => word.split(""));
    const word = found.toSorted((a, b) => b.length - a.length)[0];
    if (!word || word.length < 5) return undefined;
    const at = 1 + random(word.length - 2);
    const kind = random(3);
    if (kind === 0) word.splice(at, 1);
    else if (kind === 1) [word[at], word[at + 1]] = [word[at + 1]!, word[at]!];
    else word[at] = "x";
    return found.map((letters) => letters.join("")).join(" ");
  },
  "missing accents": (title) => fold(telling(title).join(" ")),
  initials: (title) => {
    const all = words(title);
    return all.length < 4 ? undefined : all.map((word) => word[0]).join("");
  },
  "letters with gaps": (title) => {
    const letters = words(title).join("");
    if (letters.length < 12) return undefined;
    return words(title)
      .map(
        (word) =>
          word.slice(0, 1) +
          word
            .slice(1)
            .replace(/[aeiou]/g, "")
            .slice(0, 2),
      )
      .join("")
      .slice(0, 12);
  },
};

const ACCENTED: Readonly<Record<string, string>> = { a: "à", c: "ç", e: "é", i: "ï", n: "ñ", o: "ö", u: "ü" };

/** A title with an accent on each letter that may bear one, for a filter of the accented titles. */
function accented(title: string): string {
  return title.replace(/[aceinou]/g, (letter) => ACCENTED[letter]!);
}

const accentedIndex = fuzzyIndex(
  chosen.map(({ title, slug }) => ({
    title: accented(title),
    slug: accented(slug),
    tags: [],
    description: "",
  })),
);

/** Whether nothing but this title could be meant: no other has these words' beginnings, or these initials. */
function isClear(at: number, name: string, query: string): boolean {
  const beginnings = telling(chosen[at]!.title).map((word) => word.slice(0, 3));
  return chosen.every(({ title }, other) => {
    if (other === at) return true;
    const all = words(title);
    if (name === "initials")
      return !all
        .map((word) => word[0])
        .join("")
        .includes(query.slice(0, -1));
    return !beginnings.every((beginning) => all.some((word) => word.startsWith(beginning)));
  });
}

let milliseconds = 0;
let asked = 0;
for (const [name, rule] of Object.entries(rules)) {
  let first = 0;
  let count = 0;
  const missed: string[] = [];
  for (let tried = 0; tried < chosen.length && count < EACH; tried++) {
    const at = random(chosen.length);
    const query = rule(chosen[at]!.title);
    if (!query || !isClear(at, name, query)) continue;
    count++;
    const begun = performance.now();
    const [best] = (name === "missing accents" ? accentedIndex : index).search(query);
    milliseconds += performance.now() - begun;
    asked++;
    if (best !== undefined && fold(chosen[best]!.title) === fold(chosen[at]!.title)) first++;
    else
      missed.push(
        `${query}: ${best !== undefined ? chosen[best]!.title : "nothing"}, not ${chosen[at]!.title}`,
      );
  }
  process.stdout.write(`${name.padEnd(24)} ${first} of ${count} first\n`);
  if (process.env["MISSED"]) process.stdout.write(missed.map((line) => `    ${line}\n`).join(""));
}
process.stdout.write(`${(milliseconds / asked).toFixed(1)} ms a query over ${chosen.length} titles\n`);
