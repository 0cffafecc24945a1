/**
 * Which folders and files of a site's checkout are certainly no pages. A folder with the configuration of a generator is a site, wherever
 * it is in a library; a library may also be a part of one.
 */
import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";
import { type Generator, GENERATORS } from "./generators.ts";
import { foldersAbove } from "./site-address.ts";

/** Files in a repository's folder that are about it. */
const ABOUT =
  /^(?:readme|licen[cs]e|copying|changelog|changes|history|contributing|contributors|code[_-]of[_-]conduct|security|support|authors|maintainers|governance|notice|agents|claude|pull_request_template|issue_template)(?:\.[\w-]+)*$/i;
const README = /^readme\.[^.]+$/i;
/** Pages that a site shows beside others: the table of contents of a book, the menu and the cover of Docsify and of GitHub's wikis. */
const FURNITURE = /^(?:_(?:404|coverpage|footer|header|navbar|sidebar)|SUMMARY)\.md$/i;

/** Whether a file in the root folder of a library is about its repository. `hasReadme` is set if its README is a page. */
export function isAboutRepository(name: string, hasReadme: boolean): boolean {
  return ABOUT.test(name) && !(hasReadme && README.test(name));
}

export class Site {
  readonly #generators: readonly Generator[];
  /** The length of the path from the library to the site's folder, with its slash. */
  readonly #cut: number;
  /** The path from the site's folder to the library, with a slash at its end; empty if the site is in the library. */
  readonly #before: string;

  constructor(generators: readonly Generator[], cut: number, before = "") {
    this.#generators = generators;
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
    return !this.#generators.some(({ without }) => without?.test(own));
  }

  /** Whether a file with Markdown is a page; `path` is from the library. */
  isPage(path: string): boolean {
    const own = this.#own(path);
    const name = own.slice(own.lastIndexOf("/") + 1);
    if (FURNITURE.test(name)) return false;
    const isPart = name.startsWith("_") && !name.startsWith("_index.");
    return !(isPart && this.#generators.some(({ hasParts }) => hasParts));
  }

  #own(path: string): string {
    return this.#before + path.slice(this.#cut);
  }
}

const SIGNS: ReadonlySet<string> = new Set(GENERATORS.flatMap(({ signs }) => signs));

/** The site in a folder that has entries with these names; undefined if there is none. `path` is the folder's, from the library. */
export function siteIn(path: string, names: readonly string[]): Site | undefined {
  const generators = generatorsOf(names);
  return generators.length > 0 ? new Site(generators, path === "" ? 0 : path.length + 1) : undefined;
}

/** The sites of which the library in `root` is a part. */
export function sitesAround(root: string): Site[] {
  return foldersAbove(root)
    .slice(1)
    .flatMap((folder) => {
      const generators = generatorsOf(namesIn(folder));
      const parts = relative(folder, root).split(sep);
      const site = new Site(generators, 0);
      // A folder that the generator does not read was chosen by the user.
      const isRead = parts.every((_, nth) => site.mayEnter(parts.slice(0, nth + 1).join("/")));
      return generators.length > 0 && isRead ? [new Site(generators, 0, `${parts.join("/")}/`)] : [];
    });
}

function generatorsOf(names: readonly string[]): readonly Generator[] {
  if (!names.some((name) => SIGNS.has(name))) return [];
  const known = new Set(names);
  const isThere = (some: readonly string[]): boolean => some.some((name) => known.has(name));
  return GENERATORS.filter(({ signs, needs = [] }) => isThere(signs) && needs.every(isThere));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
