import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** The rooms, and those that each may import from: the table of docs/architecture.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  essay: ["text"],
  document: ["text"],
  layout: ["text", "document"],
  paint: ["text", "layout"],
  search: ["text"],
  library: ["text", "essay", "document", "search"],
  terminal: ["text"],
  cli: ["text", "essay", "document", "layout", "paint", "search", "library", "terminal"],
  tui: ["text", "essay", "document", "layout", "paint", "search", "library", "terminal"],
};
const PURE = new Set(["text", "essay", "document", "layout", "paint", "search"]);

const src = resolve(import.meta.dirname, "../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll("\\", "/"), source: readFileSync(join(src, file), "utf8") }));

function importsOf(source: string): string[] {
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g), (match) => match[1]!);
}

function roomOf(file: string): string {
  return file.includes("/") ? file.split("/", 1)[0]! : "";
}

test("imports run down only", () => {
  const wrong: string[] = [];
  for (const { file, source } of files) {
    const room = roomOf(file);
    if (room === "") continue;
    for (const specifier of importsOf(source).filter((one) => one.startsWith("."))) {
      const target = relative(src, resolve(src, dirname(file), specifier)).replaceAll("\\", "/");
      const other = roomOf(target);
      if (other !== room && !MAY_IMPORT[room]?.includes(other)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("the pure rooms know nothing of the world", () => {
  const wrong: string[] = [];
  for (const { file, source } of files.filter((one) => PURE.has(roomOf(one.file)))) {
    for (const specifier of importsOf(source))
      if (/^(node:|react|ink)/.test(specifier)) wrong.push(`${file} imports ${specifier}`);
    for (const name of ["process.", "Date.now", "new Date(", "console.", "Math.random"]) {
      if (source.includes(name)) wrong.push(`${file} uses ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("only the reader loads Ink and React", () => {
  const users = files.filter(({ source }) => importsOf(source).some((one) => /^(ink|react)(\/|$)/.test(one)));
  expect(users.length).toBeGreaterThan(0);
  expect(users.map(({ file }) => roomOf(file)).filter((room) => room !== "tui")).toEqual([]);
});
