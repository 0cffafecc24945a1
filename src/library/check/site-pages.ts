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
  /** The paths in files with redirects; read for the first link that needs them. */
  #forwarded: ReadonlySet<string> | undefined;

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
    this.#forwarded ??= addressesIn([
      ...this.#folders.flatMap((folder) => FORWARDING.map((file) => textOf(join(folder, file)))),
      ...configurations(this.#root).map(({ text }) => text),
    ]);
    return this.#forwarded.has(path);
  }
}

/** Whatever the syntax of a file is, an address in it stands between blanks, quotation marks or punctuation. */
const ADDRESS = /[^\s"'`,;()<>[\]{}|]+/g;

/** The paths from the site's root that files with redirects name: `/old`, `/old/`, `https://site.org/old.html`. */
function addressesIn(texts: readonly string[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const text of texts)
    for (const [address] of text.matchAll(ADDRESS)) {
      const slash = address.indexOf("/", address.includes("://") ? address.indexOf("://") + 3 : 0);
      if (slash >= 0) paths.add(trimmedEnd(address.slice(slash), "/").replace(/\.html?$/i, ""));
    }
  return paths;
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
