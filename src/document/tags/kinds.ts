/**
 * The meaning of tags of site generators and their themes, by lower-case name. For a tag that is not named
 * here, its content is shown, or a quiet sign.
 */
import { type Tag, valueOf } from "./tag.ts";

/** Kinds of callouts that a tag or a component may name. */
const CALLOUTS = new Set(
  (
    "admonition alert attention bug callout caution danger error example failure hint important info note notice " +
    "pageinfo question success tip warn warning"
  ).split(" "),
);
/** Callouts whose kind is their first word or an attribute. */
const UNNAMED = new Set("admonition alert callout hint notice pageinfo".split(" "));
/** Words of themes for the appearance of a callout. They are not part of its title. */
const LOOKS = new Set(
  "close closed default false flat modern no-icon noicon open primary secondary simple true".split(" "),
);
/** Blocks that a reader of the site opens, with or without a title. */
const FOLDED = new Set(
  (
    "accordion accordion-item accordionitem collapse collapsed collapsible details disclosure expand expandable fold " +
    "folding hidetoggle reveal-answer spoiler toggle"
  ).split(" "),
);
/** Blocks whose first word is their title. */
const TITLED = new Set(
  "card codetab group item panel section step tab tab-item tabitem tabpanel timeline".split(" "),
);
const QUOTED = new Set(
  "blockquote centerquote cq epigraph pull-quote pullquote quotation quote testimonial".split(" "),
);
const CODE = new Set("code code-block codeblock highlight prism".split(" "));
/** Programs that draw from source text. The source is shown as code. */
const DRAWN = new Set(
  "abc chart d2 dot ditaa echarts flow goat gnuplot graphviz mermaid plantuml score sequence svgbob tikz vega viz wavedrom".split(
    " ",
  ),
);
const NOTES = new Set(
  "margin-note marginnote marginalia side-note sidenote sidebar-note tufte-sidenote".split(" "),
);
const FORMULAS = new Set("katex latex math mathjax".split(" "));
const LITERAL = new Set(["raw", "verbatim"]);

export const isQuote = (tag: Tag): boolean => QUOTED.has(kindOf(tag));
/** A component of this name marks words, unless it says in which language they are. */
const isMarker = (tag: Tag): boolean => tag.name === "Highlight" && !valueOf(tag, ["lang", "language"]);
export const isCode = (tag: Tag): boolean => CODE.has(kindOf(tag)) && !isMarker(tag);
export const isDrawn = (tag: Tag): boolean => DRAWN.has(kindOf(tag));
export const isSideNote = (tag: Tag): boolean => NOTES.has(kindOf(tag)) || tag.name === "aside";
export const isFormula = (tag: Tag): boolean => FORMULAS.has(kindOf(tag));
export const isLiteral = (tag: Tag): boolean => LITERAL.has(kindOf(tag));
/** Tags of Liquid and Nunjucks around what a page does not show. */
const MUTE = new Set("css javascript js schema script style stylesheet".split(" "));
export const isComment = (tag: Tag): boolean =>
  kindOf(tag) === "comment" || (tag.isLiquids && MUTE.has(kindOf(tag)));
export const isFolded = (tag: Tag): boolean => FOLDED.has(kindOf(tag));

/** The name of a tag in lower case, without its folder. */
export function kindOf({ name }: Tag): string {
  return name.slice(name.lastIndexOf("/") + 1).toLowerCase();
}

/** Where themes put a note. */
const SIDES = /^(?:left|right|inline)$/i;

/**
 * The words of the sentence to which the tags of a side note belong; undefined if there are none. Before them, themes give its side
 * and its identifier.
 */
export function markedPhrase(tag: Tag): string | undefined {
  if (!isSideNote(tag)) return undefined;
  const words = tag.words.filter(({ text }) => !SIDES.test(text));
  const last = words.at(-1)?.text;
  const isPhrase = last !== undefined && (words.length > 1 || /\S\s+\S/.test(last));
  return valueOf(tag, ["label", "phrase", "mark"]) ?? (isPhrase ? last : undefined);
}

/** The kind and the title of the callout that a tag opens; undefined if it opens none. */
export function calloutOf(tag: Tag): { readonly kind: string; readonly title: string } | undefined {
  const own = kindOf(tag) === "aside" && tag.name !== "aside" ? "callout" : kindOf(tag);
  if (!CALLOUTS.has(own)) return undefined;
  const keyed = valueOf(tag, [
    "type",
    "kind",
    "variant",
    "color",
    "status",
    "level",
    "class",
    "context",
    "style",
  ]);
  // Only words before the title name the kind: `info A tip on tips`.
  const first = tag.words.findIndex(({ text }) => !isLook(text));
  const leading = first < 0 ? tag.words : tag.words.slice(0, first);
  const words = leading.map(({ text }) => text);
  const named = [keyed, ...words].find((word) => word !== undefined && CALLOUTS.has(word.toLowerCase()));
  // `{% note info %}` also names its kind.
  const isNamed =
    UNNAMED.has(own) || own === "callout" || (own === "note" && (named === words[0] || named === keyed));
  const kind = isNamed ? (named ?? "note") : own;
  const rest = tag.words.slice(leading.length);
  const title = rest.some(isSaid) ? spoken(rest) : "";
  // A single lower-case word is the name of an icon.
  return { kind, title: titleIn(tag) ?? (/^[a-z][\w-]*$/.test(title) ? "" : title) };
}

function isLook(word: string): boolean {
  return CALLOUTS.has(word.toLowerCase()) || LOOKS.has(word.toLowerCase());
}

/** A title from words: the first quoted one, or all of them. */
function spoken(words: readonly { text: string; isQuoted: boolean }[]): string {
  const quoted = words.find(({ isQuoted, text }) => isQuoted && text.trim() !== "");
  return (quoted?.text ?? words.map(({ text }) => text).join(" ")).trim();
}

function isSaid({ text }: { readonly text: string }): boolean {
  return /\p{L}/u.test(text);
}

const TITLES = new Set(
  "title label summary header heading badge subtitle subheader tabname question caption description".split(
    " ",
  ),
);

/** The title in the attributes; the caption if there is no other. */
export function titleIn(tag: Pick<Tag, "named">): string | undefined {
  return titlesIn(tag)?.join(": ");
}

/** The parts of the title in the attributes, in their order. */
export function titlesIn({ named }: Pick<Tag, "named">): readonly string[] | undefined {
  const titles = [...named].flatMap(([key, value]) => {
    // A value in braces is an expression (JSX), or filled in.
    const isTitle = TITLES.has(key) && value.trim() !== "" && !value.startsWith("{");
    return isTitle ? [{ key, value: value.trim() }] : [];
  });
  const others = titles.filter(({ key }) => key !== "caption");
  const said = (others.length > 0 ? others : titles).map(({ value }) => value);
  return said.length === 0 ? undefined : [...new Set(said)];
}

/** The title of a tag's content; undefined if it has none. */
export function titleOf(tag: Tag): string | undefined {
  const kind = kindOf(tag);
  const first = TITLED.has(kind) || FOLDED.has(kind) ? tag.words.filter(({ text }) => !isLook(text)) : [];
  const own = TITLED.has(kind) ? ["name", "value"] : FOLDED.has(kind) ? ["text"] : [];
  const name = valueOf(tag, own);
  return titleIn(tag) ?? (first.some(isSaid) ? (titlePart(tag) ?? spoken(first)) : name);
}

/** Words of Hexo's themes for the colours of a block. */
const COLOURS = new Set(
  "bg black blue color cyan gray green grey orange pink purple red white yellow".split(" "),
);

/** The part of a tag's arguments that is the title, where commas separate it from looks: `{% folding cyan open, A title %}`. */
export function titlePart({ isLiquids, rest, words }: Tag): string | undefined {
  if (!isLiquids || !rest.includes(",") || words.some(({ isQuoted }) => isQuoted)) return undefined;
  const isForEye = (word: string): boolean =>
    isLook(word) || COLOURS.has(word.toLowerCase()) || /^#?[\da-f]{1,8}$/i.test(word);
  const parts = rest.split(",").map((part) => part.trim());
  const said = parts.filter((part) => part !== "" && !part.split(/\s+/).every(isForEye));
  return said.length === parts.length ? undefined : said.join(", ") || undefined;
}

const AUTHORS = ["author", "by", "attribution", "footer", "name", "cite", "title", "source", "from"];
const WEB = /https?:\/\/\S+/;

/** The author and the source of a quotation, and its address. */
export function attributionOf(tag: Tag): { readonly text: string; readonly href?: string } | undefined {
  const named = AUTHORS.flatMap((key) => valueOf(tag, [key]) ?? []);
  const said = named.length > 0 ? named : wordsOf(tag);
  const all = said.map((one) => one.replace(WEB, "").trim()).filter((one) => one !== "");
  const href = valueOf(tag, ["link", "url", "href", "sourceurl"]) ?? WEB.exec(tag.rest)?.[0];
  const text = [...new Set(all)].join(", ");
  if (text === "" && href === undefined) return undefined;
  return { text: text === "" ? href! : text, ...(href !== undefined && { href }) };
}

/** The author and the source as Octopress and Hexo write them, without quotation marks; `left` and `right` are not part of them. */
function wordsOf({ rest, words }: Tag): string[] {
  if (words.some(({ isQuoted }) => isQuoted)) return words.map(({ text }) => text);
  return rest.replace(/^(?:left|right)\b/, "").split(WEB);
}

/** The language and the title of code. */
export function codeOf(tag: Tag): { readonly language: string; readonly title: string } {
  const words = tag.words.map(({ text }) => text);
  const marked = words.map((word) => /^lang(?:uage)?:(.+)$/.exec(word)?.[1]).find(Boolean);
  const keyed = marked ?? valueOf(tag, ["lang", "language"]);
  const isTitled = kindOf(tag) === "codeblock";
  const language = keyed ?? (isTitled ? "" : (words[0] ?? ""));
  const said = isTitled ? words.filter((word) => !/^(?:[a-z_]{1,20}:|https?:)/.test(word)).join(" ") : "";
  return { language, title: valueOf(tag, ["title", "caption", "file", "filename", "name"]) ?? said };
}
