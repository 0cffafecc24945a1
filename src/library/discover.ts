/**
 * Finds the files of essays in a folder, at any depth, and reports what it skipped and why.
 *
 * The calls are synchronous: for ten thousand small files that takes a quarter of the time.
 */
import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { type Effort, IgnoreFile, readIgnoreFile } from "./ignore-file.ts";
import { beyond, BOUNDS } from "../text/bounds.ts";
import { ignoreFilesAbove, isIgnored } from "./ignored.ts";
import { isAboutRepository, type Site, siteIn, sitesAround } from "./site-folders.ts";
import { KNITTED, MARKDOWN } from "../text/markdown-file.ts";
import { readingReason, systemReason } from "../system/reason.ts";
import { isWithin } from "../system/is-within.ts";

export interface FoundFile {
  readonly file: string;
  /** The path from the library's folder, with `/`. */
  readonly path: string;
}

/** A file or folder that was not read. */
export interface Skipped {
  readonly path: string;
  readonly message: string;
  /** Whether skipping it is no problem: a link that leads out of the library, a fifo. */
  readonly isHarmless?: boolean;
  /** Whether it has Markdown of which the site's generator makes no page. */
  readonly isNoPage?: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly Skipped[];
  /** The real paths of the folders that were searched. */
  readonly folders: readonly string[];
}

/**
 * All files of essays under `root`, in no particular order; or `root` itself if it is a file. Links
 * that lead out of it are skipped unless `followLinks` is set, because a checkout from someone else may
 * contain a link to anything.
 */
export function discover(root: string, followLinks = false): FoundFiles {
  if (statSync(root).isFile())
    return {
      files: [{ file: root, path: basename(root) }],
      skipped: [],
      // Editors replace a file, so this watches its folder.
      folders: [dirname(realpathSync(root))],
    };
  return new Walk(root, followLinks).run();
}

/** Whether a folder has an essay, at any depth: it is searched only until one is found. */
export function holdsEssay(root: string, effort: Effort = { left: BOUNDS.ignoring.most }): boolean {
  return new Walk(root, false, 1, effort).run().files.length > 0;
}

const NO_PAGES = "is a folder of which the site's generator makes no pages (give its path to read it)";
const NO_PAGE = "is no page of its own on the site (give its path to read it)";

/** What decides whether a file below a folder is an essay. */
interface Rules {
  readonly ignoreFiles: readonly IgnoreFile[];
  readonly sites: readonly Site[];
}

/** The work on patterns for a file or a folder, in addition to that for all of them. */
const EFFORT_EACH = 20_000;

class Walk {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #followsLinks: boolean;
  readonly #files: FoundFile[] = [];
  readonly #skipped: Skipped[] = [];
  readonly #folders: string[] = [];
  /** The real paths of folders and linked files seen so far, so that a loop of links ends. */
  readonly #seen = new Set<string>();

  /** The work that is left for patterns of `.gitignore` files. */
  readonly #effort: Effort;
  /** Whether the README in the root is a page of a site. */
  #hasReadme = false;
  /** The number of files after which the walk ends. */
  readonly #most: number;

  constructor(
    root: string,
    followLinks: boolean,
    most = Infinity,
    effort: Effort = { left: BOUNDS.ignoring.most },
  ) {
    this.#root = root;
    this.#realRoot = realpathSync(root);
    this.#followsLinks = followLinks;
    this.#most = most;
    this.#effort = effort;
  }

  run(): FoundFiles {
    const rules = { ignoreFiles: ignoreFilesAbove(this.#root), sites: sitesAround(this.#root) };
    this.#folder({ file: this.#root, path: "" }, this.#realRoot, rules);
    return { files: this.#files, skipped: this.#skipped, folders: this.#folders };
  }

  /** `real` is the folder's real path, if it is known: below a known folder, only links must be resolved. */
  #folder(folder: FoundFile, real: string | undefined, inherited: Rules): void {
    const entered = this.#enter(folder, real);
    if (!entered) return;
    const { entries, at } = entered;
    const names = entries.map(({ name }) => name);
    const rules = this.#rulesIn(folder, names, inherited);
    const start = folder.file.endsWith(sep) ? folder.file : `${folder.file}${sep}`;
    const pathStart = folder.path === "" ? "" : `${folder.path}/`;
    for (const entry of withoutSources(entries, names)) {
      if (this.#files.length >= this.#most) return;
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      this.#entry({ file: start + entry.name, path: pathStart + entry.name }, entry, at, rules);
    }
  }

  /** The rules for what is in a folder with these names. */
  #rulesIn({ file, path }: FoundFile, names: readonly string[], { ignoreFiles, sites }: Rules): Rules {
    const own = names.includes(".gitignore") ? readIgnoreFile(file) : undefined;
    const problem = own instanceof IgnoreFile ? own.excess : own;
    if (problem !== undefined) this.#skip(path === "" ? ".gitignore" : `${path}/.gitignore`, problem);
    const site = siteIn(path, names);
    if (path === "") this.#hasReadme = site?.hasReadme ?? false;
    return {
      ignoreFiles: own instanceof IgnoreFile ? [...ignoreFiles, own] : ignoreFiles,
      sites: site ? [...sites, site] : sites,
    };
  }

  /** The entries of a folder and its real path; undefined if it was seen before or can't be read. */
  #enter({ file, path }: FoundFile, real?: string): { entries: Dirent[]; at: string } | undefined {
    try {
      const at = real ?? realpathSync(file);
      if (this.#seen.has(at)) {
        this.#skip(path, "a link to a folder that was already read", true);
        return undefined;
      }
      this.#seen.add(at);
      this.#folders.push(at);
      return { entries: inOrder(readdirSync(file, { withFileTypes: true })), at };
    } catch (error) {
      this.#skip(path, `a folder that can't be read: ${readingReason(error, "folder")}`);
      return undefined;
    }
  }

  #entry(found: FoundFile, entry: Dirent, folder: string, rules: Rules): void {
    const { sites } = rules;
    const isLink = entry.isSymbolicLink();
    const kind = isLink ? this.#linkKind(found) : kindOf(entry);
    if (kind === "folder") {
      const real = isLink ? undefined : join(folder, entry.name);
      if (this.#ignores(`${found.file}${sep}`, rules)) return;
      if (sites.every((site) => site.mayEnter(found.path))) this.#folder(found, real, rules);
      else if (holdsEssay(found.file, this.#effort)) this.#pass(found.path, NO_PAGES);
    } else if (MARKDOWN.test(entry.name) && !this.#ignores(found.file, rules)) {
      if (!sites.every((site) => site.isPage(found.path))) this.#pass(found.path, NO_PAGE);
      else if (kind === "other") this.#skip(found.path, "not a regular file", true);
      else if (kind === "file") this.#file(found, isLink);
    }
  }

  /** Whether a `.gitignore` ignores a file or a folder. Any number of them may have patterns that take long with any number of names. */
  #ignores(file: string, { ignoreFiles }: Rules): boolean {
    if (this.#effort.left <= 0 || ignoreFiles.length === 0) return false;
    this.#effort.left += EFFORT_EACH;
    const verdict = isIgnored(file, ignoreFiles, this.#effort);
    if (this.#effort.left <= 0) this.#skip(".gitignore", beyond("ignoring"));
    return verdict;
  }

  #file(found: FoundFile, linked: boolean): void {
    if (!found.path.includes("/") && isAboutRepository(found.path, this.#hasReadme)) return;
    if (linked && this.#isRepeated(found.file)) return;
    this.#files.push(found);
  }

  /** Whether a link leads to a file that the library already has, by its own path or by another link. */
  #isRepeated(file: string): boolean {
    const real = realpathSync(file);
    if (isWithin(real, this.#realRoot) || this.#seen.has(real)) return true;
    this.#seen.add(real);
    return false;
  }

  #linkKind({ file, path }: FoundFile): Kind {
    try {
      const kind = kindOf(statSync(file));
      const isOut =
        !this.#followsLinks &&
        (kind === "folder" || MARKDOWN.test(file)) &&
        !isWithin(realpathSync(file), this.#realRoot);
      if (isOut)
        this.#skip(
          path,
          "a link that leads out of the library (follow = true in the config file allows it)",
          true,
        );
      return isOut ? "none" : kind;
    } catch (error) {
      if (MARKDOWN.test(file)) this.#skip(path, `a link that leads nowhere: ${systemReason(error)}`);
      return "none";
    }
  }

  #pass(path: string, message: string): void {
    this.#skipped.push({ path, message, isHarmless: true, isNoPage: true });
  }

  #skip(path: string, message: string, isHarmless = false): void {
    this.#skipped.push({ path: path || ".", message, ...(isHarmless && { isHarmless }) });
  }
}

/**
 * Sorts by name, so that ibid always takes the same of two ways to a folder. Without folders, order does not matter.
 */
function inOrder(entries: Dirent[]): Dirent[] {
  if (entries.every((entry) => entry.isFile())) return entries;
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The entries without the files from which a program has written Markdown that lies beside them: `a.Rmd` and `a.md`. */
function withoutSources(entries: readonly Dirent[], names: readonly string[]): readonly Dirent[] {
  if (!names.some((name) => KNITTED.test(name))) return entries;
  const written = new Set(
    names.filter((name) => MARKDOWN.test(name) && !KNITTED.test(name)).map(withoutEnding),
  );
  return entries.filter(({ name }) => !KNITTED.test(name) || !written.has(withoutEnding(name)));
}

function withoutEnding(name: string): string {
  return name.replace(MARKDOWN, "");
}

type Kind = "file" | "folder" | "other" | "none";

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  return entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other";
}
