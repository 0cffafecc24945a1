/**
 * Texts that attack: random ones, good ones that were damaged, and those that grow (`growing.ts`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests as examples } from "commonmark-spec";
import { BODIES, FRONT_MATTER, MDX } from "../support/growing.ts";
import type { Random } from "./random.ts";

const ESSAYS = join(import.meta.dirname, "../../essays");

/** The essays that ship, and CommonMark's examples. */
const GOOD = [
  ...readdirSync(ESSAYS)
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(ESSAYS, name), "utf8")),
  ...examples.map(({ markdown }) => markdown),
];

const PIECES =
  '\n|\n\n|# |## |> |- |1. |    |```|~~~|---|+++|***|[^1]|[^a]: |^[|](|]( <|[a]|[[|]]|![|<!--|-->|<details>|<summary>|<aside>|<table><tr><td rowspan=9>|<pre>|</b>|&amp;|&#27;|&#x202e;|\\|\\(|$$|{{< |>}}|{% |%}|: |\t|\r\n|\u001b[2J|\u001b]0;x\u0007|\u009b31m|\u0000|\u202e|\u2066|\u{e0041}|\u200d|e\u0301|\u{1f468}\u200d\u{1f469}|世界|שלום|title: |tags: [a|date: 2026-13-40|{"a": |order = |constructor|__proto__|https://a.b/c|www.a.b|a@b.c'
    .split("|")
    .concat("|", "a|b\n-|-\n");

/** Lines of front matter, some with keys that every object inherits. */
const LINES = [
  "title: a: b",
  'title = "a"',
  "x = [",
  "[__proto__]",
  "[constructor.prototype]",
  "__proto__:",
  "constructor:",
  "  prototype: {skipped: gone}",
  'skipped = "gone"',
  "  skipped: gone",
  "passing = true",
  "__proto__.skipped = 1",
  '{"__proto__": {"skipped": 1}}',
];

function random(chance: Random): string {
  return chance.many(chance.between(1, 80), () => chance.one(PIECES)).join(chance.one(["", " ", "\n"]));
}

function mutated(chance: Random): string {
  let text = chance.one(GOOD);
  for (let edits = chance.between(1, 12); edits > 0; edits--) {
    const start = chance.below(text.length + 1);
    const end = Math.min(text.length, start + chance.below(200));
    const piece = chance.one([
      () => "",
      () => text.slice(start, end).repeat(chance.between(1, 40)),
      () => chance.one(PIECES),
      () => chance.one(PIECES).repeat(chance.between(1, 300)),
      () => chance.one(GOOD).slice(0, 500),
    ])();
    text = text.slice(0, start) + piece + text.slice(end);
  }
  return text.slice(0, 400_000);
}

/** Front matter made of lines that belong to different languages. */
function fronted(chance: Random): string {
  const fence = chance.one(["---", "+++"]);
  const lines = chance.many(chance.between(1, 12), () => chance.one([...PIECES, ...LINES]));
  return `${fence}\n${lines.join("\n")}\n${fence}\n\nText.\n`;
}

const GROWING = [...BODIES.values(), ...MDX.values(), ...FRONT_MATTER.values()];

function grown(chance: Random): string {
  return chance.one(GROWING)(chance.between(10, 30_000));
}

export function hostileText(chance: Random): string {
  return chance.one([random, fronted, mutated, mutated, grown])(chance);
}

/** Bytes of a hostile file: a text, perhaps not in UTF-8, or nothing but noise. */
export function hostileBytes(chance: Random): Buffer {
  if (chance.next() < 0.1) return Buffer.from(chance.many(chance.below(3_000), () => chance.below(256)));
  const bytes = Buffer.from(hostileText(chance));
  if (chance.next() < 0.3)
    for (let nth = chance.between(1, 5); nth > 0 && bytes.length > 0; nth--)
      bytes[chance.below(bytes.length)] = chance.below(256);
  return chance.next() < 0.1 ? bytes.subarray(0, chance.below(bytes.length + 1)) : bytes;
}

/** Names that a file may have in a library; some are hard for a shell or a terminal. */
export function hostileName(chance: Random, nth: number): string {
  const odd = chance.one([
    "bad",
    "-rf",
    "$(x)",
    "`x`",
    "a b",
    "\u001b[31m",
    "\u202ex",
    "it's",
    'say"',
    "#1",
    "世界",
  ]);
  return `${odd}-${nth}${chance.one([".md", ".markdown", ".mdx"])}`;
}
