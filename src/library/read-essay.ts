/**
 * One file into an essay.
 */
import { plainText } from "../document/document.ts";
import { markdownFormat, parseDocument } from "../document/parse.ts";
import type { Essay, Problem, Source } from "../essay/essay.ts";
import { readFields } from "../essay/fields.ts";
import { readSource } from "../essay/front-matter.ts";
import { titleFromPath } from "../essay/slug.ts";
import { countWords } from "../text/words.ts";
import type { FileText } from "./read-file.ts";

/** The essay in a file's text; its slug is not yet told apart from others. */
export function readEssay(content: FileText, path: string, file: string): Essay {
  return essayOf(content, readSource(content.text), path, file);
}

/** As `readEssay`, where the source has been read already. */
export function essayOf(content: FileText, source: Source, path: string, file: string): Essay {
  const fields = readFields(source.data, path);
  return {
    ...fields,
    ...titleOf(fields.title, source, path),
    path,
    file,
    words: countWords(source.body),
    data: source.data,
    problems: [
      ...content.problems,
      ...source.problems,
      ...fields.problems.map((problem) => placed(problem, content.text, source)),
    ],
  };
}

/** A problem with the line of the front matter on which its key stands. */
function placed(problem: Problem, text: string, source: Source): Problem {
  if (problem.key === undefined) return problem;
  const [first] = problem.key.split(".");
  const key = new RegExp(`^\\s*["']?${first}["']?\\s*[:=]`, "i");
  const index = text.split(/\r\n?|\n/, source.bodyLine).findIndex((line) => key.test(line));
  return index < 0 ? problem : { ...problem, line: index + 1, column: 1 };
}

function titleOf(
  title: string | undefined,
  source: Source,
  path: string,
): Pick<Essay, "title" | "titleFrom"> {
  if (title !== undefined) return { title, titleFrom: "front matter" };
  const heading = firstHeading(source.body, path);
  return heading === undefined
    ? { title: titleFromPath(path), titleFrom: "file name" }
    : { title: heading, titleFrom: "heading" };
}

/** Only a body that could hold a level-one heading is parsed for it. */
function firstHeading(body: string, path: string): string | undefined {
  if (!/^ {0,3}(?:#[ \t]|=+[ \t]*$)|<h1/im.test(body)) return undefined;
  for (const block of parseDocument(body, markdownFormat(path)).blocks) {
    if (block.type === "heading" && block.depth === 1) return plainText(block.children).trim() || undefined;
  }
  return undefined;
}
