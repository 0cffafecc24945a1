/**
 * Everything that is wrong in a library's sources, by file and line.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { markdownFormat, parseDocument } from "../../document/parse.ts";
import type { Essay } from "../../essay/essay.ts";
import { frontMatterValue } from "../../essay/keys.ts";
import { readSource } from "../../essay/front-matter.ts";
import { linkIndex } from "../../essay/link-target.ts";
import { openLibrary } from "../library.ts";
import { readTextFile } from "../read-file.ts";
import { type Checked, checkEssay, findingAt } from "./check-essay.ts";
import { checkLinks } from "./check-links.ts";
import type { Finding } from "./finding.ts";
import { SourceText } from "./source-text.ts";

export interface Report {
  /** How many essays were looked at. */
  readonly essays: number;
  readonly findings: readonly Finding[];
}

/** Checks the essays of the library in `root` that `isWanted` lets through, drafts too. */
export function checkLibrary(root: string, isWanted: (file: string) => boolean): Report {
  const { essays, skipped } = openLibrary(root);
  const folder = statSync(root).isDirectory() ? root : dirname(root);
  const { resolve } = linkIndex(essays);
  const all = essays.map((essay): Checked => {
    const { text } = readTextFile(essay.file);
    const { body, bodyLine } = readSource(text);
    const holds = (href: string): boolean => resolve(href, essay.path).kind === "essay";
    const document = parseDocument(body, markdownFormat(essay.path), holds);
    return { essay, text: new SourceText(text, bodyLine), document };
  });
  const wanted = all.filter(({ essay }) => isWanted(essay.file));
  const unreadable = skipped.map(({ path, message }): Finding => ({
    path,
    file: path === "." ? root : `${folder}/${path}`,
    line: 1,
    column: 1,
    severity: "error",
    rule: "unreadable",
    message,
  }));
  const findings = [
    ...unreadable.filter(({ file }) => isWanted(file)),
    ...wanted.flatMap(checkEssay),
    ...checkLinks(wanted, all, folder),
    ...duplicates(essays, "slug").filter(({ file }) => isWanted(file)),
    ...duplicates(essays, "order").filter(({ file }) => isWanted(file)),
  ];
  return { essays: wanted.length, findings: findings.sort(byPlace) };
}

function byPlace(a: Finding, b: Finding): number {
  return (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column;
}

/** Essays of one folder that share a slug or an order; translations of one essay may share both. */
function duplicates(essays: readonly Essay[], key: "slug" | "order"): Finding[] {
  const first = new Map<string, Essay>();
  return essays.flatMap((essay): Finding[] => {
    const value = key === "slug" ? addressOf(essay) : essay.order;
    if (value === undefined || essay.draft) return [];
    const id = `${folderOf(essay.path)}\n${languageOf(essay.path)}\n${value}`;
    const other = first.get(id);
    if (!other) {
      first.set(id, essay);
      return [];
    }
    const message = `the ${key} ${value} is that of ${other.path} too`;
    return [findingAt(essay, { line: 1, column: 1 }, "warning", `${key}-duplicate`, message)];
  });
}

/** What the author says that it is called: names that are made from files are told apart without anybody's doing. */
function addressOf({ data }: Essay): string | undefined {
  for (const key of ["slug", "permalink", "path"]) {
    const value = frontMatterValue(data, key);
    if (typeof value === "string" && value !== "" && !/[:{]/.test(value)) return value;
  }
  return undefined;
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
