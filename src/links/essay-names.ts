/**
 * What links call essays: by the paths of their files, by slugs, by addresses and titles in their front matter.
 */
import type { Essay } from "../essay/essay.ts";
import { frontMatterValue } from "../essay/keys.ts";
import { trimmed, trimmedEnd } from "../text/trim.ts";
import { decoded, MARKDOWN } from "./address.ts";

/** Essays by their names. Each table is made when it is first asked, for a reader is opened before a link is followed. */
export class EssayNames {
  readonly #essays: readonly Essay[];
  #paths: ReadonlyMap<string, Essay> | undefined;
  #ends: ReadonlyMap<string, readonly Essay[]> | undefined;
  #slugs: ReadonlyMap<string, readonly Essay[]> | undefined;
  #lowerSlugs: ReadonlyMap<string, readonly Essay[]> | undefined;
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

  /** Those with a slug; of those that were told apart by their folders, a link may name the last part alone. */
  withSlug(slug: string): readonly Essay[] {
    this.#slugs ??= grouped(this.#essays, slugNames);
    return this.#slugs.get(slug) ?? [];
  }

  /** As `withSlug`, upper and lower case being the same. */
  withSlugInAnyCase(slug: string): readonly Essay[] {
    this.#lowerSlugs ??= grouped(this.#essays, (essay) => slugNames(essay).map((name) => name.toLowerCase()));
    return this.#lowerSlugs.get(slug.toLowerCase()) ?? [];
  }

  /** The essay whose front matter gives it an address. */
  withAddress(path: string): Essay | undefined {
    if (!path.startsWith("/")) return undefined;
    this.#addresses ??= firstOfEach(this.#essays, (essay) => addressesIn(essay).map(address));
    return this.#addresses.get(address(path));
  }

  /** The essay of a title, or of another name in its front matter, as the author of a vault calls it in a wiki link. */
  withTitle(name: string): Essay | undefined {
    this.#titles ??= firstOfEach(this.#essays, (essay) => titlesIn(essay).map(nameIn));
    return this.#titles.get(nameIn(decoded(name)));
  }

  /** The essay of a file, of a folder, or of a path without its extension. */
  inFile(path: string): Essay | undefined {
    const bare = trimmedEnd(path, "/");
    const files = [path, ...ENDINGS.map((ending) => bare + ending)];
    return firstOf(files, (file) => this.#ending(file));
  }

  /** The essay at a path, or at one that ends so: the library may be a folder of the site. */
  #ending(path: string): Essay | undefined {
    this.#ends ??= grouped(this.#essays, (essay) => [lastPart(essay.path), lastParts(essay.path)]);
    const isIt = (essay: Essay): boolean => essay.path.endsWith(`/${path}`);
    return this.at(path) ?? this.#ends.get(lastParts(path))?.find(isIt);
  }
}

const ENDINGS = [".md", ".mdx", ".markdown", "/index.md", "/index.mdx"];

/** Of which one stands in every link to an essay, but for its case and encoding: the last parts of what it is called. */
export function namesOf(essay: Essay): string[] {
  const [file = "", folder = ""] = essay.path.replace(MARKDOWN, "").split("/").reverse();
  const own = INDEX.test(file) ? folder : file;
  const addresses = addressesIn(essay).map((one) => lastPart(address(one)));
  return [...new Set([...slugNames(essay).map(lastPart), own, ...addresses])].filter((name) => name !== "");
}

const INDEX = /^_?(?:index|readme)$/i;

function addressesIn(essay: Essay): string[] {
  return textsIn(essay, ["permalink", "url", "aliases", "redirect_from"]);
}

function titlesIn(essay: Essay): string[] {
  return [essay.title, ...textsIn(essay, ["aliases", "alias"])];
}

function textsIn({ data }: Essay, keys: readonly string[]): string[] {
  const values = keys.flatMap((key) => frontMatterValue(data, key));
  return values.filter((value): value is string => typeof value === "string");
}

function nameIn(text: string): string {
  return text.trim().replace(MARKDOWN, "").toLowerCase();
}

/** An address without what does not tell it from others: `/a/b/`, `a/b` and `/a/b.html` are one. */
function address(path: string): string {
  return trimmed(path, "/").replace(/(?:\/index)?\.html?$/i, "");
}

/** With the slug that its author gave it: where others have it too, it is called by something else here. */
function slugNames(essay: Essay): string[] {
  return [essay.slug, lastPart(essay.slug), ...textsIn(essay, ["slug"])];
}

/** What is found by the first of several names by which something is. */
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

/** Essays by each of their names, which may be the same. */
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

/** Essays by each of their names; the first of those of one name. */
function firstOfEach(
  essays: readonly Essay[],
  namesIn: (essay: Essay) => readonly string[],
): ReadonlyMap<string, Essay> {
  const firsts = new Map<string, Essay>();
  for (const essay of essays)
    for (const name of namesIn(essay)) if (!firsts.has(name)) firsts.set(name, essay);
  return firsts;
}

/** The last two parts of a path; all of it if it has no more. */
function lastParts(path: string): string {
  return path.slice(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1);
}

function lastPart(slug: string): string {
  return slug.slice(slug.lastIndexOf("/") + 1);
}
