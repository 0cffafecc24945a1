/**
 * What completion knows of a library: the index of the last run, for reading the library would take too long.
 */
import type { Essay } from "../essay/essay.ts";
import { slugOf, titleFromPath } from "../essay/slug.ts";
import { discover } from "../library/discover.ts";
import { libraryAsLeft } from "../library/open.ts";
import { type Located, locate } from "../library/locate.ts";
import { readConfig } from "../app/config.ts";
import { cacheFolder } from "../app/folders.ts";
import type { Io } from "../terminal/io.ts";

/** The fields of an essay that completion needs. */
export type KnownEssay = Pick<Essay, "slug" | "title" | "tags" | "data">;

export interface Known {
  /** The essays whose slugs begin with a text; none if anything fails. */
  readonly essays: (start?: string) => readonly KnownEssay[];
  /** The libraries that have names in the config file. */
  readonly libraries: () => readonly string[];
}

/** `dir` is the folder that the line names. */
export function knownOf(dir: string | undefined, io: Io): Known {
  return {
    essays: (start = "") => orNothing(() => essaysOf(dir, start, io)),
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

/** From the index, or from the names of the files if there is none. */
function essaysOf(dir: string | undefined, start: string, io: Io): readonly KnownEssay[] {
  const { config, libraries } = readConfig(io.env);
  const { env, cwd } = io;
  const located = locate({ dir, env, configDir: config.dir, libraries, follow: config.follow, cwd });
  return libraryAsLeft(located, cacheFolder(env))?.startingWith(start) ?? calledSo(located);
}

function calledSo({ root, follow }: Located): KnownEssay[] {
  return discover(root, follow).files.map(({ path }) => ({
    slug: slugOf(new Map(), path),
    title: titleFromPath(path),
    tags: [],
    data: {},
  }));
}
