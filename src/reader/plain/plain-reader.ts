/**
 * The reader line by line, for screen readers, braille displays and simple terminals: nothing is drawn over, every answer
 * is text under the one before, and what is typed is a line.
 *
 * It stands on the same core as the screen: the same state of the shelf, the same effects performed by the same world.
 */
import { findHeading, headingsOf } from "../../document/anchor.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import { findBlock, firstWords, textOfBlock } from "../../document/text-place.ts";
import type { Essay } from "../../essay/essay.ts";
import { sentence } from "../../formats/speech.ts";
import { linkIndex, type LinkTarget } from "../../links/link-target.ts";
import { toGoOn } from "../../memory/go-on.ts";
import { isInFile, keyOf } from "../../memory/key.ts";
import type { Memory } from "../../memory/memory.ts";
import { addressOf, blockPassage } from "../../page/passage.ts";
import { label } from "../../text/visible.ts";
import { isSame } from "../arrange.ts";
import type { Action } from "../keymap.ts";
import type { Effect, Message } from "../messages.ts";
import type { State } from "../state.ts";
import { COMMANDS, ON_A_SCREEN_ONLY, plainAction } from "./commands.ts";
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
import { type PlainItem, PlainShelf } from "./plain-shelf.ts";

export interface PlainOptions {
  readonly state: State;
  readonly memory: Memory;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
  /** Whether there is a library to search. */
  readonly isSearchable: boolean;
  /** Performs an effect; what comes of it is sent, at once or later. */
  readonly perform: (effect: Effect, send: (message: Message) => void) => void;
  /** Prints what comes after the answer, such as that a browser could not be opened. */
  readonly tell: (lines: readonly string[]) => void;
}

/** What is answered; `done` says that the reader is left. */
export interface Answered {
  readonly lines: readonly string[];
  readonly done?: true;
}

interface Open {
  readonly own: PlainEssay;
  /** Index of the block that was read last. */
  readonly at: number;
}

type OnShelf = { readonly [Own in Action]?: (rest: string) => Answered };
type InEssay = { readonly [Own in Action]?: (open: Open, rest: string) => Answered };

/** Essays of which a search lists passages, and the characters of one. */
const SEARCH = { most: 50, length: 200 };

export class PlainReader {
  readonly #options: PlainOptions;
  readonly #shelf: PlainShelf;
  #open: Open | undefined;
  #sought = "";
  #trail: readonly { readonly essay: Essay; readonly block: number }[] = [];

  constructor(options: PlainOptions) {
    this.#options = options;
    this.#shelf = new PlainShelf(options.state);
  }

  /** What is printed first. */
  begin(open?: OpenEssay): Answered {
    if (open) return this.#read(open);
    const { root } = this.#shelf.state.library;
    const words = `${label(root)}: ${counted(this.#shelf.essays.length, "essay")}.`;
    return { lines: [words, ...this.#shelf.more(), ...this.#offer()] };
  }

  /** What stands before the line that is typed. */
  get prompt(): string {
    return this.#open ? "essay> " : "shelf> ";
  }

  /** The answer to a line. */
  answer(line: string): Answered {
    const [, word = "", rest = ""] = /^\s*([?/]|\S*)\s*(.*?)\s*$/.exec(line) ?? [];
    const context = this.#open ? "page" : "shelf";
    const isNumber = /^\d+$/.test(word);
    const action = isNumber ? undefined : plainAction(this.#shelf.state.keymap, context, word);
    try {
      const does = action && (this.#open ? this.#inEssay[action]?.bind(this, this.#open) : this.#onShelf[action]);
      if (does) return does(rest);
      const why = action && ON_A_SCREEN_ONLY.get(action);
      if (why !== undefined) return said(`${label(word)} has nothing to do here: ${why}.`);
      return this.#open ? this.#paragraph(this.#open, word) : this.#number(word);
    } catch (error) {
      return said(sentence(label(error instanceof Error ? error.message : String(error))));
    }
  }

  /** Remembers where the user is; to be called at the end too. */
  keep(): void {
    if (!this.#open || !isInFile(this.#open.own.essay)) return;
    const { own, at } = this.#open;
    const percent = Math.min(100, Math.floor((100 * (at + 1)) / Math.max(1, own.blocks.length)));
    const { memory, now } = this.#options;
    memory.stopped(keyOf(own.essay), placeAt(own, at), percent, percent === 100, now());
  }

  readonly #onShelf: OnShelf = {
    pageDown: () => ({ lines: this.#shelf.more() }),
    pageUp: () => ({ lines: this.#shelf.before() }),
    down: () => ({ lines: this.#shelf.more() }),
    up: () => ({ lines: this.#shelf.before() }),
    top: () => ({ lines: this.#shelf.again() }),
    bottom: () => said("Numbers open essays; Enter goes on."),
    clear: () => ({ lines: this.#shelf.all() }),
    redraw: () => ({ lines: this.#shelf.again() }),
    filter: (rest) => ({ lines: this.#shelf.filter(rest) }),
    search: (rest) => this.#search(rest),
    tags: (rest) => ({ lines: this.#shelf.tagged(rest) }),
    sort: (rest) => ({ lines: this.#shelf.sorted(rest) }),
    reverse: () => ({ lines: this.#shelf.reversed() }),
    continue: () => this.#continue(),
    recent: () => this.#list({ kind: "list", what: "recent" }),
    bookmarks: () => this.#list({ kind: "list", what: "bookmarks" }),
    open: (rest) => this.#number(rest),
    mark: (rest) => this.#withItem(rest, (essay) => this.#mark(essay)),
    edit: (rest) =>
      this.#withItem(rest, (essay) => this.#ask({ kind: "edit", essay, line: 0, end: 0, words: "" })),
    copy: (rest) =>
      this.#withItem(rest, ({ file }) => this.#ask({ kind: "copy", text: label(file), what: label(file) })),
    help: () => ({ lines: COMMANDS.shelf.map(({ help }) => help) }),
    quit: () => ({ lines: [], done: true }),
  };

  readonly #inEssay: InEssay = {
    down: ({ own, at }) => this.#at(own, this.#step(own, at, 1)),
    up: ({ own, at }) => this.#at(own, this.#step(own, at, -1)),
    pageDown: ({ own, at }) => this.#at(own, this.#step(own, at, 1)),
    pageUp: ({ own, at }) => this.#at(own, this.#step(own, at, -1)),
    top: ({ own }) => this.#jump(own, 0),
    bottom: ({ own }) => this.#jump(own, Math.max(0, own.blocks.length - 1)),
    redraw: ({ own, at }) => ({ lines: this.#block(own, at) }),
    follow: ({ own, at }, rest) => this.#follow(own, at, rest),
    goBack: () => this.#back(),
    outline: ({ own }, rest) => this.#outline(own, rest),
    nextHeading: (open) => this.#heading(open, 1),
    previousHeading: (open) => this.#heading(open, -1),
    find: (open, rest) => this.#find(open, rest),
    search: (_, rest) => this.#search(rest),
    nextEssay: ({ own }) => this.#beside(own.essay, 1),
    previousEssay: ({ own }) => this.#beside(own.essay, -1),
    citing: ({ own }) => this.#around(own.essay),
    bookmark: (open) => this.#bookmark(open),
    bookmarks: ({ own }) => this.#list({ kind: "list", what: "bookmarks", essay: own.essay }),
    recent: () => this.#list({ kind: "list", what: "recent" }),
    copy: ({ own, at }) =>
      this.#ask({ kind: "copy", text: blockPassage(own, at, undefined), what: `paragraph ${at + 1}` }),
    copyAddress: ({ own }) => this.#ask({ kind: "copy", text: addressOf(own.essay), what: addressOf(own.essay) }),
    edit: (open) => this.#edit(open),
    help: () => ({ lines: COMMANDS.page.map(({ help }) => help) }),
    back: () => this.#leave(),
    clear: () => this.#leave(),
  };

  #number(word: string): Answered {
    const item = this.#shelf.item(Number(word));
    if (item) return this.#openItem(item);
    return said(`${label(word)}: no such command or number; h tells what there is.`);
  }

  #paragraph({ own }: Open, word: string): Answered {
    const block = Number(word) - 1;
    if (Number.isInteger(block) && own.blocks[block]) return this.#jump(own, block);
    return said(`${label(word)}: no such command or paragraph; h tells what there is.`);
  }

  #withItem(number: string, does: (essay: Essay) => Answered): Answered {
    const item = this.#shelf.item(Number(number));
    return item ? does(item.essay) : said("Which one? Say its number, too.");
  }

  #openItem({ essay, block }: PlainItem): Answered {
    return this.#openEssay(essay, block);
  }

  #openEssay(essay: Essay, block?: number): Answered {
    const opened = this.#sent({ kind: "open", essay }).find((message) => message.kind === "opened");
    if (!opened) throw new Error(`${essay.path}: can't be read`);
    return this.#read(opened.open, block);
  }

  /** Performs an effect: what is sent at once is returned, what comes later is printed. */
  #sent(effect: Effect): Message[] {
    const messages: Message[] = [];
    let isNow = true;
    this.#options.perform(effect, (message) => {
      if (isNow) messages.push(message);
      else this.#options.tell(wordsOf(message));
    });
    isNow = false;
    const failure = messages.find((message) => message.kind === "failed");
    if (failure) throw new Error(failure.message);
    return messages;
  }

  /** Performs an effect of which only words are to be expected. */
  #ask(effect: Effect): Answered {
    return { lines: this.#sent(effect).flatMap(wordsOf) };
  }

  #search(query: string): Answered {
    if (!this.#options.isSearchable) return said("Nothing to search here.");
    const found = this.#sent({ kind: "search", query, ...SEARCH }).find((message) => message.kind === "found");
    this.#close();
    return { lines: found ? this.#shelf.found(found) : [] };
  }

  #list(effect: Extract<Effect, { kind: "list" }>): Answered {
    const listed = this.#sent(effect).find((message) => message.kind === "listed");
    this.#close();
    return { lines: listed ? this.#shelf.listed(listed.listed) : [] };
  }

  #around(essay: Essay): Answered {
    const known = this.#sent({ kind: "around", essay }).find((message) => message.kind === "around");
    this.#close();
    return { lines: this.#shelf.around(essay, known?.around ?? { citedBy: [], alike: [] }) };
  }

  #mark(essay: Essay): Answered {
    const { state } = this.#shelf;
    const isRead = state.readings.get(essay.path)?.state === "yes";
    const read = this.#sent({ kind: "mark", essay, state: isRead ? "no" : "yes" }).find(({ kind }) => kind === "read");
    if (read?.kind === "read")
      this.#shelf.state = { ...state, readings: new Map(state.readings).set(read.path, read.reading) };
    return said(isRead ? "Marked as not read." : "Marked as read.");
  }

  #bookmark({ own, at }: Open): Answered {
    const line = own.blocks[at]?.[0] ?? textOfBlock(own.document, at);
    this.#sent({ kind: "bookmark", essay: own.essay, place: placeAt(own, at), line: label(line) });
    return said("Bookmarked.");
  }

  #edit({ own, at }: Open): Answered {
    const { blocks } = own.document;
    const line = blocks[at]?.line ?? 1;
    const words = firstWords(own.document, at);
    return this.#ask({ kind: "edit", essay: own.essay, line, end: blocks[at + 1]?.line ?? Infinity, words });
  }

  #close(): void {
    this.keep();
    this.#open = undefined;
  }

  #leave(): Answered {
    this.#close();
    return this.#shelf.essays.length === 0 || this.#shelf.state.library.alone
      ? { lines: [], done: true }
      : { lines: this.#shelf.again() };
  }

  /** The next block that has something to read; undefined beyond the end. */
  #step({ blocks }: PlainEssay, at: number, step: 1 | -1): number | undefined {
    let block = at + step;
    while (block >= 0 && block < blocks.length && isSilent(blocks, block)) block += step;
    return blocks[block] === undefined ? undefined : block;
  }

  #at(own: PlainEssay, block: number | undefined): Answered {
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
    return blockLines(own, block, (href) => {
      const to = this.#target(own.essay, href);
      if (to.kind === "essay")
        return isSame(to.essay, own.essay) ? "in this essay" : `to ${label(to.essay.title)}`;
      if (to.kind === "here") return "in this essay";
      return to.kind === "external" ? "to the browser" : "leads nowhere";
    });
  }

  #target(from: Essay, href: string): LinkTarget {
    return linkIndex(this.#shelf.state.library.all).resolve(href, from.path);
  }

  /** As `#at`, and where that is. */
  #jump(own: PlainEssay, block: number): Answered {
    const { lines } = this.#at(own, block);
    return { lines: [`Paragraph ${block + 1} of ${own.blocks.length}.`, ...lines] };
  }

  #outline(own: PlainEssay, number: string): Answered {
    const heading = headingsOf(own.document)[Number(number) - 1];
    if (heading) return this.#jump(own, heading.block);
    const lines = outlineLines(own);
    return { lines: lines.length > 0 ? [...lines, "o and a number goes there."] : ["No headings."] };
  }

  #heading({ own, at }: Open, step: 1 | -1): Answered {
    const blocks = headingsOf(own.document).map(({ block }) => block);
    const target = step > 0 ? blocks.find((block) => block > at) : blocks.findLast((block) => block < at);
    return target === undefined ? said("No heading there.") : this.#jump(own, target);
  }

  #find({ own, at }: Open, words: string): Answered {
    // As in less, nothing typed means what was sought before.
    this.#sought = words || this.#sought;
    const found = findIn(own, this.#sought, at + 1);
    return found === undefined ? said(`${label(this.#sought)} is not in this essay.`) : this.#jump(own, found);
  }

  #ending(essay: Essay): string[] {
    const next = this.#neighbour(essay, 1);
    const more = this.#options.isSearchable ? ["a lists what links here and what is most like it."] : [];
    return [
      "The end.",
      ...(next ? [sentence(`j opens the next essay on the shelf: ${label(next.title)}`)] : []),
      ...more,
    ];
  }

  #beside(essay: Essay, step: 1 | -1): Answered {
    const other = this.#neighbour(essay, step);
    return other ? this.#openEssay(other) : said("No essay there on the shelf.");
  }

  #neighbour(essay: Essay, step: number): Essay | undefined {
    const { essays } = this.#shelf;
    const index = essays.findIndex((one) => isSame(one, essay));
    return index < 0 ? undefined : essays[index + step];
  }

  #read(open: OpenEssay, block?: number): Answered {
    const own = plainEssay(open, this.#shelf.state.library.all);
    const known = isInFile(own.essay) ? this.#options.memory.of(keyOf(own.essay)) : undefined;
    const stopped = known?.state === "begun" ? findBlock(own.document, known.place) : 0;
    const at = Math.max(0, block ?? stopped);
    const where =
      block === undefined && at > 0 ? [`Where you stopped, paragraph ${at + 1}; 1 is the beginning.`] : [];
    this.#open = { own, at };
    this.keep();
    const offer = at === 0 ? ["Enter reads on, h tells what else there is."] : [];
    return { lines: [...introduction(own), ...where, ...this.#block(own, at), ...offer] };
  }

  #follow(own: PlainEssay, at: number, number: string): Answered {
    const links = linksIn(own, at);
    const link = links[(number === "" ? 1 : Number(number)) - 1];
    if (!link) return said(links.length === 0 ? "No links here." : `Links 1 to ${links.length}.`);
    const to = this.#target(own.essay, link.href);
    if (to.kind === "external") {
      this.#sent({ kind: "browse", href: link.href });
      return said(`To the browser: ${label(link.href)}.`);
    }
    if (to.kind !== "essay" && to.kind !== "here") return said(`${label(link.href)} leads to no essay.`);
    this.#trail = [...this.#trail, { essay: own.essay, block: at }];
    const heading = to.heading ?? "";
    const isOther = to.kind === "essay" && !isSame(to.essay, own.essay);
    const answer = isOther ? this.#openEssay(to.essay, 0) : this.#at(own, 0);
    const found = this.#open && heading !== "" ? findHeading(this.#open.own.document, heading) : undefined;
    return found && this.#open ? this.#at(this.#open.own, found.block) : answer;
  }

  #back(): Answered {
    const stop = this.#trail.at(-1);
    if (!stop) return said("Nothing to go back to; q goes to the shelf.");
    this.#trail = this.#trail.slice(0, -1);
    return this.#openEssay(stop.essay, stop.block);
  }

  #continue(): Answered {
    const last = toGoOn(this.#options.memory, this.#shelf.essays);
    return last ? this.#openEssay(last.essay) : said("Nothing that you began and did not finish.");
  }

  /** What can be continued, and what can be typed. */
  #offer(): string[] {
    const last = toGoOn(this.#options.memory, this.#shelf.essays);
    const offer = last ? [`c continues ${label(last.essay.title)}, ${last.percent} per cent read.`] : [];
    return [...offer, "A number opens an essay, Enter says more, h tells what else there is, q leaves."];
  }
}

function placeAt({ document }: PlainEssay, block: number) {
  return { block, words: firstWords(document, block), note: undefined, offset: 0 };
}

function said(line: string): Answered {
  return { lines: [line] };
}

/** The words of a message for the status line. */
function wordsOf(message: Message): string[] {
  const isWords = message.kind === "said" || message.kind === "failed";
  return isWords ? [sentence(message.message.charAt(0).toUpperCase() + message.message.slice(1))] : [];
}
