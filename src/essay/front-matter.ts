/**
 * Parts a file's text into front matter and body. Nothing thrown: what does not parse becomes a problem with
 * its line and column, and the keys that can still be read are kept.
 */
import matter from "gray-matter";
import { beyond, BOUNDS } from "../text/bounds.ts";
import { engines, FrontMatterError, languageNames } from "./engines.ts";
import type { FrontMatter, Problem, Source } from "./essay.ts";
import { type Fenced, findFences, looksLikeKeys, opensUnclosed } from "./fences.ts";

/** Fences that no text holds, so that gray-matter cuts where `findFences` found the ends. */
const FENCES: [string, string] = ["\u{f0000}", "\u{f0001}"];

/** The source in `text`: front matter (YAML, TOML or JSON), body, and what is wrong with the former. */
export function readSource(text: string): Source {
  return { ...partsOf(text), text };
}

type Parts = Omit<Source, "text">;

function partsOf(text: string): Parts {
  const unified = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const fenced = findFences(unified);
  if (!fenced) return { ...withoutFrontMatter(unified), problems: unclosed(unified) };
  const language = languageNames.get(fenced.language);
  if (language === undefined) return refused(fenced);
  try {
    return { data: parse(fenced.matter, language), ...bodyOf(fenced), problems: [] };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    if (!looksLikeKeys(fenced.matter, language) && language !== "json") {
      return { ...withoutFrontMatter(unified), problems: [] };
    }
    const data =
      language === "yaml" && fenced.matter.length <= BOUNDS.frontMatter.most ? salvage(fenced.matter) : {};
    return { data, ...bodyOf(fenced), problems: [problem(error, fenced)] };
  }
}

function parse(source: string, language: string): FrontMatter {
  if (source.trim() === "") return {};
  if (source.length > BOUNDS.frontMatter.most) throw new FrontMatterError(beyond("frontMatter"), 1, 1);
  // The engine is handed the line feed after the opening fence too; without it, lines count from 1.
  const parsed = matter(`${FENCES[0]}\n${source}\n${FENCES[1]}`, {
    language,
    engines: { [language]: { parse: (fenced: string) => engines[language]!(fenced.slice(1)) } },
    delimiters: FENCES,
  });
  if (isDeeper(parsed.data, BOUNDS.frontMatterDepth.most))
    throw new FrontMatterError(beyond("frontMatterDepth"), 1, 1);
  return parsed.data;
}

/** Whether lists and maps are nested deeper. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Each top-level YAML key that parses by itself, so that one bad line does not take the others along. */
function salvage(source: string): FrontMatter {
  const entries = source.split(/\n(?=[^\s#-])/);
  const data: Record<string, unknown> = {};
  for (const entry of entries) {
    try {
      for (const [key, value] of Object.entries(parse(entry, "yaml"))) if (!(key in data)) data[key] = value;
    } catch {
      // This one is what the problem tells about.
    }
  }
  return data;
}

function bodyOf(fenced: Fenced): Pick<Source, "body" | "bodyLine"> {
  return { body: fenced.body, bodyLine: fenced.bodyLine };
}

function withoutFrontMatter(text: string): Omit<Parts, "problems"> {
  return { data: {}, body: text, bodyLine: 1 };
}

function unclosed(text: string): Problem[] {
  if (!opensUnclosed(text)) return [];
  const line =
    text.length - text.trimStart().length === 0 ? 1 : text.split("\n").findIndex((l) => l.trim()) + 1;
  return [
    {
      rule: "front-matter",
      severity: "error",
      message: "front matter is opened here and never closed",
      line,
      column: 1,
    },
  ];
}

function refused(fenced: Fenced): Parts {
  const message = `front matter in ${fenced.language} is not read: only YAML, TOML and JSON are data`;
  return {
    data: {},
    ...bodyOf(fenced),
    problems: [{ rule: "front-matter", severity: "error", message, line: fenced.matterLine - 1, column: 4 }],
  };
}

function problem(error: FrontMatterError, fenced: Fenced): Problem {
  return {
    rule: "front-matter",
    severity: "error",
    message: error.message,
    line: fenced.matterLine + (error.line ?? 1) - 1,
    column: error.column ?? 1,
  };
}
