/**
 * MDX's own parts, which a reader never sees: imports, exports and comments in braces. They are taken out before
 * the lexer, line feeds kept, so that lines count as in the file. Components are HTML elements to the lexer.
 */

const STATEMENT = /^(?:import|export)\s/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const COMMENT = /\{\s*\/\*[^]*?\*\/\s*\}/g;

/** MDX as Markdown: `import` and `export` blocks (mdxjs.com, "ESM") and `{/* … *\/}` are blank. */
export function withoutMdx(markdown: string): string {
  const lines = markdown.split("\n");
  let fence: string | undefined;
  let depth: number | undefined;
  let afterBlank = true;
  const kept = lines.map((line) => {
    const marker = FENCE.exec(line)?.[1];
    if (depth === undefined && marker && (fence === undefined || marker.startsWith(fence)))
      fence = fence === undefined ? marker : undefined;
    if (fence === undefined && depth === undefined && afterBlank && STATEMENT.test(line)) depth = 0;
    afterBlank = line.trim() === "";
    if (depth === undefined) return line;
    if (afterBlank && depth <= 0) depth = undefined;
    else depth += braces(line);
    return "";
  });
  return kept.join("\n").replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ""));
}

/** Brackets opened less brackets closed. */
function braces(line: string): number {
  return (line.match(/[{[(]/g)?.length ?? 0) - (line.match(/[}\])]/g)?.length ?? 0);
}
