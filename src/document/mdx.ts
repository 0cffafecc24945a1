/**
 * MDX's own parts, which a reader never sees: imports, exports, comments in braces, and the tags of components,
 * whose content is kept. They are taken out before the lexer, line feeds kept, so that lines count as in the file.
 */
import { Limits } from "./limits.ts";

const STATEMENT =
  /^(?:import\s*(?:["'{*]|[\w$]+\s*,|[\w$]+\s+from\b)|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** What begins a fence or a code span, which are left alone; a comment in braces; the tag of a component or a fragment. */
const START =
  /^ {0,3}(?<fence>`{3,}|~{3,})|(?<code>`)|(?<comment>\{\s*\/\*)|(?<tag><\/?(?:[A-Z][\w.]*|(?=>)))/gm;

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

/** Without comments and tags; the attributes of a tag may hold any expression in braces. */
function withoutTags(text: string): string {
  let result = "";
  let at = 0;
  const limits = new Limits().begin(text.length);
  const start = new RegExp(START);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const { fence, code, comment } = match.groups!;
    const after = start.lastIndex;
    if (fence !== undefined) start.lastIndex = endOfFence(text, after, fence);
    else if (code !== undefined) start.lastIndex = endOfCode(text, after);
    else if (limits.isPatient) {
      const end = comment === undefined ? endOfTag(text, after) : endOfComment(text, after);
      if (end === undefined) limits.soughtInVain(text.length - after);
      else {
        const whole = text.slice(match.index, end);
        result += text.slice(at, match.index) + (shortcodeOf(whole) ?? "") + blankLines(whole);
        at = start.lastIndex = end;
      }
    }
  }
  return result + text.slice(at);
}

/** A component that holds nothing, as a shortcode of its name and of those of its attributes that are texts. */
function shortcodeOf(tag: string): string | undefined {
  const name = /^<([A-Z][\w.]{0,60})\b/.exec(tag)?.[1];
  if (name === undefined || !tag.endsWith("/>")) return undefined;
  const texts = tag.slice(0, 2_000).match(/\s[\w-]{1,40}="[^"{}\n]{0,300}"/g) ?? [];
  return `{{< ${name}${texts.join("")} >}}`;
}

/** After the fence that closes code; else the end of the text. */
function endOfFence(text: string, from: number, fence: string): number {
  const closing = /\n {0,3}(`{3,}|~{3,})/g;
  closing.lastIndex = from;
  for (let match = closing.exec(text); match; match = closing.exec(text))
    if (match[1]!.startsWith(fence)) return closing.lastIndex;
  return text.length;
}

/** After the backtick that closes code on its line; else `from`. */
function endOfCode(text: string, from: number): number {
  const closing = /[`\n]/g;
  closing.lastIndex = from;
  return closing.exec(text)?.[0] === "`" ? closing.lastIndex : from;
}

/** After the brace that ends a comment in braces. */
function endOfComment(text: string, from: number): number | undefined {
  const closing = /\*\/\s*\}/g;
  closing.lastIndex = from;
  return closing.test(text) ? closing.lastIndex : undefined;
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
