/**
 * The words in a tag's arguments that are for readers, so that a tag of any name loses none of them.
 *
 *     {{< anything id="x1" class="wide dark" title="A title" note="Said to readers." "A whole sentence" >}}
 *                                            ─▶ A title, Said to readers., A whole sentence
 */
import { isField } from "./fields.ts";
import { isExplained, isLink, isSaid } from "./inline-kinds.ts";
import {
  calloutOf,
  isCode,
  isComment,
  isDrawn,
  isFormula,
  isLiteral,
  isQuote,
  isSideNote,
  kindOf,
  titleOf,
  titlePart,
  titlesIn,
} from "./kinds.ts";
import { isPicture } from "./players.ts";
import { type Tag, valueOf } from "./tag.ts";

/** Attributes that contain text for readers. */
export const WORDS = [
  "title",
  "date",
  "heading",
  "header",
  "label",
  "name",
  "summary",
  "caption",
  "alt",
  "text",
  "content",
  "body",
  "message",
  "description",
  "quote",
  "author",
  "attr",
];
/** Attributes for browsers and programs, which may contain several words. */
const OTHERS = new Set(
  (
    "allow align class classes classname color css data format height icon id key lang language layout options params rel " +
    "sandbox size sizes src srcset style theme type width"
  ).split(" "),
);
/** Tags that decide what is shown, and compare and store texts. */
const CONTROLS = new Set(
  (
    "assign block cache call capture case echo elif else elseif elsif extends filter for from if ifchanged import include layout " +
    "liquid macro paginate render set switch tablerow unless when while with"
  ).split(" "),
);

/** The texts for readers, each once, with colons between them; empty if there are none. */
export function wordsIn(tag: Tag): string {
  // Around tabs, a tag lists what each tab shows itself.
  const isControl = CONTROLS.has(kindOf(tag)) || kindOf(tag) === "tabs";
  const keys = isControl ? WORDS.filter((key) => key !== "name" && key !== "date") : WORDS;
  const others = [...tag.named].filter(([key, value]) => isOther(key) && isRemark(value));
  const said = [
    ...requestIn(tag),
    ...(titlesIn(tag) ?? []).filter((title) => title !== valueOf(tag, ["caption"])),
    ...keys.flatMap((key) => valueOf(tag, [key]) ?? []),
    ...figureIn(tag),
    ...(isControl ? [] : others.map(([, value]) => value.trim())),
    ...(isControl
      ? []
      : tag.words.filter((word) => word.isQuoted && isSentence(word.text)).map(({ text }) => text)),
    ...(isControl ? [] : bareWordsIn(tag)),
  ];
  const all = [...new Set(said.filter((value) => !value.startsWith("{")))];
  return all.map((one, nth) => (nth === all.length - 1 || /[.:!?…]$/.test(one) ? one : `${one}:`)).join(" ");
}

/** Words without quotation marks that begin like a sentence, as in Hexo's tags: `{% quot Some words %}`. */
function bareWordsIn(tag: Tag): string[] {
  const { isLiquids, words, rest } = tag;
  if (!isLiquids || !/^[\p{Lu}\p{Lo}]/u.test(rest) || words.some(({ isQuoted }) => isQuoted)) return [];
  const title = titlePart(tag);
  if (title !== undefined) return [title];
  const bare = rest.split(/[\s,]+/);
  const end = bare.findIndex((word) => /[:=|{}<>/]|\.\w/.test(word));
  const said = bare.slice(0, end < 0 ? undefined : end).join(" ");
  return isSentence(said) || /^\p{Lo}{2,}$/u.test(said) ? [said] : [];
}

/** The method and the address of a request to a program: `<Endpoint method="GET" path="/users">`. */
function requestIn(tag: Tag): string[] {
  const method = valueOf(tag, ["method"]);
  const path = valueOf(tag, ["path", "endpoint", "url"]);
  return method === undefined || path === undefined ? [] : [`${method} ${path}`];
}

/** A number that a name explains: `<Stat value="42%" label="of users" />`. */
function figureIn(tag: Tag): string[] {
  const value = valueOf(tag, ["value"]);
  const isNamed = valueOf(tag, ["title", "label", "name"]) !== undefined;
  return value !== undefined && isNamed && /\d/.test(value) && !CHOICE.test(tag.name) ? [value] : [];
}

/** Components whose value is for programs. */
const CHOICE = /choice|input|item|option|radio|select|tab/i;

function isOther(key: string): boolean {
  return !WORDS.includes(key) && !OTHERS.has(key) && !/^(?:@|:|on|data-|aria-(?!label))/.test(key);
}

/** Whether a value is text for readers and not for a program. */
export function isSentence(value: string): boolean {
  return /\p{L}\s+\p{L}/u.test(value) && !/[{}<>=/]/.test(value);
}

/** Whether a value whose key does not say so is text for readers: several words that begin or end like a sentence. */
function isRemark(value: string): boolean {
  return isSentence(value) && /^\p{Lu}|[.!?…]$|\S\s+\S+\s+\S/u.test(value.trim());
}

/** The title above the content of two tags; for tags without a meaning of their own, all words for readers. */
export function titleFor(tag: Tag): string | undefined {
  const title = titleOf(tag);
  const isMeant = MEANT.some((means) => means(tag)) || calloutOf(tag) !== undefined;
  return isMeant ? title : wordsIn(tag) || title;
}

/** Kinds of tags whose words have a place of their own. */
const MEANT = [
  isCode,
  isComment,
  isDrawn,
  isExplained,
  isField,
  isFormula,
  isLink,
  isLiteral,
  isPicture,
  isQuote,
  isSaid,
  isSideNote,
];
