/**
 * Prints lists in every format: a template, names ended by NUL, JSON, lines of JSON, values separated by tabs or commas, or rows.
 */
import type { ListFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { paintAnsi } from "../formats/ansi.ts";
import { toCsv } from "../formats/csv.ts";
import { toJson, toJsonLines } from "../formats/json.ts";
import { paintPlain } from "../formats/plain.ts";
import { toTsv } from "../formats/rows.ts";
import type { Row } from "../layout/line.ts";
import { listFormat, type Looks } from "./formats.ts";

/** The parts of a list for each format. A member is absent if the command lacks its flag. */
export interface Printed<Item> {
  readonly items: readonly Item[];
  /** The name that `-0` prints. */
  readonly name?: (item: Item) => string;
  /** A template with the item's values. */
  readonly filled?: (template: string) => (item: Item) => string;
  /** The whole list, as JSON. */
  readonly json: () => object;
  /** An item, as a line of JSON. */
  readonly jsonLine: (item: Item) => object;
  /** The names of the columns, for the header of `csv`. */
  readonly columns: readonly string[];
  /** The rows of an item, each a list of cells. */
  readonly cells: (item: Item) => readonly (readonly string[])[];
  /** All items as rows of at most `columns`. */
  readonly rows: (columns: number, looks: Looks) => readonly (readonly Row[])[];
}

export async function print<Item>(session: Session, printed: Printed<Item>): Promise<void> {
  const { template, null: isNull } = session.options;
  const { items, name, filled, rows } = printed;
  const end = isNull ? "\0" : "\n";
  if (template !== undefined && filled)
    return session.out(items.map((item) => filled(template)(item) + end).join(""));
  if (isNull && name) return session.names(items.map(name));
  const format = listFormat(session);
  if (format !== "text" && format !== "ansi") return session.out(asData(printed, format));
  const paint = await painterOf(session, format);
  const pages = rows(columnsOf(session), format);
  session.out(pages.map((page) => page.map((row) => `${paint(row)}\n`).join("")).join("\n"));
}

function asData<Item>(
  { items, json, jsonLine, columns, cells }: Printed<Item>,
  format: Exclude<ListFormat, Looks>,
): string {
  const written: Readonly<Record<typeof format, () => string>> = {
    json: () => toJson(json()),
    jsonl: () => toJsonLines(items.map(jsonLine)),
    tsv: () => toTsv(items.flatMap(cells)),
    csv: () => toCsv([columns, ...items.flatMap(cells)]),
  };
  return written[format]();
}

/** The painter of rows. */
export async function painterOf(session: Session, looks: Looks): Promise<(row: Row) => string> {
  // An unknown theme is reported even if the format has no colours.
  const { theme } = await session.theme();
  const { color, isColorless, env, reorders } = session.options;
  if (looks !== "ansi" || isColorless) return paintPlain;
  // `--format ansi` prints styles even if the environment disables colour.
  const depth = color.depth === "none" && !env["NO_COLOR"] ? 16 : color.depth;
  const ordered = reorders ? (await import("../layout/bidi.ts")).visualRow : (row: Row): Row => row;
  return (row) => paintAnsi(ordered(row), { theme, depth, hyperlinks: color.hyperlinks });
}

/** The widest row of a list: `--width`, otherwise the terminal's width; Infinity in a pipe. */
export function columnsOf({ options, io }: Session): number {
  return options.width ?? (io.outIsTerminal ? io.columns : Infinity);
}
