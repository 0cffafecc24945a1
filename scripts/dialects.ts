/**
 * `npm run dialects -- FOLDER…`: what the essays of some folders hold beyond CommonMark and GitHub's Markdown, how often, and what
 * ibid makes of it: set, a quiet sign (`‹name›`), or raw, as it was written.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Block, Document } from "../src/document/document.ts";
import { markdownFormat, parseDocument } from "../src/document/parse.ts";
import { allBlocks, inlinesOf } from "../src/document/walk.ts";
import { readSource } from "../src/essay/front-matter.ts";

/** Constructs by what they look like, outside of code. */
const CONSTRUCTS: Readonly<Record<string, RegExp>> = {
  "attributes in braces": /\{:[^{}\n]{1,200}\}|(?<=\s)\{[#.][\w-][^{}\n]{0,200}\}/g,
  "Hugo's shortcodes": /\{\{[<%][^{}\n]{1,300}\}\}/g,
  "Liquid's tags": /\{%[^{}\n]{1,300}%\}/g,
  "names to fill in": /\{\{[^<%{}\n][^{}\n]{0,300}\}\}/g,
  "wiki links": /(?<!!)\[\[[^[\]\n]{1,300}\]\]/g,
  embeds: /!\[\[[^[\]\n]{1,300}\]\]/g,
  "callouts in quotations": /^ {0,3}> ?\[![\w-]{1,40}\]/gm,
  "callouts between colons": /^ {0,3}:::+ ?[\w{]/gm,
  "callouts of MkDocs": /^ {0,3}!!! \w/gm,
  "definition lists": /^: {1,3}\S/gm,
  "side notes": /<aside|class="?(?:side|margin)note/g,
  "marked text": /(?<![=\w])==(?![\s=])[^=\n]{1,200}==(?!=)/g,
  "edits (CriticMarkup)": /\{\+\+[^{}\n]{1,200}\+\+\}|\{--[^{}\n]{1,200}--\}|\{>>[^{}\n]{1,200}<<\}/g,
  keys: /(?<![\w+])\+\+(?:ctrl|alt|cmd|shift|enter|tab)\b[\w+-]{0,40}\+\+/gi,
  icons: /:(?:material|fontawesome|octicons|simple)-[\w-]{1,60}:/g,
  abbreviations: /^\*\[[^[\]\n]{1,100}\]: [^*\n]{1,300}$/gm,
  "cited works": /\[-?@[\w:.-]{0,60}\d[^[\]\n]{0,100}\](?![([])/g,
  "names of blocks": /(?<=\s)\^(?=[\d-]{0,40}[A-Za-z])[A-Za-z\d-]{3,40}$/gm,
  "blocks between slashes": /^\/{3,} (?:note|tip|warning|admonition|details|tab|caption)\b/gm,
  "frames and players": /<(?:iframe|video|audio|embed|object)\b/g,
  "displayed formulas": /\$\$|\\begin\{/g,
};

const DEFINITIONS = "definition lists";

interface Counts {
  written: number;
  set: number;
  raw: number;
}

const counts = new Map(
  Object.keys(CONSTRUCTS).map((name): [string, Counts] => [name, { written: 0, set: 0, raw: 0 }]),
);
const signs = new Map<string, number>();

/** A source without its fenced code and code spans. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^ {0,3}(`{3,}|~{3,})[^]*?\n {0,3}\1|`[^`\n]*`/gm, "");
}

function count(body: string, document: Document): void {
  const { blocks, notes } = document;
  const bare = withoutCode(body);
  const shown: string[] = [];
  for (const part of [blocks, ...notes.map((note) => note.blocks)])
    for (const inline of inlinesOf(part)) {
      if (inline.type === "text") shown.push(inline.text);
      if (inline.type === "shortcode") signs.set(inline.text, (signs.get(inline.text) ?? 0) + 1);
    }
  for (const [name, pattern] of Object.entries(CONSTRUCTS)) {
    const own = counts.get(name)!;
    own.written += bare.match(pattern)?.length ?? 0;
    // What begins a line can't be told in a text whose lines are joined: the tree tells how many became definitions.
    if (name === DEFINITIONS)
      own.raw = Math.max(0, own.written - (own.set += definitionsIn([...allBlocks(document)])));
    else for (const text of shown) own.raw += text.match(pattern)?.length ?? 0;
  }
}

function definitionsIn(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) =>
      block.type === "definitionList"
        ? block.items.reduce((inner, { definitions }) => inner + definitions.length, sum)
        : sum,
    0,
  );
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write("npm run dialects -- FOLDER...\n");
  process.exit(2);
}
for (const folder of folders)
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, path);
    if (!/\.(?:md|markdown|mdx)$/i.test(path) || !statSync(file).isFile()) continue;
    const { body } = readSource(readFileSync(file, "utf8"));
    count(body, parseDocument(body, markdownFormat(path)));
  }

const rows = [...counts].map(([name, { written, raw }]) => [
  name,
  String(written),
  String(Math.max(0, written - raw)),
  String(raw),
]);
const lines = [["construct", "written", "set or a sign", "raw"], ...rows];
for (const [name = "", ...numbers] of lines)
  process.stdout.write(`${name.padEnd(26)}${numbers.map((one) => one.padStart(15)).join("")}\n`);
const total = [...signs.values()].reduce((sum, one) => sum + one, 0);
process.stdout.write(`\n${total} signs of ${signs.size} kinds:\n`);
for (const [sign, times] of [...signs].sort(([, a], [, b]) => b - a).slice(0, 20))
  process.stdout.write(`${String(times).padStart(6)}  ${sign}\n`);
