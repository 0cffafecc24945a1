/**
 * The names by which links refer to essays: paths of files, slugs, and addresses and titles in front matter.
 */
import type { Essay } from "../essay/essay.ts";
import { type Keys, keysOf, valueAt } from "../essay/keys.ts";
import { slugOf } from "../essay/slug.ts";
import { trimmed, trimmedEnd } from "../text/trim.ts";
import { decoded } from "./address.ts";
import { MARKDOWN } from "../text/markdown-file.ts";

/** Looks essays up by name. Each table is made at its first use, because a start of the reader does not need it. */
export class EssayNames {
  readonly #essays: readonly Essay[];
  #slugNames: ReadonlyMap<Essay, readonly string[]> | undefined;
  #paths: ReadonlyMap<string, Essay> | undefined;
  #lowerPaths: ReadonlyMap<string, Essay> | undefined;
  #ends: ReadonlyMap<string, readonly Essay[]> | undefined;
  #slugs: ReadonlyMap<string, readonly Essay[]> | undefined;
  #lowerSlugs: ReadonlyMap<string, readonly Essay[]> | undefined;
  #ids: ReadonlyMap<string, readonly Essay[]> | undefined;
  #addresses: ReadonlyMap<string, Essay> | undefined;
  #titles: ReadonlyMap<string, Essay> | undefined;

  constructor(essays: readonly Essay[]) {
    this.#essays = essays;
  }

  /** The essay with a path. */
  at(path: string): Essay | undefined {
    this.#paths ??= new Map(this.#essays.map((essay) => [essay.path, essay]));
    return this.#paths.get(path);
  }

  /** The page at the root of the library. */
  home(): Essay | undefined {
    return firstOf(HOMES, (path) => this.at(path));
  }

  /** The essays with a slug. If a slug was made unique by folders, a link may give only its last part. */
  withSlug(slug: string): readonly Essay[] {
    this.#slugs ??= grouped(this.#essays, (essay) => this.#slugsOf(essay));
    return this.#slugs.get(slug) ?? [];
  }

  /** As `withSlug`, without regard to case. */
  withSlugInAnyCase(slug: string): readonly Essay[] {
    this.#lowerSlugs ??= grouped(this.#essays, (essay) =>
      this.#slugsOf(essay).map((name) => name.toLowerCase()),
    );
    return this.#lowerSlugs.get(slug.toLowerCase()) ?? [];
  }

  /** Two tables need them, and to get them, front matter is parsed. */
  #slugsOf(essay: Essay): readonly string[] {
    this.#slugNames ??= new Map(this.#essays.map((one) => [one, slugNames(one)]));
    return this.#slugNames.get(essay)!;
  }

  /** The essays with an identifier (docusaurus.io, "Docs: id"). */
  withId(id: string): readonly Essay[] {
    this.#ids ??= grouped(this.#essays, idsIn);
    return this.#ids.get(id) ?? [];
  }

  /** The essay whose front matter gives it this address. */
  withAddress(path: string): Essay | undefined {
    if (!path.startsWith("/")) return undefined;
    this.#addresses ??= firstOfEach(this.#essays, (essay) => addressesIn(essay).map(address));
    return this.#addresses.get(address(path));
  }

  /** The essay with a title, or with an alias in its front matter, as a wiki link in a vault may name it. */
  withTitle(name: string): Essay | undefined {
    this.#titles ??= firstOfEach(this.#essays, (essay) => titlesIn(essay).map(nameIn));
    return this.#titles.get(nameIn(decoded(name)));
  }

  /** The essay of a file, a folder, or a path without its extension. */
  inFile(path: string): Essay | undefined {
    const bare = trimmedEnd(path, "/");
    const files = [path, ...ENDINGS.map((ending) => bare + ending)];
    return firstOf(files, (file) => this.#ending(file));
  }

  /** The essay with this path, without regard to case. */
  inFileInAnyCase(path: string): Essay | undefined {
    this.#lowerPaths ??= new Map(this.#essays.map((essay) => [essay.path.toLowerCase(), essay]));
    return this.#lowerPaths.get(path.toLowerCase());
  }

  /** The essay with this path, or whose path ends with it, because the library may be one folder of the site. */
  #ending(path: string): Essay | undefined {
    this.#ends ??= grouped(this.#essays, (essay) => [lastPart(essay.path), lastParts(essay.path)]);
    const isIt = (essay: Essay): boolean => essay.path.endsWith(`/${path}`);
    return this.at(path) ?? this.#ends.get(lastParts(path))?.find(isIt);
  }
}

const HOMES = ["index.md", "index.mdx", "_index.md", "index.qmd", "index.Rmd"];
const ENDINGS = [
  ".md",
  ".mdx",
  ".markdown",
  "/index.md",
  "/index.mdx",
  ".qmd",
  ".Rmd",
  "/index.qmd",
  "/index.Rmd",
];

/** Names of which every link to an essay contains at least one, apart from case and encoding: the last parts of its names. */
export function namesOf(essay: Essay): string[] {
  const [file = "", folder = ""] = essay.path.replace(MARKDOWN, "").split("/").reverse();
  const own = INDEX.test(file) ? folder : file;
  const addresses = addressesIn(essay).map((one) => lastPart(address(one)));
  // Each address of the home page has a slash, or its file's name.
  const root = HOMES.includes(essay.path) ? ["/"] : [];
  return [
    ...new Set([...slugNames(essay).map(lastPart), own, ...idsIn(essay), ...addresses, ...root]),
  ].filter((name) => name !== "");
}

const INDEX = /^_?(?:index|readme)$/i;

function addressesIn({ data }: Essay): string[] {
  return textsIn(keysOf(data), ["permalink", "url", "aliases", "redirect_from"]);
}

function idsIn({ data }: Essay): string[] {
  return textsIn(keysOf(data), ["id"]);
}

function titlesIn(essay: Essay): string[] {
  return [essay.title, ...textsIn(keysOf(essay.data), ["aliases", "alias"]), ...spelledName(essay)];
}

/** The name of a file in Logseq, which spells a slash with three underscores (docs.logseq.com, "Namespaces"). */
function spelledName({ path }: Essay): string[] {
  const file = lastPart(path).replace(MARKDOWN, "");
  return file.includes("___") ? [decoded(file.replaceAll("___", "/"))] : [];
}

function textsIn(keys: Keys, names: readonly string[]): string[] {
  const values = names.flatMap((name) => valueAt(keys, name));
  return values.filter((value): value is string => typeof value === "string");
}

function nameIn(text: string): string {
  return text.trim().replace(MARKDOWN, "").toLowerCase();
}

/** An address in one spelling: `/a/b/`, `a/b` and `/a/b.html` are the same. */
function address(path: string): string {
  return trimmed(path, "/").replace(/(?:\/index)?\.html?$/i, "");
}

/** The slug, and the essay's own one, which differs if others have it too. */
function slugNames(essay: Essay): string[] {
  const keys = keysOf(essay.data);
  return [essay.slug, lastPart(essay.slug), slugOf(keys, essay.path), ...textsIn(keys, ["slug"])];
}

/** The essays of the first name that finds any. */
export function firstOf(
  names: readonly string[],
  find: (name: string) => Essay | undefined,
): Essay | undefined {
  for (const name of names) {
    const essay = find(name);
    if (essay) return essay;
  }
  return undefined;
}

/** Essays by name; several may share one. */
function grouped(
  essays: readonly Essay[],
  namesIn: (essay: Essay) => readonly string[],
): ReadonlyMap<string, readonly Essay[]> {
  const groups = new Map<string, Essay[]>();
  for (const essay of essays) {
    for (const name of new Set(namesIn(essay))) {
      const known = groups.get(name);
      if (known) known.push(essay);
      else groups.set(name, [essay]);
    }
  }
  return groups;
}

/** Essays by name; the first of those that share one. */
function firstOfEach(
  essays: readonly Essay[],
  namesIn: (essay: Essay) => readonly string[],
): ReadonlyMap<string, Essay> {
  const firsts = new Map<string, Essay>();
  for (const essay of essays)
    for (const name of namesIn(essay)) if (!firsts.has(name)) firsts.set(name, essay);
  return firsts;
}

/** The last two parts of a path, or all of a shorter one. */
function lastParts(path: string): string {
  return path.slice(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1);
}

function lastPart(slug: string): string {
  return slug.slice(slug.lastIndexOf("/") + 1);
}
