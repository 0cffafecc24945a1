/**
 * The inlines of a tag within a text, from its words and attributes.
 *
 *     {{< figure src="a.png" caption="A tree" >}}   ─▶ a picture
 *     {{< youtube w7Ft2ymGmfc >}}                   ─▶ ▷ youtube w7Ft2ymGmfc, a link
 *     {{< button href="/a" >}}Go{{< /button >}}     ─▶ Go, a link
 *     {{< anything else="x" title="A title" >}}     ─▶ ‹anything› A title
 */
import { visibleCode } from "../../text/visible.ts";
import type { Block, Citation, Inline } from "../document.ts";
import { trimInlines } from "../flow.ts";
import { generatedAddress } from "../generated.ts";
import { joinTexts, text } from "../inlines.ts";
import { linked } from "./enclosed.ts";
import { fieldBlock, fieldInlines, isField } from "./fields.ts";
import {
  attributionOf,
  calloutOf,
  isCode,
  isComment,
  isQuote,
  isSideNote,
  kindOf,
  markedPhrase,
} from "./kinds.ts";
import { ADDRESSES, addressOf, isLink, isSaid, meaningOf, phraseOf } from "./inline-kinds.ts";
import { picturesIn, shownBlock, shownBy, shownInlines } from "./players.ts";
import { saidBy } from "./said.ts";
import { isEscapedTag, readTag, type Tag, valueOf, withoutEscapes } from "./tag.ts";
import { isSentence, titleFor, WORDS, wordsIn } from "./words.ts";

/** Tags that insert a file: mdBook's ("MdBook-specific features"), Jekyll's, Quarto's, and those of themes. */
const FILES = new Set(
  (
    "#include #rustdoc_include #playground #playpen #template include include_code include_relative include-markdown includecode " +
    "readfile render snippet"
  ).split(" "),
);
/** Tags of Hugo and Quarto for a value or an icon, which their argument names. */
const VALUES = new Set("env fa fab fas icon meta param var".split(" "));
const LONGEST_NAME = 40;

/** Makes a note from blocks and cites it; undefined if notes cannot be cited here. */
export type Cite = (blocks: readonly Block[]) => Citation | undefined;

/** The inlines of a tag. `isPaired` says whether a tag closes it. */
export function tagInlines(raw: string, isPaired: boolean, cite?: Cite): Inline[] {
  if (isEscapedTag(raw)) return [text(withoutEscapes(raw))];
  const tag = readTag(raw);
  if (tag.isClosing) return [];
  if (isPaired) return openingInlines(tag);
  if (isVariable(raw, tag)) return sign(tag);
  const shown = shownBy(tag);
  if (shown) return [...noteOf(tag, cite, shownInlines(shown))];
  return standIn(tag, cite);
}

/** The picture or player of a tag that stands alone, as a block; undefined for other tags. */
export function tagBlock(raw: string, isPaired: boolean): Block | undefined {
  if (isEscapedTag(raw)) return undefined;
  const tag = readTag(raw);
  if (!tag.isClosing && !isPaired && isField(tag)) return fieldBlock(tag, []);
  const shown =
    tag.isClosing || isPaired || isVariable(raw, tag)
      ? undefined
      : (shownBy(tag) ?? shownBy(included(tag) ?? tag));
  if (shown && !isNote(tag)) return shownBlock(shown);
  return tag.isClosing || isPaired ? undefined : calloutAlone(included(tag) ?? tag);
}

/** A callout whose text is in its attributes: `{{< warning text="…" >}}`, `{{< note "…" >}}`, `{% include tip.html content="…" %}`. */
function calloutAlone(tag: Tag): Block | undefined {
  const callout = calloutOf(tag);
  const named = valueOf(tag, ["content", "text", "body", "message"]);
  const own = tag.words.findLast((word) => word.isQuoted && isSentence(word.text))?.text;
  const said = named ?? own;
  if (!callout || said === undefined) return undefined;
  const title = callout.title === said || callout.title === "" ? [] : [text(callout.title)];
  const children: Block[] = [{ type: "paragraph", children: [text(said)] }];
  return { type: "callout", kind: callout.kind.toLowerCase(), title, children };
}

/** Whether a tag is a value that passes a filter, whatever its name: `{{ x | upper }}`. */
function isVariable(raw: string, tag: Tag): boolean {
  return /^\{\{(?![<%])/.test(raw) && !tag.isCall && tag.words[0]?.text === "|";
}

/** The title of a tag that is closed in another block. */
function openingInlines(tag: Tag): Inline[] {
  const title = calloutOf(tag)?.title || titleFor(tag);
  const by = isQuote(tag) ? attributionOf(tag)?.text : undefined;
  const said = title ?? by ?? valueOf(tag, ["caption"]);
  return said === undefined ? [] : titleInlines(said, addressOf(tag));
}

/** A title within a line. It ends with a colon or another sign, which separates it from the text. */
export function titleInlines(title: string, to?: string): Inline[] {
  const sign = /[.:!?…]$/.test(title) ? [] : [text(":")];
  return [{ type: "strong", children: joinTexts([...linked([text(title)], to), ...sign]) }, text(" ")];
}

/** Whether a tag is a note or a figure in the margin (Tufte Jekyll). */
function isNote(tag: Tag): boolean {
  return isSideNote(tag) || kindOf(tag) === "marginfigure";
}

function noteOf(tag: Tag, cite: Cite | undefined, children: readonly Inline[]): Inline[] {
  const citation = isNote(tag) ? cite?.([{ type: "paragraph", children }]) : undefined;
  return citation ? [citation] : [...children];
}

/** The words to which a note belongs. */
function markedWords(phrase: string | undefined): Inline[] {
  return phrase === undefined ? [] : [text(phrase)];
}

function standIn(tag: Tag, cite: Cite | undefined): Inline[] {
  const file = included(tag);
  if (file) {
    const shown = shownBy(file);
    if (shown) return shownInlines(shown);
    if (isLink(file) || isNote(file)) return standIn(file, cite);
  }
  return (
    (isSideNote(tag) ? sideNote(tag, cite) : undefined) ??
    (isQuote(tag) ? quotation(tag) : undefined) ??
    (isField(tag) ? fieldInlines(tag) : undefined) ??
    (isLink(tag) ? linkTo(tag) : saidBy(tag)) ??
    ownWords(tag) ??
    sign(tag)
  );
}

function sideNote(tag: Tag, cite: Cite | undefined): Inline[] | undefined {
  const said = valueOf(tag, ["text", "content", "note"]) ?? tag.words.at(-1)?.text;
  return said === undefined
    ? undefined
    : [...markedWords(valueOf(tag, ["label"])), ...noteOf(tag, cite, [text(said)])];
}

function quotation(tag: Tag): Inline[] | undefined {
  const [first, ...others] = tag.words.filter(({ isQuoted }) => isQuoted).map(({ text: said }) => said);
  const named = valueOf(tag, ["text", "quote", "content", "body"]);
  const quoted = named ?? first;
  const by = named === undefined ? others.join(", ") : (attributionOf(tag)?.text ?? "");
  return quoted === undefined || by === "" ? undefined : [text(`${quoted} — ${by}`)];
}

/** The code, or the words, that the arguments are. */
function ownWords(tag: Tag): Inline[] | undefined {
  const code = isCode(tag) ? valueOf(tag, ["code", "content"]) : undefined;
  if (code !== undefined) return [{ type: "codeSpan", text: visibleCode(code) }];
  const said = isSaid(tag) ? (valueOf(tag, WORDS) ?? tag.words.map((word) => word.text).join(" ")) : "";
  return said === "" ? undefined : phrased(tag, [text(said)]);
}

/** The tag for a Jekyll include, named after the included file. */
function included(tag: Tag): Tag | undefined {
  const [file, ...words] = tag.words;
  if (kindOf(tag) !== "include" || file === undefined) return undefined;
  const name = file.text.slice(file.text.lastIndexOf("/") + 1).replace(/\.\w{1,8}$/, "");
  return { ...tag, name, words };
}

/** The quiet name of a tag, followed by its text for readers. An address in it can be followed. */
function sign(tag: Tag): Inline[] {
  // A title of mdBook, a comment of Mustache and Handlebars.
  if (tag.name === "#title" || tag.name.startsWith("!")) return [];
  const [first] = tag.words;
  // `{{ "text" | filter }}` has no name.
  if (tag.name === "" && first?.isQuoted) return [text(first.text)];
  const own = tag.name.replace(/^[#^>&*]/, "").replace(/^\[\[([^[\]]*)\]\]:?$|:$/, "$1");
  if (tag.name === "[[TODO]]" || tag.name === "[[DONE]]") return [text(own === "DONE" ? "☑" : "☐")];
  const argument = FILES.has(kindOf(tag)) ? fileOf(tag) : VALUES.has(kindOf(tag)) ? first?.text : undefined;
  const name = (argument || own || first?.text || "…").slice(0, LONGEST_NAME);
  const quiet: Inline = { type: "shortcode", text: `‹${name}›` };
  const said = wordsIn(tag);
  const words = said === "" ? [] : [text(` ${said}`)];
  const pictures = picturesIn(tag);
  if (pictures.length > 0) return [...pictures, ...words];
  const to = [valueOf(tag, ["url", "href", "src", "link"]), ...tag.words.map((word) => word.text)].find(
    isWebAddress,
  );
  return [to === undefined ? quiet : { type: "link", href: to, children: [quiet] }, ...words];
}

/** The file that a tag inserts, without the lines of it. */
function fileOf(tag: Tag): string | undefined {
  const word = tag.words.map((one) => one.text).find((one) => !/^(?:lang|from|to):/.test(one));
  return (word ?? valueOf(tag, ["file", "src", "path"]))?.split(":", 1)[0];
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\/[^\s{}"']{1,1000}$/i.test(address);
}

/**
 * The address and the text of a button whose arguments are separated only by commas, as in themes of Hexo; an
 * icon and a title may follow.
 */
function buttonOf({ rest }: Tag): Inline[] | undefined {
  const [to = "", shown = ""] = rest.split(",").map((part) => part.trim().replace(/^["']|["']$/g, ""));
  if (shown === "" || /[\s"'=]/.test(to)) return undefined;
  return [{ type: "link", href: generatedAddress(to), children: [text(shown)] }];
}

function linkTo(tag: Tag): Inline[] | undefined {
  if (tag.isLiquids && /^(?:btn|button)$/.test(kindOf(tag))) {
    const button = buttonOf(tag);
    if (button) return button;
  }
  const words = tag.words.map((word) => word.text).filter((word) => word !== "");
  const isAddress = (word: string): boolean => /^(?:https?:|\/|#|@\/)|\.[a-z]{2,8}(?:#|$)/i.test(word);
  const kind = kindOf(tag);
  const named = valueOf(tag, kind === "file" ? ["src", ...ADDRESSES] : ADDRESSES);
  const nth = Math.max(0, /^(?:link|button|a)$/.test(kind) ? words.findIndex(isAddress) : 0);
  const to = named ?? words[nth];
  if (to === undefined || to.startsWith("{")) return undefined;
  const others = (named === undefined ? words.filter((_, at) => at !== nth) : words).filter(
    (word) => !/^(?:true|false|external)$/.test(word),
  );
  const said = [...new Set(["name", "title", "text", "label"].flatMap((key) => valueOf(tag, [key]) ?? []))];
  const shown =
    said.join(": ") || others.join(" ") || (kind === "file" ? to.slice(to.lastIndexOf("/") + 1) : to);
  const href = kind === "link" && isFile(to) ? `/${to}` : generatedAddress(to);
  const about = valueOf(tag, ["description", "subtitle"]);
  const link: Inline = { type: "link", href, children: [text(shown)] };
  return about === undefined ? [link] : [link, text(` ${about}`)];
}

/** Whether an address is a file of the site, as in Jekyll's `link`. */
function isFile(to: string): boolean {
  return /\.(?:md|markdown|html)$/i.test(to) && !/^(?:\/|https?:)/.test(to);
}

function phrased(tag: Tag, children: readonly Inline[]): Inline[] {
  const phrase = phraseOf(tag);
  return phrase ? [{ type: phrase, children }] : [...children];
}

/** A picture with its caption on the line below (WordPress). */
function captionedInlines(children: readonly Inline[]): Inline[] {
  const at = children.findIndex(({ type }) => type === "image" || type === "link");
  const caption = trimInlines(children.slice(at + 1));
  if (at < 0 || caption.length === 0) return [...children];
  return [...children.slice(0, at + 1), { type: "hardBreak" }, { type: "emphasis", children: caption }];
}

/** The inlines of two tags within a line and the text between them. */
export function enclosedInlines(raw: string, children: readonly Inline[], cite?: Cite): Inline[] {
  const tag = readTag(raw);
  const kind = kindOf(tag);
  if (isComment(tag)) return [];
  if (kind === "caption") return captionedInlines(children);
  if (isNote(tag)) return [...markedWords(markedPhrase(tag)), ...noteOf(tag, cite, children)];
  const meaning = meaningOf(tag);
  if (meaning !== undefined) return [{ type: "abbreviation", title: meaning, children }];
  const to = valueOf(tag, ADDRESSES) ?? (isLink(tag) ? tag.words[0]?.text : undefined);
  if (isLink(tag) && to !== undefined && !to.startsWith("{"))
    return [{ type: "link", href: generatedAddress(to), children }];
  const title = openingInlines(tag);
  const own = phrased(tag, children);
  return title.length > 0 ? [...title, ...own] : linked(own, addressOf(tag));
}
