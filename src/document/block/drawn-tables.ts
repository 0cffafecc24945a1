/**
 * Tables that are drawn with signs, as an extension of marked's lexer (Pandoc's manual, "Tables"): grid tables, simple ones, and
 * those whose cells have several lines.
 *
 *     +-------+-----+       Bell     Weight      ----------------
 *     | Bell  | kg  |       ------  -------      Bell      Weight
 *     +=======+=====+       tenor     2,000      ------  --------
 *     | tenor | 2   |       treble      400      the        2,000
 *     +-------+-----+                            tenor
 *                                                ----------------
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import type { Alignment } from "../document.ts";
import { gridTableAt } from "./grid-tables.ts";
import { limitsOf } from "../limits.ts";
import { ruledTableAt } from "./ruled-tables.ts";

export interface DrawnTableToken extends Tokens.Generic {
  type: "drawnTable";
  align: Alignment[];
  /** Empty cells if the table has no header. */
  header: Token[][];
  rows: Token[][][];
}

export const drawnTables: MarkedExtension = {
  extensions: [
    {
      name: "drawnTable",
      level: "block",
      tokenizer(src) {
        const limits = limitsOf(this.lexer);
        const isGrid = src[0] === "+";
        const table = isGrid ? gridTableAt(src, limits) : ruledTableAt(src, limits);
        if (!table || !limits.holds("cells", table.align.length * (table.rows.length + 1))) return undefined;
        // Only the cells of a grid contain blocks.
        const cell = (text: string): Token[] =>
          isGrid
            ? limits.within(() => this.lexer.blockTokens(text, []))
            : [{ type: "paragraph", raw: text, text, tokens: this.lexer.inline(text) }];
        return {
          type: "drawnTable",
          raw: src.slice(0, table.end),
          align: table.align,
          header: table.header.map(cell),
          rows: table.rows.map((row) => row.map(cell)),
        } satisfies DrawnTableToken;
      },
    },
  ],
};
