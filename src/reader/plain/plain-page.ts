/**
 * An open essay line by line: the user's place in it, and the moves within it.
 */
import { titleLabel } from "../../essay/title-label.ts";
import { headingsOf } from "../../document/anchor.ts";
import { findBlock, firstWords, type TextPlace, textOfBlock } from "../../document/text-place.ts";
import type { OpenEssay } from "../../document/open-essay.ts";
import type { Essay } from "../../essay/essay.ts";
import type { LinkIndex, LinkTarget } from "../../links/link-target.ts";
import { isInFile, keyOf } from "../../memory/key.ts";
import { label } from "../../text/visible.ts";
import { isSame } from "../arrange.ts";
import type { EffectOf } from "../messages.ts";
import {
  blockLines,
  findIn,
  introduction,
  isSilent,
  linksIn,
  outlineLines,
  plainEssay,
  type PlainEssay,
  type PlainLink,
} from "./plain-essay.ts";
import { adopted } from "../../memory/adopt.ts";
import { marksThere } from "../annotate.ts";
import type { MarkChange } from "../mark-change.ts";
import { allMarkLines, does, lostLines, marked, markLines, markNumbered } from "./plain-marks.ts";
import { type Answered, type PlainWorld, said } from "./plain-world.ts";

export class PlainPage {
  #own: PlainEssay;
  /** What takes back what was done to the user's marks, the latest last. */
  #undo: readonly MarkChange[] = [];
  /** The id of the mark that was made or changed last, until another paragraph is read. */
  #latest: string | undefined;
  readonly #world: PlainWorld;
  readonly #targets: LinkIndex;
  /** Index of the block that was read last. */
  #at = 0;

  constructor(own: PlainEssay, targets: LinkIndex, world: PlainWorld) {
    this.#own = own;
    this.#targets = targets;
    this.#world = world;
  }

  get own(): PlainEssay {
    return this.#own;
  }

  get essay(): Essay {
    return this.own.essay;
  }

  /** Index of the block that was read last. */
  get at(): number {
    return this.#at;
  }

  /** The first answer: the text at `block`, or at the place where the user stopped. */
  begin(block: number | undefined): Answered {
    const known = isInFile(this.essay) ? this.#world.memory.of(keyOf(this.essay)) : undefined;
    const stopped = known?.state === "begun" ? findBlock(this.own.document, known.place) : 0;
    this.#at = Math.max(0, block ?? stopped);
    const isResumed = block === undefined && this.#at > 0;
    const where = isResumed ? [`Where you stopped, paragraph ${this.#at + 1}; 1 is the beginning.`] : [];
    this.keep();
    const offer = this.#at === 0 ? ["Enter reads on, h lists every command."] : [];
    return {
      lines: [...introduction(this.own), ...lostLines(this.own), ...where, ...this.lines(), ...offer],
    };
  }

  /** Stores the user's place. */
  keep(): void {
    if (!isInFile(this.essay)) return;
    const { memory, now } = this.#world;
    const percent = Math.min(100, Math.floor((100 * (this.#at + 1)) / Math.max(1, this.own.blocks.length)));
    memory.stopped(keyOf(this.essay), this.place, percent, percent === 100, now());
  }

  get place(): TextPlace {
    return { block: this.#at, words: firstWords(this.own.document, this.#at), note: undefined, offset: 0 };
  }

  /** The paragraph that identifies the place. */
  get line(): string {
    return label(this.own.blocks[this.#at]?.[0] ?? textOfBlock(this.own.document, this.#at));
  }

  /** The paragraph that was read last, with its notes, links and marks. */
  lines(): string[] {
    const lines = blockLines(this.own, this.#at, (href) => {
      const to = this.target(href);
      if (to.kind === "essay")
        return isSame(to.essay, this.essay) ? "in this essay" : `to ${titleLabel(to.essay)}`;
      if (to.kind === "here") return "in this essay";
      return to.kind === "external" ? "to the browser" : "leads nowhere";
    });
    return [...lines, ...markLines(this.#own, this.#at)];
  }

  /** Marks the paragraph that was read last, or a sentence of it. A note belongs to the mark just made, if there is one. */
  mark(rest: string, isNote: boolean): Answered {
    this.#again();
    const latest = this.#own.placed.find(({ mark }) => mark.id === this.#latest)?.mark;
    const change = marked(this.#own, this.#at, rest, isNote, latest);
    return typeof change === "string" ? said(change) : this.#does(change);
  }

  unmark(rest: string): Answered {
    if (this.#again()) return said("Your marks were changed elsewhere; marks lists them as they are now.");
    const mark = markNumbered(this.#own, this.#at, rest);
    return typeof mark === "string" ? said(mark) : this.#does({ do: "remove", id: mark.id });
  }

  marks(): Answered {
    this.#again();
    const lines = allMarkLines(this.#own);
    return { lines: lines.length > 0 ? lines : ["You have no marks in this essay."] };
  }

  undo(): Answered {
    const change = this.#undo.at(-1);
    if (!change) return said("Nothing to undo.");
    this.#undo = this.#undo.slice(0, -1);
    return this.#does(change, true);
  }

  /** Reads the marks again; reports whether another reader has changed them. */
  #again(): boolean {
    const { memory } = this.#world;
    const marks = marksThere(memory, this.essay);
    const before = new Map(this.#own.placed.map(({ mark }) => [mark.id, mark.changed]));
    const isSame =
      marks.length === before.size && marks.every(({ id, changed }) => before.get(id) === changed);
    if (!isSame) this.#own = plainEssay(this.#own.open, this.#targets, marks);
    return !isSame;
  }

  #does(change: MarkChange, isUndo = false): Answered {
    const { answer, marks, latest, undo } = does(this.#world, this.#own, change, isUndo);
    this.#latest = latest;
    if (undo) this.#undo = [...this.#undo, undo];
    if (marks) this.#own = plainEssay(this.#own.open, this.#targets, marks);
    return answer;
  }

  /** The links of the paragraph that was read last. */
  links(): PlainLink[] {
    return linksIn(this.own, this.#at);
  }

  /** The target of a link of this essay. */
  target(href: string): LinkTarget {
    return this.#targets.resolve(href, this.essay.path);
  }

  /** Reads the next block with text, or the one before it; undefined beyond the ends. */
  step(step: 1 | -1): Answered | undefined {
    const { blocks } = this.own;
    let block = this.#at + step;
    while (block >= 0 && block < blocks.length && isSilent(blocks, block)) block += step;
    return blocks[block] === undefined ? undefined : this.to(block);
  }

  /** Reads a block. */
  to(block: number): Answered {
    if (block !== this.#at) this.#latest = undefined;
    this.#at = block;
    this.keep();
    return { lines: this.lines() };
  }

  /** Like `to`, with the number of the paragraph. */
  jump(block: number): Answered {
    const { lines } = this.to(block);
    return { lines: [`Paragraph ${block + 1} of ${this.own.blocks.length}.`, ...lines] };
  }

  /** The headings; with a number, goes to that heading. */
  outline(number: string): Answered {
    const heading = headingsOf(this.own.document)[Number(number) - 1];
    if (heading) return this.jump(heading.block);
    const lines = outlineLines(this.own);
    return { lines: lines.length > 0 ? [...lines, "o and a number goes there."] : ["No headings."] };
  }

  heading(step: 1 | -1): Answered {
    const blocks = headingsOf(this.own.document).map(({ block }) => block);
    const next = step > 0 ? blocks.find((one) => one > this.#at) : blocks.findLast((one) => one < this.#at);
    return next === undefined ? said("No heading there.") : this.jump(next);
  }

  /** The effect that opens the editor at the paragraph. */
  toEdit(): EffectOf<"edit"> {
    const { document } = this.own;
    const [line = 1, end = Infinity] = [document.blocks[this.#at]?.line, document.blocks[this.#at + 1]?.line];
    return { kind: "edit", essay: this.essay, line, end, words: firstWords(document, this.#at) };
  }

  find(words: string, step: 1 | -1 = 1): Answered {
    if (words === "") return said("You have not searched for anything yet.");
    const found = findIn(this.own, words, this.#at, step);
    return found === undefined ? said(`${label(words)} is not in this essay.`) : this.jump(found);
  }
}

/** An open essay with the user's marks. */
export function plainPage(open: OpenEssay, targets: LinkIndex, world: PlainWorld): PlainPage {
  return new PlainPage(
    plainEssay(open, targets, adopted(world.memory, open, world.library, world.now())),
    targets,
    world,
  );
}
