/**
 * The reader that works line by line, for screen readers, braille displays and simple terminals: it never
 * redraws, prints each answer under the last one, and reads lines instead of keys.
 *
 * It uses the same core as the screen: the same state of the shelf, and the same effects,
 * performed by the same world.
 */
import { findAnchor } from "../../document/anchor.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Essay } from "../../essay/essay.ts";
import { sentence } from "../../formats/speech.ts";
import { toGoOn } from "../../memory/go-on.ts";
import { addressOf, blockPassage } from "../../page/passage.ts";
import { messageOf } from "../../text/message-of.ts";
import { label } from "../../text/visible.ts";
import { isSame } from "../arrange.ts";
import type { Action } from "../keymap.ts";
import type { Effect } from "../messages.ts";
import type { State } from "../state.ts";
import { helpOf, ON_A_SCREEN_ONLY, plainAction } from "./commands.ts";
import { counted } from "../../text/counted.ts";
import { endingLines, offerLines } from "./plain-offer.ts";
import { type PlainPage, plainPage } from "./plain-page.ts";
import { type PlainItem, PlainShelf } from "./plain-shelf.ts";
import { type Answered, type PlainWorld, said, sentBy, wordsOf } from "./plain-world.ts";

type OnShelf = { readonly [Own in Action]?: (rest: string) => Answered };
type InEssay = { readonly [Own in Action]?: (page: PlainPage, rest: string) => Answered };

/** The number of essays for which a search lists passages, and the characters of a passage. */
const SEARCH = { most: 50, length: 200 };

export class PlainReader {
  readonly #world: PlainWorld;
  readonly #shelf: PlainShelf;
  #page: PlainPage | undefined;
  #sought = "";
  #trail: readonly { readonly essay: Essay; readonly block: number }[] = [];

  constructor(world: PlainWorld, state: State) {
    this.#world = world;
    this.#shelf = new PlainShelf(state);
  }

  /** The first output. */
  begin(open?: OpenEssay): Answered {
    if (open) return this.#read(open);
    const { root } = this.#shelf.state.library;
    const words = `${label(root)}: ${counted(this.#shelf.essays.length, "essay")}.`;
    return {
      lines: [words, ...this.#shelf.more(), ...offerLines(toGoOn(this.#world.memory, this.#shelf.essays))],
    };
  }

  /** The prompt. */
  get prompt(): string {
    return this.#page ? "essay> " : "shelf> ";
  }

  /** The answer to a line. */
  answer(line: string): Answered {
    const whole = line.trim();
    const [word = ""] = /^(?:[?/]|\S*)/.exec(whole) ?? [];
    const rest = whole.slice(word.length).trim();
    const page = this.#page;
    const action = /^\d+$/.test(word)
      ? undefined
      : plainAction(this.#shelf.state.keymap, page ? "page" : "shelf", word);
    try {
      const answer = action && (page ? this.#inEssay[action]?.(page, rest) : this.#onShelf[action]?.(rest));
      if (answer) return answer;
      const why = action && ON_A_SCREEN_ONLY.get(action);
      if (why !== undefined) return said(`${label(word)} does nothing here: ${why}.`);
      return page ? this.#paragraph(page, word) : this.#number(word);
    } catch (error) {
      return said(sentence(label(messageOf(error))));
    }
  }

  /** Stores the user's place; call this also at the end. */
  keep(): void {
    this.#page?.keep();
  }

  readonly #onShelf: OnShelf = {
    pageDown: () => ({ lines: this.#shelf.more() }),
    pageUp: () => ({ lines: this.#shelf.before() }),
    down: () => ({ lines: this.#shelf.more() }),
    up: () => ({ lines: this.#shelf.before() }),
    top: () => ({ lines: this.#shelf.again() }),
    bottom: () => said("Numbers open essays; Enter continues."),
    clear: () => ({ lines: this.#shelf.all() }),
    redraw: () => ({ lines: this.#shelf.again() }),
    filter: (rest) => ({ lines: this.#shelf.filter(rest) }),
    search: (rest) => (rest === "" ? helpOf("shelf") : this.#search(rest)),
    tags: (rest) => ({ lines: this.#shelf.tagged(rest) }),
    sort: (rest) => ({ lines: this.#shelf.sorted(rest) }),
    reverse: () => ({ lines: this.#shelf.reversed() }),
    continue: () => this.#continue(),
    recent: () => this.#list({ kind: "list", what: "recent" }),
    bookmarks: () => this.#list({ kind: "list", what: "bookmarks" }),
    marks: () => this.#list({ kind: "list", what: "marks" }),
    open: (rest) => (rest === "" ? said("Which one? A number opens an essay.") : this.#number(rest)),
    queue: (rest) => this.#withItem(rest, ({ essay }) => this.#queue(essay)),
    queued: () => this.#list({ kind: "list", what: "queued" }),
    mark: (rest) => this.#withItem(rest, ({ essay }) => this.#mark(essay)),
    undo: () => this.#ask({ kind: "unmark" }),
    remove: (rest) => this.#withItem(rest, (item) => this.#remove(item)),
    edit: (rest) =>
      this.#withItem(rest, ({ essay }) => this.#ask({ kind: "edit", essay, line: 0, end: 0, words: "" })),
    copy: (rest) =>
      this.#withItem(rest, ({ essay: { file } }) =>
        this.#ask({ kind: "copy", text: label(file), what: label(file) }),
      ),
    help: () => helpOf("shelf"),
    quit: () => ({ lines: [], done: true }),
  };

  readonly #inEssay: InEssay = {
    down: (page) => this.#step(page, 1),
    up: (page) => this.#step(page, -1),
    pageDown: (page) => this.#step(page, 1),
    pageUp: (page) => this.#step(page, -1),
    top: (page) => page.jump(0),
    bottom: (page) => page.jump(Math.max(0, page.own.blocks.length - 1)),
    redraw: (page) => ({ lines: page.lines() }),
    follow: (page, rest) => this.#follow(page, rest),
    goBack: () => this.#back(),
    outline: (page, rest) => page.outline(rest),
    nextHeading: (page) => page.heading(1),
    previousHeading: (page) => page.heading(-1),
    // As in less, an empty text repeats the last search.
    find: (page, rest) => page.find((this.#sought = rest || this.#sought)),
    previousMatch: (page) => page.find(this.#sought, -1),
    search: (_, rest) => (rest === "" ? helpOf("page") : this.#search(rest)),
    nextEssay: (page) => this.#beside(page, 1),
    previousEssay: (page) => this.#beside(page, -1),
    citing: (page) => this.#around(page),
    bookmark: (page) => {
      this.#sent({ kind: "bookmark", essay: page.essay, place: page.place, line: page.line });
      return said("Bookmarked.");
    },
    bookmarks: ({ essay }) => this.#list({ kind: "list", what: "bookmarks", essay }),
    recent: () => this.#list({ kind: "list", what: "recent" }),
    copy: ({ own, at }) =>
      this.#ask({ kind: "copy", text: blockPassage(own, at, undefined), what: `paragraph ${at + 1}` }),
    copyAddress: ({ essay }) => this.#ask({ kind: "copy", text: addressOf(essay), what: addressOf(essay) }),
    edit: (page) => this.#ask(page.toEdit()),
    highlight: (page, rest) => page.mark(rest, false),
    note: (page, rest) => page.mark(rest, true),
    unmark: (page, rest) => page.unmark(rest),
    undo: (page) => page.undo(),
    marks: (page, rest) => (rest === "all" ? this.#list({ kind: "list", what: "marks" }) : page.marks()),
    help: () => helpOf("page"),
    back: () => this.#leave(),
    clear: () => this.#leave(),
  };

  #number(word: string): Answered {
    const item = this.#shelf.item(Number(word));
    return item
      ? this.#openEssay(item.essay, item.block)
      : said(`${label(word)}: no such command or number; h lists the commands.`);
  }

  #paragraph(page: PlainPage, word: string): Answered {
    const block = Number(word) - 1;
    if (Number.isInteger(block) && page.own.blocks[block]) return page.jump(block);
    return said(`${label(word)}: no such command or paragraph; h lists the commands.`);
  }

  #withItem(number: string, does: (item: PlainItem) => Answered): Answered {
    if (number === "") return said("Which one? Type its number, too.");
    const item = this.#shelf.item(Number(number));
    return item ? does(item) : said(`There is no essay ${label(number)} in this list.`);
  }

  #openEssay(essay: Essay, block?: number): Answered {
    const opened = this.#sent({ kind: "open", essay }).find((message) => message.kind === "opened");
    if (!opened) throw new Error(`${essay.path}: can't be read`);
    return this.#read(opened.open, block);
  }

  #read(open: OpenEssay, block?: number): Answered {
    const { targets } = this.#shelf.state.library;
    this.#page = plainPage(open, targets, this.#world);
    return this.#page.begin(block);
  }

  #sent(effect: Effect): ReturnType<typeof sentBy> {
    return sentBy(this.#world, effect);
  }

  #ask(effect: Effect): Answered {
    const sent = this.#sent(effect);
    this.#shelf.heard(sent);
    return { lines: sent.flatMap(wordsOf) };
  }

  #search(query: string): Answered {
    if (!this.#world.isSearchable) return said("Nothing to search here.");
    const found = this.#sent({ kind: "search", query, ...SEARCH }).find(
      (message) => message.kind === "found",
    );
    this.#close();
    return { lines: found ? this.#shelf.found(found) : [] };
  }

  #list(effect: Extract<Effect, { kind: "list" }>): Answered {
    const listed = this.#sent(effect).find((message) => message.kind === "listed");
    this.#close();
    return { lines: listed ? this.#shelf.listed(listed.listed) : [] };
  }

  #around({ essay }: PlainPage): Answered {
    const known = this.#sent({ kind: "around", essay }).find((message) => message.kind === "around");
    this.#close();
    return { lines: this.#shelf.around(essay, known?.around ?? { citedBy: [], alike: [] }) };
  }

  #mark(essay: Essay): Answered {
    const isRead = this.#shelf.state.readings.get(essay.path)?.state === "yes";
    this.#shelf.heard(this.#sent({ kind: "mark", essays: [essay], state: isRead ? "no" : "yes" }));
    return said(isRead ? "Marked as not read." : "Marked as read.");
  }

  #queue(essay: Essay): Answered {
    const isIn = !this.#shelf.state.queue.includes(essay.path);
    this.#shelf.heard(this.#sent({ kind: "queue", essay, isIn }));
    return said(isIn ? "Added to the queue." : "Removed from the queue.");
  }

  #remove({ bookmark }: PlainItem): Answered {
    if (bookmark === undefined) return said("No bookmark has that number; ' lists them.");
    this.#sent({ kind: "unbookmark", bookmark });
    return this.#list({ kind: "list", what: "bookmarks" });
  }

  #close(): void {
    this.keep();
    this.#page = undefined;
  }

  #leave(): Answered {
    this.#close();
    const { essays, state } = this.#shelf;
    return essays.length === 0 || state.library.alone
      ? { lines: [], done: true }
      : { lines: this.#shelf.again() };
  }

  #step(page: PlainPage, step: 1 | -1): Answered {
    const answer = page.step(step);
    if (answer) return answer;
    page.keep();
    return {
      lines:
        step < 0
          ? ["This is the beginning."]
          : endingLines(this.#shelf.neighbour(page.essay, 1), this.#world.isSearchable),
    };
  }

  #beside({ essay }: PlainPage, step: 1 | -1): Answered {
    const other = this.#shelf.neighbour(essay, step);
    return other ? this.#openEssay(other) : said("No essay there on the shelf.");
  }

  #follow(page: PlainPage, number: string): Answered {
    const links = page.links();
    const link = links[(number === "" ? 1 : Number(number)) - 1];
    if (!link) return said(links.length === 0 ? "No links here." : `Links 1 to ${links.length}.`);
    const to = page.target(link.href);
    if (to.kind === "external") {
      this.#sent({ kind: "browse", href: link.href });
      return said(`To the browser: ${label(link.href)}.`);
    }
    if (to.kind !== "essay" && to.kind !== "here") return said(`${label(link.href)} leads to no essay.`);
    this.#trail = [...this.#trail, { essay: page.essay, block: page.at }];
    const heading = to.heading ?? "";
    const isOther = to.kind === "essay" && !isSame(to.essay, page.essay);
    const answer = isOther ? this.#openEssay(to.essay, 0) : page.to(0);
    const found = heading === "" || !this.#page ? undefined : findAnchor(this.#page.own.document, heading);
    return found !== undefined && this.#page ? this.#page.to(found) : answer;
  }

  #back(): Answered {
    const stop = this.#trail.at(-1);
    if (!stop) return said("Nothing to go back to; q goes to the shelf.");
    this.#trail = this.#trail.slice(0, -1);
    return this.#openEssay(stop.essay, stop.block);
  }

  #continue(): Answered {
    const last = toGoOn(this.#world.memory, this.#shelf.essays);
    return last ? this.#openEssay(last.essay) : said("No unfinished essay.");
  }
}
