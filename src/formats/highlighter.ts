/**
 * Code in colour, by marked-terminal's highlighter (highlight.js under it).
 *
 * marked-terminal writes colours, but ibid needs roles. So its theme consists of functions that put
 * private-use characters around each token; ibid reads these back into tokens. If the code comes out changed
 * in any way, it is shown without colour.
 */
import chalk from "chalk";
import { supportsLanguage } from "cli-highlight";
import { markedTerminal } from "marked-terminal";
import type { Highlighter, Token } from "../layout/highlight.ts";
import type { Role } from "../layout/line.ts";
import { trimmedEnd } from "../text/trim.ts";
import { tableOf } from "../text/own.ts";

/** highlight.js's classes and their roles. */
const ROLES = tableOf<Role>({
  keyword: "codeKeyword",
  built_in: "codeKeyword",
  literal: "codeNumber",
  number: "codeNumber",
  regexp: "codeString",
  string: "codeString",
  symbol: "codeString",
  comment: "codeComment",
  doctag: "codeComment",
  quote: "codeComment",
  meta: "codeComment",
  title: "codeName",
  function: "codeName",
  class: "codeName",
  type: "codeName",
  name: "codeName",
  tag: "codeName",
  attr: "codeName",
  attribute: "codeName",
  section: "codeName",
  variable: "codeName",
  addition: "codeString",
  deletion: "problem",
});

const FIRST = 0xf0100;
const END = "\u{f01ff}";
const OWN = /[\u{f0100}-\u{f01ff}]/u;
const names = Object.keys(ROLES);

/** Longer code, in UTF-16 units, would take the highlighter seconds. */
const LONGEST = 100_000;

const theme = Object.fromEntries(
  names.map((name, index) => [name, (text: string) => String.fromCodePoint(FIRST + index) + text + END]),
);

// Without this, marked-terminal does not colour code if standard output is not a terminal. ibid has already
// decided whether to use colours.
chalk.level = 1;

const extension = markedTerminal({ tab: 0, code: (text: string) => text }, { theme, ignoreIllegals: true });
const renderer = extension.renderer as unknown as { code: (token: object) => string };

/**
 * Only known languages are coloured: guessing the language would take longer than the page, and would often be wrong.
 */
export const highlighter: Highlighter = (code, language) => {
  if (language === "" || code.length > LONGEST || OWN.test(code) || !supportsLanguage(language))
    return undefined;
  const lines = trimmedEnd(renderer.code({ text: code, lang: language, escaped: false }), "\n").split("\n");
  const tokens = tokensOf(lines);
  const plain = tokens.map((line) => line.map(({ text }) => text).join("")).join("\n");
  return plain === trimmedEnd(code, "\n") ? tokens : undefined;
};

/** Converts private-use characters back to roles; a token may extend over several lines, and contain others. */
function tokensOf(lines: readonly string[]): Token[][] {
  const open: Role[] = [];
  return lines.map((line) => {
    const tokens: Token[] = [];
    for (const part of line.split(/([\u{f0100}-\u{f01ff}])/u)) {
      const code = part.codePointAt(0) ?? 0;
      if (part === END) open.pop();
      else if (code >= FIRST && code < FIRST + names.length) open.push(ROLES[names[code - FIRST]!]!);
      else if (part !== "") tokens.push(withRole(part, open.at(-1)));
    }
    return tokens;
  });
}

function withRole(text: string, role: Role | undefined): Token {
  return role === undefined ? { text } : { text, role };
}
