/**
 * Finds links to images and other files that do not exist.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Essay } from "../../essay/essay.ts";
import { decoded } from "../../links/address.ts";
import { statsOf } from "../../system/stats.ts";
import { MARKDOWN } from "../../text/markdown-file.ts";
import { pathOf } from "../../text/trim.ts";
import { FileNames } from "../file-names.ts";
import { placesOf } from "../picture-places.ts";
import { foldersAbove } from "../site-address.ts";
import { findingAt, type OwnFinding } from "./finding.ts";
import type { Member, Written } from "./gist.ts";
import { memoized } from "../../text/memoized.ts";

/** Folders in which generators keep files that are addressed from the site's root. */
const STATIC = ["", "static", "public", "assets", "src", "content"];

/** Files beside an essay, or addressed from the site's root. */
export class FilesBeside {
  readonly #all: readonly Member[];
  readonly #root: string;
  readonly #names: FileNames;
  readonly #isThere = memoized<string, boolean>(existsSync);
  readonly #isFile = memoized((file: string) => statsOf(file)?.isFile() === true);
  /** Whether the library has files of a kind. */
  readonly #keeps = memoized(
    (kind: Written["kind"]) =>
      this.#all.length < FEW ||
      this.#all.some(({ essay, gist }) =>
        gist.written.some(
          (one) => one.kind === kind && isFile(one.href) && this.#stateOf(essay, one) === "there",
        ),
      ),
  );

  constructor(all: readonly Member[], root: string) {
    this.#all = all;
    this.#root = root;
    this.#names = new FileNames(root);
  }

  /** The finding for a missing file. If no file of its kind exists, the library was fetched without them, and none is reported. */
  findings(essay: Essay, written: Written): OwnFinding[] {
    const { kind, href, place } = written;
    if (href === "" && kind === "image")
      return [findingAt(place, "warning", "link-empty", "an image without an address")];
    if (kind === "link" && !isFile(href)) return [];
    if (this.#stateOf(essay, written) !== "missing" || !this.#keeps(kind)) return [];
    return kind === "image"
      ? [findingAt(place, "error", "image-missing", `${href}: no such image`)]
      : [findingAt(place, "warning", "file-missing", `${href}: no such file`)];
  }

  /** Whether the relative path `href` in an essay is that of an existing file. */
  isBeside(essay: Essay, href: string): boolean {
    const path = decoded(pathOf(href));
    return !path.startsWith("/") && placesOf(path, essay.file, this.#root).some((one) => this.#isFile(one));
  }

  /** An image addressed from the site's root is known only if its folder exists. */
  #stateOf(essay: Essay, { href, byName }: Written): "there" | "missing" | "unknown" {
    if (href === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href) || /[{<]/.test(href)) return "unknown";
    if (byName && this.#names.find(href, essay.file) !== undefined) return "there";
    const path = decoded(pathOf(href));
    const among = (places: readonly string[]): "there" | "missing" =>
      places.some((place) => this.#isThere(place)) ? "there" : "missing";
    if (!path.startsWith("/")) return among(placesOf(path, essay.file, this.#root));
    const folders = foldersAbove(this.#root, this.#isThere);
    const bases = folders.flatMap((folder) => STATIC.map((name) => join(folder, name)));
    const [, first = ""] = path.split("/");
    const known = bases.filter((base) => this.#isThere(join(base, first)) && path.split("/").length > 2);
    return known.length === 0 ? "unknown" : among(known.map((base) => join(base, path)));
  }
}

/** Whether an address is that of a file other than an essay or a page. */
function isFile(href: string): boolean {
  const path = pathOf(href);
  return FILE.test(path) && !MARKDOWN.test(path);
}

const FILE = /\.(?!html?$)[a-z\d]{1,12}$/i;

/** In at most this many essays, a missing file is a mistake rather than a custom. */
const FEW = 5;
