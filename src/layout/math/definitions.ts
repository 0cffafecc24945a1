/**
 * Definitions of commands, which are hidden, even before the parser of TeX is loaded.
 */

const COMMAND =
  /^\s{0,9}\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[gex]?def|let|global)(?![a-zA-Z])/;

/** The TeX without lines that only define commands; empty if all lines do. */
export function withoutDefinitions(tex: string): string {
  if (!/\\(?:[gex]?def|let|global|(?:re)?newcommand|providecommand|DeclareMathOperator)/.test(tex))
    return tex;
  if (onlyDefines(tex)) return "";
  return tex
    .split("\n")
    .filter((line) => !onlyDefines(line))
    .join("\n");
}

/** Whether nothing is left but names of commands, parameters and groups. */
function onlyDefines(tex: string): boolean {
  if (!COMMAND.test(tex)) return false;
  let depth = 0;
  for (const { 0: sign } of tex.matchAll(
    /\\[a-zA-Z]+|\\[^]|[{}]|\[[^[\]{}]{0,100}\]|[#=*]\d?|%[^\n]*|\s+|[^]/g,
  )) {
    if (sign === "{") depth++;
    else if (sign === "}") depth--;
    else if (depth === 0 && !/^[\\[#=*%\s]/.test(sign)) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}
