/**
 * Links to essays and headings that are not there, and images that are not there.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorFinder, headingTexts } from "../../document/anchor.ts";
import type { Inline } from "../../document/document.ts";
import type { Place, SourceText } from "../../document/source-text.ts";
import { inlinesOf } from "../../document/walk.ts";
import type { Essay } from "../../essay/essay.ts";
import { linkIndex, type LinkTarget } from "../../links/link-target.ts";
import { meantForEssay, type SiteLink } from "../../links/site.ts";
import { type Checked, findingAt } from "./check-essay.ts";
import type { Finding } from "./finding.ts";

interface Address {
  readonly kind: "link" | "image";
  readonly href: string;
}

/** A link or an image, and where it stands. */
interface Written extends Address {
  readonly place: Place;
}

/** What is wrong with the links of an essay; `all` are those that it may link to, `root` is the library's folder. */
export function linkChecker(all: readonly Checked[], root: string): (one: Checked) => Finding[] {
  const essays = all.map(({ essay }) => essay);
  const { resolve } = linkIndex(essays);
  const site: Site = {
    isMeant: meantForEssay(essays, all.flatMap(linksOf), resolve),
    anchors: anchorsIn(all),
  };
  return (one) =>
    writtenIn(one).flatMap((link): Finding[] => {
      if (link.kind === "image") return missingImage(one.essay, link, root);
      return linkFindings(one.essay, link, resolve(link.href, one.essay.path), site);
    });
}

function linksOf({ essay, document }: Checked): SiteLink[] {
  const all = [...document.blocks, ...document.notes.flatMap(({ blocks }) => blocks)];
  return addressesIn(inlinesOf(all)).flatMap(({ kind, href }) =>
    kind === "link" ? [{ href, from: essay.path }] : [],
  );
}

function linkFindings(
  essay: Essay,
  { href, place }: Written,
  target: LinkTarget,
  { anchors, isMeant }: Site,
): Finding[] {
  switch (target.kind) {
    case "missing": {
      if (!isMeant(href, target.slug)) return [];
      return [findingAt(essay, place, "error", "link-missing", `${href}: no such essay`)];
    }
    case "essay": {
      const own = target.wrongCase
        ? [
            findingAt(
              essay,
              place,
              "warning",
              "link-case",
              `${href}: the essay is called ${target.essay.slug}`,
            ),
          ]
        : [];
      return [...own, ...headingFinding(essay, place, href, target.heading, anchors.get(target.essay.path))];
    }
    case "here":
      return headingFinding(essay, place, href, target.heading, anchors.get(essay.path));
    default:
      return [];
  }
}

function headingFinding(
  essay: Essay,
  place: Place,
  href: string,
  heading: string | undefined,
  hasAnchor: ((anchor: string) => boolean) | undefined,
): Finding[] {
  // `#fn1` and the like are made by the generator, `#:~:text=` by the browser.
  if (!heading || /^(?:top$|fn|user-content-|:~:)/i.test(heading)) return [];
  if (!hasAnchor || hasAnchor(heading)) return [];
  return [findingAt(essay, place, "warning", "link-heading", `${href}: no such heading`)];
}

interface Site {
  readonly isMeant: (href: string, slug: string) => boolean;
  readonly anchors: ReadonlyMap<string, (anchor: string) => boolean>;
}

function anchorsIn(all: readonly Checked[]): Site["anchors"] {
  return new Map(
    all.map(({ essay, document, text }) => [
      essay.path,
      anchorFinder([essay.title, ...headingTexts(document)], text.whole),
    ]),
  );
}

function pathOf(href: string): string {
  return href.replace(/[?#].*$/s, "");
}

function addressesIn(inlines: Iterable<Inline>): Address[] {
  return Array.from(inlines).flatMap((inline): Address[] => {
    if (inline.type === "link") return [{ kind: "link", href: inline.href }];
    return inline.type === "image" ? [{ kind: "image", href: inline.src }] : [];
  });
}

/** Every link and image of an essay; of several alike each has its own place. */
function writtenIn({ document, text }: Checked): Written[] {
  const placesOf = new Map<string, { readonly all: readonly Place[]; next: number }>();
  const at = ({ kind, href }: Address, line: number): Written => {
    const places = placesOf.get(href) ?? { all: addressPlaces(text, href), next: 0 };
    placesOf.set(href, places);
    const place = places.all[places.next] ?? places.all.at(-1) ?? { line, column: 1 };
    places.next++;
    return { kind, href, place };
  };
  const lineOf = (block: number): number => text.ofBody(document.blocks[block]?.line ?? 1);
  return [
    ...document.blocks.flatMap((block, index) =>
      addressesIn(inlinesOf([block])).map((address) => at(address, lineOf(index))),
    ),
    ...document.notes.flatMap(({ blocks }) =>
      addressesIn(inlinesOf(blocks)).map((address) => at(address, lineOf(0))),
    ),
  ];
}

/** Behind a bracket, a quotation mark or a colon stands an address; elsewhere its like is text. */
const BEFORE_ADDRESS = /(?:[(<"'=[]|:\s{0,9})$/;
/** Characters before an address that are looked at. */
const NEAR = 10;

/** Where an address stands in the text; where its like stands, if it stands nowhere as an address. */
function addressPlaces(text: SourceText, href: string): Place[] {
  const found = text.occurrences(href);
  const linked = found.filter(({ before }) => BEFORE_ADDRESS.test(before.slice(-NEAR)));
  return (linked.length > 0 ? linked : found).map(({ place }) => place);
}

/** Folders in which generators keep what is addressed from the site's root. */
const STATIC = ["", "static", "public", "assets", "src", "content"];

/** An image beside the essay that is not there; of one addressed from the site's root, only if its folder is known. */
function missingImage(essay: Essay, { href, place }: Written, root: string): Finding[] {
  if (href === "" || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href) || /[{<]/.test(href)) return [];
  const path = decoded(pathOf(href));
  const finding = findingAt(essay, place, "error", "image-missing", `${href}: no such image`);
  if (!path.startsWith("/")) {
    const folder = dirname(essay.file);
    return existsSync(join(folder, path)) || existsSync(join(root, path)) ? [] : [finding];
  }
  const bases = foldersAbove(root).flatMap((folder) => STATIC.map((name) => join(folder, name)));
  const [, first = ""] = path.split("/");
  const known = bases.filter((base) => existsSync(join(base, first)) && path.split("/").length > 2);
  return known.length === 0 || known.some((base) => existsSync(join(base, path))) ? [] : [finding];
}

/** The library's folder and those above it, as far as the repository's. */
function foldersAbove(root: string): string[] {
  const folders = [root];
  for (
    let folder = root;
    !existsSync(join(folder, ".git")) && dirname(folder) !== folder && folders.length < 5;
  ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
