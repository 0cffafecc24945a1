/**
 * ibid as a library, for another front end: the pure rooms, and the essays of a folder.
 *
 *     const library = openLibrary("essays");
 *     await library.read();
 *     const { document } = library.open(library.essays[0]);
 *     const lines = layoutDocument(document, { width: 72, notes: "inline", marks: "superscript" });
 *     console.log(lines.map(paintPlain).join("\n"));
 *
 * Nothing here prints, ends the process, or keeps state between calls, except caches of pure functions.
 */
import { existsSync } from "node:fs";
import type { OpenEssay } from "./document/open-essay.ts";
import type { Library } from "./library/library.ts";
import { NoLibraryError } from "./library/errors.ts";
import { libraryAt, libraryOf as alone } from "./library/open.ts";
import * as opening from "./library/opening.ts";
import * as searching from "./library/searching.ts";

export type { Choice, TagGroup } from "./essay/choose.ts";
export { choose, groupByTag, isChosen, sortEssays } from "./essay/choose.ts";
export { UnfitFileError, decodeText, type FileText } from "./essay/decode.ts";
export type { Essay, FrontMatter, Problem, Source } from "./essay/essay.ts";
export { readSource } from "./essay/front-matter.ts";

export { headingAnchor, findHeading, type AnchoredHeading, headingsOf } from "./document/anchor.ts";
export * from "./document/document.ts";
export { type OpenEssay, openEssay } from "./document/open-essay.ts";
export type { MarkdownFormat } from "./document/mdx.ts";
export { parseDocument } from "./document/parse.ts";
export { findBlock, firstWords, type TextPlace } from "./document/text-place.ts";
export * from "./document/walk.ts";

export { linkIndex, type LinkIndex, type LinkTarget } from "./links/link-target.ts";
export { withWikiLinks } from "./links/wiki-links.ts";

export { decorated, type LineDecoration, type TextDecoration, type TextRange } from "./layout/decoration.ts";
export { flowsIn, type Matcher, matchesInFlow } from "./layout/flow.ts";
export type { Highlighter, Token } from "./layout/highlight.ts";
export type { Header } from "./layout/header.ts";
export { layoutDocument, layoutNote, type LayoutOptions } from "./layout/layout.ts";
export type { Flow, FlowKind, Line, Link, Role, Row, Span } from "./layout/line.ts";
export { MEASURE, type NotesPlace } from "./layout/measure.ts";
export type { CitationMarks } from "./layout/runs.ts";
export type { Wrap } from "./layout/wrap.ts";

export { headingLines, layOutEssay, lineOfBlock } from "./page/laid-essay.ts";
export { type Find, type FoundMatch, matchDecorations, matchesIn } from "./page/matches.ts";
export { addressOf, blockPassage, linesPassage } from "./page/passage.ts";
export { lineOf, type Place, placeOf } from "./page/place.ts";
export { type Spot, spotsIn } from "./page/spots.ts";

export { type AnsiOptions, paintAnsi } from "./formats/ansi.ts";
export { documentJson, documentLines } from "./formats/document-json.ts";
export { essayJson } from "./formats/essay-json.ts";
export { htmlPage } from "./formats/html/page.ts";
export { toJson, toJsonLines } from "./formats/json.ts";
export { paintPlain, paintTagged } from "./formats/plain.ts";
export type { ShownEssay } from "./formats/shown-essay.ts";
export { speechOf } from "./formats/speech.ts";
export { type Style, type Theme, type ThemeName, themes } from "./formats/theme.ts";

export { candidateOf, fuzzyIndex, type FuzzyIndex, fuzzyRanges } from "./search/fuzzy.ts";
export { findPassages, type Passage, queryMatcher } from "./search/passages.ts";
export type { Range } from "./search/ranges.ts";
export { parseQuery, parseTyped } from "./search/parse-query.ts";
export { type Query, QueryError } from "./search/query.ts";

export type { Skipped } from "./library/discover.ts";
export {
  NoEssayError,
  NoFullTextError,
  NoIndexError,
  NoLibraryError,
  UnreadableError,
} from "./library/errors.ts";
export { findEssay } from "./library/find.ts";
export { Following, type Listener } from "./library/following.ts";
export type { SearchOptions, SearchResult, SearchResults } from "./library/index/search.ts";
export type { CitingLink, EssayLink } from "./library/links.ts";
export type { Library } from "./library/library.ts";

export interface OpenLibraryOptions {
  /** The folder that keeps an index between runs; without it, an index lasts as long as the library. */
  readonly cache?: string;
  /** Whether to make an index, which `search`, `links` and `surroundings` need. */
  readonly toSearch?: boolean;
}

/**
 * The library in a folder or a file. Nothing is read until it is needed. Throws `NoLibraryError` if there is
 * none, `NoFullTextError` if an index is needed and this Node.js can't make one.
 */
export function openLibrary(root: string, { cache, toSearch = false }: OpenLibraryOptions = {}): Library {
  if (!existsSync(root)) throw new NoLibraryError(root, "command line");
  return libraryAt({ root, source: "command line" }, { cache, toSearch, opening, searching });
}

/** A library with a single essay: from standard input, or from a file that lies in no library. */
export function libraryOf(open: OpenEssay): Library {
  return alone(open, { opening });
}
