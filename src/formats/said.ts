/**
 * Spoken text: paragraphs and sentences for a voice, with the notes that they cite.
 */
import type { Citation, Image, Inline } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import { isPlayer } from "../document/media.ts";
import { pictureName } from "../document/picture-name.ts";
import { sentencesIn } from "../text/sentences.ts";
import type { Mathematics } from "./shown-essay.ts";
import { tableOf } from "../text/own.ts";

/** Mathematics, as much as a voice needs of it. */
export type SpokenMathematics = Pick<Mathematics, "spoken">;

/** A spoken paragraph, and the notes that it cites, each with its offset in the text. */
export interface Said {
  readonly text: string;
  /** The number of characters at its beginning that are not in the essay. */
  readonly lead: number;
  readonly cited: readonly { readonly number: number; readonly at: number }[];
}

/** Words that are spoken but are not in the essay. */
export function added(text: string): Said {
  return { text, lead: text.length, cited: [] };
}

/** Paragraphs, with words spoken before the first. */
export function led(
  lead: string,
  [first = { text: "", lead: 0, cited: [] }, ...rest]: readonly Said[],
): Said[] {
  return [
    {
      text: lead + first.text,
      lead: lead.length + first.lead,
      cited: first.cited.map(({ number, at }) => ({ number, at: at + lead.length })),
    },
    ...rest,
  ];
}

/** A character that a voice can speak: a letter, a number or a symbol. */
export const HEARD = /[\p{L}\p{N}\p{S}]/u;

/** A paragraph's sentences, each with the notes that are cited in it or right after it. */
export function inSentences({ text, lead, cited }: Said, language: string | undefined): Said[] {
  const ranges = sentencesIn(text, language);
  if (ranges.length === 0) return [{ text: "", lead: 0, cited }];
  let nth = 0;
  return ranges.map(([start, end], index): Said => {
    const next = ranges[index + 1]?.[0] ?? Infinity;
    const from = nth;
    while (nth < cited.length && cited[nth]!.at <= next) nth++;
    return {
      text: text.slice(start, end),
      lead: Math.min(Math.max(0, lead - start), end - start),
      cited: cited.slice(from, nth),
    };
  });
}

/**
 * Text that a voice can read: images by their alternative text, marks of notes in brackets or left out; and the notes that
 * are cited in it.
 */
export function spokenText(
  inlines: readonly Inline[],
  marks = false,
  mathematics?: SpokenMathematics,
): Pick<Said, "text" | "cited"> {
  const parts = spokenParts(inlines, marks, mathematics);
  const cited: { number: number; at: number }[] = [];
  const texts: string[] = [];
  let length = 0;
  let endsBlank = true;
  for (const part of parts) {
    if (typeof part !== "string") cited.push({ number: part.number, at: length });
    const own = (typeof part === "string" ? part : markOf(part, marks)).replace(/\s+/g, " ");
    const kept: string = endsBlank && own.startsWith(" ") ? own.slice(1) : own;
    if (kept === "") continue;
    texts.push(kept);
    length += kept.length;
    endsBlank = kept.endsWith(" ");
  }
  const text = texts.join("").trimEnd();
  return { text, cited: cited.map(({ number, at }) => ({ number, at: Math.min(at, text.length) })) };
}

/** A mark for a voice: the number in brackets, if marks are read at all. */
function markOf({ number, own }: Citation, marks: boolean): string {
  return marks && own === undefined ? ` [${number}]` : "";
}

/** What a voice says of a quiet sign: its choices, or the name where all is read; nothing for a mere name. */
function spokenSign(sign: string, isWhole: boolean): string {
  const name = sign.replace(/^‹|›$/g, "");
  if (name.includes(" / ")) return name.replaceAll(" / ", ", ");
  return isWhole ? name : "";
}

/** What a player is called, by its kind. */
const PLAYERS = tableOf<string>({
  asciinema: "Recording",
  audio: "Audio",
  codepen: "Program",
  gist: "Code",
  instagram: "Post",
  jsfiddle: "Program",
  music: "Audio",
  pdf: "Document",
  soundcloud: "Audio",
  spotify: "Audio",
  tweet: "Post",
  twitter: "Post",
  video: "Video",
  vimeo: "Video",
  bilibili: "Video",
  loom: "Video",
  x: "Post",
  youtube: "Video",
});

/** `Video: A talk` for `▷ youtube A talk`; only the kind if a name that is no words follows, as of a file. */
function spokenPlayer(sign: string): string {
  const [, kind = "", ...words] = sign.split(" ");
  const title = words.join(" ");
  const called = PLAYERS[kind] ?? "Embedded page";
  return WORDS.test(title) ? `${called}: ${title}` : called;
}

/** A picture by its description; if it has none, by its file's name, as far as that is words. */
function spokenPicture(picture: Image): string {
  const name = pictureName(picture);
  if (picture.alt !== "") return `Image: ${name}`;
  const words = name.replace(/\.[a-z]{2,5}$/i, "").replaceAll(/[-_]/g, " ");
  return WORDS.test(words) && !/\d{3}/.test(words) ? `Image: ${words}` : "Image";
}

/** Several words, or a name of letters alone. */
const WORDS = /\p{L}\s+\p{L}|^\p{Lu}\p{L}+$/u;

/** The stop after what the voice adds, unless a sign follows or ends it. */
function stopAfter(said: string, next: Inline | undefined): string {
  const isBeforeSign = next?.type === "text" && /^[.,;:!?]/.test(next.text);
  return isBeforeSign || /[.!?…]$/.test(said) ? "" : ".";
}

/** Text, and citations where they are. */
function spokenParts(
  inlines: readonly Inline[],
  marks: boolean,
  mathematics: SpokenMathematics | undefined,
): (string | Citation)[] {
  return inlines.flatMap((inline, nth): (string | Citation)[] => {
    const stopped = (said: string): string => said + stopAfter(said, inlines[nth + 1]);
    if (inline.type === "image") return [stopped(spokenPicture(inline))];
    if (inline.type === "hardBreak") return [" "];
    if (inline.type === "shortcode") return [spokenSign(inline.text, marks)];
    if (isPlayer(inline)) return [stopped(spokenPlayer(plainText([inline])))];
    if (inline.type === "citation") return [inline];
    if (inline.type === "inlineMath")
      return [mathematics?.spoken(inline.tex, false) ?? (marks ? inline.tex : "formula")];
    return "children" in inline ? spokenParts(inline.children, marks, mathematics) : [plainText([inline])];
  });
}
