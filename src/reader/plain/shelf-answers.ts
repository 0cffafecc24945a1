/**
 * The answers of the plain reader while the list of the shelf is at hand.
 */
import type { Essay } from "../../essay/essay.ts";
import { toGoOn } from "../../memory/go-on.ts";
import { label } from "../../text/visible.ts";
import type { Action } from "../keymap.ts";
import { helpOf } from "./commands.ts";
import type { Desk } from "./desk.ts";
import type { PlainItem } from "./plain-shelf.ts";
import { type Answered, said } from "./plain-world.ts";

type OnShelf = { readonly [Own in Action]?: (rest: string) => Answered };

export class ShelfAnswers {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The answer to an action with the rest of its line; undefined if the action does nothing here. */
  to(action: Action, rest: string): Answered | undefined {
    return this.#does[action]?.(rest);
  }

  /** The answer to a line that is no command: a number opens an essay. */
  number(word: string): Answered {
    const item = this.#desk.shelf.item(Number(word));
    return item
      ? this.#desk.open(item.essay, item.block)
      : said(`${label(word)}: no such command or number; h lists the commands.`);
  }

  readonly #does: OnShelf = {
    pageDown: () => ({ lines: this.#desk.shelf.more() }),
    pageUp: () => ({ lines: this.#desk.shelf.before() }),
    down: () => ({ lines: this.#desk.shelf.more() }),
    up: () => ({ lines: this.#desk.shelf.before() }),
    top: () => ({ lines: this.#desk.shelf.again() }),
    bottom: () => said("Numbers open essays; Enter continues."),
    clear: () => ({ lines: this.#desk.shelf.all() }),
    redraw: () => ({ lines: this.#desk.shelf.again() }),
    filter: (rest) => ({ lines: this.#desk.shelf.filter(rest) }),
    search: (rest) => (rest === "" ? helpOf("shelf") : this.#desk.search(rest)),
    tags: (rest) => ({ lines: this.#desk.shelf.tagged(rest) }),
    sort: (rest) => ({ lines: this.#desk.shelf.sorted(rest) }),
    reverse: () => ({ lines: this.#desk.shelf.reversed() }),
    continue: () => this.#continue(),
    recent: () => this.#desk.list({ kind: "list", what: "recent" }),
    bookmarks: () => this.#desk.list({ kind: "list", what: "bookmarks" }),
    marks: () => this.#desk.list({ kind: "list", what: "marks" }),
    open: (rest) => (rest === "" ? said("Which one? A number opens an essay.") : this.number(rest)),
    queue: (rest) => this.#withItem(rest, ({ essay }) => this.#queue(essay)),
    queued: () => this.#desk.list({ kind: "list", what: "queued" }),
    mark: (rest) => this.#withItem(rest, ({ essay }) => this.#mark(essay)),
    undo: () => this.#desk.ask({ kind: "unmark" }),
    remove: (rest) => this.#withItem(rest, (item) => this.#remove(item)),
    edit: (rest) =>
      this.#withItem(rest, ({ essay }) =>
        this.#desk.ask({ kind: "edit", essay, line: 0, end: 0, words: "" }),
      ),
    copy: (rest) =>
      this.#withItem(rest, ({ essay: { file } }) =>
        this.#desk.ask({ kind: "copy", text: label(file), what: label(file) }),
      ),
    help: () => helpOf("shelf"),
    quit: () => ({ lines: [], done: true }),
  };

  #withItem(number: string, does: (item: PlainItem) => Answered): Answered {
    if (number === "") return said("Which one? Type its number, too.");
    const item = this.#desk.shelf.item(Number(number));
    return item ? does(item) : said(`There is no essay ${label(number)} in this list.`);
  }

  #mark(essay: Essay): Answered {
    const isRead = this.#desk.shelf.state.readings.get(essay.path)?.state === "yes";
    this.#desk.shelf.heard(this.#desk.sent({ kind: "mark", essays: [essay], state: isRead ? "no" : "yes" }));
    return said(isRead ? "Marked as not read." : "Marked as read.");
  }

  #queue(essay: Essay): Answered {
    const isIn = !this.#desk.shelf.state.queue.includes(essay.path);
    this.#desk.shelf.heard(this.#desk.sent({ kind: "queue", essay, isIn }));
    return said(isIn ? "Added to the queue." : "Removed from the queue.");
  }

  #remove({ bookmark }: PlainItem): Answered {
    if (bookmark === undefined) return said("No bookmark has that number; ' lists them.");
    this.#desk.sent({ kind: "unbookmark", bookmark });
    return this.#desk.list({ kind: "list", what: "bookmarks" });
  }

  #continue(): Answered {
    const last = toGoOn(this.#desk.world.memory, this.#desk.shelf.essays);
    return last ? this.#desk.open(last.essay) : said("No unfinished essay.");
  }
}
