/**
 * Everything that is wrong in a library's sources, by file and line.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Essay } from "../../essay/essay.ts";
import { frontMatterValue } from "../../essay/keys.ts";
import { baseName } from "../../essay/slug.ts";
import { SourceText } from "../../document/source-text.ts";
import type { Skipped } from "../discover.ts";
import { UnreadableError } from "../errors.ts";
import type { Library } from "../library.ts";
import { reasonOf } from "../../document/open-essay.ts";
import { eachWithinTime, withinTime } from "../../system/time-limit.ts";
import { READING } from "../boundary.ts";
import { type Checked, checkEssay, findingAt } from "./check-essay.ts";
import { linkChecker } from "./check-links.ts";
import type { Finding, RuleName } from "./finding.ts";

export interface Report {
  /** How many essays were looked at. */
  readonly essays: number;
  readonly findings: readonly Finding[];
}

/**
 * Checks the essays of a library that `isWanted` lets through, drafts too. Each file is read once and parsed once; all of
 * them are, for links lead from one to another.
 */
export function checkLibrary(library: Library, isWanted: (file: string) => boolean): Report {
  const { root, essays } = library;
  const folder = statSync(root).isDirectory() ? root : dirname(root);
  const opened = eachWithinTime(essays, (essay) => openedOrSkipped(library, essay));
  const all = opened.flatMap((one) => ("text" in one ? [one] : []));
  const skipped = opened.flatMap((one) => ("text" in one ? [] : [one]));
  const unreadable = [...library.skipped, ...skipped].map((one) => unreadableAt(one, root, folder));
  const wanted = all.filter(({ essay }) => isWanted(essay.file));
  const findings = [
    ...unreadable.filter(({ file }) => isWanted(file)),
    ...checkedBy([checkEssay, linkChecker(all, folder)], wanted),
    ...sharedSlugs(essays).filter(({ file }) => isWanted(file)),
    ...sharedOrders(essays).filter(({ file }) => isWanted(file)),
  ];
  return { essays: wanted.length, findings: findings.sort(byPlace) };
}

/** An essay that is ready to be checked, or why it can't be read now. */
function openedOrSkipped(library: Library, essay: Essay): Checked | Skipped {
  try {
    const open = library.open(essay);
    return { ...open, text: new SourceText(open.source) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { path: essay.path, message: error.reason };
  }
}

/** What the checks find; what goes wrong while an essay is checked is a finding of that essay. */
function checkedBy(
  checks: readonly ((one: Checked) => readonly Finding[])[],
  essays: readonly Checked[],
): Finding[] {
  return eachWithinTime(essays, (one) => {
    try {
      return withinTime(READING.limit(one.source.text.length), () => checks.flatMap((check) => check(one)));
    } catch (error) {
      const message = `can't be checked: ${reasonOf(error)}`;
      return [findingAt(one.essay, { line: 1, column: 1 }, "error", "unreadable", message)];
    }
  }).flat();
}

function unreadableAt({ path, message }: Skipped, root: string, folder: string): Finding {
  const file = path === "." ? root : `${folder}/${path}`;
  return { path, file, line: 1, column: 1, severity: "error", rule: "unreadable", message };
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
 * Essays that are called the same by their authors' doing. Names that are made from files alone are told apart by
 * their folders without anybody's.
 */
function sharedSlugs(essays: readonly Essay[]): Finding[] {
  const named = new Set(essays.flatMap((essay) => addressOf(essay) ?? []));
  const called = (essay: Essay): string => addressOf(essay) ?? nameOf(essay.path);
  return repeated(
    essays.filter((essay) => !essay.draft && named.has(called(essay))),
    called,
    (essay, other) => `the slug ${called(essay)} is that of ${other.path} too`,
    "slug-duplicate",
  );
}

function repeated(
  essays: readonly Essay[],
  key: (essay: Essay) => string,
  message: (essay: Essay, other: Essay) => string,
  rule: RuleName,
): Finding[] {
  const first = new Map<string, Essay>();
  return essays.flatMap((essay): Finding[] => {
    const id = `${languageOf(essay.path)}\n${key(essay)}`;
    const other = first.get(id);
    if (!other) first.set(id, essay);
    return other ? [findingAt(essay, { line: 1, column: 1 }, "warning", rule, message(essay, other))] : [];
  });
}

/** What the author says that it is called. */
function addressOf({ data }: Essay): string | undefined {
  for (const key of ["slug", "permalink", "path"]) {
    const value = frontMatterValue(data, key);
    if (typeof value === "string" && value !== "" && !/[:{]/.test(value)) return value;
  }
  return undefined;
}

/** A file's name without its extension, or its folder's where it is a bundle's index. */
function nameOf(path: string): string {
  const parts = path.split("/");
  const name = baseName(path);
  return /^_?index(?:\.|$)/i.test(name) ? (parts.at(-2) ?? name) : name;
}

/** The folder of a file, or the one around it where it is a bundle's index. */
function folderOf(path: string): string {
  const parts = path.split("/");
  const isBundle = /^_?index\./i.test(parts.at(-1) ?? "");
  return parts.slice(0, isBundle ? -2 : -1).join("/");
}

function languageOf(path: string): string {
  return /\.([a-z]{2,3}(?:-[a-z]{2,4})?)\.[a-z]+$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}
