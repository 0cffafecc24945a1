/**
 * Corrects the totals from which FTS5 computes BM25: the number of rows, and of the tokens in each column.
 *
 * A contentless table does not subtract what is deleted from it, so every saved essay would count twice, and the order of
 * results would depend on the history of the index. The totals are the record 1 of the table's data (fts5_index.c, “averages
 * record”), the sizes of each row are in its own table; both are SQLite's varints (sqlite.org/fileformat2.html#varint).
 */
import { arrays, type Database } from "../../system/sqlite.ts";

/** Call this between two transactions, because FTS5 writes the totals when a transaction ends. */
export function mendTotals(database: Database): void {
  const sizes = arrays<[Uint8Array]>(database, "SELECT sz FROM words_docsize");
  const totals: number[] = [];
  for (const [sz] of sizes)
    varintsIn(sz).forEach((size, column) => (totals[column] = (totals[column] ?? 0) + size));
  const record = Buffer.from([sizes.length, ...totals].flatMap(varint)).toString("hex");
  database.exec(`BEGIN IMMEDIATE; UPDATE words_data SET block = x'${record}' WHERE id = 1; COMMIT`);
}

/** Seven bits a byte, the highest first; all bytes but the last have the eighth bit set. No size here needs the ninth byte. */
function varintsIn(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte >= 128) continue;
    values.push(value);
    value = 0;
  }
  return values;
}

function varint(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift((rest % 128) + 128);
  return bytes;
}
