/**
 * `ibid tags`: each tag with its count.
 */
import { groupByTag, type TagGroup } from "../essay/choose.ts";
import type { Io } from "../terminal/io.ts";
import { chooseEssays, choiceOf } from "./choice.ts";
import { flags } from "./flags.ts";
import { columnsOf, formatOf, painterOf, toJson } from "./output.ts";
import { type Arguments, valueOf } from "./arguments.ts";
import { filledIn, linesOf } from "./template.ts";
import { alignRows, toTsv } from "../formats/rows.ts";
import { openLibraryFor, reportSkipped } from "./session.ts";

/** Exit code 0 when there is a tag, 1 when there is none. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const library = await openLibraryFor(args, io, args.operands[0]);
  const { limit, reverse, sort } = choiceOf(args, io);
  const all = inOrder(groupByTag(chooseEssays(library.essays, withoutOrder(args), io)), sort);
  const groups = (reverse ? all.reverse() : all).slice(0, limit ?? all.length);
  const rows = groups.map(({ tag, essays }) => [String(essays.length), tag]);
  const format = formatOf(args, flags.listFormat, io);
  const template = valueOf(args, flags.template);
  if (template !== undefined) {
    const texts = groups.map(({ tag, essays }) =>
      filledIn(template, (key) => (key === "tag" ? tag : key === "count" ? essays.length : undefined)),
    );
    io.out(linesOf(texts, args));
  } else if (args.flags.has("null")) io.out(groups.map(({ tag }) => `${tag}\0`).join(""));
  else if (format === "json") {
    io.out(toJson({ version: 1, tags: groups.map(({ tag, essays }) => ({ tag, count: essays.length })) }));
  } else if (format === "tsv") io.out(toTsv(rows));
  else {
    const paint = await painterOf(format, args, io);
    const lines = alignRows([{ role: "quiet", align: "right" }, { role: "tag" }], rows, columnsOf(args, io));
    io.out(lines.map((line) => `${paint(line)}\n`).join(""));
  }
  reportSkipped(library, io);
  return groups.length > 0 ? 0 : 1;
}

/** The most used first, or by name. */
function inOrder(groups: TagGroup[], sort: string | undefined): TagGroup[] {
  return sort !== "name" ? groups : groups.sort((a, b) => a.tag.localeCompare(b.tag));
}

/** Order and limit are those of the tags, not of the essays that have them. */
function withoutOrder(args: Arguments): Arguments {
  const values = new Map(args.values);
  values.delete("limit");
  values.delete("sort");
  return { ...args, values };
}
