/**
 * Hostile files beside good ones: the good ones are always there, whole, and nothing breaks.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenEssay } from "../../src/document/open-essay.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import { paintAnsi } from "../../src/formats/ansi.ts";
import { documentJson } from "../../src/formats/document-json.ts";
import { htmlPage } from "../../src/formats/html/page.ts";
import type { ShownEssay } from "../../src/formats/shown-essay.ts";
import { speechOf } from "../../src/formats/speech.ts";
import { themes } from "../../src/formats/theme.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { lineText } from "../../src/layout/line.ts";
import { gistOf } from "../../src/library/check/gist.ts";
import { indexedEssay } from "../../src/library/index/row.ts";
import { width as columnsOf } from "../../src/text/width.ts";
import type { Random } from "./random.ts";
import { hostileBytes, hostileName, hostileText } from "./texts.ts";
import { expectHarmless, expectSame, expectSane, World } from "./world.ts";

const FORMATS = ["text", "markdown", "ansi", "html", "json", "jsonl", "speech"];
const GOOD = ["one", "two", "three"];

function goodEssay(name: string): string {
  return `---\ntitle: Good ${name}\ntags: [good]\n---\n\nThe ${name} essay is whole[^1].\n\n[^1]: Its note, too.\n`;
}

/** Commands over a library of good files and bad ones. */
export async function files(chance: Random): Promise<void> {
  const world = new World();
  try {
    for (const name of GOOD) writeFileSync(join(world.library, `good-${name}.md`), goodEssay(name));
    for (let nth = chance.between(1, 8); nth > 0; nth--)
      writeFileSync(join(world.library, hostileName(chance, nth)), hostileBytes(chance));
    const there = ["-d", world.library];
    const listed = await world.run(["list", "-t", "good", "-s", "path", "--template", "{{slug}}", ...there]);
    expectSane(listed, "list");
    const slugs = listed.out.split("\n");
    for (const name of GOOD)
      if (!slugs.includes(`good-${name}`)) throw new Error(`good-${name} is not listed`);
    const found = await world.run(["search", "note:note whole", "--template", "{{slug}}", ...there]);
    expectSane(found, "search");
    const format = chance.one(FORMATS);
    for (const name of GOOD) {
      const shown = await world.run(["show", `good-${name}`, "-f", "text", ...there]);
      expectSane(shown, "show");
      if (!shown.out.includes(`The ${name} essay is whole`)) throw new Error(`good-${name} is not shown`);
    }
    expectSane(await world.run(["check", ...there]), "check");
    const all = await world.run(["list", "-0", ...there]);
    const slug = chance.one(all.out.split("\0").filter((one) => one !== ""));
    expectSane(
      await world.run(["show", "-f", format, ...there, "--", slug]),
      `show -f ${format} of ${JSON.stringify(slug)}`,
    );
    const again = await world.run(["list", "-t", "good", "-s", "path", "--template", "{{slug}}", ...there]);
    expectSame(again.out, listed.out, "list, the second time");
  } finally {
    world.close();
  }
}

/** Many texts in this process, through all that is done with one. */
export function texts(chance: Random): Promise<void> {
  for (let nth = 0; nth < 20; nth++) {
    const text = hostileText(chance);
    const path = chance.one(["a.md", "a.mdx"]);
    try {
      readThrough(openEssay({ text, problems: [] }, path, `/${path}`), chance);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new Error(`${reason}\nfor ${path}: ${JSON.stringify(text.slice(0, 5_000))}`, { cause: error });
    }
  }
  return Promise.resolve();
}

/** Narrower pages than this one are laid out as well as they can be. */
const LEAST_WIDTH = 20;
const LOOKS = { theme: themes.dark, depth: 16, hyperlinks: true } as const;

function readThrough(open: OpenEssay, chance: Random): void {
  const { essay, document } = open;
  for (const notes of ["inline", "margin", "end"] as const) {
    const width = chance.between(1, 140);
    for (const line of layoutDocument(document, { width, notes, marks: "superscript", wrap: "even" }, {})) {
      expectHarmless(paintAnsi(line, LOOKS), "a line");
      if (width >= LEAST_WIDTH && columnsOf(lineText(line)) > width)
        throw new Error(`a line of more than ${width} columns`);
    }
  }
  indexedEssay(open);
  gistOf(open);
  const shown: ShownEssay = { essay, document, isNamed: true, resolve: () => ({ kind: "other" }) };
  JSON.stringify(documentJson(shown));
  expectHarmless(htmlPage([shown]), "the page");
  expectHarmless(speechOf(shown), "speech");
}
