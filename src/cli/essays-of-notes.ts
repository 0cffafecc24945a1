/**
 * Finds the essays that the notes of a file name, by the same rules for every format: what one format calls a title, another calls a slug or a
 * path.
 */
import { basename } from "node:path";
import type { Essay } from "../essay/essay.ts";
import type { ReadMark } from "../formats/notes/noted.ts";
import type { LinkIndex } from "../links/link-target.ts";
import { keyOf } from "../memory/key.ts";
import { addressOf } from "../page/passage.ts";

type Finder = (name: string | undefined) => Essay | undefined;

/**
 * Returns a function that finds the essay of a note: by its file, path, slug, title, file name or address; undefined if none or several
 * match. An address that the library does not know leads to the essay with the slug at its end if `isThere` finds the words of one of its
 * notes there.
 */
export function essaysOf(
  notes: readonly ReadMark[],
  essays: readonly Essay[],
  targets: Pick<LinkIndex, "resolve">,
  isThere: (note: ReadMark, essay: Essay) => boolean,
): (note: ReadMark) => Essay | undefined {
  const bySlug = by(essays, ({ slug }) => slug);
  const named = namedOf(essays, bySlug, targets);
  const guessed = new Map<string, Essay>();
  for (const note of notes) {
    const { address } = note.essay;
    const essay =
      address === undefined || guessed.has(address) || named(note) ? undefined : bySlug(slugIn(address));
    if (address !== undefined && essay && isThere(note, essay)) guessed.set(address, essay);
  }
  return (note) => named(note) ?? guessed.get(note.essay.address ?? "");
}

/** Finds an essay by its names. */
function namedOf(
  essays: readonly Essay[],
  bySlug: Finder,
  { resolve }: Pick<LinkIndex, "resolve">,
): (note: ReadMark) => Essay | undefined {
  const byFile = by(essays, keyOf);
  const byPath = by(essays, ({ path }) => path);
  const byTitle = by(essays, ({ title }) => title);
  const byFileName = by(essays, ({ path }) => basename(path));
  const byOwnAddress = by(essays, (essay) => withoutSlash(addressOf(essay)));
  const byAddress = (address: string | undefined): Essay | undefined => {
    if (address === undefined) return undefined;
    const target = resolve(address, "");
    return byOwnAddress(withoutSlash(address)) ?? (target.kind === "essay" ? target.essay : undefined);
  };
  const byAny: Finder = (name) => byPath(name) ?? bySlug(name) ?? byTitle(name) ?? byFileName(name);
  return ({ essay: { file, path, slug, title, address } }) =>
    byFile(file) ??
    byPath(path) ??
    bySlug(slug) ??
    byTitle(title) ??
    byFileName(path === undefined ? undefined : basename(path)) ??
    byAddress(address) ??
    byAny(path) ??
    byAny(slug) ??
    byAny(title);
}

/** Finds the only essay of a name. */
function by(essays: readonly Essay[], nameOf: (essay: Essay) => string): Finder {
  const named = Map.groupBy(essays, nameOf);
  return (name) => {
    const [found, ...others] = (name !== undefined && named.get(name)) || [];
    return others.length > 0 ? undefined : found;
  };
}

/** The last part of an address, without its extension. */
function slugIn(address: string): string {
  return basename(withoutSlash(address.split(/[?#]/, 1)[0]!)).replace(/\.\w{1,8}$/, "");
}

function withoutSlash(address: string): string {
  return address.endsWith("/") ? address.slice(0, -1) : address;
}
