/**
 * A library: the essays of one folder (or one file), and what could not be read.
 */
import { dirname } from "node:path";
import type { Essay, Source } from "../essay/essay.ts";
import { readSource } from "../essay/front-matter.ts";
import { distinctSlugs } from "../essay/slug.ts";
import { discover, type Skipped } from "./discover.ts";
import { readEssay } from "./read-essay.ts";
import { type FileText, readTextFile } from "./read-file.ts";
import { skipReason } from "./skip-reason.ts";

export interface Library {
  /** The folder, or the file if the library is one file. */
  readonly root: string;
  /** Every essay, drafts included, in the order of their paths. */
  readonly essays: readonly Essay[];
  readonly skipped: readonly Skipped[];
}

/** Reads every essay under `root`, a folder or a file, without an index. One that can't be read is skipped and named. */
export function openLibrary(root: string): Library {
  const found = discover(root);
  const skipped = [...found.skipped];
  const essays: Essay[] = [];
  for (const one of found.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    try {
      essays.push(readEssay(readTextFile(one.file), one.path, one.file));
    } catch (error) {
      skipped.push({ path: one.path, message: skipReason(error, one.path).skipped });
    }
  }
  const slugs = distinctSlugs(essays);
  return { root, skipped, essays: essays.map((essay, index) => ({ ...essay, slug: slugs[index]! })) };
}

/** The essay's source, read anew. */
export function readEssaySource(essay: Essay): Source {
  return readSource(readTextFile(essay.file).text);
}

/** The essay as its file now has it; its slug stays. */
export function rereadEssay(essay: Essay): Essay {
  return { ...readEssay(readTextFile(essay.file), essay.path, essay.file), slug: essay.slug };
}

/** An essay that is in no file, such as what came on standard input. */
export function essayFromText(content: FileText, name: string): Essay {
  return readEssay(content, name, name);
}

/** A library of one essay that is in no file. */
export function libraryOf(essay: Essay): Library {
  return { root: dirname(essay.file), essays: [essay], skipped: [] };
}
