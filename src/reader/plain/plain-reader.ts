/**
 * The reader line by line, for screen readers, braille displays and simple terminals: nothing is drawn over, every
 * answer is text under the one before, and what one types is a line.
 */
import { findHeading, headingsOf } from "../../document/anchor.ts";
import { markdownFormat, parseDocument } from "../../document/parse.ts";
import { findBlock, firstWords } from "../../document/text-place.ts";
import type { Essay } from "../../essay/essay.ts";
import { holdsOf, linkIndex } from "../../links/link-target.ts";
import { systemReason } from "../../system/reason.ts";
import { readEssaySource } from "../../library/library.ts";
import { toGoOn } from "../../memory/go-on.ts";
import { keyOf } from "../../memory/key.ts";
import { label } from "../../text/visible.ts";
import { sentence } from "../../formats/speech.ts";
import { isSame } from "../rearrange.ts";
import { isInFile } from "../world.ts";
import { ESSAY_HELP, SHELF_HELP } from "./plain-help.ts";
import {
  blockLines,
  counted,
  findIn,
  introduction,
  isSilent,
  linksIn,
  outlineLines,
  type PlainEssay,
  plainEssay,
} from "./plain-essay.ts";
import { type PlainOptions, PlainShelf } from "./plain-shelf.ts";

/** What is said next; `done` says that the reader is left. */
export interface Said {
  readonly lines: readonly string[];
  readonly done?: true;
}

export class PlainReader {
  readonly #options: PlainOptions;
  readonly #shelf: PlainShelf;
  #open: { readonly own: PlainEssay; readonly at: number } | undefined;
  #sought = "";
  #trail: readonly { readonly essay: Essay; readonly block: number }[] = [];

  constructor(options: PlainOptions) {
    this.#options = options;
    this.#shelf = new PlainShelf(options);
  }

  /** What is said first. */
  begin(essay?: Essay): Said {
    if (essay) return this.#read(essay);
    const words = `${label(this.#options.root)}: ${counted(this.#shelf.essays.length, "essay")}.`;
    return { lines: [words, ...this.#shelf.more(), ...this.#offer()] };
  }

  /** What stands before the line that is typed. */
  get prompt(): string {
    return this.#open ? "essay> " : "shelf> ";
  }

  /** The answer to a line. */
  answer(line: string): Said {
    const [, word = "", rest = ""] = /^\s*([?/]|\S*)\s*(.*?)\s*$/.exec(line) ?? [];
    try {
      return this.#open ? this.#inEssay(this.#open, word, rest) : this.#onShelf(word, rest);
    } catch (error) {
      return { lines: [`${systemReason(error)}.`] };
    }
  }

  /** Remembers where one is; to be called at the end too. */
  keep(): void {
    const open = this.#open;
    if (!open || !isInFile(open.own.essay)) return;
    const { own, at } = open;
    const percent = Math.min(100, Math.floor((100 * (at + 1)) / Math.max(1, own.blocks.length)));
    const place = { block: at, words: firstWords(own.document, at), note: undefined, offset: 0 };
    this.#options.memory.stopped(keyOf(own.essay), place, percent, percent === 100, this.#options.now());
  }

  #onShelf(word: string, rest: string): Said {
    switch (word) {
      case "":
      case "n":
        return { lines: this.#shelf.more() };
      case "p":
        return { lines: this.#shelf.before() };
      case "a":
        return { lines: this.#shelf.all() };
      case "/":
        return { lines: this.#shelf.filter(rest) };
      case "?":
        return { lines: this.#shelf.search(rest) };
      case "t":
        return { lines: this.#shelf.tagged(rest) };
      case "s":
        return { lines: this.#shelf.sorted(rest) };
      case "c":
        return this.#continue();
      case "'":
        return { lines: this.#shelf.bookmarks() };
      case "h":
        return { lines: SHELF_HELP };
      case "q":
        return { lines: [], done: true };
      default: {
        const item = this.#shelf.item(Number(word));
        if (item) return this.#read(item.essay, item.block);
        return { lines: [`${label(word)}: no such command or number; h tells what there is.`] };
      }
    }
  }

  #inEssay(open: { own: PlainEssay; at: number }, word: string, rest: string): Said {
    const { own, at } = open;
    switch (word) {
      case "":
      case "n":
        return this.#at(own, this.#step(own, at, 1));
      case "p":
        return this.#at(own, this.#step(own, at, -1));
      case "r":
        return { lines: this.#block(own, at) };
      case "j":
      case "k": {
        const essay = this.#neighbour(own.essay, word === "j" ? 1 : -1);
        return essay ? this.#read(essay) : { lines: ["No essay there on the shelf."] };
      }
      case "a":
        this.keep();
        this.#open = undefined;
        return { lines: this.#shelf.around(own.essay) };
      case "o": {
        const heading = headingsOf(own.document)[Number(rest) - 1];
        if (heading) return this.#jump(own, heading.block);
        const lines = outlineLines(own);
        return { lines: lines.length > 0 ? [...lines, "o and a number goes there."] : ["No headings."] };
      }
      case "l":
        return this.#follow(own, at, rest);
      case "u":
        return this.#back();
      case "/": {
        // As in less, nothing typed means what was sought before.
        this.#sought = rest || this.#sought;
        const found = findIn(own, this.#sought, at + 1);
        return found === undefined
          ? { lines: [`${label(this.#sought)} is not in this essay.`] }
          : this.#jump(own, found);
      }
      case "m":
        this.#options.memory.bookmark(
          keyOf(own.essay),
          { block: at, words: firstWords(own.document, at), note: undefined, offset: 0 },
          label(own.blocks[at]?.[0] ?? ""),
        );
        return { lines: ["Bookmarked."] };
      case "h":
        return { lines: ESSAY_HELP };
      case "q":
        this.keep();
        this.#open = undefined;
        return this.#shelf.essays.length === 0 ? { lines: [], done: true } : { lines: this.#shelf.again() };
      default: {
        const block = Number(word) - 1;
        if (Number.isInteger(block) && own.blocks[block]) return this.#jump(own, block);
        return { lines: [`${label(word)}: no such command or paragraph; h tells what there is.`] };
      }
    }
  }

  /** The next block that has something to read; undefined beyond the end. */
  #step({ blocks }: PlainEssay, at: number, step: 1 | -1): number | undefined {
    let block = at + step;
    while (block >= 0 && block < blocks.length && isSilent(blocks, block)) block += step;
    return blocks[block] === undefined ? undefined : block;
  }

  #at(own: PlainEssay, block: number | undefined): Said {
    if (block === undefined) {
      this.keep();
      const isBeginning = (this.#open?.at ?? 0) === 0 && own.blocks.length > 1;
      return { lines: isBeginning ? ["This is the beginning."] : this.#ending(own.essay) };
    }
    this.#open = { own, at: block };
    this.keep();
    return { lines: this.#block(own, block) };
  }

  #block(own: PlainEssay, block: number): string[] {
    const { resolve } = linkIndex(this.#options.essays);
    return blockLines(own, block, (href) => {
      const to = resolve(href, own.essay.path);
      if (to.kind === "essay")
        return isSame(to.essay, own.essay) ? "in this essay" : `to ${label(to.essay.title)}`;
      if (to.kind === "here") return "in this essay";
      return to.kind === "external" ? "to the browser" : "leads nowhere";
    });
  }

  /** As `#at`, and says where that is. */
  #jump(own: PlainEssay, block: number): Said {
    const { lines } = this.#at(own, block);
    return { lines: [`Paragraph ${block + 1} of ${own.blocks.length}.`, ...lines] };
  }

  #ending(essay: Essay): string[] {
    const next = this.#neighbour(essay, 1);
    const more = this.#options.source ? ["a lists what links here and what is most like it."] : [];
    return [
      "The end.",
      ...(next ? [sentence(`j opens the next essay on the shelf: ${label(next.title)}`)] : []),
      ...more,
    ];
  }

  #neighbour(essay: Essay, step: number): Essay | undefined {
    const { essays } = this.#shelf;
    const index = essays.findIndex((one) => isSame(one, essay));
    return index < 0 ? undefined : essays[index + step];
  }

  #read(essay: Essay, block?: number): Said {
    const { body } = readEssaySource(essay);
    const { essays, memory } = this.#options;
    const document = parseDocument(body, markdownFormat(essay.path), holdsOf(essays, essay.path));
    const own = plainEssay(essay, document);
    const known = isInFile(essay) ? memory.of(keyOf(essay)) : undefined;
    const stopped = known?.state === "begun" ? findBlock(own.document, known.place) : 0;
    const at = Math.max(0, block ?? stopped);
    const where =
      block === undefined && at > 0 ? [`Where you stopped, paragraph ${at + 1}; 1 is the beginning.`] : [];
    this.#open = { own, at };
    this.keep();
    return {
      lines: [
        ...introduction(own),
        ...where,
        ...this.#block(own, at),
        ...(at === 0 ? ["Enter reads on, h tells what else there is."] : []),
      ],
    };
  }

  #follow(own: PlainEssay, at: number, number: string): Said {
    const links = linksIn(own, at);
    const link = links[(number === "" ? 1 : Number(number)) - 1];
    if (!link) return { lines: [links.length === 0 ? "No links here." : `Links 1 to ${links.length}.`] };
    const to = linkIndex(this.#options.essays).resolve(link.href, own.essay.path);
    if (to.kind === "external") {
      this.#options.browse(link.href);
      return { lines: [`To the browser: ${label(link.href)}.`] };
    }
    const stop = { essay: own.essay, block: at };
    if (to.kind === "essay" || to.kind === "here") {
      this.#trail = [...this.#trail, stop];
      const heading = to.heading ?? "";
      const isOther = to.kind === "essay" && !isSame(to.essay, own.essay);
      const said = isOther ? this.#read(to.essay, 0) : this.#at(own, 0);
      const found = this.#open && heading !== "" ? findHeading(this.#open.own.document, heading) : undefined;
      return found && this.#open ? this.#at(this.#open.own, found.block) : said;
    }
    return { lines: [`${label(link.href)} leads to no essay.`] };
  }

  #back(): Said {
    const stop = this.#trail.at(-1);
    if (!stop) return { lines: ["Nothing to go back to; q goes to the shelf."] };
    this.#trail = this.#trail.slice(0, -1);
    return this.#read(stop.essay, stop.block);
  }

  #continue(): Said {
    const last = toGoOn(this.#options.memory, this.#shelf.essays);
    return last ? this.#read(last.essay) : { lines: ["Nothing that you began and did not finish."] };
  }

  /** What can be continued, and what can be typed. */
  #offer(): string[] {
    const last = toGoOn(this.#options.memory, this.#shelf.essays);
    const offer = last ? [`c continues ${label(last.essay.title)}, ${last.percent} per cent read.`] : [];
    return [...offer, "A number opens an essay, Enter says more, h tells what else there is, q leaves."];
  }
}
