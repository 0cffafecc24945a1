/**
 * The extensions of marked's lexer, each with the sign that its syntax requires.
 *
 * marked asks every extension at every block and in every paragraph, but most texts need one or two of them.
 * So a text is searched once for all signs, and its lexer gets only the extensions whose sign occurs.
 */
import { Marked, type MarkedExtension, type MarkedOptions, type TokenizerStartFunction } from "marked";
import { asciidoc } from "./asciidoc.ts";
import { callouts } from "./callouts/callouts.ts";
import { comments } from "./comments.ts";
import { definitionLists } from "./definition-lists.ts";
import { directives } from "./directives/directives.ts";
import { drawnTables } from "./drawn-tables.ts";
import { footnotes } from "./footnotes.ts";
import { htmlNotes } from "./html-notes.ts";
import { kramdownTables } from "./kramdown-tables.ts";
import { lineBlocks } from "./line-blocks.ts";
import { markdownInHtml } from "./markdown-in-html.ts";
import { markedLists } from "./marked-lists.ts";
import { mathBlocks } from "./math-blocks.ts";
import { abbreviations, examples, textReferences } from "./named-texts.ts";
import { restDirectives } from "./rest-directives.ts";
import { slashBlocks } from "./slash-blocks.ts";
import { enclosures } from "../tags/enclosures.ts";
import { texEnvironments } from "./tex-environments.ts";
import { theorems } from "./theorems.ts";
import { memoized } from "../../text/memoized.ts";

const TEX = "\\begin{";

/** What a text must contain. V8 finds a rare string a hundred times faster than most patterns. */
type Sign = string | Test;
type Test = (source: string) => boolean;

/** A sticky pattern at any place where a text has these characters. */
function at(characters: string, pattern: RegExp): Test {
  return (source) => {
    for (let place = source.indexOf(characters); place >= 0; place = source.indexOf(characters, place + 1))
      if (matchesAt(pattern, source, place)) return true;
    return false;
  };
}

/** A sticky pattern at the start of any line. */
function atLine(pattern: RegExp): Test {
  const below = at("\n", new RegExp(`\\n(?:${pattern.source})`, "y"));
  return (source) => matchesAt(pattern, source, 0) || below(source);
}

function matchesAt(pattern: RegExp, source: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(source);
}

/** Each with its signs, of which a text must contain at least one; in the order in which they are passed to marked, which asks the last one first. */
const EXTENSIONS: readonly (readonly [extension: MarkedExtension, signs: readonly Sign[]])[] = [
  [footnotes, ["[^"]],
  [enclosures, ["{%", "{{"]],
  [comments, ["{%", "{:", "{#", "%%", ":LOGBOOK:"]],
  [callouts, ["#+", ":::", "[!", "!!!", "???", "==="]],
  [texEnvironments, [TEX, at("\\", /\\(?:chapter|(?:sub){0,2}section)\*?[[{]/y)]],
  [theorems, [TEX]],
  // After the marks of a quotation or a list at the beginning of a line.
  [definitionLists, [at(":", /(?<=^|[\s>]):[ \t]/y), at("~", /(?<=^|[\s>])~[ \t]/y)]],
  [lineBlocks, ["|"]],
  [kramdownTables, [atLine(/[ \t>]{0,9}\|[ \t:|+=-]{0,300}(?:--|==|-\||-\+)/y)]],
  [mathBlocks, ["$$", at("\\", /\\[[A-Za-z]/y)]],
  [markdownInHtml, [(source) => source.includes("<") && /markdown[\s=>]|parse_block_html/i.test(source)]],
  [slashBlocks, ["///"]],
  // Another name for the anchor of a link.
  [htmlNotes, [at('="', /(?<=<(?:a|b|li|span|sup)\b[^<>]{0,300}\b(?:id|name))="/y)]],
  [
    asciidoc,
    [
      atLine(/\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|source|listing|quote|verse)[\],]/y),
      at("::", /(?<=^(?:image|video|audio|include))::[^\s[]{1,300}\[/my),
    ],
  ],
  [restDirectives, [atLine(/[ \t>]{0,9}\.\. (?:_|[A-Za-z])/y)]],
  [abbreviations, ["*["]],
  [examples, ["(@"]],
  [textReferences, ["(ref:"]],
  [
    markedLists,
    [
      "#.",
      "#)",
      atLine(/[ \t>*+\-\d.)]{0,40}\(?(?:[A-Za-z]|[ivxlcdm]{2,15}|[IVXLCDM]{2,15}|(?<=\()\d{1,9})[.)][ \t]/y),
    ],
  ],
  // A name in braces behind a fence or before code, one for the block below, and an admonition between fences.
  [
    directives,
    [
      at("{", /(?<=(?:`{3}|~{3}|:{3})[ \t]{0,9})\{/y),
      at("{", /\{[A-Za-z][\w:+.-]{0,40}\}`/y),
      at(")=", /(?<=^\([^()\n]{1,200})\)=/my),
      at("```", /`{3}[ \t]{0,9}ad(?:monish|-)/y),
      at("~~~", /~{3}[ \t]{0,9}ad(?:monish|-)/y),
    ],
  ],
  [drawnTables, ["+-", "+:", "+=", at("-- ", /-- {1,80}--/y)]],
];

/** marked's options by the extensions in them, a bit for each. */
const optionsWith = memoized((needed: number): MarkedOptions => {
  const extensions = EXTENSIONS.flatMap(([extension], nth) => (needed & (1 << nth) ? [extension] : []));
  return askedInParagraphs(new Marked(...extensions).defaults);
});

/**
 * Options in which no extension is asked where it interrupts a paragraph unless there is one: marked asks at each line of an item of a
 * list, where it takes text line by line, and ignores the answer.
 */
function askedInParagraphs(options: MarkedOptions): MarkedOptions {
  const { extensions } = options;
  if (!extensions?.startBlock) return options;
  const startBlock = extensions.startBlock.map(
    (start): TokenizerStartFunction =>
      function startInParagraph(src) {
        return this.lexer.state.top ? start.call(this, src) : undefined;
      },
  );
  return { ...options, extensions: { ...extensions, startBlock } };
}

/** marked's options for a text, with the extensions that it may need. */
export function optionsFor(source: string): MarkedOptions {
  let needed = 0;
  // TeX's commands for text in a theorem become Markdown, which may create signs.
  const isTex = source.includes(TEX);
  EXTENSIONS.forEach(([, signs], nth) => (needed |= isTex || holds(source, signs) ? 1 << nth : 0));
  return optionsWith(needed);
}

function holds(source: string, signs: readonly Sign[]): boolean {
  return signs.some((sign) => (typeof sign === "string" ? source.includes(sign) : sign(source)));
}
