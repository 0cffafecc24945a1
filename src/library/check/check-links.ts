/**
 * Links to essays and headings that are not there, and images that are not there.
 */
import { anchorFinder } from "../../document/anchor.ts";
import type { Place } from "../../document/source-text.ts";
import type { Essay } from "../../essay/essay.ts";
import { frontMatterValue } from "../../essay/keys.ts";
import type { LinkIndex, LinkTarget } from "../../links/link-target.ts";
import { meantForEssay } from "../../links/site.ts";
import { findingAt } from "./check-essay.ts";
import type { OwnFinding } from "./finding.ts";
import type { Member, Written } from "./gist.ts";
import { Files } from "./files.ts";

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
      kind === "image" ? [] : [{ kind, href, target: own[nth]! }],
    );
  });
  const anchors = anchorsIn(all);
  const site: Site = {
    isMeant: meantForEssay(essays, links),
    anchors,
    templated: templatedAnchors(all, targets, anchors),
    isVault: links.some(({ kind, target }) => kind === "wiki" && target.kind === "essay"),
  };
  const files = new Files(all, root);
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

function linkFindings(essay: Essay, { href, place }: Written, target: LinkTarget, site: Site): OwnFinding[] {
  const { isMeant } = site;
  if (href === "") return [findingAt(place, "warning", "link-empty", "a link without an address")];
  switch (target.kind) {
    case "missing": {
      if (!isMeant(href, target.slug)) return [];
      const hint = HOST.test(href) ? "; is https:// missing?" : "";
      return [findingAt(place, "error", "link-missing", `${href}: no such essay${hint}`)];
    }
    case "essay": {
      const own =
        target.wrongCase && !isLowered(href, target.essay)
          ? [
              findingAt(
                place,
                "warning",
                "link-case",
                `${href}: the essay is called ${target.essay.slug}`,
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

/** Many generators make small letters of an address, whatever the file is called. */
function isLowered(href: string, { slug }: Essay): boolean {
  return href.toLowerCase() === href && slug.toLowerCase() !== slug;
}

/** The link with the essay's name in its own letters. */
function inItsCase(href: string, { slug }: Essay): OwnFinding["fix"] {
  const at = href.toLowerCase().lastIndexOf(slug.toLowerCase());
  if (at < 0) return undefined;
  return { remove: href, insert: href.slice(0, at) + slug + href.slice(at + slug.length) };
}

/** Where no wiki link leads anywhere, brackets are something else. */
function wikiFindings(essay: Essay, link: Written, target: LinkTarget, site: Site): OwnFinding[] {
  // A wiki link names a page without regard to case.
  if (target.kind === "essay") return linkFindings(essay, link, { ...target, wrongCase: false }, site);
  if (target.kind !== "missing") return linkFindings(essay, link, target, site);
  if (!site.isVault) return [];
  return [findingAt(link.place, "warning", "link-missing", `[[${link.href}]]: no such essay`)];
}

/** An address that begins with a host's name and not with its scheme. */
const HOST = /^(?:www\.[\w-]+\.|[\w-]+\.(?:com|dev|edu|gov|io|net|org)(?:\/|$))/i;

function headingFinding(
  place: Place,
  href: string,
  heading: string | undefined,
  path: string,
  { anchors, templated }: Site,
): OwnFinding[] {
  if (isThere(heading, anchors(path)) || templated.has(heading!.toLowerCase())) return [];
  return [findingAt(place, "warning", "link-heading", `${href}: no such heading`)];
}

/** Whether there is such an anchor, or a generator (`#fn1`) or a browser (`#:~:text=`) knows it. */
function isThere(heading: string | undefined, hasAnchor: HasAnchor | undefined): boolean {
  if (!heading || /^(?:top$|fn|user-content-|:~:)/i.test(heading)) return true;
  return !hasAnchor || hasAnchor(heading);
}

type HasAnchor = (anchor: string) => boolean;

interface Site {
  readonly isMeant: (href: string, slug: string) => boolean;
  /** What tells whether the essay at a path has an anchor; undefined where nobody knows its anchors. */
  readonly anchors: (path: string) => HasAnchor | undefined;
  /** Anchors in small letters that are in no source, and to which so many lead that the site's template makes them. */
  readonly templated: ReadonlySet<string>;
  /** Whether there are wiki links that lead to essays. */
  readonly isVault: boolean;
}

/** From so many essays links lead to an anchor that the template makes; from fewer, to a slip. */
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

/** Keys by which a page is filled in by the site's template, whose anchors stand in no essay. */
const FILLED_IN = ["layout", "partials", "template", "type"];

function anchorsIn(all: readonly Member[]): Site["anchors"] {
  const members = new Map(all.map((member) => [member.essay.path, member]));
  const finders = new Map<string, (anchor: string) => boolean>();
  return (path) => {
    const member = members.get(path);
    if (!member || isFilledIn(member.essay)) return undefined;
    const { headings, named } = member.gist;
    const finder = finders.get(path) ?? anchorFinder(headings, named);
    finders.set(path, finder);
    return finder;
  };
}

/** A page, not an essay of a day: that a post has a layout says nothing. */
function isFilledIn({ date, data }: Essay): boolean {
  return date === undefined && FILLED_IN.some((key) => frontMatterValue(data, key) !== undefined);
}
