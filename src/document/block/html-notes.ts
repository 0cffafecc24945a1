/**
 * Notes that are written in HTML, as an extension of marked's lexer: what a converter of Markdown, a word processor or Org left in a text.
 *
 *     bells<sup id="fnref:1"><a href="#fn:1">1</a></sup>            bells<sup><a id="fnr.1" href="#fn.1">1</a></sup>
 *
 *     <div class="footnotes"><ol>                                   <sup><a id="fn.1" href="#fnr.1">1</a></sup> The note.
 *     <li id="fn:1">The note. <a href="#fnref:1">↩</a></li>
 *     </ol></div>
 *
 * They become definitions of notes, whose labels are their anchors with the sign `#`, so that no label of Markdown is the same. Text is
 * a note only if a number in the text leads to it; `inline/html-citations.ts` makes the citations.
 */
import type { Lexer, MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { defineNote, type FootnoteDefinition } from "./footnotes.ts";
import { limitsOf } from "../limits.ts";
import { NUMBERED_LINK } from "../inline/html-citations.ts";

/** A list of notes, or what is around it. */
const LIST =
  /^ {0,3}<(div|section|ol|footer)\b(?=[^<>]{0,300}\b(?:class|id|role)="[^"<>]{0,100}\b(?:footnotes?|endnotes?)\b)[^<>]{0,300}>/i;
const ITEM = /^<li\b[^<>]{0,300}?\bid="([^"<>\s]{1,100})"[^<>]{0,300}>/i;
/** A paragraph that begins with an anchor and its number. */
const PARAGRAPH =
  /^ {0,3}(?:<p\b[^<>]{0,200}>)?(?:<sup>)?<(a|b|span|sup)\b[^<>]{0,300}?\b(?:id|name)="([^"<>\s]{1,100})"[^<>]{0,300}>\W{0,3}(?:\d{1,3}|[*†‡§])\W{0,3}<\/\1>(?:<\/sup>)?[.:]?[ \t]{0,9}/i;
const BLANK_LINE = /\n[ \t]*(?:\n|$)/g;
/** A link back to the text: only a sign, or by its class. */
const BACK =
  /<a\b[^<>]{0,300}?\bhref="#[^<>]{0,300}>[^<>\w]{1,20}<\/a>|<a\b(?=[^<>]{0,300}(?:backref|reversefootnote|rev="footnote"))[^<>]{0,300}>[^<>]{0,40}<\/a>|\[[^[\]\w]{1,20}\]\(#[^()\s]{1,100}\)/gi;
const LINKS_BACK = /\bhref="#|\]\(#/i;

const mayBegin = beginsWith("<");
/** The anchors to which numbers in each text lead. */
const led = new WeakMap<object, ReadonlySet<string>>();

/** Prepares a lexer for the notes of a text. */
export function beginHtmlNotes(lexer: object, source: string): void {
  if (!/\b(?:id|name)="/i.test(source)) return;
  const anchors = Array.from(source.matchAll(new RegExp(NUMBERED_LINK, "gi")), ({ groups }) => {
    const { element, markdown } = groups!;
    return element ?? markdown!;
  });
  if (anchors.length > 0) led.set(lexer, new Set(anchors));
}

export const htmlNotes: MarkedExtension = {
  extensions: [
    {
      name: "htmlNotes",
      level: "block",
      start: (src) => aheadInParagraph(src, "<", (rest) => LIST.test(rest)),
      tokenizer(src) {
        const anchors = led.get(this.lexer);
        if (!anchors || !mayBegin(src)) return undefined;
        return (
          listAt(src, this.lexer, anchors) ??
          (this.lexer.state.top ? paragraphAt(src, this.lexer, anchors) : undefined)
        );
      },
    },
  ],
};

interface Note {
  readonly anchor: string;
  readonly content: string;
}

function listAt(src: string, lexer: Lexer, anchors: ReadonlySet<string>): Tokens.Generic | undefined {
  const [opening, name = ""] = LIST.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const limits = limitsOf(lexer);
  const end = limits.isPatient ? endOfList(src, name) : undefined;
  const raw = src.slice(0, end ?? 0);
  const notes = notesIn(raw);
  const isKnown = notes.length > 0 && notes.every(({ anchor }) => anchors.has(anchor));
  if (!isKnown || !notes.every(() => limits.takes("notes"))) {
    limits.soughtInVain(end ?? src.length);
    return undefined;
  }
  const tokens: Token[] = notes.map((note) => definition(note, note.content, lexer));
  return { type: "callout", raw, kind: "", title: [], tokens };
}

/** The offset after the list, and after the element `name` around it; undefined if they do not end. */
function endOfList(src: string, name: string): number | undefined {
  const list = after(/<\/ol\s{0,9}>/gi, src, 0);
  const end =
    list === undefined || name.toLowerCase() === "ol"
      ? list
      : after(new RegExp(String.raw`</${name}\s{0,9}>`, "gi"), src, list);
  return end === undefined ? undefined : after(/[ \t]*\n?/g, src, end);
}

/** The offset after the first match from `from` on. */
function after(pattern: RegExp, src: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(src) ? pattern.lastIndex : undefined;
}

/** The items with anchors; other items belong to a list within the item before them. */
function notesIn(raw: string): Note[] {
  const notes: { anchor: string; content: string }[] = [];
  for (const part of raw.split(/(?=<li\b)/i).slice(1)) {
    const [tag, anchor] = ITEM.exec(part) ?? [];
    const last = notes.at(-1);
    if (tag !== undefined) notes.push({ anchor: anchor!, content: part.slice(tag.length) });
    else if (last) last.content += part;
  }
  return notes.map(({ anchor, content }) => {
    const end = content.toLowerCase().lastIndexOf("</li>");
    return { anchor, content: end < 0 ? content : content.slice(0, end) };
  });
}

function paragraphAt(src: string, lexer: Lexer, anchors: ReadonlySet<string>): Tokens.Generic | undefined {
  const [opening, , anchor = ""] = PARAGRAPH.exec(src) ?? [];
  if (opening === undefined || !anchors.has(anchor)) return undefined;
  BLANK_LINE.lastIndex = opening.length;
  const raw = src.slice(0, BLANK_LINE.exec(src)?.index ?? src.length);
  const content = raw.slice(opening.length).replace(/<\/p>\s{0,9}$/i, "");
  if (content.trim() === "" || !LINKS_BACK.test(raw) || !limitsOf(lexer).takes("notes")) return undefined;
  return definition({ anchor, content }, raw, lexer);
}

function definition({ anchor, content }: Note, raw: string, lexer: Lexer): FootnoteDefinition {
  return defineNote(lexer, `#${anchor}`, raw, content.replace(BACK, "").trim());
}
