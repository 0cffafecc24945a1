/**
 * The shelf line by line: a list of essays by number, ten at a time.
 */
import { titleLabel } from "../../essay/title-label.ts";
import { choose, groupByTag } from "../../essay/choose.ts";
import type { Essay } from "../../essay/essay.ts";
import type { Reading } from "../../essay/reading.ts";
import { sentence } from "../../formats/speech.ts";
import type { Mark } from "../../marks/mark.ts";
import { faultLines } from "../../search/query-fault.ts";
import { label } from "../../text/visible.ts";
import { minutes } from "../../text/words.ts";
import { isSame, rearranged } from "../arrange.ts";
import { eachOnce, waysFrom } from "../afterword.ts";
import type { Listed, Message } from "../messages.ts";
import type { RelatedEssays, Shelf, State } from "../state.ts";
import { counted } from "../../text/counted.ts";

export interface PlainItem {
  readonly essay: Essay;
  /** The details after its title. */
  readonly about: string;
  /** The block to begin at; undefined for the place where the user stopped. */
  readonly block?: number;
  /** The bookmark that it is. */
  readonly bookmark?: number;
}

const PAGE = 10;

export class PlainShelf {
  /** The reader's state, whose shelf has the essays in their order. */
  state: State;
  #items: readonly PlainItem[];
  /** The kind of the items: `all`, `matching ship`. */
  #name = "all";
  #noun = "essay";
  /** The first item that has not been shown. */
  #next = 0;

  constructor(state: State) {
    this.state = state;
    this.#items = this.essays.map((essay) => this.#item(essay));
  }

  /** All essays of the shelf, in the requested order. */
  get essays(): readonly Essay[] {
    return this.state.shelf.entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []));
  }

  /** The essay `step` places after another one on the shelf. */
  neighbour(essay: Essay, step: number): Essay | undefined {
    const index = this.essays.findIndex((one) => isSame(one, essay));
    return index < 0 ? undefined : this.essays[index + step];
  }

  /** The item of a number that was shown. */
  item(number: number): PlainItem | undefined {
    return this.#items[number - 1];
  }

  all(): string[] {
    return this.#arranged("all", { query: "", tags: [] });
  }

  before(): string[] {
    this.#next = Math.max(0, this.#next - 2 * PAGE);
    return this.more();
  }

  filter(words: string): string[] {
    if (words === "") return this.all();
    const matching = this.#arranged(`matching ${label(words)}`, { query: words });
    this.state = rearranged(this.state, { query: "" });
    return matching;
  }

  /** Essays with a tag, or with any of several tags separated by commas, as in `--tag`. */
  tagged(tag: string): string[] {
    if (tag === "")
      return groupByTag(this.essays).map(
        ({ tag: name, essays }) => `${label(name)}: ${counted(essays.length, "essay")}.`,
      );
    const found = choose(this.essays, { tags: [tag.split(",").map((one) => one.trim())], drafts: true });
    const items = found.map((essay) => this.#item(essay));
    return this.list(`tagged ${label(tag)}`, items);
  }

  sorted(key: string): string[] {
    return this.#arranged(`all, by ${label(key || "order")}`, { sort: key || "order" });
  }

  reversed(): string[] {
    const { reverse, sort } = this.state.shelf;
    return this.#arranged(`all, by ${label(sort)}${reverse ? "" : ", reversed"}`, { reverse: !reverse });
  }

  /** The results of a full-text search. */
  found({ query, results, suggestion, fault }: Extract<Message, { kind: "found" }>): string[] {
    if (fault) return [...faultLines(fault), fault.message];
    const items = results.map(({ essay, passages: [passage] }): PlainItem => {
      if (passage === undefined) return { essay, about: "" };
      const where = passage.note === undefined ? passage.kind : `note ${passage.note}`;
      return { essay, about: `${where}: ${label(passage.text)}`, block: Math.max(0, passage.block) };
    });
    const nothing = suggestion === undefined ? "" : ` Did you mean ${label(suggestion)}?`;
    return items.length > 0 ? this.list(`with ${label(query)}`, items) : [`No essay matches.${nothing}`];
  }

  /** Updates the queue and the reading states from messages. */
  heard(messages: readonly Message[]): void {
    for (const message of messages) {
      if (message.kind === "queue") this.state = { ...this.state, queue: message.queue };
      if (message.kind === "read") this.#read(message.path, message.reading);
    }
  }

  /** The lists from the memory. */
  listed(listed: Listed): string[] {
    switch (listed.what) {
      case "bookmarks": {
        const items = listed.bookmarks.map(({ id, essay, place, line }): PlainItem => ({
          essay,
          bookmark: id,
          about: label(line),
          block: Math.max(0, place.block),
        }));
        return items.length > 0
          ? this.list("", items, "bookmark")
          : ["No bookmarks yet; m in an essay makes one."];
      }
      case "marks": {
        const items = listed.marks.map(({ mark, essay }): PlainItem => ({
          essay,
          about: wordsOf(mark),
          block: Math.max(0, mark.anchor.start.block),
        }));
        const missing = listed.homeless.map(missingLine);
        if (items.length > 0) return [...this.list("", items.toReversed(), "mark"), ...missing];
        return missing.length > 0 ? missing : ["You have no marks yet; hl in an essay makes one."];
      }
      case "recent": {
        const items = listed.read.map(({ essay, state, percent }): PlainItem => ({
          essay,
          about: state === "yes" ? "Read." : `${percent} per cent read.`,
        }));
        return items.length > 0 ? this.list("read last", items) : ["Nothing read yet."];
      }
      case "queued": {
        const items = listed.queued.map((essay) => this.#item(essay));
        return items.length > 0
          ? this.list("queued", items)
          : ["The queue is empty; + and a number adds an essay."];
      }
      case "citing":
        return [];
    }
  }

  /** The next essays on the shelf and with its tags, the essays that link to it, and the most similar ones. */
  around(essay: Essay, around: RelatedEssays): string[] {
    const ways = eachOnce(waysFrom({ essay, around }, this.state).filter(({ kind }) => kind !== "next"));
    const items = ways.flatMap(({ name, essays }) =>
      essays.map((one): PlainItem => ({ essay: one, about: sentence(name) })),
    );
    return items.length > 0
      ? this.list(`around ${titleLabel(essay)}`, items)
      : ["No essay links here, and none is similar."];
  }

  #read(path: string, reading: Reading): void {
    this.state = { ...this.state, readings: new Map(this.state.readings).set(path, reading) };
  }

  /** Shows a list: `3 essays, NAME.`, or only the number of items, which are called `noun`. */
  list(name: string, items: readonly PlainItem[], noun = "essay"): string[] {
    this.#name = name;
    this.#noun = noun;
    this.#items = items;
    return this.again();
  }

  /** The list from its beginning. */
  again(): string[] {
    this.#next = 0;
    const count = counted(this.#items.length, this.#noun);
    return [`${this.#name === "" ? count : `${count}, ${this.#name}`}.`, ...this.more()];
  }

  /** The next ten. */
  more(): string[] {
    const shown = this.#items.slice(this.#next, this.#next + PAGE);
    const lines = shown.map(({ essay, about }, index) => {
      const said = about === "" ? "" : ` ${about}`;
      return `${this.#next + index + 1}. ${sentence(titleLabel(essay))}${said}`;
    });
    this.#next += shown.length;
    const left = this.#items.length - this.#next;
    if (shown.length === 0) return this.#items.length === 0 ? [] : ["No more essays."];
    return left > 0 ? [...lines, `${left} more.`] : lines;
  }

  #arranged(name: string, change: Partial<Shelf>): string[] {
    this.state = rearranged(this.state, change);
    return this.list(
      name,
      this.essays.map((essay) => this.#item(essay)),
    );
  }

  #item(essay: Essay): PlainItem {
    const state = this.state.readings.get(essay.path)?.state ?? "no";
    const about = [
      essay.date ?? "",
      counted(minutes(essay.words), "minute"),
      essay.draft ? "a draft" : "",
      state === "yes" ? "read" : state === "begun" ? "begun" : "",
    ];
    return { essay, about: `${about.filter((part) => part !== "").join(", ")}.` };
  }
}

/** A mark of an essay that is not in the library. */
function missingLine(mark: Mark): string {
  return `Of an essay that is not found, ${label(mark.essay.title)}: ${wordsOf(mark)}`;
}

/** The words of a mark, and the user's note. */
function wordsOf({ anchor, note }: Mark): string {
  return `“${label(anchor.words)}”.${note === undefined ? "" : ` Your note: ${sentence(label(note))}`}`;
}
