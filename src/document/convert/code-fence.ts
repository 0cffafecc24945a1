/**
 * Reads the words after a fence of code: its language, its title, and the format for which it is meant.
 *
 *     ```js title="a.js"      ```js:a.js      ```js [a.js]      ``` {.python filename="a.py"}      ```{=html}
 */

export interface Info {
  readonly language: string;
  /** Empty if it has none. */
  readonly title: string;
}

const LANGUAGE = /^\{?\.?([^\s{},=:]+)(?![^\s{},=:]|=\S)/;
const TITLED =
  /(?:^|[\s{,:])(?:title|file-?name|(?<=,)name|caption|(?:fig|lst|tab|tbl)[.-]cap)=(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'{},]{1,200}))/i;
/** A file's name after a colon; other words there concern the appearance of the page (VuePress, "Line Numbers"). */
const BEHIND_COLON = /^[^\s{},=:]{1,40}:((?=[^\s{}]*[./]|\p{Lu})[^\s{}]{1,200})/u;
const IN_BRACKETS = /^[^\s{},=[\]]{1,60}(?:\s{0,9}\{[^{}\n]{0,100}\})?\s{1,9}\[([^[\]\n]{1,200})\]/;

/** A file's name or a title that follows the language without any sign (Mintlify, "Code"): `js hello.js`, `json Response`. */
const BARE =
  /^[^\s{},=:[\]]{1,60}[ \t]{1,9}(?![\w-]{1,40}=)((?:[\w@()[\]-][\w@()[\]./-]{0,80})?\w\.[a-z][a-z\d]{0,7}(?=\s|$)|\p{Lu}[\p{L}\d]{1,40}(?: (?![\w-]{1,40}=)[\p{L}\d]{1,40}){0,5}(?=\s|$))/u;

/** A label in brackets within braces, or after them. */
const LABEL = /\[([^[\]\n]{1,200})\]/;
/** A file in place of a language (VitePress, "Import Code Snippets"): its ending is the language. */
const FILE = /^[^\s{}]{0,200}[/#][^\s{}]{0,200}$/;
const ENDING = /\.([a-z\d]{1,8})(?:#[\w-]{1,60})?$/i;

/** The argument of a directive whose name is not known. */
const ARGUMENT = /^\{[\w:.-]{1,60}\}[ \t]{1,9}([^={}\n]{1,200})$/;

/** The language and the title in the words after a fence. */
export function infoOf(words: string): Info {
  const language = LANGUAGE.exec(words)?.[1] ?? "";
  const ending = FILE.test(language) ? ENDING.exec(language)?.[1] : undefined;
  if (ending !== undefined) return { language: ending, title: LABEL.exec(words)?.[1] ?? language };
  const [, double, single, bare] = TITLED.exec(words) ?? [];
  const named = double ?? single ?? bare;
  const other = [BEHIND_COLON, IN_BRACKETS, ARGUMENT, BARE].map((one) => one.exec(words)?.[1]);
  const title = named ?? other.find((one) => one !== undefined) ?? "";
  return { language, title: title.trim() };
}

const RAW = /^\{=([a-z][\w-]{0,30})\}\s*$/i;

/** The format of raw code (Pandoc's manual, "Generic raw attribute"); undefined for all other code. */
export function rawFormatOf(words: string | undefined): string | undefined {
  return words?.startsWith("{=") ? RAW.exec(words)?.[1]?.toLowerCase() : undefined;
}

/** The language that the first line of code may name (Python-Markdown, "CodeHilite"); a path there is the system's. */
const FIRST_LINE = /^(?::::|#!)([a-z][\w+-]{0,30})[ \t]{0,9}(?:hl_lines=[^\n]{1,80})?(?:\n|$)/i;

/** Code without a first line that only names its language. */
export function namedByFirstLine(
  code: string,
): { readonly language: string; readonly code: string } | undefined {
  if (!code.startsWith(":::") && !code.startsWith("#!")) return undefined;
  const match = FIRST_LINE.exec(code);
  return match ? { language: match[1]!, code: code.slice(match[0].length) } : undefined;
}
