/**
 * The keys of the reader as text, for `ibid help keys`.
 */
import { paintPlain } from "../formats/plain.ts";
import { remapped } from "./remap.ts";
import { helpLines } from "./screens/help/lines.ts";

/** Every key of every screen, the user's own included, in lines of at most `columns`. */
export function keyHelp(own: Readonly<Record<string, unknown>>, columns: number): string {
  const { keymap } = remapped(own);
  const rows = helpLines(keymap, "shelf", { columns, rows: Infinity });
  return rows.map((row) => `${paintPlain(row).trimEnd()}\n`).join("");
}
