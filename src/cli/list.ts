/**
 * `ibid list`: the shelf, an essay a line.
 */
import { valueOf as fieldOf } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { nearest } from "../text/nearest.ts";
import type { Io } from "../terminal/io.ts";
import { minutes } from "../text/words.ts";
import { choiceOf, chooseEssays } from "./choice.ts";
import { flags } from "./flags.ts";
import { essayJson } from "../formats/essay-json.ts";
import { columnsOf, formatOf, painterOf, toJson } from "./output.ts";
import { type Arguments, UsageError, valueOf } from "./arguments.ts";
import { checkTemplate, linesOf, templateOf } from "./template.ts";
import { alignRows, type Column, toTsv, type Yield } from "../formats/rows.ts";
import { type OpenedLibrary, openLibraryFor, reportProblems, reportSkipped } from "./session.ts";
import { say } from "./say.ts";

const LAYOUT: readonly Column[] = [
  { role: "quiet", align: "right" },
  { role: "strong" },
  {},
  { role: "quiet" },
  { role: "quiet", align: "right" },
  { role: "tag" },
];
const [SLUG, TITLE, DATE, MINUTES, TAGS] = [1, 2, 3, 4, 5];

/** Slugs give way last: they are what one copies. */
const YIELDS: readonly Yield[] = [
  { column: TAGS, to: 12 },
  { column: TAGS, to: 0 },
  { column: TITLE, to: 24 },
  { column: MINUTES, to: 0 },
  { column: DATE, to: 0 },
  { column: TITLE, to: 8 },
  { column: SLUG, to: 8 },
  { column: TITLE, to: 0 },
];

const SORT_KEYS = ["order", "date", "title", "words", "path", "slug", "read"];

/** Exit code 0 when an essay was listed, 1 when none was. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const library = await openLibraryFor(args, io, args.operands[0]);
  return listEssays(library, args, io);
}

export async function listEssays(library: OpenedLibrary, args: Arguments, io: Io): Promise<number> {
  if (args.flags.has("sort")) checkSort(library, valueOf(args, flags.sort));
  const essays = chooseEssays(library.essays, args, io);
  checkTemplate(valueOf(args, flags.template) ?? "", library.essays);
  const format = formatOf(args, flags.listFormat, io);
  const template = valueOf(args, flags.template);
  if (template !== undefined)
    io.out(linesOf(essays.map(templateOf(template, choiceOf(args, io).read)), args));
  else if (args.flags.has("null")) io.out(essays.map((essay) => `${essay.slug}\0`).join(""));
  else if (format === "json") io.out(toJson(listJson(library, essays)));
  else if (format === "tsv") io.out(toTsv(essays.map((essay) => cells(essay, ""))));
  else {
    const paint = await painterOf(format, args, io);
    const rows = alignRows(
      LAYOUT,
      essays.map((essay) => cells(essay, "-")),
      columnsOf(args, io),
      YIELDS,
    );
    io.out(rows.map((line) => `${paint(line)}\n`).join(""));
  }
  if (library.essays.length === 0) say(io, `${library.root}: no essays here`);
  reportSkipped(library, io);
  reportProblems(essays, io);
  return essays.length > 0 ? 0 : 1;
}

/** A key that no essay has sorts nothing: it is a slip of the pen. */
function checkSort(library: OpenedLibrary, sort: string | undefined): void {
  if (sort === undefined || library.essays.length === 0) return;
  if (library.essays.some((essay) => fieldOf(essay, sort) !== undefined) || SORT_KEYS.includes(sort)) return;
  const near = nearest(sort, SORT_KEYS)[0];
  throw new UsageError(`--sort ${sort}: no essay has this key${near ? `; did you mean ${near}?` : ""}`);
}

function cells(essay: Essay, none: string): string[] {
  return [
    essay.order === undefined ? none : String(essay.order),
    essay.slug,
    essay.title,
    essay.date ?? none,
    none === "" ? String(minutes(essay.words)) : `${minutes(essay.words)} min`,
    essay.tags.join(", "),
  ];
}

function listJson(library: OpenedLibrary, essays: readonly Essay[]): object {
  return {
    version: 1,
    library: { root: library.root, source: library.source },
    essays: essays.map(essayJson),
    skipped: library.skipped,
  };
}
