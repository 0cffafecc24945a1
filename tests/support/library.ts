/**
 * Libraries for tests, in temporary folders that are removed again.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Library } from "../../src/library/library.ts";
import * as opening from "../../src/library/opening.ts";
import * as searching from "../../src/library/searching.ts";
import { libraryAt } from "../../src/library/open.ts";

/** A folder with these files, for the time of one test. */
export function temporaryLibrary(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "ibid-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** An essay's source with this front matter and body. */
export function essay(frontMatter: Readonly<Record<string, unknown>>, body = "Text.\n"): string {
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${body}`;
}

/**
 * The library in a folder or a file, yet to be read; without an index unless `cache` is a folder for one. It waits `patience`
 * milliseconds for another process that writes the index.
 */
export function libraryIn(root: string, cache?: string, patience = 1_000): Library {
  return libraryAt({ root, source: "command line" }, { cache, opening, searching, patience });
}

/** The library in a folder or a file, read without an index. */
export async function readLibrary(root: string): Promise<Library> {
  const library = libraryIn(root);
  await library.read();
  return library;
}
