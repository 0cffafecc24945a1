/**
 * Libraries of any size, made by rule: words by Zipf's law (Mandelbrot's form, exponent 1.07, offset 2.7), the most
 * frequent ones those of the essays that ship, in their order, the others made of syllables.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const VOCABULARY = 60_000;
/** Words of an essay, on average: with front matter and links about 5.7 kB. */
const WORDS = 900;
const ESSAYS_A_FOLDER = 500;

/** Numbers below `below`, the same each time. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // xorshift32 (Marsaglia, “Xorshift RNGs”, 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

/** A vocabulary, the most frequent word first. */
function vocabulary(): string[] {
  const folder = join(import.meta.dirname, "../essays");
  const counts = new Map<string, number>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".md"))) {
    const text = readFileSync(join(folder, name), "utf8").toLowerCase();
    for (const word of text.match(/\p{Script=Latin}{1,16}/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = new Set([...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word));
  const random = generator(7);
  const syllables = [..."bcdfghklmnprstvw"].flatMap((consonant) =>
    [..."aeiou"].map((vowel) => consonant + vowel),
  );
  while (words.size < VOCABULARY) {
    words.add(Array.from({ length: 2 + random(4) }, () => syllables[random(syllables.length)]!).join(""));
  }
  return [...words];
}

/** A function that gives words as often as they occur. */
export function wordsByFrequency(random: (below: number) => number): () => string {
  const words = vocabulary();
  const upTo: number[] = [];
  let sum = 0;
  words.forEach((_, rank) => upTo.push((sum += 1 / (rank + 1 + 2.7) ** 1.07)));
  return () => {
    const at = random(1_000_000_000) * (sum / 1_000_000_000);
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

/** Titles of three to nine words. */
export function titles(count: number): string[] {
  const random = generator(11);
  const word = wordsByFrequency(random);
  return Array.from({ length: count }, () => capital(Array.from({ length: 3 + random(7) }, word).join(" ")));
}

/** Writes `count` essays into `folder`. */
export function writeLibrary(folder: string, count: number): void {
  const random = generator(count);
  const word = wordsByFrequency(random);
  const names = titles(count);
  for (let nth = 0; nth < count; nth++) {
    const inner = join(folder, String(Math.floor(nth / ESSAYS_A_FOLDER)).padStart(3, "0"));
    if (nth % ESSAYS_A_FOLDER === 0) mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, `${String(nth).padStart(6, "0")}.md`), essay(names[nth]!, nth, word, random));
  }
}

function essay(title: string, nth: number, word: () => string, random: (below: number) => number): string {
  const sentence = (): string => `${capital(Array.from({ length: 6 + random(18) }, word).join(" "))}.`;
  const paragraph = (): string => {
    const text = Array.from({ length: 2 + random(5) }, sentence).join(" ");
    const kind = random(10);
    if (kind === 0) return `${text} See [${word()} ${word()}](/${word()}).`;
    if (kind === 1) return `${text} It is *${word()}*, and \`${word()}\`.`;
    return text;
  };
  const date = `${2000 + random(26)}-${pad(1 + random(12))}-${pad(1 + random(28))}`;
  const head = `---\ntitle: ${title}\norder: ${nth}\ndate: ${date}\ntags: [tag${random(40)}, tag${random(40)}]\ndescription: ${sentence()}\n---\n`;
  const blocks: string[] = [];
  for (let words = 0; words < WORDS - 90;) {
    if (random(5) === 0) blocks.push(`## ${capital(`${word()} ${word()} ${word()}`)}`);
    const own = paragraph();
    blocks.push(own);
    words += own.split(" ").length;
  }
  blocks[0] += "[^1]";
  blocks[blocks.length - 1] += "[^2]";
  return `${head}\n${blocks.join("\n\n")}\n\n[^1]: ${sentence()} ${sentence()}\n[^2]: ${sentence()}\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
