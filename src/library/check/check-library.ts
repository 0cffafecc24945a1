/**
 * Checks the sources of a library, by file and line.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Essay } from "../../essay/essay.ts";
import { keysOf, valueAt } from "../../essay/keys.ts";
import { baseName } from "../../essay/slug.ts";
import type { Skipped } from "../discover.ts";
import { UnreadableError } from "../errors.ts";
import type { Library } from "../library.ts";
import { reasonOf } from "../../document/open-essay.ts";
import { beyond } from "../../text/bounds.ts";
import { eachWithinTime, TimeLimitError, withinTime } from "../../system/time-limit.ts";
import { READING } from "../boundary.ts";
import { formulaChecker } from "./formulas.ts";
import { linkChecker } from "./check-links.ts";
import { findingAt, type Finding, type OwnFinding, type RuleName } from "./finding.ts";
import { gistOf, gistOfFailure, type Member } from "./gist.ts";
import { siteConfigFindings } from "./site-config.ts";

export interface Report {
  /** The number of essays checked. */
  readonly essays: number;
  readonly findings: readonly Finding[];
}

/** Checks the essays of a library that `isWanted` accepts, including drafts. The others are read too, as targets of links. */
export async function checkLibrary(library: Library, isWanted: (file: string) => boolean): Promise<Report> {
  const { root } = library;
  const folder = statSync(root).isDirectory() ? root : dirname(root);
  const gists = await library.gists();
  const essays = await library.all();
  const { members, skipped } = membersOf(library, essays, gists);
  const unreadable = [...library.skipped, ...skipped]
    .filter(({ isNoPage }) => isNoPage !== true)
    .map((one) => unreadableAt(one, root, folder));
  const wanted = members.filter(({ essay }) => isWanted(essay.file));
  const isMeant = isTitled(members) ? (): boolean => true : (one: OwnFinding) => one.rule !== "title-missing";
  const checkFormulas = await formulaChecker(wanted);
  const checkLinks = linkChecker(members, library.targets, folder);
  const findings = [
    ...unreadable.filter(({ file }) => isWanted(file)),
    // The site's configuration is usually outside of the library, and concerns all of it.
    ...siteConfigFindings(root, folder).filter(({ file }) => isWanted(file) || isWanted(folder)),
    ...wanted.flatMap((one) =>
      of(one.essay, [...one.gist.findings.filter(isMeant), ...checkLinks(one), ...checkFormulas(one)]),
    ),
    ...sharedSlugs(essays).filter(({ file }) => isWanted(file)),
    ...sharedOrders(essays).filter(({ file }) => isWanted(file)),
  ];
  return { essays: wanted.length, findings: withoutRepeats(findings.sort(byPlace)) };
}

/** Findings in order without equal ones: an address that is defined once may be used many times. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  return findings.filter(({ path, line, column, rule, message }) => {
    const before = known.size;
    known.add([path, line, column, rule, message].join("\n"));
    return known.size > before;
  });
}

/** Whether an essay without a title is an exception: if most have none, the site keeps its titles elsewhere. */
function isTitled(members: readonly Member[]): boolean {
  const untitled = members.filter(({ gist }) => gist.findings.some(({ rule }) => rule === "title-missing"));
  return members.length < FEW || 2 * untitled.length <= members.length;
}

/** The least number of essays that shows a custom. */
const FEW = 5;

function of({ path, file }: Essay, findings: readonly OwnFinding[]): Finding[] {
  return findings.map((finding) => ({ path, file, ...finding }));
}

/** Every essay with its gist, and the files that can't be read now. */
function membersOf(
  library: Library,
  essays: readonly Essay[],
  known: Awaited<ReturnType<Library["gists"]>>,
): { members: Member[]; skipped: Skipped[] } {
  const all = eachWithinTime(essays, (essay): Member | Skipped => {
    const gist = known?.get(essay.path);
    return gist ? { essay, gist } : readNow(library, essay);
  });
  return {
    members: all.flatMap((one) => ("gist" in one ? [one] : [])),
    skipped: all.flatMap((one) => ("gist" in one ? [] : [one])),
  };
}

function readNow(library: Library, essay: Essay): Member | Skipped {
  try {
    const open = library.openAlone(essay);
    const gist = withinTime(READING.limit(open.source.text.length), () => gistOf(open));
    return { essay: open.essay, gist };
  } catch (error) {
    if (error instanceof UnreadableError) return { path: essay.path, message: error.reason };
    if (!(error instanceof TimeLimitError)) throw error;
    return { essay, gist: gistOfFailure(reasonOf(error)) };
  }
}

function unreadableAt({ path, message, isHarmless }: Skipped, root: string, folder: string): Finding {
  const file = path === "." ? root : `${folder}/${path}`;
  const severity = isHarmless === true ? "warning" : "error";
  const rule = message.endsWith(beyond("fileBytes")) ? "bound" : "unreadable";
  return { path, file, line: 1, column: 1, severity, rule, message };
}

function byPlace(a: Finding, b: Finding): number {
  return (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column;
}

/** Essays of one folder that share an order; translations of one essay may share it. */
function sharedOrders(essays: readonly Essay[]): Finding[] {
  return repeated(
    essays.filter(({ draft, order }) => !draft && order !== undefined),
    (essay) => `${folderOf(essay.path)}\n${essay.order}`,
    (essay, other) => `the order ${essay.order} is that of ${other.path} too`,
    "order-duplicate",
  );
}

/**
 * Essays to which their authors gave the same name. Names that come from files alone are made unique by
 * their folders.
 */
function sharedSlugs(essays: readonly Essay[]): Finding[] {
  const declared = new Map(essays.map((essay) => [essay, declaredAddress(essay)]));
  const named = new Set(declared.values());
  const called = (essay: Essay): string => declared.get(essay) ?? nameOf(essay.path);
  return repeated(
    essays.filter((essay) => !essay.draft && named.has(called(essay))),
    called,
    (essay, other) => `the slug ${called(essay)} is that of ${other.path} too`,
    "slug-duplicate",
    // An address may contain the date, which makes it unique; an essay without a date is a page, not a post.
    (essay, other) => essay.date === other.date,
  );
}

function repeated(
  essays: readonly Essay[],
  key: (essay: Essay) => string,
  message: (essay: Essay, other: Essay) => string,
  rule: RuleName,
  isSame: (essay: Essay, other: Essay) => boolean = () => true,
): Finding[] {
  const first = new Map<string, Essay>();
  return essays.flatMap((essay): Finding[] => {
    const id = `${languageOf(essay.path)}\n${key(essay)}`;
    const other = first.get(id);
    if (!other) first.set(id, essay);
    return other && isSame(essay, other)
      ? of(essay, [findingAt({ line: 1, column: 1 }, "warning", rule, message(essay, other))])
      : [];
  });
}

/** The address that the author gives it. */
function declaredAddress({ data }: Essay): string | undefined {
  const keys = keysOf(data);
  for (const key of ["slug", "permalink", "path"]) {
    const value = valueAt(keys, key);
    if (typeof value === "string" && value !== "" && !/[:{]/.test(value)) return value;
  }
  return undefined;
}

/** A file's name without its extension, or its folder's name if it is a bundle's index. */
function nameOf(path: string): string {
  const parts = path.split("/");
  const name = baseName(path);
  return /^_?index(?:\.|$)/i.test(name) ? (parts.at(-2) ?? name) : name;
}

/** The folder of a file, or its parent if the file is a bundle's index. */
function folderOf(path: string): string {
  const parts = path.split("/");
  const isBundle = /^_?index\./i.test(parts.at(-1) ?? "");
  return parts.slice(0, isBundle ? -2 : -1).join("/");
}

function languageOf(path: string): string {
  return /\.([a-z]{2,3}(?:-[a-z]{2,4})?)\.[a-z]+$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}
