/**
 * Which folders and files of a site's checkout are pages. A folder with the configuration of a generator is a site, wherever it is
 * in a library; a library may also be a part of one.
 */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { readSmallFile } from "../system/read-small-file.ts";
import { trimmed } from "../text/trim.ts";
import { type Generator, GENERATORS } from "./generators.ts";
import { foldersAbove } from "./site-address.ts";

/** Files in a repository's folder that are about it. */
const ABOUT =
  /^(?:readme|licen[cs]e|copying|changelog|changes|history|contributing|contributors|code[_-]of[_-]conduct|security|support|authors|maintainers|governance|notice|agents|claude|pull_request_template|issue_template)(?:\.[\w-]+)*$/i;
const README = /^readme\.[^.]+$/i;
/** Pages that a site shows beside others: the table of contents of a book, the menu and the cover of Docsify and of GitHub's wikis. */
const FURNITURE = /^(?:_(?:404|coverpage|footer|header|navbar|sidebar)|SUMMARY)\.md$/i;

/** Whether a file in the root folder of a library or a site is about its repository. `hasReadme` is set if its README is a page. */
export function isAboutRepository(name: string, hasReadme: boolean): boolean {
  return ABOUT.test(name) && !(hasReadme && README.test(name));
}

export class Site {
  /** The path from the site's folder to the library, with a slash at its end; empty if the site is in the library. */
  readonly #before: string;
  /** The length of the path from the library to the site's folder, with its slash. */
  readonly #cut: number;
  readonly #content: readonly string[] | undefined;
  readonly #generators: readonly Generator[];

  constructor(
    generators: readonly Generator[],
    content: readonly string[] | undefined,
    cut: number,
    before = "",
  ) {
    this.#generators = generators;
    this.#content = content;
    this.#cut = cut;
    this.#before = before;
  }

  /** Whether the README in the site's folder is a page. */
  get hasReadme(): boolean {
    return this.#generators.some(({ hasReadme }) => hasReadme);
  }

  /** Whether a folder may contain pages; `path` is from the library. */
  mayEnter(path: string): boolean {
    const own = this.#own(path);
    if (this.#generators.some(({ without }) => without?.test(own))) return false;
    return this.#content?.some((one) => isIn(own, one) || isIn(one, own)) ?? true;
  }

  /** Whether a file with Markdown is a page; `path` is from the library. */
  isPage(path: string): boolean {
    const own = this.#own(path);
    const name = own.slice(own.lastIndexOf("/") + 1);
    if (name === own && isAboutRepository(name, this.hasReadme)) return false;
    if (FURNITURE.test(name)) return false;
    if (
      name.startsWith("_") &&
      !name.startsWith("_index.") &&
      this.#generators.some(({ hasParts }) => hasParts)
    )
      return false;
    return this.#content?.some((one) => isIn(own, one)) ?? true;
  }

  #own(path: string): string {
    return this.#before + path.slice(this.#cut);
  }
}

/** Whether a path is in a folder, or is the folder itself. */
function isIn(path: string, folder: string): boolean {
  return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === "/");
}

const SIGNS: ReadonlySet<string> = new Set(GENERATORS.flatMap(({ signs }) => signs));

/** The site in `folder`, which has entries with these names; undefined if there is none. `path` is the folder's, from the library. */
export function siteIn(folder: string, path: string, names: readonly string[]): Site | undefined {
  const found = siteOf(folder, names);
  return found && new Site(found.generators, found.content, path === "" ? 0 : path.length + 1);
}

/** The sites of which the library in `root` is a part. */
export function sitesAround(root: string): Site[] {
  return foldersAbove(root)
    .slice(1)
    .flatMap((folder) => {
      const found = siteOf(folder, namesIn(folder));
      if (!found) return [];
      const before = relative(folder, root).split(sep).join("/");
      const site = new Site(found.generators, found.content, 0, `${before}/`);
      // A folder that the generator does not read was chosen by the user.
      const whole = new Site(found.generators, found.content, 0);
      return whole.mayEnter(before) ? [site] : [];
    });
}

interface Found {
  readonly generators: readonly Generator[];
  readonly content: readonly string[] | undefined;
}

function siteOf(folder: string, names: readonly string[]): Found | undefined {
  if (!names.some((name) => SIGNS.has(name))) return undefined;
  const known = new Set(names);
  const generators = GENERATORS.filter(
    ({ signs, needs }) =>
      signs.some((name) => known.has(name)) && (needs?.some((name) => known.has(name)) ?? true),
  );
  if (generators.length === 0) return undefined;
  const contents = generators.map((one) => contentOf(one, folder, known));
  return { generators, content: contents.find((one) => one !== undefined) };
}

/** The existing folders with all pages; undefined if there are none, or if pages may be anywhere. */
function contentOf(
  generator: Generator,
  folder: string,
  names: ReadonlySet<string>,
): readonly string[] | undefined {
  const named = foldersNamed(generator, folder);
  if (named.includes("")) return undefined;
  const all = [...(generator.content ?? []), ...named].filter((one) => names.has(one.split("/", 1)[0]!));
  return all.length > 0 ? all : undefined;
}

function foldersNamed({ key, files, signs }: Generator, folder: string): string[] {
  if (!key) return [];
  return (files ?? signs).flatMap((file) => {
    const read = readSmallFile(join(folder, file));
    if (!read || !("text" in read)) return [];
    return Array.from(read.text.matchAll(key), ([, name]) => trimmed(name!.replace(/^\.(?=\/|$)/, ""), "/"));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
