/**
 * The contents of a book: its essays, and under each its highest headings.
 */
import { escaped } from "../html/text.ts";
import type { Chapter } from "./chapter.ts";

/** The navigation document (EPUB 3.3, 7). */
export function navigation(title: string, chapters: readonly Chapter[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!DOCTYPE html>",
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">',
    "<head>",
    `<title>${escaped(title)}</title>`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>',
    "</head>",
    "<body>",
    '<nav epub:type="toc" id="toc" role="doc-toc">',
    `<h1>${escaped(title)}</h1>`,
    "<ol>",
    ...chapters.map(entry),
    "</ol>",
    "</nav>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function entry({ file, title, parts }: Chapter): string {
  const inner = parts.map(
    (part) => `<li><a href="${file}#${encodeURI(escaped(part.id))}">${escaped(part.title)}</a></li>`,
  );
  const list = inner.length === 0 ? "" : `\n<ol>\n${inner.join("\n")}\n</ol>\n`;
  return `<li><a href="${file}">${escaped(title)}</a>${list}</li>`;
}
