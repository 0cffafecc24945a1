import fc from "fast-check";
import { micromark } from "micromark";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { describe, expect, test } from "vitest";
import { parseInlines } from "../../src/document/inline/parse.ts";
import type { InlineToken } from "../../src/document/inline/tokens.ts";

const definitions = {
  link: (label: string) => (label === "a" ? "/a" : undefined),
  heading: () => undefined,
  hasFootnote: (label: string) => label === "1",
  takes: () => true,
  writesInBrackets: () => false,
  hasTags: () => true,
  hasChunks: () => false,
  isFull: () => false,
};

/** Tokens as HTML, in as few words as a comparison needs. */
function html(tokens: readonly InlineToken[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case "text":
        case "escape":
          return escaped(token.text);
        case "codespan":
          return `<code>${escaped(token.text)}</code>`;
        case "html":
          return token.raw;
        case "br":
          return "<br />\n";
        case "link":
          return `<a>${html(token.tokens)}</a>`;
        case "image":
          return `<img>`;
        case "em":
        case "strong":
        case "del":
        case "mark":
        case "sup":
        case "sub":
          return `<${token.type}>${html(token.tokens)}</${token.type}>`;
        default:
          return `<${token.type}>`;
      }
    })
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** What another implementation of CommonMark and of strikethrough makes of a paragraph. */
function reference(text: string): string {
  const paragraph = micromark(`.${text}.\n\n[a]: /a`, {
    allowDangerousHtml: true,
    extensions: [gfmStrikethrough()],
    htmlExtensions: [gfmStrikethroughHtml()],
  });
  return paragraph
    .trimEnd()
    .replace(/ *(<br \/>)?\n */g, "$1\n")
    .replace(/^<p>|<\/p>$/g, "")
    .replace(/<a href="[^"]*"(?: title="[^"]*")?>/g, "<a>")
    .replace(/<img src="[^"]*" alt="[^"]*"(?: title="[^"]*")? \/>/g, "<img>");
}

/** Blanks about a line feed are not shown. */
function ours(text: string): string {
  return html(parseInlines(`.${text}.`, definitions)).replace(/ *(<br \/>)?\n */g, "$1\n");
}

const PIECES = [
  "*",
  "**",
  "_",
  "__",
  "~",
  "~~",
  "`",
  "``",
  "[",
  "]",
  "[a]",
  "(",
  ")",
  "](/b)",
  "![",
  "!",
  "\\",
  " ",
  "  \n",
  "\n",
];
const WORDS = ["a", "b", ".", "é", "“", "€", "<b>", "</b>", "<!-- c -->", "<x", ">", '"', "'"];

describe("inlines are those of CommonMark", () => {
  test.each([
    ["<http://e.org> in [a <http://e.org> b](/b)", "<a>http://e.org</a> in <a>a http://e.org b</a>"],
    ["[a [b](/b) c](/c)", "[a <a>b</a> c](/c)"],
    ["[a] [b][a] [a][] [a][b] [b]", "<a>a</a> <a>b</a> <a>a</a> [a][b] [b]"],
    ["****a***", "*<em><strong>a</strong></em>"],
    ["Oh![^1] [a][^1] [b][^2]", "Oh!<footnoteReference> <a>a</a><footnoteReference> [b][^2]"],
    ["a[[^1]] ![[^1]] [[^2]]", "a[<footnoteReference>] ![<footnoteReference>] <wikiLink>"],
    ["a^[b *c* [d](/d)] e^[ ]", "a<inlineNote> e^[ ]"],
    ["[[x]] [[x#b|c]] ![[d]] [[e f]] [[ g ]]", "<wikiLink> <wikiLink> <wikiLink> <wikiLink> [[ g ]]"],
    ['{{< x "*a*" >}} {% x %} {{ x }} {{ {x} }}', "<shortcode> <shortcode> <shortcode> {{ {x} }}"],
    [
      "see https://e.org/a_(b)_c). and www.e.org, or a_b@e.org",
      "see <a>https://e.org/a_(b)_c</a>). and <a>www.e.org</a>, or <a>a_b@e.org</a>",
    ],
    ["[https://e.org](/a) [https://e.org]", "<a>https://e.org</a> [<a>https://e.org</a>]"],
    ["[`](/a)` [b](/b)", "[<code>](/a)</code> <a>b</a>"],
    ["H~2~O x^2^ ==marked *so*==", "H<sub>2</sub>O x<sup>2</sup> <mark>marked <em>so</em></mark>"],
    ["~a~ b ~~c~~ a ^b^ ==c", "<del>a</del> b <del>c</del> a ^b^ ==c"],
    ["a == b and c == d, x=^2", "a == b and c == d, x=^2"],
    ["**~~a~~** b**~~c~~**d", "<strong><del>a</del></strong> b<strong><del>c</del></strong>d"],
  ])("%s", (source, expected) => {
    expect(html(parseInlines(source, definitions))).toBe(expected);
  });

  test("whatever stands beside whatever, as another implementation has it", () => {
    const text = fc
      .array(fc.constantFrom(...PIECES, ...WORDS, ...PIECES), { maxLength: 14 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(
        text.filter((source) => isOneParagraph(source) && !NON_BREAKING.test(source)),
        (source) => {
          expect(ours(source)).toBe(reference(source));
        },
      ),
      { numRuns: Number(process.env["RUNS"] ?? 2_000) },
    );
  });
});

/** A backslash before a blank between words, which is Pandoc's. */
const NON_BREAKING = /[\p{L}\p{N}]\.?\\ [\p{L}\p{N}$(]/u;

/** Whether nothing in it begins another block. */
function isOneParagraph(text: string): boolean {
  // Where a bracket follows one and is never closed, micromark makes no link of the first, and CommonMark 6.3 does.
  if (/\]\[(?!a?\])/.test(text)) return false;
  // micromark takes what is left of a run for the run's length in the rule of three. What is escaped belongs to no run.
  const runs = text.replace(/\\[*_]/g, ".");
  if (/\*{2}|_{2}/.test(runs) && /(?<!\*)\*(?!\*)|(?<!_)_(?!_)|\*{3}|_{3}/.test(runs)) return false;
  // micromark lets a run open and close wherever a run of another kind stands beside it.
  if (/\*[_~]|_[*~]|~[*_]/.test(text)) return false;
  // What is lowered right behind a letter is struck for GitHub, and raised or marked text is none of its.
  if (/[\p{L}\p{N})\]}*_]~(?:[^\s~\\]|\\[^\n]){1,50}~(?!~)|\^(?:[^\s^[\]\\]|\\[^\n]){1,50}\^|==/u.test(text))
    return false;
  // Mathematics.
  if (/\\\[[^]*\\\]|\\\([^]*\\\)/.test(text)) return false;
  // A wiki link.
  if (text.includes("[[")) return false;
  return (
    text.split("\n").every((line, nth) => nth === 0 || /^ {0,3}[ab.é“€\]()!'"\\]/.test(line)) &&
    !/\n[ \t]*\n/.test(text)
  );
}

/** By the specification of markdown-cjk-friendly: no blank is needed beside these characters. */
test.each([
  ["鸣**响。**后文", "鸣<strong>响。</strong>后文"],
  ["**“引用”**紧跟", "<strong>“引用”</strong>紧跟"],
  ["日本語の**「鐘」**です", "日本語の<strong>「鐘」</strong>です"],
  ["**종(bell)**은", "<strong>종(bell)</strong>은"],
  ["你好，_强调_，再见", "你好，<em>强调</em>，再见"],
  ["中 * 文 * 中", "中 * 文 * 中"],
  ["a**“b”**c", "a**“b”**c"],
])("emphasis beside Chinese, Japanese and Korean: %s", (source, expected) => {
  expect(html(parseInlines(source, definitions))).toBe(expected);
});
