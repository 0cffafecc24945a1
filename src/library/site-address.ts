/**
 * Finds the address of a library on the web in the configuration of the site's generator. The file is read as data, and
 * only one line of it matters: it may be a program, which is never run, or have a fault elsewhere, which does no harm and which
 * `check` reports.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSmallFile } from "../system/read-small-file.ts";
import { statsOf } from "../system/stats.ts";

/** A generator's file, and its key for the site's address. */
interface Configuration {
  readonly files: readonly string[];
  readonly key: RegExp;
}

const HOST = String.raw`[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[^\s"'\x60#?]*)?`;
/** An address in quotation marks, or one that begins with its scheme: anything else may be a name in a program. */
const ADDRESS = String.raw`["']?[ \t]*[:=][ \t]*(?:["'\x60](?:https?:\/\/)?|(?=https?:\/\/)https?:\/\/)(?<address>${HOST})`;

/** A key of the top level, as in YAML and TOML. */
function line(key: string): RegExp {
  return new RegExp(String.raw`^(?:\{?[ \t]{0,8}(?="))?["']?${key}${ADDRESS}`, "im");
}

/** A key of an object, as in JavaScript; not in a comment. */
function member(key: string): RegExp {
  return new RegExp(
    String.raw`(?:^[ \t]*(?:(?:export[ \t]+)?(?:const|let|var)[ \t]+)?|[{,][ \t]*)["']?${key}${ADDRESS}`,
    "m",
  );
}

const SCRIPTS = ["js", "mjs", "cjs", "ts", "mts"];
const CONFIGURATIONS: readonly Configuration[] = [
  {
    files: ["hugo", "zola", "config", "config/_default/hugo", "config/_default/config"].flatMap((name) =>
      ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`),
    ),
    // Hugo's key, and Zola's.
    key: line("base_?url"),
  },
  { files: ["_config.yml", "_config.yaml"], key: line("url") },
  { files: SCRIPTS.map((ending) => `astro.config.${ending}`), key: member("site") },
  { files: SCRIPTS.map((ending) => `gatsby-config.${ending}`), key: member("siteUrl") },
  { files: SCRIPTS.map((ending) => `docusaurus.config.${ending}`), key: member("url") },
  { files: ["quartz.config.ts"], key: member("baseUrl") },
  { files: ["mkdocs.yml"], key: line("site_url") },
  { files: ["_quarto.yml"], key: member("site-url") },
  { files: ["pelicanconf.py", "publishconf.py"], key: line("SITEURL") },
];

/** The most folders above the library at which the site may begin. */
const MOST_LEVELS = 5;

/** The address, without its scheme, of the site that contains a library; undefined if none is found. */
export function siteAddress(root: string): string | undefined {
  for (const folder of foldersAbove(root)) {
    const found = addressIn(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

function addressIn(folder: string): string | undefined {
  for (const { text, key } of configurationsIn(folder)) {
    const address = key.exec(text)?.groups?.["address"];
    if (address !== undefined) return address;
  }
  return undefined;
}

/** An existing configuration file of a generator. */
export interface ConfigurationFile {
  /** The file's path. */
  readonly file: string;
  readonly text: string;
}

/** The files of the nearest folder that has any, in the order in which the address is looked for in them. */
export function configurations(root: string): readonly ConfigurationFile[] {
  for (const folder of foldersAbove(root)) {
    const found = [...configurationsIn(folder)];
    if (found.length > 0) return found;
  }
  return [];
}

function* configurationsIn(folder: string): Generator<ConfigurationFile & { readonly key: RegExp }> {
  const entries = new Set(namesIn(folder));
  for (const { files, key } of CONFIGURATIONS) {
    for (const path of files.filter((one) => entries.has(one.split("/", 1)[0]!))) {
      const file = join(folder, path);
      const read = readSmallFile(file);
      if (read && "text" in read) yield { file, text: read.text, key };
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A folder and its parents, up to the repository's root. */
export function foldersAbove(root: string, isThere: (path: string) => boolean = isKnown): string[] {
  const folders = [root];
  for (let folder = root; !isThere(join(folder, ".git")) && folders.length < MOST_LEVELS;) {
    const above = dirname(folder);
    if (above === folder) break;
    folders.push((folder = above));
  }
  return folders;
}

function isKnown(path: string): boolean {
  return statsOf(path) !== undefined;
}
