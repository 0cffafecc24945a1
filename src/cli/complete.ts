/**
 * Completes the word at the cursor, for the shells' completions.
 *
 * Slugs and tags come from the index of the last run: reading the library would take too long.
 */
import type { Essay } from "../essay/essay.ts";
import { slugOf, titleFromPath } from "../essay/slug.ts";
import { SORT_NAMES } from "../essay/field-table.ts";
import { themes } from "../formats/theme.ts";
import { discover } from "../library/discover.ts";
import { libraryAsLeft } from "../library/open.ts";
import { RULES } from "../library/check/finding.ts";
import { type Located, locate } from "../library/locate.ts";
import { readConfig } from "../app/config.ts";
import { cacheFolder } from "../app/folders.ts";
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";
import { type Command, commands, read } from "./commands.ts";
import { commonFlags, type Flag } from "../app/flags.ts";

export interface Candidate {
  readonly value: string;
  readonly help: string;
}

/** The fields of an essay that completion needs. */
type Known = Pick<Essay, "slug" | "title" | "tags">;

/** Commands whose operands are essays. */
const TAKES_ESSAYS = new Set(["read", "show", "links", "path"]);
const SHELLS = ["bash", "zsh", "fish"];

/** Candidates for the last of `words`, which may be empty. `words` are those after `ibid` on the line. */
export function complete(words: readonly string[], io: Io): Candidate[] {
  const joined = withoutEquals(words);
  const current = joined.at(-1) ?? "";
  const before = joined.slice(0, -1);
  const command = commands.find(({ name }) => before.includes(name));
  const known = [...(command ?? read).flags, ...commonFlags];
  const [, asked, value] = /^(--[\w-]+)=(.*)$/.exec(current) ?? [];
  const open = takingValue(known, asked ?? before.at(-1));
  const library = (start = ""): readonly Known[] => essaysOf(before, start, io);
  if (open) {
    const prefix = asked === undefined ? "" : `${asked}=`;
    return starting(valuesOf(open, library), value ?? current).map((one) => ({
      ...one,
      value: prefix + one.value,
    }));
  }
  if (current.startsWith("-") && !before.includes("--")) return starting(flagsOf(known), current);
  const isOperand = before.includes("--");
  return starting(
    operandsOf(command, () => library(current.replace(/^\//, ""))).map((one) =>
      isOperand ? one : notAFlag(one),
    ),
    current,
  );
}

/** Joins `--format=json`, which bash splits at the sign. */
function withoutEquals(words: readonly string[]): string[] {
  const joined: string[] = [];
  words.forEach((word, index) => {
    if (word === "=" && joined.length > 0) joined[joined.length - 1] += "=";
    else if (words[index - 1] === "=" && joined.at(-1)?.endsWith("=")) joined[joined.length - 1] += word;
    else joined.push(word);
  });
  return joined;
}

/** The flag whose value follows `word`. */
function takingValue(known: readonly Flag[], word: string | undefined): Flag | undefined {
  return known.find(
    ({ name, short, value }) =>
      value !== undefined && (word === `--${name}` || (short && word === `-${short}`)),
  );
}

function valuesOf(flag: Flag, library: () => readonly Known[]): Candidate[] {
  if (flag.values) return flag.values.map((value) => ({ value, help: "" }));
  if (flag.name === "tag" || flag.name === "not-tag") return tagsOf(library());
  if (flag.name === "rule" || flag.name === "ignore")
    return Object.entries(RULES).map(([value, help]) => ({ value, help }));
  if (flag.name === "sort") return SORT_NAMES.map((value) => ({ value, help: "" }));
  if (flag.name === "where")
    return ["read=no", "read=begun", "read=yes"].map((value) => ({ value, help: "" }));
  if (flag.name === "theme") return [...Object.keys(themes), "auto"].map((value) => ({ value, help: "" }));
  return [];
}

function flagsOf(known: readonly Flag[]): Candidate[] {
  return known.map(({ name, help }) => ({ value: `--${name}`, help }));
}

function operandsOf(command: Command | undefined, library: () => readonly Known[]): Candidate[] {
  if (command?.name === "completion") return SHELLS.map((value) => ({ value, help: "" }));
  const essays = TAKES_ESSAYS.has((command ?? read).name)
    ? library().map(({ slug, title }) => ({ value: label(slug), help: label(title) }))
    : [];
  return command
    ? essays
    : [...commands.map(({ name, summary }) => ({ value: name, help: summary })), ...essays];
}

/** A slug that looks like a flag, with a slash before it, which names the same essay. */
function notAFlag({ value, help }: Candidate): Candidate {
  return { value: value.startsWith("-") ? `/${value}` : value, help };
}

function tagsOf(essays: readonly Known[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const tag of essays.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([tag, count]) => ({ value: label(tag), help: `${count} ${count === 1 ? "essay" : "essays"}` }));
}

function starting(candidates: readonly Candidate[], current: string): Candidate[] {
  const typed = current.toLowerCase();
  return candidates.filter(({ value }) => value.toLowerCase().startsWith(typed));
}

/**
 * The essays whose slugs begin with `start`, from the index, or from the names of the files if there is no index. None if
 * anything fails.
 */
function essaysOf(before: readonly string[], start: string, io: Io): readonly Known[] {
  try {
    const at = before.findIndex((word) => word === "-d" || word === "--dir");
    const { config, libraries } = readConfig(io.env);
    const located = locate({
      dir: at < 0 ? undefined : before[at + 1],
      env: io.env,
      configDir: config.dir,
      libraries,
      follow: config.follow,
      cwd: io.cwd,
    });
    return libraryAsLeft(located, cacheFolder(io.env))?.startingWith(start) ?? calledSo(located);
  } catch {
    return [];
  }
}

function calledSo({ root, follow }: Located): Known[] {
  return discover(root, follow).files.map(({ path }) => ({
    slug: slugOf(new Map(), path),
    title: titleFromPath(path),
    tags: [],
  }));
}

/** The candidates, one a line, each with its meaning behind a tab. */
export function completionLines(candidates: readonly Candidate[]): string {
  return candidates.map(({ value, help }) => `${value}\t${help.replace(/[\t\n]/g, " ")}\n`).join("");
}
