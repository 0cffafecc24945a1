/**
 * An essay as a chapter: XHTML, with notes in the form that reading systems expect, and links that lead
 * within the book or to the web.
 */
import { titleLabel } from "../../essay/title-label.ts";
import { headingsOf } from "../../document/anchor.ts";
import { languageOf } from "../../essay/language.ts";
import { label } from "../../text/visible.ts";
import { HtmlWriter } from "../html/writer.ts";
import type { Markup } from "../html/markup.ts";
import { meaningOf, onTheWeb } from "../html/bound-links.ts";
import { metaLine } from "../html/page.ts";
import { escaped } from "../html/text.ts";
import { titleHtml } from "../html/title.ts";
import { headingIds, idFinder } from "../html/page-anchor.ts";
import type { ShownEssay } from "../shown-essay.ts";
import type { BookPictures } from "./pictures.ts";

export interface Chapter {
  readonly file: string;
  readonly title: string;
  readonly content: string;
  /** Whether it contains MathML, which the package must declare. */
  readonly hasMath: boolean;
  /** Its highest headings, each with its id, for the contents. */
  readonly parts: readonly { readonly title: string; readonly id: string }[];
}

/** An essay and the file that it becomes. */
interface Planned {
  readonly shown: ShownEssay;
  readonly file: string;
  readonly idOf: (anchor: string) => string | undefined;
}

export function chaptersOf(essays: readonly ShownEssay[], pictures: BookPictures): Chapter[] {
  const planned = essays.map((shown, index): Planned => ({
    shown,
    file: `${index + 1}.xhtml`,
    idOf: idFinder(shown.document, ""),
  }));
  const link = linksOf(planned);
  return planned.map((one) => chapter(one, link(one), pictures));
}

function chapter({ shown, file }: Planned, link: Markup["link"], pictures: BookPictures): Chapter {
  const { essay, isNamed } = shown;
  const title = titleLabel(essay);
  const language = shown.language ?? languageOf(essay);
  const lang = language === undefined ? "" : ` lang="${escaped(language)}" xml:lang="${escaped(language)}"`;
  const image = imageOf(shown, link, pictures);
  const body = new HtmlWriter(shown, { prefix: "", notes: "end", link, image }).body();
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!DOCTYPE html>",
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${lang}>`,
    "<head>",
    `<title>${escaped(title)}</title>`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>',
    "</head>",
    '<body epub:type="bodymatter">',
    `<section id="${TOP}" epub:type="chapter" role="doc-chapter">`,
    ...(isNamed ? [`<h1 dir="auto">${titleHtml(shown)}</h1>`] : []),
    ...metaLine(shown),
    ...body,
    "</section>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
  return { file, title, content, hasMath: content.includes("<math"), parts: partsOf(shown) };
}

/** An id that no heading has, because anchors contain no colon. */
const TOP = "top:";

/** The headings of the highest rank below the title. */
function partsOf({ document, isNamed }: ShownEssay): { title: string; id: string }[] {
  const all = headingsOf(document).map((heading, index) => ({ ...heading, index }));
  const headings = isNamed || all[0]?.block !== 0 || all[0].depth !== 1 ? all : all.slice(1);
  const highest = headings.reduce((least, { depth }) => Math.min(least, depth), Infinity);
  const ids = headingIds(document, "");
  return headings.flatMap(({ depth, text, index }) => {
    const id = ids[index];
    return depth === highest && id !== undefined && text !== "" ? [{ title: label(text), id }] : [];
  });
}

/** The address of a link to an essay of the book or to the web; undefined for any other link. */
function linksOf(planned: readonly Planned[]): (from: Planned) => Markup["link"] {
  const meaning = meaningOf(planned);
  return (from) => (href) => {
    const meant = meaning(from, href);
    if (meant.kind === "here") return anchorIn(from, meant.heading);
    if (meant.kind === "elsewhere") return onTheWeb(href, from.shown.site);
    const { to, heading } = meant;
    return `${to.file}${anchorIn(to, heading) ?? `#${TOP}`}`;
  };
}

function anchorIn({ idOf }: Planned, heading = ""): string | undefined {
  const id = heading === "" ? TOP : idOf(heading);
  return id === undefined ? undefined : `#${encodeURI(id)}`;
}

/** A picture of the book; a link for a picture on the web; otherwise the alternative text. */
function imageOf({ picture }: ShownEssay, link: Markup["link"], pictures: BookPictures): Markup["image"] {
  return (src, alt, isInLink) => {
    const held = picture?.(src);
    if (held) return `<img src="${pictures.fileOf(held)}" alt="${escaped(alt)}"/>`;
    const address = isInLink || /^data:/i.test(src.trim()) ? undefined : link(src);
    const text = escaped(alt === "" ? (src.length > LONGEST_ADDRESS ? "" : src) : alt);
    return address === undefined
      ? `<span class="image">${text}</span>`
      : `<a class="image" href="${escaped(address)}">${text}</a>`;
  };
}

/** The longest useful alternative text, in UTF-16 code units. */
const LONGEST_ADDRESS = 200;
