/**
 * What completion knows of a library: the index of the last run, because reading the library would take too long.
 */
import type { Essay } from "../essay/essay.ts";
import { slugOf, titleFromPath } from "../essay/slug.ts";
import { type AnchoredHeading, headingsOf } from "../document/anchor.ts";
import { discover } from "../library/discover.ts";
import { libraryAsLeft } from "../library/open.ts";
import { type Located, locate } from "../library/locate.ts";
import { readConfig } from "../app/config.ts";
import { cacheFolder } from "../app/folders.ts";
import type { Io } from "../terminal/io.ts";

/** The fields of an essay that completion needs. */
export type KnownEssay = Pick<Essay, "slug" | "title" | "tags" | "data" | "path" | "file">;

export interface KnownLibrary {
  /** The essays whose slugs begin with a text; none if anything fails. */
  readonly essays: (start?: string) => readonly KnownEssay[];
  /** The headings of the essay with a slug; none if anything fails. */
  readonly headings: (slug: string) => Promise<readonly AnchoredHeading[]>;
  /** The libraries that the config file names. */
  readonly libraries: () => readonly string[];
}

/** `dir` is the folder that the line names. */
export function knownLibrary(dir: string | undefined, io: Io): KnownLibrary {
  return {
    essays: (start = "") => orNothing(() => essaysOf(dir, start, io)),
    headings: (slug) => headingsIn(slug, dir, io).catch(() => []),
    libraries: () => orNothing(() => Object.keys(readConfig(io.env).libraries)),
  };
}

function orNothing<Item>(items: () => readonly Item[]): readonly Item[] {
  try {
    return items();
  } catch {
    return [];
  }
}

/** The parser is loaded only when headings are asked for. */
async function headingsIn(
  slug: string,
  dir: string | undefined,
  io: Io,
): Promise<readonly AnchoredHeading[]> {
  const essay = essaysOf(dir, slug, io).find((one) => one.slug === slug);
  if (!essay) return [];
  const { opened } = await import("../library/opening.ts");
  return headingsOf(opened(essay).document);
}

/** From the index, or from the names of the files if there is none. */
function essaysOf(dir: string | undefined, start: string, io: Io): readonly KnownEssay[] {
  const located = locatedBy(dir, io);
  return libraryAsLeft(located, cacheFolder(io.env))?.startingWith(start) ?? calledSo(located);
}

function locatedBy(dir: string | undefined, { env, cwd }: Io): Located {
  const { config, libraries } = readConfig(env);
  return locate({ dir, env, configDir: config.dir, libraries, followLinks: config.follow, cwd });
}

function calledSo({ root, followLinks }: Located): KnownEssay[] {
  return discover(root, followLinks).files.map(({ path, file }) => ({
    path,
    file,
    slug: slugOf(new Map(), path),
    title: titleFromPath(path),
    tags: [],
    data: {},
  }));
}
