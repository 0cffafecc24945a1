/**
 * Comments of generators and note-taking programs, as an extension of marked's lexer. No reader of the site sees them.
 *
 *     {% comment %} … {% endcomment %}   (Liquid)        {::comment} … {:/comment}   (kramdown)
 *     %% … %%                            (Obsidian)      {# … #}                     (Nunjucks, Jinja)
 *
 *     :LOGBOOK: … :END:                  (Org, Logseq)
 *
 * Comments within a line are inlines: see `inline/parse.ts`.
 */
import type { MarkedExtension } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { type Limits, limitsOf } from "../limits.ts";
import { isTemplate } from "./templates.ts";

/** The beginning and the end of each kind of comment. The rest of its last line is blank. */
const COMMENTS: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [
    /^ {0,3}(?:\{%-?\s{0,9}comment\b[^%\n]{0,99}%\}|\{::comment\})/,
    /(?:\{%-?\s{0,9}endcomment\s{0,9}-?%\}|\{:\/(?:comment)?\})[ \t]*(?:\n|$)/g,
  ],
  // The next `%%` must end a line: `%% Part` begins a section of a program.
  [/^ {0,3}%%(?!%)/, /%%(?:[ \t]*(?:\n|$)|(?<other>))/g],
  [/^ {0,3}\{#(?=[ \n-])/, /#\}[ \t]*(?:\n|$)/g],
  [/^ {0,3}:LOGBOOK:[ \t]*\n/, /^[ \t]{0,40}:END:[ \t]*(?:\n|$)/gm],
];

const TEMPLATES = /^ {0,3}\{#/;

/** The comment at the start of `src`, if it is closed. */
function commentAt(src: string, lexer: object): { type: string; raw: string } | undefined {
  const limits: Limits = limitsOf(lexer);
  if (TEMPLATES.test(src) && !isTemplate(lexer)) return undefined;
  for (const [begins, ends] of COMMENTS) {
    const opening = begins.exec(src)?.[0];
    const found = opening === undefined ? undefined : limits.endIn(src, opening.length, new RegExp(ends));
    if (found && found.groups["other"] === undefined)
      return { type: "comment", raw: src.slice(0, found.end) };
  }
  return undefined;
}

/** The characters that begin such a block. */
const SIGNS = "{%:";
const mayBegin = beginsWith(SIGNS);

export const comments: MarkedExtension = {
  extensions: [
    {
      name: "comment",
      level: "block",
      start(src) {
        const { lexer } = this;
        const begins = (rest: string): boolean => commentAt(rest, lexer) !== undefined;
        return aheadInParagraph(src, SIGNS, begins);
      },
      tokenizer(src) {
        return mayBegin(src) ? commentAt(src, this.lexer) : undefined;
      },
    },
  ],
};
