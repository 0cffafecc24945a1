/**
 * `ibid check`: what is wrong in the sources.
 */
import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { checkLibrary } from "../library/check/check-library.ts";
import { type Finding, isRule, RULE_NAMES } from "../library/check/finding.ts";
import { NoLibraryError } from "../library/errors.ts";
import { nearest } from "../text/nearest.ts";
import type { Io } from "../terminal/io.ts";
import { type Arguments, UsageError, valueOf } from "./arguments.ts";
import { findingsAs } from "./check-formats.ts";
import { flags } from "./flags.ts";
import { locateLibrary } from "./session.ts";
import { say } from "./say.ts";

/** Exit code 0 when nothing is wrong, 1 when something is. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const { isOn } = rulesOf(args);
  const paths = args.operands.map((operand) => existing(operand, io.cwd));
  const root = rootOf(paths, args, io);
  const isWanted = (file: string): boolean =>
    paths.length === 0 || paths.some((path) => isWithin(file, path));
  const { essays, findings } = checkLibrary(root, isWanted);
  const shown = findings
    .filter(({ rule }) => isOn(rule))
    .map((finding) => ({ ...finding, file: shortest(finding.file, io.cwd) }));
  const format = args.flags.has("json") ? "json" : (valueOf(args, flags.checkFormat) ?? "text");
  io.out(findingsAs(format, shown));
  say(io, summary(shown, essays));
  return shown.length > 0 ? 1 : 0;
}

/** A folder that is named is the library; for files it is the one that they lie in. */
function rootOf(paths: readonly string[], args: Arguments, io: Io): string {
  const [first] = paths;
  if (first === undefined) return locateLibrary(args, io).root;
  if (paths.length === 1 && statSync(first).isDirectory()) return first;
  const { root } = locateLibrary(args, io);
  return paths.every((path) => isWithin(path, root)) ? root : dirname(first);
}

function existing(operand: string, cwd: string): string {
  const path = resolve(cwd, operand);
  if (!existsSync(path)) throw new NoLibraryError(operand, "command line");
  return path;
}

function isWithin(file: string, folder: string): boolean {
  const from = relative(folder, file);
  return from === "" || !(from === ".." || from.startsWith(`..${sep}`));
}

function shortest(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short.length < file.length ? short : file;
}

function rulesOf(args: Arguments): { isOn: (rule: string) => boolean } {
  const named = (flag: string): string[] =>
    (args.values.get(flag) ?? [])
      .flatMap((value) => value.split(","))
      .map((name) => known(name.trim(), flag));
  const only = named("rule");
  const ignored = named("ignore");
  return { isOn: (rule) => (only.length === 0 || only.includes(rule)) && !ignored.includes(rule) };
}

function known(name: string, flag: string): string {
  if (isRule(name)) return name;
  const near = nearest(name, RULE_NAMES)[0];
  throw new UsageError(`--${flag} ${name}: no such rule${near ? `; did you mean ${near}?` : ""}`);
}

function summary(findings: readonly Finding[], essays: number): string {
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const words = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  const what =
    findings.length === 0
      ? "nothing wrong"
      : `${words(count("error"), "error")}, ${words(count("warning"), "warning")}`;
  return `${what} in ${words(essays, "essay")}`;
}
