/**
 * Checks links to essays and headings, and images.
 */
import { anchorFinder } from "../../document/anchor.ts";
import type { SourcePlace } from "../../document/source-text.ts";
import type { Essay } from "../../essay/essay.ts";
import type { LinkIndex, LinkTarget } from "../../links/link-target.ts";
import { meantForEssay, probablyForEssay, type SiteLink } from "../../links/site.ts";
import { once } from "../../text/once.ts";
import { isFilledIn } from "./filled-in.ts";
import { findingAt, type OwnFinding } from "./finding.ts";
import type { Member, Written } from "./gist.ts";
import { FilesBeside } from "./files.ts";
import { SitePages } from "./site-pages.ts";
import { memoized } from "../../text/memoized.ts";

/** Returns a function that checks the links of an essay. `all` are the essays that it may link to, `root` is the library's folder. */
export function linkChecker(
  all: readonly Member[],
  index: LinkIndex,
  root: string,
): (one: Member) => OwnFinding[] {
  const { resolve } = index;
  const essays = all.map(({ essay }) => essay);
  const targets = new Map(
    all.map(({ essay, gist }) => [essay.path, gist.written.map(({ href }) => resolve(href, essay.path))]),
  );
  const links = all.flatMap(({ essay, gist }) => {
    const own = targets.get(essay.path)!;
    return gist.written.flatMap(({ kind, href }, nth) =>
      kind === "image" ? [] : [{ kind, href, target: own[nth]! }],
    );
  });
  const anchors = anchorsIn(all);
  const files = new FilesBeside(all, root);
  const site: Site = {
    isBeside: (essay, href) => files.isBeside(essay, href),
    isMeant: meantForEssay(essays, links),
    isProbable: probableIn(links, index, root),
    onSite: index.onSite,
    anchors,
    templated: templatedAnchors(all, targets, anchors),
    isVault: links.some(({ kind, target }) => kind === "wiki" && target.kind === "essay"),
  };
  return ({ essay, gist }) =>
    gist.written.flatMap((link, nth): OwnFinding[] => {
      const target = targets.get(essay.path)![nth]!;
      if (link.kind === "image" || (link.kind === "link" && target.kind === "other"))
        return files.findings(essay, link);
      return link.kind === "wiki"
        ? wikiFindings(essay, link, target, site)
        : linkFindings(essay, link, target, site);
    });
}

/**
 * Returns a function that decides whether an address from the site's root, or a full one of the site, was probably meant for an essay.
 * Only a dead link asks, and most libraries have none.
 */
function probableIn(
  links: readonly SiteLink[],
  { resolve, onSite }: LinkIndex,
  root: string,
): Site["isProbable"] {
  const isForEssay = once(() =>
    probablyForEssay(
      links.flatMap(({ href, target }) => {
        if (href.startsWith("/")) return [{ href, target }];
        const path = onSite(href);
        return path === undefined ? [] : [{ href: path, target: resolve(path, "") }];
      }),
    ),
  );
  const pages = new SitePages(root);
  return (path) => resolve(path, "").kind === "missing" && isForEssay()(path) && !pages.has(path);
}

function linkFindings(essay: Essay, { href, place }: Written, target: LinkTarget, site: Site): OwnFinding[] {
  const { isMeant, isProbable } = site;
  if (href === "") return [findingAt(place, "warning", "link-empty", "a link without an address")];
  switch (target.kind) {
    case "missing": {
      if (site.isBeside(essay, href)) return [];
      const hint = HOST.test(href) ? "; is https:// missing?" : "";
      if (isMeant(href, target.slug))
        return [findingAt(place, "error", "link-missing", `${href}: no such essay${hint}`)];
      return href.startsWith("/") && isProbable(href)
        ? [findingAt(place, "warning", "link-missing", `${href}: no such essay`)]
        : [];
    }
    case "external": {
      const path = site.onSite(href);
      if (path === undefined || !isProbable(path)) return [];
      return [findingAt(place, "warning", "link-missing", `${href}: no such essay`)];
    }
    case "essay": {
      const own =
        target.wrongCase && !isLowered(href, target.essay)
          ? [
              findingAt(
                place,
                "warning",
                "link-case",
                `${href}: the essay is called ${nameMeant(href, target.essay)}`,
                inItsCase(href, target.essay),
              ),
            ]
          : [];
      return [...own, ...headingFinding(place, href, target.heading, target.essay.path, site)];
    }
    case "here":
      return headingFinding(place, href, target.heading, essay.path, site);
    default:
      return [];
  }
}

/** Many generators write an address in lower case, whatever the file's name. */
function isLowered(href: string, { slug }: Essay): boolean {
  return href.toLowerCase() === href && slug.toLowerCase() !== slug;
}

/** The fix: the link with the essay's name, and the folders of its file, in their own case. */
function inItsCase(href: string, essay: Essay): OwnFinding["fix"] {
  const name = nameMeant(href, essay);
  const at = href.toLowerCase().lastIndexOf(name.toLowerCase());
  if (at < 0) return undefined;
  const { path } = essay;
  const folders = new Map(path.split("/").map((folder) => [folder.toLowerCase(), folder]));
  // Generators may write folders in lower case, whatever their real case.
  const inCase = (part: string): string =>
    part === part.toLowerCase() ? part : (folders.get(part.toLowerCase()) ?? part);
  const before = href.slice(0, at).split("/").map(inCase).join("/");
  return { remove: href, insert: before + name + href.slice(at + name.length) };
}

/** The name of an essay that a link means: its slug, or its file's name. */
function nameMeant(href: string, { slug, path }: Essay): string {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return href.toLowerCase().includes(slug.toLowerCase()) ? slug : file;
}

/** If no wiki link of a library leads to an essay, double brackets mean something else there. */
function wikiFindings(essay: Essay, link: Written, target: LinkTarget, site: Site): OwnFinding[] {
  // Wiki links ignore case.
  if (target.kind === "essay") return linkFindings(essay, link, { ...target, wrongCase: false }, site);
  if (target.kind !== "missing") return linkFindings(essay, link, target, site);
  if (!site.isVault) return [];
  return [findingAt(link.place, "warning", "link-missing", `[[${link.href}]]: no such essay`)];
}

/** An address that begins with a host instead of a scheme. */
const HOST = /^(?:www\.[\w-]+\.|[\w-]+\.(?:com|dev|edu|gov|io|net|org)(?:\/|$))/i;

function headingFinding(
  place: SourcePlace,
  href: string,
  heading: string | undefined,
  path: string,
  { anchors, templated }: Site,
): OwnFinding[] {
  if (isThere(heading, anchors(path)) || templated.has(heading!.toLowerCase())) return [];
  return [findingAt(place, "warning", "link-heading", `${href}: no such heading`)];
}

/** Whether an anchor exists, or belongs to a generator (`#fn1`) or a browser (`#:~:text=`). */
function isThere(heading: string | undefined, hasAnchor: HasAnchor | undefined): boolean {
  if (!heading || /^(?:top$|fn|user-content-|:~:)/i.test(heading)) return true;
  return !hasAnchor || hasAnchor(heading);
}

type HasAnchor = (anchor: string) => boolean;

interface Site {
  readonly isMeant: (href: string, slug: string) => boolean;
  /** Whether an address is that of a file that is not an essay, such as the README of the repository. */
  readonly isBeside: (essay: Essay, href: string) => boolean;
  /** Whether an address from the site's root leads nowhere, and most others of its form lead to essays. */
  readonly isProbable: (path: string) => boolean;
  readonly onSite: LinkIndex["onSite"];
  /** For the essay at a path, a function that decides whether it has an anchor; undefined if its anchors are unknown. */
  readonly anchors: (path: string) => HasAnchor | undefined;
  /** Anchors in lower case that are in no source, but have so many links that the site's template must make them. */
  readonly templated: ReadonlySet<string>;
  /** Whether some wiki links lead to essays. */
  readonly isVault: boolean;
}

/** The number of essays with links to an anchor from which a template is assumed; fewer are mistakes. */
const TEMPLATED = 3;

function templatedAnchors(
  all: readonly Member[],
  targets: ReadonlyMap<string, readonly LinkTarget[]>,
  anchors: Site["anchors"],
): ReadonlySet<string> {
  const sources = new Map<string, Set<string>>();
  for (const { essay } of all) {
    for (const target of targets.get(essay.path) ?? []) {
      if (target.kind !== "essay" && target.kind !== "here") continue;
      const path = target.kind === "essay" ? target.essay.path : essay.path;
      if (isThere(target.heading, anchors(path))) continue;
      const name = target.heading!.toLowerCase();
      sources.set(name, (sources.get(name) ?? new Set()).add(essay.path));
    }
  }
  return new Set([...sources].flatMap(([name, { size }]) => (size < TEMPLATED ? [] : [name])));
}

function anchorsIn(all: readonly Member[]): Site["anchors"] {
  const members = new Map(all.map((member) => [member.essay.path, member]));
  return memoized((path) => {
    const member = members.get(path);
    if (!member || isFilledIn(member.essay)) return undefined;
    const { headings, named } = member.gist;
    return anchorFinder(headings, named);
  });
}
