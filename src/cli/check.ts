/**
 * `ibid check`: checks the sources of essays.
 */
import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import { checkLibrary } from "../library/check/check-library.ts";
import { type Finding, isRule, RULE_NAMES } from "../library/check/finding.ts";
import { NoLibraryError } from "../library/errors.ts";
import type { Located } from "../library/locate.ts";
import { isWithin, withinOneOf } from "../system/is-within.ts";
import { statsOf } from "../system/stats.ts";
import { nearest } from "../text/nearest.ts";
import { findingsAs } from "./check-formats.ts";
import { fix } from "./fix.ts";
import { counted } from "../text/counted.ts";
import { MARKDOWN, MARKDOWN_ENDINGS } from "../text/markdown-file.ts";

/** Returns exit code 0 if there is no error and no more than `--max-warnings` warnings, 2 if there is nothing to check, else 1. */
export async function run(session: Session): Promise<number> {
  const { rules, operands, cwd, formats } = session.options;
  const only = new Set(rules.only.map((name) => known(name, "rule")));
  const ignored = new Set(rules.ignored.map((name) => known(name, "ignore")));
  const { located, paths } = chosen(operands, session);
  const isWanted = paths.length === 0 ? (): boolean => true : withinOneOf(paths);
  const library = await session.library({ located, toCheck: true });
  const { essays, findings } = await checkLibrary(library, isWanted);
  const files = new Set([...library.essays, ...findings].map(({ file }) => file));
  const others = paths.filter((path) => isMarkdownFile(path) && !files.has(path));
  for (const path of others) session.say(`${shortest(path, cwd)}: not an essay of this library; skipped`);
  for (const { path, message, isNoPage } of library.skipped)
    if (isNoPage === true && isWanted(join(library.root, path))) session.say(`${path}: ${message}`);
  const shown = findings
    .filter(({ severity }) => severity === "error" || session.options.severity === "warning")
    .filter(({ rule }) => (only.size === 0 || only.has(rule)) && !ignored.has(rule))
    .map((finding) => ({ ...finding, file: shortest(finding.file, cwd) }));
  if (essays === 0 && shown.length === 0) {
    // A hook names every file of a change, and some, such as a README, are not essays.
    if (paths.length > 0 && others.length === paths.length) return 0;
    session.say(nothingToCheck(operands, library.root));
    return 2;
  }
  session.say(summary(shown, essays));
  if (session.options.fix) return codeOf(await fix(shown, session), session);
  const code = codeOf(shown, session);
  // `ibid check | head` fails as well.
  session.io.setExitCode?.(code);
  session.out(findingsAs(formats.check ?? "text", shown));
  return code;
}

/** 1 if there are errors, or more warnings than are allowed. */
function codeOf(findings: readonly Finding[], { options }: Session): number {
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  return findings.length > warnings || warnings > (options.maxWarnings ?? Infinity) ? 1 : 0;
}

/** The library, and the paths in it that are checked; without paths, all of it is. */
function chosen(
  operands: readonly string[],
  session: Session,
): { readonly located: Located; readonly paths: readonly string[] } {
  const { cwd } = session.options;
  const [first] = operands;
  if (first === undefined) return { located: session.locate(), paths: [] };
  // One that is no file is a library, as for every command: a folder, or a name in the config file.
  if (operands.length === 1 && statsOf(resolve(cwd, first))?.isFile() !== true) {
    const located = session.locate(first);
    return { located, paths: [located.root] };
  }
  const paths = operands.map((operand) => existing(operand, cwd));
  const located = session.locateAny();
  const isInside = located !== undefined && paths.every((path) => isWithin(path, located.root));
  return { located: isInside ? located : session.locate(dirname(paths[0]!)), paths };
}

function existing(operand: string, cwd: string): string {
  const path = resolve(cwd, operand);
  if (!existsSync(path)) throw new NoLibraryError(operand, "command line");
  return path;
}

/** The reason why no essay was checked. */
function nothingToCheck(operands: readonly string[], root: string): string {
  const [only] = operands;
  if (only === undefined) return `${root}: no essays here to check`;
  const others = operands.filter((operand) => /\.[^./]+$/.test(operand) && !MARKDOWN.test(operand));
  if (others.length === operands.length) return `${others.join(", ")}: not Markdown (${MARKDOWN_ENDINGS})`;
  return `${operands.join(", ")}: no essays here`;
}

function isMarkdownFile(path: string): boolean {
  return MARKDOWN.test(path) && statSync(path).isFile();
}

function shortest(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short.length < file.length ? short : file;
}

function known(name: string, flag: string): string {
  if (isRule(name)) return name;
  const near = nearest(name, RULE_NAMES)[0];
  throw new UsageError(`--${flag} ${name}: no such rule${near ? `; did you mean ${near}?` : ""}`);
}

function summary(findings: readonly Finding[], essays: number): string {
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const what =
    findings.length === 0
      ? "nothing wrong"
      : `${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}`;
  return `${what} in ${counted(essays, "essay")}`;
}
