/**
 * The rows of LaTeX's tables: cells between `&`, rows that end with two backslashes, and rules between them.
 */

const RULE =
  /\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|addlinespace|(?:cline|cmidrule)(?:\([lr]{1,4}\))?\{[^{}]{0,30}\})(?:\[[^[\]]{0,20}\])?/g;

/** The rows, each with its cells as Markdown, and whether a rule below the first one makes it the header. */
export function tabularRows(body: string): { readonly rows: string[][]; readonly isHeaded: boolean } {
  const written = body.split(/\\\\(?:\[[^[\]\n]{0,20}\])?|\\tabularnewline/);
  const rows = written.map((row) => row.replace(RULE, "").trim());
  const filled = written.filter((_, nth) => rows[nth] !== "");
  // A rule below a row stands before the next one.
  const isHeaded = filled.length > 1 && /^\s*\\(?:hline|midrule|endhead|endfirsthead)/.test(filled[1]!);
  const cells = rows
    .filter((row) => row !== "")
    .map((row) => row.split(/(?<!\\)&/).map((cell) => cell.trim().replaceAll("\n", " ")));
  return { rows: cells, isHeaded };
}
