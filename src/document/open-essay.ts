/**
 * An open essay: its fields, its source and its tree, made from text alone.
 *
 *     text ─ readSource ─▶ front matter, body ─┬─ readFields ─▶ fields ─┬─▶ essay
 *                                              └─ parseDocument ─▶ tree ─┘ (if a heading is the title)
 *
 * Each stage runs once, when its result is first needed. An exception in a stage becomes a problem of the essay,
 * and the minimum replaces its result: the whole text as the body, the
 * file's name as the title, plain paragraphs as the tree.
 */
import type { FileText } from "../essay/decode.ts";
import type { Essay, Problem, Source } from "../essay/essay.ts";
import { readFields } from "../essay/fields.ts";
import { texMacros } from "../essay/tex-macros.ts";
import { readSource } from "../essay/front-matter.ts";
import { slugOf, titleFromPath } from "../essay/slug.ts";
import { countReadWords } from "../text/words.ts";
import type { Document } from "./document.ts";
import { markdownFormat, parseDocument, plainDocument } from "./parse.ts";
import { titled, titleIn } from "./title.ts";
import { trimmed } from "../text/trim.ts";
import { beyond, type BoundName } from "../text/bounds.ts";
import { messageOf } from "../text/message-of.ts";

export interface OpenEssay {
  readonly essay: Essay;
  readonly source: Source;
  /** The tree, without the heading that repeats the title. */
  readonly document: Document;
  /** Whether the document contains the essay's title; otherwise the title must be shown above it. */
  readonly showsTitle: boolean;
  /** Whether the source has the title as a heading; otherwise only front matter or the file's name give it. */
  readonly writesTitle: boolean;
}

/** The stages of reading; tests replace them by failing ones. */
export interface Stages {
  readonly readSource: typeof readSource;
  readonly readFields: typeof readFields;
  readonly parse: typeof parseDocument;
  /** Sets the formulas of a title; undefined if it has none. `macros` is TeX of the front matter. */
  readonly setTitle: (title: string, macros: string | undefined) => string | undefined;
}

/** The stages without the parser of TeX, which takes long to load: formulas of titles stay as they are. */
export const STAGES: Stages = {
  readSource,
  readFields,
  parse: parseDocument,
  setTitle: () => undefined,
};

/** Opens the essay in a file's text. `path` is from the library's folder; `file` is for the operating system. */
export function openEssay(content: FileText, path: string, file: string, stages?: Stages): OpenEssay {
  return new EssayText(content, path, file, stages).open();
}

/** As `openEssay`, but only the fields: the body is parsed only if it may contain the title. */
export function readEssay(content: FileText, path: string, file: string, stages?: Stages): Essay {
  return new EssayText(content, path, file, stages).essay;
}

/** A text that becomes an essay. */
export class EssayText {
  readonly #content: FileText;
  readonly #path: string;
  readonly #file: string;
  readonly #stages: Stages;
  readonly #failures: Problem[] = [];
  #source: Source | undefined;
  #tree: Document | undefined;
  #essay: Essay | undefined;

  /** `failure` is the problem with which an earlier attempt failed. */
  constructor(content: FileText, path: string, file: string, stages: Stages = STAGES, failure?: Problem) {
    this.#content = content;
    this.#path = path;
    this.#file = file;
    this.#stages = stages;
    if (failure !== undefined) this.#failures.push(failure);
  }

  /** The fields; collisions of the slug are not resolved yet. */
  get essay(): Essay {
    return (this.#essay ??= this.#readFields());
  }

  /** The text as it was read. */
  get content(): FileText {
    return this.#content;
  }

  /** The essay with its tree. */
  open(): OpenEssay {
    const tree = this.#parsed();
    const { problems, ...fields } = this.essay;
    const known = new Set(problems);
    const essay = { ...fields, problems: [...problems, ...this.#failures.filter((one) => !known.has(one))] };
    const macros = texMacros(essay.data);
    const document = macros === undefined ? tree : { ...tree, macros };
    return { essay, source: this.#read(), ...titled(document, essay.title, essay.titleFrom === "heading") };
  }

  #read(): Source {
    const { text } = this.#content;
    const unread: Source = { data: {}, text, body: text, bodyLine: 1, problems: [] };
    const read = (): Source => this.#stages.readSource(text);
    return (this.#source ??= this.#guarded("front matter can't be read", read, () => unread));
  }

  #parsed(): Document {
    const { body } = this.#read();
    const parse = (): Document => this.#stages.parse(body, markdownFormat(this.#path));
    const before = this.#tree;
    const tree = (this.#tree ??= this.#guarded("the text can't be parsed", parse, (why) =>
      plainDocument(body, why),
    ));
    if (before) return tree;
    if (tree.givenUp !== undefined && this.#failures.length === 0) this.#fail(tree.givenUp);
    for (const name of tree.passed ?? []) this.#failures.push(exceeded(name));
    return tree;
  }

  #readFields(): Essay {
    const source = this.#read();
    const path = this.#path;
    const fields = this.#guarded(
      "front matter can't be understood",
      () => this.#stages.readFields(source.data, path),
      () => ({ tags: [], draft: false, slug: slugOf(new Map(), path), problems: [] }),
    );
    const title = this.#title(fields.title);
    const shownTitle = this.#set("the title", title.title);
    const shownDescription = this.#set("the description", fields.description);
    return {
      ...fields,
      ...title,
      ...(shownTitle !== undefined && { shownTitle }),
      ...(shownDescription !== undefined && { shownDescription }),
      path,
      file: this.#file,
      words: countReadWords(source.body),
      data: source.data,
      problems: [
        ...this.#content.problems,
        ...source.problems,
        ...fields.problems.map((problem) => placed(problem, this.#content.text, source)),
        ...this.#failures,
      ],
    };
  }

  /** A text of front matter with its formulas set; undefined if it has none. */
  #set(what: string, text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const set = (): string | undefined => this.#stages.setTitle(text, texMacros(this.#read().data));
    return this.#guarded(`the formulas of ${what} can't be set`, set, () => undefined);
  }

  #title(title: string | undefined): Pick<Essay, "title" | "titleFrom"> {
    if (title !== undefined) return { title, titleFrom: "front matter" };
    const mayHoldOne = MAY_HOLD_A_TITLE.test(this.#read().body);
    const heading = mayHoldOne ? firstHeading(this.#parsed()) : undefined;
    return heading === undefined
      ? { title: titleFromPath(this.#path), titleFrom: "file name" }
      : { title: heading, titleFrom: "heading" };
  }

  /** Runs a stage; if it throws, that becomes a problem of this essay, and `instead` gives the result. */
  #guarded<Result>(what: string, stage: () => Result, instead: (why: string) => Result): Result {
    try {
      return stage();
    } catch (error) {
      const why = `${what} (${reasonOf(error)})`;
      this.#fail(why);
      return instead(why);
    }
  }

  #fail(why: string): void {
    this.#failures.push(unreadable(why));
  }
}

/** The problem of a text that is shown as plain text, because reading it failed. */
export function unreadable(why: string): Problem {
  const message = `${why}; it is shown as plain text`;
  return { rule: "unreadable", severity: "error", message, line: 1, column: 1 };
}

/** The problem of a text that exceeds a limit. */
export function exceeded(name: BoundName): Problem {
  return { rule: "bound", severity: "warning", message: beyond(name), line: 1, column: 1 };
}

/** A text that is not parsed: the whole text is the body, and `failure` is the problem. */
export function plainText(content: FileText, path: string, file: string, failure: Problem): EssayText {
  const stages: Stages = {
    readSource: (text) => ({ data: {}, text, body: text, bodyLine: 1, problems: [] }),
    readFields,
    parse: (body) => plainDocument(body),
    setTitle: () => undefined,
  };
  return new EssayText(content, path, file, stages, failure);
}

/** The reason for a failure, on one line, without a stack. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return "it is nested too deeply";
  const message = messageOf(error);
  return message.split("\n", 1)[0]!.slice(0, 200);
}

const MAY_HOLD_A_TITLE = /^ {0,3}(?:#[ \t]|=+[ \t]*$)|<h1/im;

/** The level-one heading that begins the text, if it is not empty. */
function firstHeading({ blocks }: Document): string | undefined {
  const [heading] = blocks;
  return heading?.type === "heading" && heading.depth === 1
    ? titleIn(heading.children) || undefined
    : undefined;
}

/** A problem, with the line of its key in the front matter. */
function placed(problem: Problem, text: string, source: Source): Problem {
  if (problem.key === undefined) return problem;
  const [first] = problem.key.split(".");
  const index = text
    .split(/\r\n?|\n/, source.bodyLine)
    .findIndex((line) => keyOn(line) === first?.toLowerCase());
  return index < 0 ? problem : { ...problem, line: index + 1, column: 1 };
}

/** The key in a line of YAML, TOML or JSON, in lower case; undefined if there is none. */
function keyOn(line: string): string | undefined {
  const end = line.search(/[:=]/);
  return end < 0 ? undefined : trimmed(line.slice(0, end).trim(), "\"'").toLowerCase();
}
