/**
 * Tables that are drawn with signs, and their lines. Places in a line count columns of the screen, because a
 * wide character takes two.
 */
import type { Alignment } from "../document.ts";
import { graphemes, width } from "../../text/width.ts";
import { smallest } from "../../text/extremes.ts";

/** A table as its source draws it: the text of each cell. */
export interface DrawnTable {
  readonly align: Alignment[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where it ends. */
  readonly end: number;
}

/** The characters of a line by columns: an empty string follows a wide one. */
export function columnsOf(line: string): string[] {
  if (/^[ -~]*$/.test(line)) return line.split("");
  return graphemes(line).flatMap((character) => [
    character,
    ...Array.from({ length: Math.max(0, width(character) - 1) }, () => ""),
  ]);
}

/** The lines of a cell as its text, without their common indentation. */
export function cellText(lines: readonly string[]): string {
  const said = lines.filter((line) => line.trim() !== "");
  const inset = smallest(said.map((line) => line.search(/\S/)));
  return said.length === 0
    ? ""
    : lines
        .map((line) => line.slice(inset).trimEnd())
        .join("\n")
        .trim();
}
