/**
 * Finds the files of a vault by name. A note embeds a picture by its name alone, whatever its folder
 * (Obsidian, "Internal links", the format "Shortest path when possible").
 *
 *     ![[pic.png]]            any file of this name
 *     ![[trees/pic.png]]      any file whose path ends with this
 *     ![[./pic.png]]          the file beside the note
 */
import { type Dirent, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { decoded } from "../links/address.ts";
import { isWithin } from "../system/is-within.ts";
import { statsOf } from "../system/stats.ts";
import { pathOf } from "../text/trim.ts";
import { foldersAbove } from "./site-address.ts";

/** The most folder entries that are read. */
const MOST = 200_000;
/** The most files that are compared for one name: any number of notes may embed one of any number. */
const SAME = 100;

export class FileNames {
  readonly #root: string;
  /** The paths from the root of the files, by the last one and two parts of them in lower case; made for the first name that needs it. */
  #files: ReadonlyMap<string, readonly string[]> | undefined;

  /** `root` is the library's folder, or its file; the vault may begin above it. */
  constructor(root: string) {
    const own = statsOf(root)?.isDirectory() === true ? root : dirname(root);
    this.#root = foldersAbove(own).find((folder) => statsOf(join(folder, ".obsidian"))) ?? own;
  }

  /** The address, from the file `from`, of the file that `name` means; undefined if there is none. */
  fileAddress(name: string, from: string): string | undefined {
    const found = this.find(name, from);
    if (found === undefined) return undefined;
    const path = relative(dirname(from), found).split(sep).join("/");
    return path.replace(/[%#?]/g, (sign) => encodeURIComponent(sign));
  }

  /** The absolute path of the file that `name` means in the file `from`; undefined if there is none. */
  find(name: string, from: string): string | undefined {
    const path = decoded(pathOf(name)).replaceAll("\\", "/");
    if (path === "") return undefined;
    const folder = dirname(from);
    const exact = /^\.{1,2}\//.test(path) ? resolve(folder, path) : join(this.#root, path);
    if (isWithin(exact, this.#root) && statsOf(exact)?.isFile() === true) return exact;
    const ending = `/${path.replace(/^(?:\.{0,2}\/)+/, "").toLowerCase()}`;
    this.#files ??= filesIn(this.#root);
    const same = this.#files.get(ending.split("/").slice(1).slice(-2).join("/")) ?? [];
    const named = same.filter((file) => `/${file.toLowerCase()}`.endsWith(ending));
    const here = relative(this.#root, folder).split(sep).join("/");
    const best = named.find((file) => here !== "" && file.startsWith(`${here}/`)) ?? named[0];
    return best === undefined ? undefined : join(this.#root, best);
  }
}

/** Every file except hidden ones, those with the shortest paths first. */
function filesIn(root: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  const folders = [""];
  const add = (key: string, path: string): void => {
    const same = files.get(key);
    if (!same) files.set(key, [path]);
    else if (same.length < SAME) same.push(path);
  };
  let left = MOST;
  // The list grows during the loop, so that folders are read level by level.
  for (const folder of folders)
    for (const entry of entriesIn(join(root, folder))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (left-- === 0) return files;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else {
        const name = entry.name.toLowerCase();
        add(name, path);
        if (folder !== "") add(`${folder.slice(folder.lastIndexOf("/") + 1).toLowerCase()}/${name}`, path);
      }
    }
  return files;
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
