/**
 * Splits a file's text into front matter and body. Nothing is thrown: what does not parse becomes a problem with
 * its line and column, and the keys that can still be read are kept.
 */
import matter from "gray-matter";
import { BOUNDS } from "../text/bounds.ts";
import { engines, FrontMatterError, languageNames, REPEATED, YAML_WITH_REPEATS } from "./engines.ts";
import type { FrontMatter, Problem, Source } from "./essay.ts";
import { headerOf } from "./header.ts";
import { indented, tomlEntries, yamlEntries } from "./lenient.ts";
import { pagePropertiesOf } from "./page-properties.ts";
import { titleBlockOf } from "./title-block.ts";
import { type Fenced, findFences, looksLikeKeys, openedKeys } from "./fences.ts";

/** Fences that occur in no text, so that gray-matter cuts where `findFences` found the ends. */
const FENCES: [string, string] = ["\u{f0000}", "\u{f0001}"];

/** The source in `text`: front matter (YAML, TOML or JSON), body, and what is wrong with the former. */
export function readSource(text: string): Source {
  return { ...partsOf(text), text };
}

type Parts = Omit<Source, "text">;

function partsOf(text: string): Parts {
  const unified = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const fenced = findFences(unified);
  if (!fenced) {
    const header = headerOf(unified) ?? titleBlockOf(unified) ?? pagePropertiesOf(unified);
    return header ? { ...header, problems: [] } : unclosed(unified);
  }
  const language = languageNames.get(fenced.language);
  if (language === undefined) return refused(fenced);
  try {
    return { data: parseLeniently(fenced.matter, language), ...bodyOf(fenced), problems: [] };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    if (!looksLikeKeys(fenced.matter, language) && language !== "json") {
      return { ...withoutFrontMatter(unified), problems: [] };
    }
    const repeated = error.message === REPEATED ? withRepeats(fenced.matter) : undefined;
    if (repeated)
      return { data: repeated, ...bodyOf(fenced), problems: [{ ...problem(error, fenced), ...TWICE }] };
    return { data: salvaged(fenced.matter, language), ...bodyOf(fenced), problems: [problem(error, fenced)] };
  }
}

/** Parses as other YAML readers do, where a strict one refuses. */
function parseLeniently(matter: string, language: string): FrontMatter {
  try {
    return parse(matter, language);
  } catch (error) {
    const lenient = language === "yaml" && error instanceof FrontMatterError ? indented(matter) : matter;
    if (lenient === matter) throw error;
    return parse(lenient, language);
  }
}

/** Other programs read it without a word. */
const TWICE = { severity: "warning", message: "a key is written twice; the last one counts" } as const;

/** YAML with repeated keys; undefined if there is another fault. */
function withRepeats(matter: string): FrontMatter | undefined {
  try {
    return parse(indented(matter), YAML_WITH_REPEATS);
  } catch {
    return undefined;
  }
}

/** What can be recovered from front matter that does not parse. */
function salvaged(matter: string, language: string): FrontMatter {
  if (matter.length > BOUNDS.frontMatter.most) return {};
  if (language === "yaml") return yamlEntries(matter, (entry) => parse(entry, language));
  return language === "toml" ? tomlEntries(matter, (entry) => parse(entry, language)) : {};
}

function parse(source: string, language: string): FrontMatter {
  if (source.trim() === "") return {};
  if (source.length > BOUNDS.frontMatter.most) throw FrontMatterError.beyond("frontMatter");
  // gray-matter looks for comments in the front matter, in time that grows with the square of the lines: so it is given a
  // single word instead of the source.
  const parsed = matter(`${FENCES[0]}\nsource\n${FENCES[1]}`, {
    language,
    engines: { [language]: { parse: () => engines[language]!(source) } },
    delimiters: FENCES,
  });
  if (isDeeper(parsed.data, BOUNDS.frontMatterDepth.most)) throw FrontMatterError.beyond("frontMatterDepth");
  return parsed.data;
}

/** Whether lists and maps are nested deeper than `most` levels. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

function bodyOf(fenced: Fenced): Pick<Source, "body" | "bodyLine"> {
  return { body: fenced.body, bodyLine: fenced.bodyLine };
}

function withoutFrontMatter(text: string): Omit<Parts, "problems"> {
  return { data: {}, body: text, bodyLine: 1 };
}

/** The whole text is the body; if it opens front matter that it never closes, its keys are still read. */
function unclosed(text: string): Parts {
  const opened = openedKeys(text);
  if (!opened) return { ...withoutFrontMatter(text), problems: [] };
  const { line, language, matter } = opened;
  const message = "front matter is opened here and never closed";
  return {
    ...withoutFrontMatter(text),
    data: salvaged(matter, language),
    problems: [{ rule: "front-matter", severity: "error", message, line, column: 1 }],
  };
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
    ...(error.isBeyond
      ? ({ rule: "bound", severity: "warning" } as const)
      : ({ rule: "front-matter", severity: "error" } as const)),
    message: error.message,
    line: fenced.matterLine + (error.line ?? 1) - 1,
    column: error.column ?? 1,
  };
}
