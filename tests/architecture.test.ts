import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * The rooms, and those that each may import from: the table of docs/architecture.md. The files at the root are a room
 * each: `main` and `start` are where all wires end, `index` is what other programs import.
 */
const LOWER = ["text", "essay", "document", "links"];
const MIDDLE = [...LOWER, "marks", "layout", "search", "page", "formats"];
const WORLD = [...MIDDLE, "system", "library", "memory", "terminal"];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  essay: ["text"],
  document: ["text", "essay"],
  links: ["text", "essay", "document"],
  marks: ["text", "essay", "document"],
  layout: ["text", "document"],
  search: ["text", "essay", "document"],
  page: [...LOWER, "marks", "layout"],
  formats: [...LOWER, "marks", "layout"],
  system: ["text"],
  library: [...LOWER, "layout", "search", "formats", "system"],
  memory: [...LOWER, "marks", "system"],
  terminal: ["text"],
  app: WORLD,
  cli: [...WORLD, "app"],
  reader: [...WORLD, "app"],
  "main.ts": ["app", "start.ts"],
  "start.ts": ["app", "cli", "reader", "system", "terminal"],
  "index.ts": [...MIDDLE, "library"],
};
const PURE = new Set(["text", "essay", "document", "links", "marks", "layout", "search", "page", "formats"]);

const src = resolve(import.meta.dirname, "../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll("\\", "/"), source: readFileSync(join(src, file), "utf8") }));

function importsOf(source: string): string[] {
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g), (match) => match[1]!);
}

/** The folder of a file; a file at the root is a room by itself. */
function roomOf(file: string): string {
  return file.split("/", 1)[0]!;
}

test("every room is in the table", () => {
  expect([...new Set(files.map(({ file }) => roomOf(file)))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

/** What a cell of the table in docs/architecture.md allows; `above` are the rooms of the rows above. */
function allowedBy(cell: string, above: readonly string[]): string[] {
  return cell.split(";").flatMap((part) => {
    const [all = "", except = ""] = part.split("except");
    const named = (text: string): string[] => Array.from(text.matchAll(/`(\w+)`/g), ([, name]) => name!);
    const base = all.includes("above") ? above : all.includes("pure rooms") ? [...PURE] : named(all);
    return base.filter((room) => !named(except).includes(room));
  });
}

test("docs/architecture.md has the same table", () => {
  const page = readFileSync(resolve(src, "../docs/architecture.md"), "utf8");
  const rows = Array.from(page.matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|$/gm), ([, room, cell]) => ({
    room: room!,
    cell: cell!,
  }));
  const above = rows.map(({ room }) => room);
  const documented = rows.map(({ room, cell }, row) => [room, allowedBy(cell, above.slice(0, row)).sort()]);
  const rooms = Object.entries(MAY_IMPORT).filter(([room]) => !room.endsWith(".ts"));
  expect(documented).toEqual(rooms.map(([room, allowed]) => [room, allowed.toSorted()]));
});

/** The pages that name files of the source. */
const pages = ["CONTRIBUTING.md", "docs/architecture.md"].concat(
  readdirSync(resolve(src, "../docs/decisions")).map((name) => `docs/decisions/${name}`),
);

test("every file that a page for developers names is there", () => {
  const root = resolve(src, "..");
  const names = files.map(({ file }) => `/${file}`);
  const gone = pages.flatMap((page) => {
    const named = readFileSync(join(root, page), "utf8").matchAll(/`((?:[\w.-]+\/)*[a-z\d-]+\.tsx?)`/g);
    return Array.from(named, ([, name]) => name!)
      .filter((name) => !existsSync(join(root, name)) && !names.some((one) => one.endsWith(`/${name}`)))
      .map((name) => `${page}: ${name}`);
  });
  expect(gone).toEqual([]);
});

test("imports run down only", () => {
  const wrong: string[] = [];
  for (const { file, source } of files) {
    const room = roomOf(file);
    for (const specifier of importsOf(source).filter((one) => one.startsWith("."))) {
      const target = relative(src, resolve(src, dirname(file), specifier)).replaceAll("\\", "/");
      const other = roomOf(target);
      if (other !== room && !MAY_IMPORT[room]?.includes(other)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

/** The process, the clock, chance, and functions whose result depends on the locale of the process. */
const WORLDLY =
  /\bprocess\.|\bDate\.now|new Date\(|\bconsole\.|\bMath\.random|\bperformance\.|\bglobalThis\b|\bset(?:Timeout|Interval|Immediate)\(|\bIntl\.\w+\((?:undefined\b|\))|\.localeCompare\(|\.toLocale\w+\((?!")/g;

test("the pure rooms know nothing of the world", () => {
  const wrong: string[] = [];
  for (const { file, source } of files.filter((one) => PURE.has(roomOf(one.file)))) {
    for (const specifier of importsOf(source))
      if (/^(node:|react|ink)/.test(specifier)) wrong.push(`${file} imports ${specifier}`);
    for (const [used] of source.matchAll(WORLDLY)) wrong.push(`${file} uses ${used}`);
  }
  // The user's language decides the order of titles. It is fixed for a process, and part of the name of the index's file.
  expect(wrong).toEqual(["essay/choose.ts uses Intl.Collator(undefined"]);
});

/** A table whose keys are any text, as an object that inherits from all objects; or a way to write to what it inherits. */
const INHERITING =
  /\bRecord<string, .*> = \{|\[key: string\].* = \{|Object\.assign\(\{\}|__proto__|\b(?:data|own|table)\b.* = \{\};/g;

test("tables of names inherit no names", () => {
  const wrong = files.flatMap(({ file, source }) =>
    Array.from(source.matchAll(INHERITING), ([found]) => `${file}: ${found} (see text/own.ts)`),
  );
  expect(wrong.filter((one) => !one.startsWith("text/own.ts"))).toEqual([]);
});

/** A call with one argument for each item of a list. It overflows the stack if an essay makes the list long. */
const ONE_ARGUMENT_EACH =
  /Math\.(?:max|min)\((?:[^()]|\([^()]*\))*?\.\.\.|\.(?:push|unshift)\((?:[\w.]+, )?\.\.\./g;

test("no call has one argument for each item of a list", () => {
  const wrong = files.flatMap(({ file, source }) =>
    Array.from(
      source.matchAll(ONE_ARGUMENT_EACH),
      ([found]) => `${file}: ${found} (see text/append.ts and text/extremes.ts)`,
    ),
  );
  expect(wrong).toEqual([]);
});

test("only stream-safe text is normalised", () => {
  const users = files.filter(({ source }) => /\.normalize\(/.test(source)).map(({ file }) => file);
  expect(users).toEqual(["text/normalized.ts"]);
});

test("only the reader loads Ink and React", () => {
  const users = files.filter(({ source }) => importsOf(source).some((one) => /^(ink|react)(\/|$)/.test(one)));
  expect(users.length).toBeGreaterThan(0);
  expect(users.map(({ file }) => roomOf(file)).filter((room) => room !== "reader")).toEqual([]);
});

test("nothing below the reader and the commands sees arguments, and the world comes in at the edge", () => {
  const wrong = files.flatMap(({ file, source }) => {
    const room = roomOf(file);
    const isEdge = ["app", "cli", "start.ts", "main.ts"].includes(room);
    return !isEdge && /\bArguments\b|process\.(?:env|argv|cwd)/.test(source) ? [file] : [];
  });
  expect(wrong).toEqual(["terminal/io.ts"]);
});

/** What is loaded where these files are, by imports that are no types: files of `src`, and packages. */
function loadedBy(...from: string[]): Set<string> {
  const sources = new Map(files.map(({ file, source }) => [file, source]));
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, clause, specifier] of (sources.get(file) ?? "").matchAll(
      /^(?:import|export) ([^;]*?) from "([^"]+)"/gm,
    )) {
      const isTypes = clause!.startsWith("type ") || /^\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}$/.test(clause!);
      if (isTypes) continue;
      if (specifier!.startsWith("."))
        load(relative(src, resolve(src, dirname(file), specifier!)).replaceAll("\\", "/"));
      else loaded.add(specifier!);
    }
  };
  for (const file of from) load(file);
  return loaded;
}

const PARSER = [
  "document/parse.ts",
  "essay/front-matter.ts",
  "marked",
  "gray-matter",
  "js-yaml",
  "htmlparser2",
];
const SEARCH = [
  "search/parse-query.ts",
  "search/passages.ts",
  "search/leaf-matchers.ts",
  "library/index/ask.ts",
  "@orama/stemmers/english",
];
const FILTER = ["search/fuzzy.ts", "fuse.js"];
const SCREEN = ["ink", "react", "reader/reader.ts", "terminal/screen.ts"];
const FORMULAS = ["formats/tex/tex.ts", "katex"];
const LAYOUT = ["layout/layout.ts", "layout/wrap.ts", "layout/bidi.ts", "bidi-js", "@cto.af/linebreak"];
const MEMORABLE = ["marks/galley.ts", "marks/anchor.ts", "approx-string-match"];

/** What a start need not load, where it loads the command line and these files. */
const STARTS: readonly (readonly [what: string, files: readonly string[], not: readonly string[]])[] = [
  [
    "the command line and its help",
    [],
    [
      "library/library.ts",
      "system/sqlite.ts",
      "memory/memory.ts",
      ...PARSER,
      ...SEARCH,
      ...FILTER,
      ...LAYOUT,
    ],
  ],
  [
    "list, tags, path and completion",
    ["cli/session-of.ts", "cli/list.ts", "cli/tags.ts", "cli/path.ts", "cli/complete.ts"],
    [
      ...PARSER,
      ...SEARCH,
      ...FILTER,
      ...LAYOUT,
      ...SCREEN,
      ...MEMORABLE,
      ...FORMULAS,
      "node:crypto",
      "node:zlib",
    ],
  ],
  [
    "search",
    ["cli/session-of.ts", "cli/search.ts", "library/searching.ts"],
    [...PARSER, ...FILTER, ...LAYOUT, ...SCREEN, ...MEMORABLE, "node:crypto"],
  ],
  [
    "the first frame",
    ["reader/reader.ts"],
    [...PARSER, ...SEARCH, ...MEMORABLE, ...FORMULAS, "ink", "react", "node:crypto"],
  ],
  [
    "show",
    ["cli/session-of.ts", "cli/show.ts", "library/opening.ts"],
    [...SEARCH, ...FILTER, ...SCREEN, ...FORMULAS, "bidi-js", "marked-terminal", "node:crypto"],
  ],
];

describe("a start loads what it needs", () => {
  test.each(STARTS)("%s", (_, from, not) => {
    const loaded = loadedBy("start.ts", ...from);
    expect(loaded).toContain("cli/run.ts");
    for (const file of from) expect(loaded).toContain(file);
    expect(not.filter((one) => loaded.has(one))).toEqual([]);
  });

  test("each name is that of a module", () => {
    const known = loadedBy(...files.map(({ file }) => file));
    const dynamic = new Set(files.flatMap(({ source }) => importsOf(source)));
    const names = STARTS.flatMap(([, , not]) => not).filter((name) => !known.has(name) && !dynamic.has(name));
    expect(names).toEqual([]);
  });
});
