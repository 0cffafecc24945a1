/**
 * MDX's own parts, which a reader never sees: imports, exports, comments in braces, and the tags of components,
 * whose content is kept. They are taken out before the lexer, line feeds kept, so that lines count as in the file.
 */

const STATEMENT =
  /^(?:import\s*(?:["'{*]|[\w$]+\s*,|[\w$]+\s+from\b)|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Code, which is left alone; comments in braces; and what a component's tag, or a fragment's, begins with. */
const CODE = "^ {0,3}(`{3,}|~{3,})[^]*?(?:\\n {0,3}\\1|$(?![^]))|`[^`\\n]*`";
const COMMENT = String.raw`\{\s*\/\*[^]*?\*\/\s*\}`;
const TAG = String.raw`<\/?(?:[A-Z][\w.]*|(?=>))`;
const PARTS = new RegExp(`${CODE}|(${COMMENT})|(${TAG})`, "gm");

/** MDX as Markdown (mdxjs.com, "What is MDX?"). */
export function withoutMdx(markdown: string): string {
  return withoutTags(withoutStatements(markdown));
}

/** `import` and `export` blocks, up to the blank line after their last bracket, become blank. */
function withoutStatements(markdown: string): string {
  let fence: string | undefined;
  let depth: number | undefined;
  let afterBlank = true;
  const kept = markdown.split("\n").map((line) => {
    const marker = FENCE.exec(line)?.[1];
    if (depth === undefined && marker && (fence === undefined || marker.startsWith(fence))) {
      fence = fence === undefined ? marker : undefined;
    }
    if (fence === undefined && depth === undefined && afterBlank && STATEMENT.test(line)) depth = 0;
    afterBlank = line.trim() === "";
    if (depth === undefined) return line;
    if (afterBlank && depth <= 0) depth = undefined;
    else depth += brackets(line);
    if (!afterBlank && depth === 0 && /;\s*$|["']\s*$|\}\s*$/.test(line)) {
      depth = undefined;
      afterBlank = true;
    }
    return "";
  });
  return kept.join("\n");
}

/** Brackets opened less brackets closed. */
function brackets(line: string): number {
  return (line.match(/[{[(]/g)?.length ?? 0) - (line.match(/[}\])]/g)?.length ?? 0);
}

/** How often, at most, the text is looked through for the ends of tags that have none. */
const IN_VAIN = 20;

/** Without comments and tags; the attributes of a tag may hold any expression in braces. */
function withoutTags(text: string): string {
  let result = "";
  let at = 0;
  let patience = IN_VAIN * text.length;
  for (const match of text.matchAll(PARTS)) {
    const [whole, , comment, tag] = match;
    const after = match.index + whole.length;
    const end = tag === undefined ? after : patience > 0 ? endOfTag(text, after) : undefined;
    if (end === undefined) patience -= text.length - after;
    if (match.index < at || (comment === undefined && tag === undefined) || end === undefined) continue;
    result += text.slice(at, match.index) + blankLines(text.slice(match.index, end));
    at = end;
  }
  return result + text.slice(at);
}

/** After the `>` that ends a tag: not one in quotes or in braces. */
function endOfTag(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = "";
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === ">" && depth === 0) return at + 1;
  }
  return undefined;
}

function blankLines(text: string): string {
  return text.replace(/[^\n]/g, "");
}
