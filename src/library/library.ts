/**
 * A library: the essays of one folder (or one file), and what could not be read.
 */
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Essay, Source } from "../essay/essay.ts";
import { readSource } from "../essay/front-matter.ts";
import { distinctSlugs } from "../essay/slug.ts";
import { discover, type FoundFile, type Skipped, systemReason } from "./discover.ts";
import { readEssay } from "./read-essay.ts";
import { BinaryFileError, type FileText, readTextFile } from "./read-file.ts";

export interface Library {
  /** The folder, or the file if the library is one file. */
  readonly root: string;
  /** Every essay, drafts included, in the order of their paths. */
  readonly essays: readonly Essay[];
  readonly skipped: readonly Skipped[];
}

/** Reads every essay under `root`, a folder or a file. One that can't be read is skipped and named. */
export function openLibrary(root: string): Library {
  const isFile = statSync(root).isFile();
  const found = isFile ? { files: [{ file: root, path: basename(root) }], skipped: [] } : discover(root);
  const skipped = [...found.skipped];
  const essays: Essay[] = [];
  for (const one of found.files) {
    try {
      essays.push(readEssay(readTextFile(one.file), one.path, one.file));
    } catch (error) {
      skipped.push({ path: one.path, message: reasonOf(error, one) });
    }
  }
  const slugs = distinctSlugs(essays);
  return { root, skipped, essays: essays.map((essay, index) => ({ ...essay, slug: slugs[index]! })) };
}

function reasonOf(error: unknown, one: FoundFile): string {
  if (error instanceof BinaryFileError) return error.message;
  if (one.path.includes("\ufffd")) return "can't be read: its name is no UTF-8";
  if (error instanceof Error && "code" in error) return `can't be read: ${systemReason(error)}`;
  throw new Error(`${one.path}: ${String(error)}`, { cause: error });
}

/** The essay's source, read anew. */
export function readEssaySource(essay: Essay): Source {
  return readSource(readTextFile(essay.file).text);
}

/** An essay that is in no file, such as what came on standard input. */
export function essayFromText(content: FileText, name: string): Essay {
  return readEssay(content, name, name);
}

/** A library of one essay that is in no file. */
export function libraryOf(essay: Essay): Library {
  return { root: dirname(essay.file), essays: [essay], skipped: [] };
}
