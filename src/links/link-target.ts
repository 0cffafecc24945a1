/**
 * Resolves a link: to an essay of the library, to a heading of its own essay, to the web, or to nothing.
 *
 * Sites write a link to an essay as `/slug`, `/slug/`, `/2025/01/slug.html`, `../slug`, `slug.md` or `[[slug]]`, each
 * with or without `#heading`.
 */
import type { Essay } from "../essay/essay.ts";
import { parted, relativePath, siteAt, slugsOf, WEB, withinSite } from "./address.ts";
import { EssayNames, firstOf } from "./essay-names.ts";
import { meantOf } from "./namesakes.ts";
import { MARKDOWN } from "../text/markdown-file.ts";

export type LinkTarget =
  | {
      readonly kind: "essay";
      readonly essay: Essay;
      readonly heading: string | undefined;
      /** Whether it was found only without regard to case. */
      readonly wrongCase: boolean;
    }
  /** A heading of the link's own essay; its top if `heading` is empty. */
  | { readonly kind: "here"; readonly heading: string }
  /** `http`, `https` or `mailto`. */
  | { readonly kind: "external" }
  /** A file that is not an essay: an image, a feed, a page of the site. */
  | { readonly kind: "other" }
  /** It looks like a link to an essay of this library, but there is no such essay. */
  | { readonly kind: "missing"; readonly slug: string };

/** Resolves the links between essays. */
export interface LinkIndex {
  /** The essay with a path. */
  readonly at: (path: string) => Essay | undefined;
  /** Resolves a link in the file `from`. */
  readonly resolve: (href: string, from: string) => LinkTarget;
  /** A full address of the site as a path from its root; undefined for all others. */
  readonly onSite: (href: string) => string | undefined;
}

/** The signs of a generator's template. */
const TEMPLATE = /\{\{|\{%|<%/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const FOLLOWED = /^(?:https?|mailto):/i;
const OTHER_FILE = /\.[a-z][a-z\d]{0,11}$/i;

/** The page of a folder, as the address may name it. */
const INDEX = /(?<=^|\/)index(?:\.html?)?$/i;

/** The longest address that is resolved, in UTF-16 code units. */
const LONGEST = 2_000;

const indexes = new WeakMap<readonly Essay[], LinkIndex>();

/**
 * Prepares essays for many links; once for each array of them. `site` gives their address on the web, and is called when a link
 * leads to the web: an address of the site leads to its essay.
 */
export function linkIndex(
  essays: readonly Essay[],
  site: () => string | undefined = () => undefined,
): LinkIndex {
  const known = indexes.get(essays) ?? indexed(essays, site);
  indexes.set(essays, known);
  return known;
}

function indexed(essays: readonly Essay[], site: () => string | undefined): LinkIndex {
  const names = new EssayNames(essays);
  let home: string | undefined;
  const onSite = (href: string): string | undefined =>
    WEB.test(href) ? withinSite(href, (home ??= siteAt(site() ?? ""))) : undefined;
  const resolve = (href: string, from: string): LinkTarget => {
    const within = onSite(href);
    if (within !== undefined) {
      const target = resolve(within, from);
      // A page of the site that the library lacks is on the web.
      return target.kind === "essay" ? target : { kind: "external" };
    }
    if (SCHEME.test(href) || href.startsWith("//"))
      return { kind: FOLLOWED.test(href) || href.startsWith("//") ? "external" : "other" };
    // A block in Logseq, on any page: `((6399a6c8-…))`.
    if (href.startsWith("((")) return { kind: "other" };
    if (TEMPLATE.test(href) || href.length > LONGEST) return { kind: "other" };
    return targetOf(href, from, names);
  };
  return { at: (path) => names.at(path), resolve, onSite };
}

function targetOf(href: string, from: string, names: EssayNames): LinkTarget {
  const { path, heading } = parted(href);
  const home = path !== "" && relativePath(path.replace(INDEX, ""), from) === "" ? names.home() : undefined;
  if (home) return { kind: "essay", essay: home, heading, wrongCase: false };
  if (path === "" || path === "." || path === "./") return { kind: "here", heading: heading ?? "" };
  const to = (essay: Essay, wrongCase = false): LinkTarget => ({ kind: "essay", essay, heading, wrongCase });
  const slugs = slugsOf(path);
  const meant = (found: readonly Essay[]): Essay | undefined => meantOf(found, path, from);
  const bySlugs = (): Essay | undefined => firstOf(slugs, (slug) => meant(names.withSlug(slug)));
  const byFiles = (): Essay | undefined => names.inFile(relativePath(path, from));
  // Without an extension it is a page's address, which is not a file's path.
  const byPath = (): Essay | undefined =>
    MARKDOWN.test(path) ? (byFiles() ?? bySlugs()) : (bySlugs() ?? byFiles());
  const byIds = (): Essay | undefined => firstOf(slugs, (slug) => meant(names.withId(slug)));
  const essay = names.withAddress(path) ?? byPath() ?? byIds();
  if (essay) return to(essay);
  const inOtherCase = firstOf(slugs, (slug) => meant(names.withSlugInAnyCase(slug)));
  if (inOtherCase) return to(inOtherCase, true);
  const fileInOtherCase = MARKDOWN.test(path) ? names.inFileInAnyCase(relativePath(path, from)) : undefined;
  if (fileInOtherCase) return to(fileInOtherCase, true);
  const titled = names.withTitle(href.split("#", 1)[0]!);
  if (titled) return to(titled);
  if (!MARKDOWN.test(path) && OTHER_FILE.test(path)) return { kind: "other" };
  return { kind: "missing", slug: slugs.at(-1) ?? path };
}
