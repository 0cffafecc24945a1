/**
 * Essays as a book: EPUB 3.3 (w3.org/TR/epub-33). The same essays give the same bytes.
 *
 *         mimetype                      first, and not compressed
 *     META-INF/container.xml        where the package is
 *         EPUB/package.opf              the metadata of the book, and every file in it
 *     EPUB/nav.xhtml                its contents
 *         EPUB/1.xhtml, 2.xhtml …       one essay each, with its notes at the end, where reading systems find them
 *     EPUB/images/1.png …           pictures of the library
 */
import { strToU8, zipSync, type Zippable } from "fflate";
import type { ShownEssay } from "../shown-essay.ts";
import { type Chapter, chaptersOf } from "./chapter.ts";
import { navigation } from "./navigation.ts";
import { packageOf } from "./package.ts";
import { BookPictures } from "./pictures.ts";
import { BOOK_STYLE } from "./style.ts";

export interface BookFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

const CONTAINER = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">',
  "<rootfiles>",
  '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>',
  "</rootfiles>",
  "</container>",
  "",
].join("\n");

/** The time of every file: a day that ZIP can store in any time zone. */
const TIME = "1980-01-01T12:00:00";
/** fflate's best compression. */
const LEVEL = 9;

/** The bytes of a book with these essays, in their order; `title` is the book's. */
export function epubOf(essays: readonly ShownEssay[], title: string): Uint8Array {
  const files: Zippable = {};
  for (const { path, content } of filesOf(essays, title))
    files[path] = [
      typeof content === "string" ? strToU8(content) : content,
      { level: path === "mimetype" ? 0 : LEVEL, mtime: TIME },
    ];
  return zipSync(files);
}

/** The files of a book, in their order. */
function filesOf(essays: readonly ShownEssay[], title: string): BookFile[] {
  const pictures = new BookPictures();
  const chapters = chaptersOf(essays, pictures);
  return [
    { path: "mimetype", content: "application/epub+zip" },
    { path: "META-INF/container.xml", content: CONTAINER },
    { path: "EPUB/package.opf", content: packageOf({ title, essays, chapters, pictures: pictures.all }) },
    { path: "EPUB/nav.xhtml", content: navigation(title, chapters) },
    { path: "EPUB/style.css", content: BOOK_STYLE },
    ...chapters.map(({ file, content }: Chapter) => ({ path: `EPUB/${file}`, content })),
    ...pictures.all.map(({ file, picture }) => ({ path: `EPUB/${file}`, content: picture.bytes })),
  ];
}
