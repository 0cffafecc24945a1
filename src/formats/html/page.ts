/**
 * Essays as a self-contained page for a browser: with notes in the margin, links within the page, styles for
 * the screen and for paper, and safe to open.
 */
import { titleLabel } from "../../essay/title-label.ts";
import { authorsOf, byline } from "../../essay/byline.ts";
import { longDate } from "../../essay/date.ts";
import { languageOf } from "../../essay/language.ts";
import { label } from "../../text/visible.ts";
import { meaningOf, onTheWeb } from "./bound-links.ts";
import { HtmlWriter } from "./writer.ts";
import type { Markup } from "./markup.ts";
import { STYLE } from "./style.ts";
import { safeHref, safePicture, schemeOf } from "./address.ts";
import { escaped } from "./text.ts";
import { titleHtml } from "./title.ts";
import { idFinder } from "./page-anchor.ts";
import type { ShownEssay } from "../shown-essay.ts";

/** An essay, and its place on the page. */
interface Placed {
  readonly shown: ShownEssay;
  readonly prefix: string;
  /** The id of the heading that an anchor means. */
  readonly idOf: (anchor: string) => string | undefined;
}

/**
 * A page with these essays, one under the other; `title` is the title of the page, if the essays have no common name.
 */
export function htmlPage(essays: readonly ShownEssay[], title = titleOf(essays)): string {
  const isAlone = essays.length === 1;
  const placed = essays.map((shown, index): Placed => {
    const prefix = isAlone ? "" : `${index + 1}-`;
    return { shown, prefix, idOf: idFinder(shown.document, prefix) };
  });
  const link = linksOf(placed);
  return [
    "<!doctype html>",
    `<html${languageAttribute(commonLanguage(essays))}>`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    ...(isAlone ? metaOf(essays[0]!) : []),
    `<style>\n${STYLE}\n</style>`,
    "</head>",
    "<body>",
    ...(isAlone ? [] : contents(placed, title)),
    "<main>",
    ...placed.map((one) => article(one, link(one))),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The titles of a few essays, or the number of many. */
function titleOf(essays: readonly ShownEssay[]): string {
  const titles = essays.map(({ essay }) => titleLabel(essay));
  return titles.length > 3 ? `${titles[0]} and ${titles.length - 1} more` : titles.join(" · ");
}

function metaOf({ essay }: ShownEssay): string[] {
  const of = (name: string, content: string | undefined): string[] =>
    content ? [`<meta name="${name}" content="${escaped(label(content))}">`] : [];
  return [
    ...of("author", authorsOf(essay).join(", ")),
    ...of("description", essay.shownDescription ?? essay.description),
    ...of("keywords", essay.tags.join(", ")),
  ];
}

function contents(placed: readonly Placed[], title: string): string[] {
  const items = placed.map(
    ({ shown, prefix }) => `<li><a href="#${prefix}top:">${escaped(titleLabel(shown.essay))}</a></li>`,
  );
  return [
    "<header>",
    `<nav aria-label="${escaped(title)}">`,
    "<ol>",
    ...items,
    "</ol>",
    "</nav>",
    "</header>",
  ];
}

function article({ shown, prefix }: Placed, link: Markup["link"]): string {
  const { essay, isNamed } = shown;
  const writer = new HtmlWriter(shown, { prefix, notes: "beside", link, image: imageOf(shown), player });
  return [
    `<article id="${prefix}top:"${languageAttribute(shown.language ?? languageOf(essay))}>`,
    ...(isNamed ? [`<h1 dir="auto">${titleHtml(shown)}</h1>`] : []),
    ...metaLine(shown),
    ...writer.body(),
    "</article>",
  ].join("\n");
}

/** The lines under an essay's title, as on a screen. */
export function metaLine({ essay }: ShownEssay): string[] {
  const { date } = essay;
  const day = date === undefined ? undefined : longDate(date);
  const parts = byline(essay).map((part) =>
    part === day ? `<time datetime="${date}">${day}</time>` : `<span dir="auto">${escaped(part)}</span>`,
  );
  return parts.length === 0 ? [] : [`<p class="meta">${parts.join(" · ")}</p>`];
}

/**
 * The address of a link: to an essay on the page and its heading, to the site of the essays if it is known,
 * or to the web. A page is read away from its library, so other links to essays become plain text.
 */
function linksOf(placed: readonly Placed[]): (from: Placed) => Markup["link"] {
  const meaning = meaningOf(placed);
  return (from) => (href) => {
    const meant = meaning(from, href);
    if (meant.kind === "here") return anchorIn(from, meant.heading);
    if (meant.kind === "bound") return anchorIn(meant.to, meant.heading) ?? anchorIn(meant.to);
    if (/^\s*\//.test(href)) return onTheWeb(href, from.shown.site);
    return meant.isEssay && schemeOf(href) === undefined ? undefined : safeHref(href);
  };
}

function anchorIn({ prefix, idOf }: Placed, heading = ""): string | undefined {
  const id = heading === "" ? `${prefix}top:` : idOf(heading);
  return id === undefined ? undefined : `#${encodeURI(id)}`;
}

/** A picture, embedded in the page if requested; the alternative text if the picture can't be shown. */
function imageOf({ picture }: ShownEssay): Markup["image"] {
  return (src, alt) => {
    const held = picture?.(src);
    const address = held ? `data:${held.mediaType};base64,${held.base64()}` : safePicture(src);
    return address === undefined ? escaped(alt) : `<img src="${escaped(address)}" alt="${escaped(alt)}"/>`;
  };
}

/** A film or a sound, loaded only when it is started; its link is for what cannot play it. */
function player(kind: "video" | "audio", address: string, link: string): string {
  return `<${kind} controls="" preload="none" src="${escaped(address)}">${link}</${kind}>`;
}

function languageAttribute(language: string | undefined): string {
  return language === undefined ? "" : ` lang="${escaped(language)}"`;
}

/** The language of all essays; undefined if they differ or name none. */
function commonLanguage(essays: readonly ShownEssay[]): string | undefined {
  const languages = new Set(essays.map(({ essay, language }) => language ?? languageOf(essay)));
  return languages.size === 1 ? [...languages][0] : undefined;
}
