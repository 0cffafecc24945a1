/**
 * The answers of the plain reader while an essay is open.
 */
import { findAnchor } from "../../document/anchor.ts";
import type { Essay } from "../../essay/essay.ts";
import { addressOf, blockPassage } from "../../page/passage.ts";
import { label } from "../../text/visible.ts";
import { isSame } from "../arrange.ts";
import type { Action } from "../keymap.ts";
import { helpOf } from "./commands.ts";
import type { Desk } from "./desk.ts";
import { endingLines } from "./plain-offer.ts";
import type { PlainPage } from "./plain-page.ts";
import { type Answered, said } from "./plain-world.ts";

type InEssay = { readonly [Own in Action]?: (page: PlainPage, rest: string) => Answered };

export class EssayAnswers {
  readonly #desk: Desk;
  #sought = "";
  #trail: readonly { readonly essay: Essay; readonly block: number }[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The answer to an action with the rest of its line; undefined if the action does nothing here. */
  to(action: Action, page: PlainPage, rest: string): Answered | undefined {
    return this.#does[action]?.(page, rest);
  }

  /** The answer to a line that is no command: a number goes to a paragraph. */
  paragraph(page: PlainPage, word: string): Answered {
    const block = Number(word) - 1;
    if (Number.isInteger(block) && page.own.blocks[block]) return page.jump(block);
    return said(`${label(word)}: no such command or paragraph; h lists the commands.`);
  }

  readonly #does: InEssay = {
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
    search: (_, rest) => (rest === "" ? helpOf("page") : this.#desk.search(rest)),
    nextEssay: (page) => this.#beside(page, 1),
    previousEssay: (page) => this.#beside(page, -1),
    citing: (page) => this.#desk.around(page.essay),
    bookmark: (page) => {
      this.#desk.sent({ kind: "bookmark", essay: page.essay, place: page.place, line: page.line });
      return said("Bookmarked.");
    },
    bookmarks: ({ essay }) => this.#desk.list({ kind: "list", what: "bookmarks", essay }),
    recent: () => this.#desk.list({ kind: "list", what: "recent" }),
    copy: ({ own, at }) =>
      this.#desk.ask({ kind: "copy", text: blockPassage(own, at, undefined), what: `paragraph ${at + 1}` }),
    copyAddress: ({ essay }) =>
      this.#desk.ask({ kind: "copy", text: addressOf(essay), what: addressOf(essay) }),
    edit: (page) => this.#desk.ask(page.toEdit()),
    highlight: (page, rest) => page.mark(rest, false),
    note: (page, rest) => page.mark(rest, true),
    unmark: (page, rest) => page.unmark(rest),
    undo: (page) => page.undo(),
    marks: (page, rest) => (rest === "all" ? this.#desk.list({ kind: "list", what: "marks" }) : page.marks()),
    help: () => helpOf("page"),
    back: () => this.#desk.leave(),
    clear: () => this.#desk.leave(),
  };

  #step(page: PlainPage, step: 1 | -1): Answered {
    const answer = page.step(step);
    if (answer) return answer;
    page.keep();
    return {
      lines:
        step < 0
          ? ["This is the beginning."]
          : endingLines(this.#desk.shelf.neighbour(page.essay, 1), this.#desk.world.isSearchable),
    };
  }

  #beside({ essay }: PlainPage, step: 1 | -1): Answered {
    const other = this.#desk.shelf.neighbour(essay, step);
    return other ? this.#desk.open(other) : said("No essay there on the shelf.");
  }

  #follow(page: PlainPage, number: string): Answered {
    const links = page.links();
    const link = links[(number === "" ? 1 : Number(number)) - 1];
    if (!link) return said(links.length === 0 ? "No links here." : `Links 1 to ${links.length}.`);
    const to = page.target(link.href);
    if (to.kind === "external") {
      this.#desk.sent({ kind: "browse", href: link.href });
      return said(`To the browser: ${label(link.href)}.`);
    }
    if (to.kind !== "essay" && to.kind !== "here") return said(`${label(link.href)} leads to no essay.`);
    this.#trail = [...this.#trail, { essay: page.essay, block: page.at }];
    const heading = to.heading ?? "";
    const isOther = to.kind === "essay" && !isSame(to.essay, page.essay);
    const answer = isOther ? this.#desk.open(to.essay, 0) : page.to(0);
    const found =
      heading === "" || !this.#desk.page ? undefined : findAnchor(this.#desk.page.own.document, heading);
    return found !== undefined && this.#desk.page ? this.#desk.page.to(found) : answer;
  }

  #back(): Answered {
    const stop = this.#trail.at(-1);
    if (!stop) return said("Nothing to go back to; q goes to the shelf.");
    this.#trail = this.#trail.slice(0, -1);
    return this.#desk.open(stop.essay, stop.block);
  }
}
