/**
 * Links to essays and headings that are not there, and images that are not there.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorFinder } from "../../document/anchor.ts";
import type { Place } from "../../document/source-text.ts";
import type { Essay } from "../../essay/essay.ts";
import type { LinkIndex, LinkTarget } from "../../links/link-target.ts";
import { meantForEssay } from "../../links/site.ts";
import { foldersAbove } from "../site-address.ts";
import { findingAt } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";
import type { Gist, Written } from "./gist.ts";
import { pathOf } from "../../text/trim.ts";

/** A file that is checked: an essay, and its gist. */
export interface Member {
  readonly essay: Essay;
  readonly gist: Gist;
}

/** What is wrong with the links of an essay; `all` are those that it may link to, `root` is the library's folder. */
export function linkChecker(
  all: readonly Member[],
  { resolve }: LinkIndex,
  root: string,
): (one: Member) => OwnFinding[] {
  const essays = all.map(({ essay }) => essay);
  const targets = new Map(
    all.map(({ essay, gist }) => [essay.path, gist.written.map(({ href }) => resolve(href, essay.path))]),
  );
  const links = all.flatMap(({ essay, gist }) => {
    const own = targets.get(essay.path)!;
    return gist.written.flatMap(({ kind, href }, nth) =>
      kind === "link" ? [{ href, target: own[nth]! }] : [],
    );
  });
  const site: Site = { isMeant: meantForEssay(essays, links), anchors: anchorsIn(all) };
  const isThere = rememberingExists();
  return ({ essay, gist }) =>
    gist.written.flatMap((link, nth): OwnFinding[] => {
      if (link.kind === "image") return missingImage(essay, link, root, isThere);
      return linkFindings(essay, link, targets.get(essay.path)![nth]!, site);
    });
}

function linkFindings(
  essay: Essay,
  { href, place }: Written,
  target: LinkTarget,
  { anchors, isMeant }: Site,
): OwnFinding[] {
  switch (target.kind) {
    case "missing": {
      if (!isMeant(href, target.slug)) return [];
      return [findingAt(place, "error", "link-missing", `${href}: no such essay`)];
    }
    case "essay": {
      const own = target.wrongCase
        ? [findingAt(place, "warning", "link-case", `${href}: the essay is called ${target.essay.slug}`)]
        : [];
      return [...own, ...headingFinding(place, href, target.heading, anchors(target.essay.path))];
    }
    case "here":
      return headingFinding(place, href, target.heading, anchors(essay.path));
    default:
      return [];
  }
}

function headingFinding(
  place: Place,
  href: string,
  heading: string | undefined,
  hasAnchor: ((anchor: string) => boolean) | undefined,
): OwnFinding[] {
  // `#fn1` and the like are made by the generator, `#:~:text=` by the browser.
  if (!heading || /^(?:top$|fn|user-content-|:~:)/i.test(heading)) return [];
  if (!hasAnchor || hasAnchor(heading)) return [];
  return [findingAt(place, "warning", "link-heading", `${href}: no such heading`)];
}

interface Site {
  readonly isMeant: (href: string, slug: string) => boolean;
  /** What tells whether the essay at a path has an anchor. */
  readonly anchors: (path: string) => ((anchor: string) => boolean) | undefined;
}

function anchorsIn(all: readonly Member[]): Site["anchors"] {
  const gists = new Map(all.map(({ essay, gist }) => [essay.path, gist]));
  const finders = new Map<string, (anchor: string) => boolean>();
  return (path) => {
    const gist = gists.get(path);
    const finder = finders.get(path) ?? (gist && anchorFinder(gist.headings, gist.named));
    if (finder) finders.set(path, finder);
    return finder;
  };
}

/** Folders in which generators keep what is addressed from the site's root. */
const STATIC = ["", "static", "public", "assets", "src", "content"];

type Exists = (path: string) => boolean;

/** Whether a file is there, asked of the system once. */
function rememberingExists(): Exists {
  const known = new Map<string, boolean>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const isThere = existsSync(path);
    known.set(path, isThere);
    return isThere;
  };
}

/** An image beside the essay that is not there; of one addressed from the site's root, only if its folder is known. */
function missingImage(essay: Essay, { href, place }: Written, root: string, isThere: Exists): OwnFinding[] {
  if (href === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href) || /[{<]/.test(href)) return [];
  const path = decoded(pathOf(href));
  const finding = findingAt(place, "error", "image-missing", `${href}: no such image`);
  if (!path.startsWith("/")) {
    const folder = dirname(essay.file);
    return isThere(join(folder, path)) || isThere(join(root, path)) ? [] : [finding];
  }
  const bases = foldersAbove(root, isThere).flatMap((folder) => STATIC.map((name) => join(folder, name)));
  const [, first = ""] = path.split("/");
  const known = bases.filter((base) => isThere(join(base, first)) && path.split("/").length > 2);
  return known.length === 0 || known.some((base) => isThere(join(base, path))) ? [] : [finding];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
