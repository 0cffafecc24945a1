/**
 * Makes an index row from a file. The costly work (parsing, folding, compressing) is done here, on any thread.
 */
import type { EssayText, OpenEssay } from "../../document/open-essay.ts";
import type { Essay } from "../../essay/essay.ts";
import { languageOfText } from "../../essay/text-language.ts";
import { COLUMNS, type Column } from "../../search/columns.ts";
import type { Part } from "../../search/passages.ts";
import { extraTokens, indexText } from "../../search/tokens.ts";
import type { FoundFile } from "../discover.ts";
import { textOf, type FoundLink } from "../../search/document-text.ts";
import { eachWithinTime } from "../../system/time-limit.ts";
import { type ReadingStages, READING, type SkipReason, withFile } from "../boundary.ts";
import { type FileStamp, fileStamp } from "../../system/file-stamp.ts";
import { gistOf } from "../check/gist.ts";
import { packParts, packText } from "./pack.ts";
import { BARRIER } from "./schema.ts";

/** What the index stores of an essay. */
export interface IndexedEssay {
  /** The slug before collisions are resolved. */
  readonly slug: string;
  readonly date: string | undefined;
  readonly draft: boolean;
  /** The code of its language (ISO 639). */
  readonly language: string;
  readonly tags: readonly string[];
  /** Its order number as it is shown; empty if it has none. */
  readonly order: string;
  /** JSON of its other fields. */
  readonly fields: string;
  /** JSON of its front matter. */
  readonly data: string;
  /** JSON of its problems. */
  readonly problems: string;
  /** Text for the full-text index, in the order of its columns. */
  readonly columns: readonly string[];
  /** Its parts, compressed. */
  readonly parts: Uint8Array;
  readonly links: readonly FoundLink[];
  /** JSON of its gist, packed or not, if `check` asks for it. */
  readonly gist?: string | Uint8Array;
}

/** The same before it is packed. */
interface ReadEssay extends Omit<IndexedEssay, "parts" | "gist"> {
  readonly parts: readonly Part[];
  readonly gist?: string;
}

/** What the index stores of a file: an essay, or the reason for skipping it. */
export interface IndexRow extends FileStamp {
  readonly path: string;
  readonly content: IndexedEssay | SkipReason;
}

interface ReadRow extends FileStamp {
  readonly path: string;
  readonly content: ReadEssay | SkipReason;
}

/** What rows must contain. */
export interface Wanted {
  /** Whether to include the gist for `check`. */
  readonly gists?: boolean;
}

/** The number of times that a file is read again because it changed meanwhile. */
const READINGS = 4;
/** A file that changed less than this before it was read, in milliseconds, may change again without a new time. */
const TICK = 20;

/** The row of a file. Never throws because of the file's content. */
export function readRow(found: FoundFile, reading: ReadingStages = READING, wanted: Wanted = {}): IndexRow {
  return packedRow(unpackedRow(found, reading, wanted));
}

function unpackedRow(found: FoundFile, reading: ReadingStages, { gists = false }: Wanted): ReadRow {
  const content = (text: EssayText): ReadEssay => readEssay(text.open(), gists);
  return rowOf(found, () => withFile(found, content, reading));
}

/**
 * The rows of many files. They are packed after the time limit: if V8 ended the work while Zstandard begins, Node.js would end the whole
 * process.
 */
export function readRowsHere(files: readonly FoundFile[], wanted: Wanted = {}): readonly IndexRow[] {
  return eachWithinTime(files, (found) => unpackedRow(found, READING, wanted)).map(packedRow);
}

function packedRow({ content, ...row }: ReadRow): IndexRow {
  return { ...row, content: "parts" in content ? packedEssay(content) : content };
}

function rowOf({ file, path }: FoundFile, contentOf: () => ReadRow["content"]): ReadRow {
  for (let reading = 1; ; reading++) {
    const begun = Date.now();
    const before = fileStamp(file);
    const content = contentOf();
    const after = fileStamp(file);
    const isSame = before?.size === after?.size && before?.modified === after?.modified;
    if (!isSame && reading < READINGS) continue;
    const isSettled = isSame && before !== undefined && begun - before.modified > TICK;
    // A file that may still change gets a time that no file has, so that the next start reads it again.
    return { path, content, size: before?.size ?? 0, modified: isSettled ? before.modified : -1 };
  }
}

/** What the index stores of an open essay, with or without its gist. */
export function indexedEssay(open: OpenEssay, withGist = false): IndexedEssay {
  return packedEssay(readEssay(open, withGist));
}

function packedEssay({ parts, gist, ...essay }: ReadEssay): IndexedEssay {
  return { ...essay, parts: packParts(parts), ...(gist !== undefined && { gist: packText(gist) }) };
}

function readEssay(open: OpenEssay, withGist: boolean): ReadEssay {
  const { essay, source, document } = open;
  const { parts, links } = textOf(document, source);
  const { slug, data, problems, path: _path, file: _file, ...fields } = essay;
  return {
    slug,
    date: essay.date,
    draft: essay.draft,
    language: languageOfText(essay, source.body).split("-", 1)[0]!,
    tags: essay.tags,
    order: String(essay.order ?? ""),
    fields: JSON.stringify(fields),
    data: JSON.stringify(data),
    problems: JSON.stringify(problems),
    columns: columnsOf(essay, parts),
    parts,
    links,
    ...(withGist && { gist: JSON.stringify(gistOf(open)) }),
  };
}

function columnsOf(essay: Essay, parts: readonly Part[]): string[] {
  const of = (kind: Part["kind"]): string[] =>
    parts.filter((part) => part.kind === kind).map((part) => part.text);
  const texts: Readonly<Record<Column, readonly string[]>> = {
    title: [essay.title],
    heading: of("heading"),
    tag: essay.tags,
    about: essay.description === undefined ? [] : [essay.description],
    text: of("text"),
    note: of("note"),
  };
  return COLUMNS.map((column) => {
    const indexed = texts[column].map(indexText);
    const extra = new Set(indexed.flatMap(extraTokens));
    return [...indexed, ...extra].join(` ${BARRIER} `);
  });
}
