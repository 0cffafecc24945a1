/**
 * The package of a book: its title, its authors, and every file in it (EPUB 3.3, 5).
 */
import { authorsOf } from "../../essay/byline.ts";
import { languageOf } from "../../essay/language.ts";
import { fnv1a } from "../../text/hash.ts";
import { label } from "../../text/visible.ts";
import { escaped } from "../html/text.ts";
import type { ShownEssay } from "../shown-essay.ts";
import type { Chapter } from "./chapter.ts";
import type { BookPicture } from "./pictures.ts";

export interface Book {
  readonly title: string;
  readonly essays: readonly ShownEssay[];
  readonly chapters: readonly Chapter[];
  readonly pictures: readonly BookPicture[];
}

export function packageOf(book: Book): string {
  const { chapters } = book;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">',
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...metadata(book),
    "</metadata>",
    "<manifest>",
    ...manifest(book),
    "</manifest>",
    "<spine>",
    ...chapters.map((_, index) => `<itemref idref="essay-${index + 1}"/>`),
    "</spine>",
    "</package>",
    "",
  ].join("\n");
}

function metadata(book: Book): string[] {
  const { title, essays, chapters, pictures } = book;
  const only = essays.length === 1 ? essays[0]!.essay : undefined;
  const languages = unique(essays.map(({ essay, language }) => language ?? languageOf(essay) ?? "und"));
  const of = (name: string, values: readonly string[]): string[] =>
    values.map((value) => `<dc:${name}>${escaped(label(value))}</dc:${name}>`);
  const meta = (property: string, values: readonly string[]): string[] =>
    values.map((value) => `<meta property="${property}">${escaped(value)}</meta>`);
  return [
    `<dc:identifier id="id">urn:uuid:${identifier(book)}</dc:identifier>`,
    ...of("title", [title.trim() === "" ? "Untitled" : title]),
    ...of("language", languages),
    ...of("creator", unique(essays.flatMap(({ essay }) => authorsOf(essay)))),
    ...of("date", only?.date === undefined ? [] : [only.date]),
    ...of("description", only?.description ? [only.description] : []),
    ...of("subject", unique(essays.flatMap(({ essay }) => essay.tags))),
    ...meta("dcterms:modified", [modified(essays)]),
    ...meta("schema:accessMode", ["textual", ...(pictures.length > 0 ? ["visual"] : [])]),
    ...meta("schema:accessModeSufficient", ["textual"]),
    ...meta("schema:accessibilityFeature", [
      "structuralNavigation",
      "tableOfContents",
      "readingOrder",
      "alternativeText",
      ...(chapters.some(({ hasMath }) => hasMath) ? ["MathML"] : []),
    ]),
    ...meta("schema:accessibilityHazard", ["none"]),
  ];
}

function manifest({ chapters, pictures }: Book): string[] {
  return [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(
      ({ file, hasMath }, index) =>
        `<item id="essay-${index + 1}" href="${file}" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ""}/>`,
    ),
    ...pictures.map(
      ({ file, picture }, index) =>
        `<item id="image-${index + 1}" href="${file}" media-type="${picture.mediaType}"/>`,
    ),
  ];
}

/** The same identifier for the same essays, even after an edit: a custom UUID (RFC 9562, version 8). */
function identifier({ title, essays }: Book): string {
  const name = [title, ...essays.map(({ essay }) => essay.path)].join("\n");
  const digits = fnv1a(`1 ${name}`) + fnv1a(`2 ${name}`);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`];
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20)].join("-");
}

/** The newest date of its essays, because the current time would give other bytes each time. */
function modified(essays: readonly ShownEssay[]): string {
  const dates = essays.map(({ essay: { date = "" } }) => date + "-01-01".slice(Math.max(0, date.length - 4)));
  const newest = dates
    .filter((date) => date.length === 10)
    .sort()
    .at(-1);
  return `${newest ?? "1980-01-01"}T00:00:00Z`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
