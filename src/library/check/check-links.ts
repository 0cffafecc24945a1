/**
 * Links to essays and headings that are not there, and images that are not there.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorFinder, headingTexts } from "../../document/anchor.ts";
import type { Inline } from "../../document/document.ts";
import type { Essay } from "../../essay/essay.ts";
import { linkIndex, type LinkTarget } from "../../essay/link-target.ts";
import { editDistance } from "../../search/edit-distance.ts";
import { type Checked, eachInlines, findingAt } from "./check-essay.ts";
import type { Finding } from "./finding.ts";
import type { Place } from "./source-text.ts";

/** A link or an image, and where it stands. */
interface Written {
  readonly kind: "link" | "image";
  readonly href: string;
  readonly place: Place;
}

/** `all` are the essays that can be linked to; `root` is the library's folder. */
export function checkLinks(checked: readonly Checked[], all: readonly Checked[], root: string): Finding[] {
  const { resolve } = linkIndex(all.map(({ essay }) => essay));
  const site: Site = { prefixes: knownPrefixes(all, resolve), ...namesIn(all), anchors: anchorsIn(all) };
  const written = new Map(checked.map((one) => [one, writtenIn(one)]));
  return checked.flatMap((one) =>
    written.get(one)!.flatMap((link): Finding[] => {
      if (link.kind === "image") return missingImage(one.essay, link, root);
      const target = resolve(link.href, one.essay.path);
      return linkFindings(one.essay, link, target, site);
    }),
  );
}

function linkFindings(
  essay: Essay,
  { href, place }: Written,
  target: LinkTarget,
  { anchors, ...site }: Site,
): Finding[] {
  switch (target.kind) {
    case "missing": {
      if (!isMeantForEssay(href, target.slug, site)) return [];
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

/** What tells a link to an essay from one to a page of the site, of which a library knows nothing. */
interface Site {
  /** Where the links lead that do lead to essays: `/` of `/slug`, `/blog/` of `/blog/slug`. */
  readonly prefixes: ReadonlySet<string>;
  /** Folders of the library: `/notes/` is the page that lists one. */
  readonly folders: ReadonlySet<string>;
  readonly slugs: readonly string[];
  readonly anchors: ReadonlyMap<string, (anchor: string) => boolean>;
}

/**
 * A file is one of the library. An address is, if it is like those of essays and no folder's; a single word
 * (`/about`) is a page of the site, unless it is nearly an essay's.
 */
function isMeantForEssay(
  href: string,
  slug: string,
  { prefixes, folders, slugs }: Omit<Site, "anchors">,
): boolean {
  if (/\.(?:md|markdown|mdx)$/i.test(pathOf(href))) return true;
  if (!prefixes.has(prefixOf(href)) || folders.has(slug)) return false;
  return /[-_]/.test(slug) || slugs.some((other) => editDistance(slug, other, 1) <= 1);
}

function namesIn(all: readonly Checked[]): Pick<Site, "folders" | "slugs"> {
  return {
    folders: new Set(all.flatMap(({ essay }) => essay.path.split("/").slice(0, -1))),
    slugs: all.map(({ essay }) => essay.slug),
  };
}

function anchorsIn(all: readonly Checked[]): Site["anchors"] {
  return new Map(
    all.map(({ essay, document, text }) => [
      essay.path,
      anchorFinder([essay.title, ...headingTexts(document)], text.whole),
    ]),
  );
}

function knownPrefixes(
  all: readonly Checked[],
  resolve: (href: string, from: string) => LinkTarget,
): Set<string> {
  const prefixes = new Set<string>();
  for (const { essay, document } of all) {
    eachInlines(document, (inlines) =>
      eachLink(inlines, (href) => {
        const target = resolve(href, essay.path);
        if (target.kind === "essay" && !target.wrongCase) prefixes.add(prefixOf(href));
      }),
    );
  }
  return prefixes;
}

function prefixOf(href: string): string {
  const path = pathOf(href).replace(/\/+$/, "");
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function pathOf(href: string): string {
  return href.replace(/[?#].*$/s, "");
}

function eachLink(inlines: readonly Inline[], see: (href: string, kind: Written["kind"]) => void): void {
  for (const inline of inlines) {
    if (inline.type === "link") see(inline.href, "link");
    if (inline.type === "image") see(inline.src, "image");
    if ("children" in inline) eachLink(inline.children, see);
  }
}

/** Every link and image of an essay; of several alike each has its own place. */
function writtenIn({ document, text }: Checked): Written[] {
  const seen = new Map<string, number>();
  const written: Written[] = [];
  eachInlines(document, (inlines) =>
    eachLink(inlines, (href, kind) => {
      const nth = seen.get(href) ?? 0;
      seen.set(href, nth + 1);
      const places = text.occurrences(href);
      const place = (places[nth] ?? places.at(-1))?.place ?? { line: text.bodyLine, column: 1 };
      written.push({ kind, href, place });
    }),
  );
  return written;
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
