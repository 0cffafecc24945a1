/**
 * Finds the essay that a user means: by a slug, a path, an order number, the beginning of a slug, or
 * something similar to these.
 */
import { dirname, isAbsolute, resolve } from "node:path";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import { BARE_ORDER, essaysByBeginning, essaysByOrder, essaysBySlug, ORDER } from "../essay/by-name.ts";
import { MARKDOWN } from "../text/markdown-file.ts";
import { nearest } from "../text/nearest.ts";
import { NoEssayError } from "./errors.ts";
import type { Library } from "./library.ts";
import { libraryAt } from "./open.ts";
import { trimmed } from "../text/trim.ts";
import { isWithin } from "../system/is-within.ts";
import { statsOf } from "../system/stats.ts";

/**
 * The essay that `name` means: `#108` by its order; otherwise by slug, by path, by an order number without
 * the sign, or by the unique beginning of a slug. Throws `NoEssayError`.
 */
export async function findEssay(
  library: Library,
  name: string,
  cwd: string,
  commands: readonly string[] = [],
): Promise<Essay> {
  const essays = await library.all();
  const found =
    only(name, essaysByOrder(essays, name, ORDER)) ??
    only(name, essaysBySlug(essays, name)) ??
    (await byPath(essays, name, cwd)) ??
    only(name, essaysByOrder(essays, name, BARE_ORDER)) ??
    only(name, essaysByBeginning(essays, name));
  if (found) return found;
  const [command] = nearest(name, commands);
  if (command !== undefined)
    throw new NoEssayError(name, "no such essay, and no such command", [`ibid ${command}`]);
  const unread = library.skipped.find(({ path }) => isNameOf(name, path));
  if (unread) throw new NoEssayError(unread.path, unread.message, []);
  if (isFolderName(name)) throw new NoEssayError(name, "no such folder or file", []);
  const slugs = essays.map((essay) => essay.slug);
  const near = nearest(name.replace(/^[/#]+/, ""), slugs);
  // If nothing is similar, this is probably not the library that the user has in mind.
  throw new NoEssayError(name, near.length > 0 ? "no such essay" : `no such essay in ${library.root}`, near);
}

/** Whether `name` can only be a path of the disk: `./x`, `../x`, `~/x`, `x/`, or `/x/y` in a folder `/x` that exists. */
function isFolderName(name: string): boolean {
  if (/^(?:\.\.?|~)\//.test(name) || name.endsWith("/")) return true;
  return isAbsolute(name) && dirname(name) !== "/" && statsOf(dirname(name)) !== undefined;
}

/** Whether `name` may mean a file that could not be read: by its path, with or without its extension. */
function isNameOf(name: string, path: string): boolean {
  const wanted = trimmed(name, "/");
  return path === wanted || path.replace(/\.[^./]+$/, "") === wanted;
}

/**
 * The essay in the Markdown file with the path `name`, read without its library.
 * Undefined if `name` is not such a path; throws `NoEssayError` if the file can't be read.
 */
export async function essayAt(
  name: string,
  cwd: string,
): Promise<{ essay: Essay; open: OpenEssay } | undefined> {
  const file = markdownFileAt(name, cwd);
  if (file === undefined) return undefined;
  const library = libraryAt({ root: file, source: "command line" }, { cache: undefined });
  const essay = await alone(name, library);
  return { essay, open: library.open(essay) };
}

/** The Markdown file with the path `name`; undefined if there is none. */
export function markdownFileAt(name: string, cwd: string): string | undefined {
  if (!MARKDOWN.test(name)) return undefined;
  const file = resolve(cwd, name);
  return statsOf(file)?.isFile() ? file : undefined;
}

/** The essay of a library that is one file. */
async function alone(name: string, library: Library): Promise<Essay> {
  await library.read();
  if (library.essays[0]) return library.essays[0];
  throw new NoEssayError(name, library.skipped[0]?.message ?? "no essay", []);
}

async function byPath(essays: readonly Essay[], name: string, cwd: string): Promise<Essay | undefined> {
  const inLibrary = essays.find((essay) => essay.path === name);
  if (inLibrary) return inLibrary;
  const file = resolve(cwd, name);
  const stats = statsOf(file);
  if (stats === undefined) return undefined;
  const known = essays.find((essay) => resolve(essay.file) === file);
  if (known) return known;
  if (stats.isDirectory()) {
    const inside = essays.filter((essay) => isWithin(essay.file, file));
    if (inside.length === 0 && !name.includes("/")) return undefined;
    if (inside.length === 1) return inside[0];
    throw new NoEssayError(name, folderReason(inside.length), []);
  }
  if (!stats.isFile()) throw new NoEssayError(name, "neither a folder nor a file", []);
  return alone(name, libraryAt({ root: file, source: "command line" }, { cache: undefined }));
}

function folderReason(count: number): string {
  if (count === 0) return "a folder without essays of this library";
  return `a folder of ${count} essays; name one of them`;
}

function only(name: string, essays: readonly Essay[]): Essay | undefined {
  if (essays.length < 2) return essays[0];
  const slugs = essays.slice(0, 5).map((essay) => essay.slug);
  throw new NoEssayError(name, `${essays.length} essays match`, slugs);
}
