/**
 * What a site contains in addition to its essays: pages that are programs or templates, finished files, and
 * redirects.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { decoded } from "../../links/address.ts";
import { pathOf, trimmedEnd } from "../../text/trim.ts";
import { readSmallFile } from "../../system/read-small-file.ts";
import { configurations, foldersAbove } from "../site-address.ts";
import { memoized } from "../../text/memoized.ts";

/** Folders from which generators make pages at the site's root. */
const ROOTS = [
  "",
  "static",
  "public",
  "pages",
  "src/pages",
  "app",
  "src/app",
  "src",
  "source",
  "content",
  "site",
  "docs",
];
/** Files in which hosts and generators define redirects. */
const FORWARDING = ["_redirects", "static/_redirects", "public/_redirects", "netlify.toml", "vercel.json"];

export class SitePages {
  readonly #folders: readonly string[];
  readonly #root: string;
  /** The names in each folder, without extensions. */
  readonly #namesIn = memoized(
    (folder: string): ReadonlySet<string> => new Set(entriesOf(folder).map((name) => name.split(".", 1)[0]!)),
  );
  #forwarding: string | undefined;

  /** `root` is the library's folder. */
  constructor(root: string) {
    this.#root = root;
    this.#folders = foldersAbove(root);
  }

  /** Whether the site has something other than an essay at a path from its root. */
  has(href: string): boolean {
    const path = trimmedEnd(decoded(pathOf(href)), "/").replace(/\.html?$/i, "");
    const name = path.slice(path.lastIndexOf("/") + 1);
    const isThere = this.#folders.some((folder) =>
      ROOTS.some((root) => this.#namesIn(join(folder, root, dirname(path))).has(name)),
    );
    return isThere || this.#isForwarded(path);
  }

  #isForwarded(path: string): boolean {
    this.#forwarding ??= [
      ...this.#folders.flatMap((folder) => FORWARDING.map((file) => textOf(join(folder, file)))),
      ...configurations(this.#root).map(({ text }) => text),
    ].join("\n");
    return this.#forwarding.includes(path);
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  const read = readSmallFile(file);
  return read && "text" in read ? read.text : "";
}
