/**
 * An essay that was asked for: found, read, and made ready to be shown.
 */
import { headingTexts } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import { markdownFormat, parseDocument } from "../document/parse.ts";
import { sectionOf } from "../document/section.ts";
import { titled } from "../document/title.ts";
import type { Essay, Source } from "../essay/essay.ts";
import { readSource } from "../essay/front-matter.ts";
import { holdsOf } from "../links/link-target.ts";
import { NoEssayError } from "../library/errors.ts";
import { essayAt, findEssay } from "../library/find.ts";
import { essayFromText, type Library, readEssaySource } from "../library/library.ts";
import { decodeText } from "../library/read-file.ts";
import { nearest } from "../text/nearest.ts";
import type { Io } from "../terminal/io.ts";

export const STANDARD_INPUT = "standard input";

/** An essay and its source. */
export interface Opened {
  readonly essay: Essay;
  readonly source: Source;
  /** The library that it is in, for its links. */
  readonly library?: Library | undefined;
}

/** The text of an opened essay as a tree. */
export function documentOf({ essay, source, library }: Opened): Document {
  const holds = holdsOf(library?.essays ?? [], essay.path);
  return parseDocument(source.body, markdownFormat(essay.path), holds);
}

export async function fromInput(io: Io): Promise<Opened> {
  const content = decodeText(await io.readInput());
  return { essay: essayFromText(content, STANDARD_INPUT), source: readSource(content.text) };
}

/** A file that is named by its path: no library is read for it. */
export function openedAlone(name: string, cwd: string): Opened | undefined {
  const essay = essayAt(name, cwd);
  return essay && { essay, source: readEssaySource(essay) };
}

/** The essay of a library that `name` means; throws `NoEssayError`. */
export function openedFrom(
  library: Library,
  name: string,
  cwd: string,
  commands?: readonly string[],
): Opened {
  const essay = findEssay(library, name, cwd, commands);
  return { essay, source: readEssaySource(essay), library };
}

/** An essay as it is shown: its title apart, and only the section that is asked for. */
export interface Prepared extends Opened {
  readonly document: Document;
  /** Whether its title stands above the document. */
  readonly isNamed: boolean;
  /** Only a section: the line of the body on which the next one begins. */
  readonly section?: { readonly end: number | undefined };
}

/** Throws `NoEssayError` for a section that it has not. */
export function prepare(opened: Opened, section: string | undefined): Prepared {
  const { essay } = opened;
  const { document, showsTitle } = titled(documentOf(opened), essay.title, essay.titleFrom === "heading");
  // What came down a pipe without a title has none.
  const isNamed = !showsTitle && !(essay.titleFrom === "file name" && essay.path === STANDARD_INPUT);
  if (section === undefined) return { ...opened, document, isNamed };
  const part = sectionOf(document, section);
  const after = part && document.blocks[document.blocks.indexOf(part.blocks.at(-1)!) + 1];
  if (part) return { ...opened, document: part, isNamed: false, section: { end: after?.line } };
  const names = headingTexts(document);
  throw new NoEssayError(`${essay.slug}: ${section}`, "no such heading", nearest(section, names));
}
