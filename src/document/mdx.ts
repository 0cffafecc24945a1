/**
 * Removes MDX's own syntax, which a reader never sees: imports, exports and comments in braces. This happens before the lexer and
 * keeps line feeds, so that line numbers stay those of the file. The tags of components become shortcodes, which mean the same.
 */
import { Limits } from "./limits.ts";
import { TabLabels } from "./mdx-tabs.ts";
import { FLAGS } from "./tags/fields.ts";

/** The format of a text, by its file's extension. */
export type MarkdownFormat = "markdown" | "mdx";

const STATEMENT =
  /^(?:import\s*(?:["'{*]|[\w$]+\s*,|[\w$]+\s+from\b)|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** The start of a fence or a code span, which stay as they are; of a comment in braces; of the tag of a component or a fragment. */
const START =
  /^ {0,3}(?<fence>`{3,}|~{3,})|(?<code>`)|(?<math>\$\$)|(?<comment>\{\s*\/\*)|(?<said>\{\s?["'`][^"'`{}\n]{0,300}["'`]\s?\}|(?<![\w}_^\\])\{[A-Za-z_$][\w$]{0,40}(?:\.[\w$]{1,40}){1,5}\})|(?<expression>(?<![\w}_^\\${])\{(?![#.:%{|\s}]))|(?<tag><\/?(?:[A-Z][\w.]*|(?=>)|[a-z][\w-]{0,30}(?=\s[^<>{}\n]{0,300}=(?:\{|["'][^"'<>{}\n]{0,200}\{))))/gm;

/** MDX as Markdown (mdxjs.com, "What is MDX?"). */
export function withoutMdx(markdown: string): string {
  return withoutTags(withoutStatements(markdown));
}

/** Blanks `import` and `export` blocks, up to the blank line after their last bracket. */
function withoutStatements(markdown: string): string {
  let fence: string | undefined;
  let depth: number | undefined;
  let afterBlank = true;
  /** The index of the line that ends a template of several lines. */
  let template = -1;
  const lines = markdown.split("\n");
  const kept = lines.map((line, nth) => {
    if (nth <= template) {
      if (nth === template && depth === 0) [depth, afterBlank] = [undefined, true];
      return "";
    }
    const marker = FENCE.exec(line)?.[1];
    if (depth === undefined && marker && (fence === undefined || marker.startsWith(fence))) {
      fence = fence === undefined ? marker : undefined;
    }
    if (fence === undefined && depth === undefined && afterBlank && STATEMENT.test(line)) depth = 0;
    afterBlank = line.trim() === "";
    if (depth === undefined) return line;
    if (line.split("`").length % 2 === 0) template = endOfTemplate(lines, nth);
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

/** The most lines of a template in a statement. */
const LONGEST_TEMPLATE = 200;

/** The index of the line that closes the template that a line leaves open; -1 if none does. */
function endOfTemplate(lines: readonly string[], from: number): number {
  const end = lines.slice(from + 1, from + 1 + LONGEST_TEMPLATE).findIndex((line) => line.includes("`"));
  return end < 0 ? -1 : from + 1 + end;
}

/** The number of opening brackets minus that of closing ones. */
function brackets(line: string): number {
  return (line.match(/[{[(]/g)?.length ?? 0) - (line.match(/[}\])]/g)?.length ?? 0);
}

/** Removes comments and replaces tags; attributes may contain any expression in braces. */
function withoutTags(text: string): string {
  let result = "";
  let at = 0;
  const limits = new Limits().begin(text.length);
  const tabs = new TabLabels();
  const start = new RegExp(START);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const { fence, code, math, comment, said, expression: brace } = match.groups!;
    const after = start.lastIndex;
    if (fence !== undefined) start.lastIndex = endOfFence(text, after, fence);
    else if (code !== undefined) start.lastIndex = endOfCode(text, after);
    else if (math !== undefined) {
      const end = text.indexOf("$$", after);
      if (end >= 0) start.lastIndex = end + 2;
    } else if (said !== undefined) {
      result += text.slice(at, match.index) + expression(said);
      at = after;
    } else if (limits.isPatient) {
      const end =
        brace !== undefined
          ? endOfExpression(text, after)
          : comment === undefined
            ? endOfTag(text, after)
            : endOfComment(text, after);
      if (end === undefined)
        limits.soughtInVain(
          brace === undefined ? text.length - after : Math.min(LONGEST, text.length - after),
        );
      else if (brace !== undefined) {
        const whole = text.slice(match.index, end);
        result += text.slice(at, match.index) + computed(whole) + blankLines(whole);
        at = start.lastIndex = end;
      } else {
        const whole = text.slice(match.index, end);
        result += text.slice(at, match.index) + shortcodeOf(whole, tabs) + blankLines(whole);
        at = start.lastIndex = end;
      }
    }
  }
  return result + text.slice(at);
}

/** The text of an expression that is a string; for one that names a value, a name to be filled in. */
function expression(written: string): string {
  const inner = written.slice(1, -1).trim();
  return /^["'`]/.test(inner) ? inner.slice(1, -1) : `{{ ${inner} }}`;
}

/** The longest expression that is converted, in UTF-16 code units. */
const LONGEST = 2_000;
const LONGEST_LINE = 500;

/** The offset after the brace that closes an expression. A dollar before it, or a backslash in it, shows that it is TeX. */
function endOfExpression(text: string, from: number): number | undefined {
  const before = text.slice(Math.max(0, from - LONGEST_LINE), from);
  if (before.slice(before.lastIndexOf("\n") + 1).split("$").length % 2 === 0) return undefined;
  let depth = 1;
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at++) {
    const character = text[at];
    if (character === "\\" || (character === "\n" && text[at + 1] === "\n")) return undefined;
    if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Words between tags. */
const SAID =
  /<[A-Za-z](?:[^<>{}]|\{[^<>{}]{0,100}\}){0,200}>([^<>{}=]{0,300}\p{L}[^<>{}=]{0,300})(?=<|\{)|\}([^<>{}=]{0,300}\p{L}[^<>{}=]{0,300})(?=<\/)/gu;

/**
 * An expression as a name to be filled in, the name at its beginning, and the words of the elements in it; the rest is program code.
 */
function computed(written: string): string {
  const name = /^\{\s{0,9}([A-Za-z_$][\w$.]{0,60})/.exec(written)?.[1];
  const said = [...written.matchAll(SAID)].map(([, inside = "", behind = inside]) => ` ${behind.trim()}`);
  return `{{ ${name ?? "…"} }}${[...new Set(said)].join("")}`;
}

/**
 * An element of HTML without the attributes that are expressions. Attributes that are strings stay, and an address that
 * is an expression is marked as present.
 */
function withoutExpressions(tag: string): string {
  return tag
    .replace(/=\{\s?["'`]([^"'`{}\n]{0,300})["'`]\s?\}/g, '="$1"')
    .replace(/\s([\w-]{1,40})=\{[^\n]{0,500}?\}(?=[\s/>])/g, (_, key: string) =>
      key === "src" ? ' src="{…}"' : "",
    )
    .replaceAll("\n", " ");
}

/** Attributes that are texts, or a function of one text: `{useBaseUrl("/a")}`, `{require("./a.png").default}`. */
const TEXTS =
  /\s([\w-]{1,40})=(?:"([^"{}\n]{0,300})"|'([^'"{}\n]{0,300})'|\{\s?(?:[A-Za-z][\w.]{0,40}\()?["'`]([^"'`{}\n]{0,300})["'`](?:\)(?:\.\w{1,20})?)?\s?\})/g;
/** Attributes that are lists of texts. */
const LISTS =
  /\s([\w-]{1,40})=\{\s?\[((?:\s{0,9}(?:"[^"'{},\n]{1,100}"|'[^"'{},\n]{1,100}'),?){1,20})\s{0,9}\]\s?\}/g;

/** Attributes without a value that say something about a field. */
const FLAGGED = new RegExp(String.raw`\s(${FLAGS.join("|")})(?=[\s/>]|=\{true\})`, "gi");

/** A component's tag as a shortcode with its name and its textual attributes; empty for a fragment. */
function shortcodeOf(tag: string, tabs: TabLabels): string {
  const [, slash = "", name] = /^<(\/?)([A-Z][\w.]{0,60})(?=[\s/>])/.exec(tag) ?? [];
  if (name === undefined) return /^<[a-z]/.test(tag) ? withoutExpressions(tag) : "";
  const label = tabs.labelOf(tag);
  const labels = label === undefined ? [] : [` label="${label}"`];
  const texts = [...tag.slice(0, 2_000).matchAll(TEXTS)].map(
    ([, key, double, single, braced]) => ` ${key}="${double ?? single ?? braced}"`,
  );
  const lists = [...tag.slice(0, 2_000).matchAll(LISTS)].map(
    ([, key, items = ""]) => ` ${key}="${items.replace(/["'\n]/g, "")}"`,
  );
  const said = sentencesIn(tag.slice(0, 2_000)).map((sentence) => ` "${sentence}"`);
  const flags = [...tag.slice(0, 2_000).matchAll(FLAGGED)].map(([, key]) => ` ${key}="true"`);
  return `{{< ${slash}${name}${[...labels, ...texts, ...lists, ...flags, ...said].join("")} ${tag.endsWith("/>") ? "/" : ""}>}}`;
}

/** An attribute whose value is an object, a list of objects, or elements. */
const COMPUTED = /\s[\w-]{1,40}=\{\s{0,9}[[{(<]/;
/** The value of a key, if it is several words. */
const VALUE =
  /[\w"']\s{0,9}:\s{0,9}(?:"([^"<>{}\n]{1,300}\s[^"<>{}\n]{1,300})"|'([^'"<>{}\n]{1,300}\s[^'"<>{}\n]{1,300})')/g;

/** The words for readers in such attributes; a tag's words are only shown if they are several. */
function sentencesIn(tag: string): string[] {
  if (!COMPUTED.test(tag)) return [];
  const values = [...tag.matchAll(VALUE)].map(([, double, single]) => double ?? single!);
  const inner = [...tag.matchAll(SAID)].map(([, inside = "", behind = inside]) =>
    behind.trim().replaceAll('"', "”"),
  );
  return [...new Set([...values, ...inner])];
}

/** The offset after the fence that closes code, or the end of the text. */
function endOfFence(text: string, from: number, fence: string): number {
  const closing = /\n {0,3}(`{3,}|~{3,})/g;
  closing.lastIndex = from;
  for (let match = closing.exec(text); match; match = closing.exec(text))
    if (match[1]!.startsWith(fence)) return closing.lastIndex;
  return text.length;
}

/** The offset after the backtick that closes code on its line, or `from`. */
function endOfCode(text: string, from: number): number {
  const closing = /[`\n]/g;
  closing.lastIndex = from;
  return closing.exec(text)?.[0] === "`" ? closing.lastIndex : from;
}

/** The offset after the brace that ends a comment. */
function endOfComment(text: string, from: number): number | undefined {
  const closing = /\*\/\s*\}/g;
  closing.lastIndex = from;
  return closing.test(text) ? closing.lastIndex : undefined;
}

/** The offset after the `>` that ends a tag, ignoring those in quotes or in braces. */
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
