/**
 * The shelf line by line: a list of essays by number, ten at a time.
 */
import { type Choice, choose, groupByTag } from "../../essay/choose.ts";
import type { Essay } from "../../essay/essay.ts";
import { keyOf } from "../../memory/key.ts";
import type { LibrarySource } from "../../library/index/source.ts";
import type { Memory } from "../../memory/memory.ts";
import { candidateOf, fuzzyIndex } from "../../search/fuzzy.ts";
import { label } from "../../text/visible.ts";
import { minutes } from "../../text/words.ts";
import { counted } from "./plain-essay.ts";
import { sentence } from "../../formats/speech.ts";

export interface PlainOptions {
  readonly root: string;
  readonly essays: readonly Essay[];
  readonly choice: Choice;
  readonly source: LibrarySource | undefined;
  readonly memory: Memory;
  readonly now: () => number;
  /** Opens an address in the browser. */
  readonly browse: (href: string) => void;
}

export interface PlainItem {
  readonly essay: Essay;
  /** What is said of it beside its title. */
  readonly about: string;
  /** The block to begin at; where one stopped, if undefined. */
  readonly block?: number;
}

const PAGE = 10;

export class PlainShelf {
  readonly #options: PlainOptions;
  /** All essays that are shown, in the order that was asked for. */
  readonly essays: readonly Essay[];
  #items: readonly PlainItem[];
  /** What the items are: `all`, `matching ship`. */
  #name = "all";
  /** The first item that was not said yet. */
  #next = 0;

  constructor(options: PlainOptions) {
    this.#options = options;
    this.essays = choose(options.essays, options.choice);
    this.#items = this.essays.map((essay) => this.#item(essay));
  }

  /** The item of a number that was said. */
  item(number: number): PlainItem | undefined {
    return this.#items[number - 1];
  }

  all(): string[] {
    return this.#list(
      "all",
      this.essays.map((essay) => this.#item(essay)),
    );
  }

  before(): string[] {
    this.#next = Math.max(0, this.#next - 2 * PAGE);
    return this.more();
  }

  filter(words: string): string[] {
    if (words === "") return this.all();
    const found = fuzzyIndex(this.essays.map(candidateOf)).search(words);
    return this.#list(
      `matching ${label(words)}`,
      found.map((index) => this.#item(this.essays[index]!)),
    );
  }

  search(query: string): string[] {
    const { source, choice } = this.#options;
    if (!source) return ["Nothing to search here."];
    const { results, suggestion } = source.search(query, {
      most: 50,
      length: 200,
      drafts: choice.drafts === true,
    });
    const items = results.map(({ essay, passages: [passage] }): PlainItem => {
      const where =
        passage === undefined
          ? ""
          : `${passage.note === undefined ? passage.kind : `note ${passage.note}`}: ${passage.text}`;
      return { essay, about: where, ...(passage && { block: Math.max(0, passage.block) }) };
    });
    const nothing = suggestion === undefined ? "" : ` Did you mean ${label(suggestion)}?`;
    return items.length > 0 ? this.#list(`with ${label(query)}`, items) : [`Found in no essay.${nothing}`];
  }

  tagged(tag: string): string[] {
    if (tag === "")
      return groupByTag(this.essays).map(
        ({ tag: name, essays }) => `${label(name)}: ${counted(essays.length, "essay")}.`,
      );
    const found = choose(this.essays, { tags: [[tag]], drafts: true });
    return this.#list(
      `tagged ${label(tag)}`,
      found.map((essay) => this.#item(essay)),
    );
  }

  sorted(key: string): string[] {
    const { read } = this.#options.choice;
    const sorted = choose(this.essays, { sort: key || "order", drafts: true, ...(read && { read }) });
    return this.#list(
      `all, by ${label(key || "order")}`,
      sorted.map((essay) => this.#item(essay)),
    );
  }

  /** Bookmarks, each with the line to know it by. */
  bookmarks(): string[] {
    const byKey = new Map(this.essays.map((essay) => [keyOf(essay), essay]));
    const items = this.#options.memory.bookmarks().flatMap(({ file, place, line }): PlainItem[] => {
      const essay = byKey.get(file);
      return essay ? [{ essay, about: line, block: Math.max(0, place.block) }] : [];
    });
    return items.length > 0
      ? this.#list("bookmarked", items)
      : ["No bookmarks yet; m in an essay makes one."];
  }

  /** What leads to an essay, next on its tags, and what is most like it. */
  around(essay: Essay): string[] {
    const { source, essays } = this.#options;
    const { citedBy, alike } = source?.around(essay, essays) ?? { citedBy: [], alike: [] };
    const here = this.essays.findIndex(({ path }) => path === essay.path);
    const tagged = essay.tags.flatMap((tag): PlainItem[] => {
      const next = this.essays.slice(here + 1).find(({ tags }) => tags.includes(tag));
      return next ? [{ essay: next, about: `Next on ${label(tag)}.` }] : [];
    });
    const items = [
      ...tagged,
      ...citedBy.map(({ from, block }): PlainItem => ({
        essay: from,
        about: "Links here.",
        block: Math.max(0, block),
      })),
      ...alike.map((one): PlainItem => ({ essay: one, about: "Alike." })),
    ];
    return items.length > 0
      ? this.#list(`around ${label(essay.title)}`, items)
      : ["Nothing around this essay."];
  }

  #list(name: string, items: readonly PlainItem[]): string[] {
    this.#name = name;
    this.#items = items;
    return this.again();
  }

  /** What is listed, from its beginning. */
  again(): string[] {
    this.#next = 0;
    return [`${counted(this.#items.length, "essay")}, ${this.#name}.`, ...this.more()];
  }

  /** The next ten. */
  more(): string[] {
    const shown = this.#items.slice(this.#next, this.#next + PAGE);
    const lines = shown.map(({ essay, about }, index) => {
      const said = about === "" ? "" : ` ${about}`;
      return `${this.#next + index + 1}. ${sentence(label(essay.title))}${said}`;
    });
    this.#next += shown.length;
    const left = this.#items.length - this.#next;
    if (shown.length === 0) return ["No more essays."];
    return left > 0 ? [...lines, `${left} more.`] : lines;
  }

  #item(essay: Essay): PlainItem {
    const { choice } = this.#options;
    const state = choice.read?.(essay) ?? "no";
    const read = state === "yes" ? "read" : state === "begun" ? "begun" : "";
    const about = [
      essay.date ?? "",
      counted(minutes(essay.words), "minute"),
      essay.draft ? "a draft" : "",
      read,
    ];
    return { essay, about: `${about.filter((part) => part !== "").join(", ")}.` };
  }
}
