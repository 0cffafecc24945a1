/**
 * Bars in pairs. TeX's `|` and `\|` are the same sign at both ends, so the sign before a bar
 * decides, as for a human reader:
 *
 *     |x| + 2|−x|        a bar at the beginning, or after an operator, a relation, a bracket or an open bar, opens
 *     │ │    │  │        a bar after an operand closes the open one, or may open a factor
 *     P(A|B), {x|x > 0}  a bar without a partner within its brackets stays as it is, as does a pair around a relation or a comma
 *     |ψ⟩⟨φ|             a ket and a bra: the partner is an angle bracket
 *
 * A pair has the classes and the height of brackets.
 */
import { textOf } from "./box.ts";
import type { Item } from "./setting.ts";

const BAR = /^[|‖]$/;

/** Whether a sign is a bar that may open or close. */
export function isBar(sign: string): boolean {
  return BAR.test(sign);
}

/** Whether it is a bar without a partner, after which an expression begins anew: P(A|−B). */
export function isDivider(own: Item): boolean {
  return own.isBar === true && own.class === "ord" && own.hasScript !== true;
}

/** A bracket or a bar that is still open. */
interface Open {
  readonly index: number;
  readonly isBar: boolean;
  /** Whether only an opening bar can be at this place. */
  readonly isSure: boolean;
  /** Whether a relation, a comma or a connective follows it, so that an uncertain bar encloses nothing. */
  isParted: boolean;
}

/** The items, with bars that form pairs as brackets. */
export function withBars(items: readonly Item[]): Item[] {
  // A bar that is alone in its list is the base of scripts; its neighbours are known later.
  if (items.length < 2 || !items.some((own) => own.isBar === true)) return [...items];
  const pairs = new Pairs(items);
  items.forEach((_, index) => pairs.see(index));
  pairs.end();
  return items.map((own, index) => {
    const given = pairs.classes.get(index);
    return given === undefined ? own : { ...own, class: given };
  });
}

class Pairs {
  readonly classes = new Map<number, "open" | "close">();
  readonly #items: readonly Item[];
  readonly #open: Open[] = [];
  /** Whether an operand ends right before the next item. */
  #isBehindOperand = false;

  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  see(index: number): void {
    const own = this.#items[index]!;
    if (own.class === "space") {
      if ((own.units ?? 0) >= WIDE) this.#isBehindOperand = false;
      return;
    }
    const right = own.rightClass ?? own.class;
    if (own.isBar === true) this.#bar(index, own);
    else {
      if (own.class === "open" && own.rightClass === undefined)
        this.#open.push({ index, isBar: false, isSure: false, isParted: false });
      else if (own.class === "close") this.#close(own);
      else if (own.class === "rel" || own.class === "punct" || /^[∧∨/]$/.test(textOf(own.box))) this.#part();
      this.#isBehindOperand = !BEFORE_OPERAND.has(right) && !BEFORE_OPERANDS.test(textOf(own.box));
    }
  }

  /** Bras: an angle bracket that is still open, and the bar within it. */
  end(): void {
    this.#open.forEach((own, at) => {
      const before = this.#open[at - 1];
      if (own.isBar && before?.isBar === false && textOf(this.#items[before.index]!.box) === "⟨")
        this.classes.set(own.index, "close");
    });
  }

  #bar(index: number, own: Item): void {
    const top = this.#open.at(-1);
    const isScripted = own.hasScript === true;
    const canClose = this.#isBehindOperand && top?.isBar === true && (top.isSure || !top.isParted);
    if (canClose) {
      this.#open.pop();
      this.classes.set(top.index, "open");
      this.classes.set(index, "close");
    } else if (!isScripted) {
      if (this.#isBehindOperand && top?.isBar === true && !top.isSure) this.#open.pop();
      this.#open.push({ index, isBar: true, isSure: !this.#isBehindOperand, isParted: false });
      this.#isBehindOperand = false;
    }
  }

  /** A closing bracket drops the bars within its pair; an angle bracket without a partner closes a bar. */
  #close(own: Item): void {
    // A factorial has the class of a closing bracket.
    if (textOf(own.box).startsWith("!")) return;
    const at = this.#open.findLastIndex((one) => !one.isBar);
    const bar = this.#open.at(-1);
    if (at >= 0) this.#open.length = at;
    else if (bar !== undefined && bar.isSure && textOf(own.box).startsWith("⟩"))
      this.classes.set(bar.index, "open");
    if (at < 0) this.#open.length = 0;
  }

  #part(): void {
    const top = this.#open.at(-1);
    if (top) top.isParted = true;
  }
}

/** A space of this width separates two formulas. */
const WIDE = 12;
const BEFORE_OPERAND: ReadonlySet<string> = new Set(["bin", "rel", "op", "open", "punct"]);
/** Ordinary signs before an operand. */
const BEFORE_OPERANDS: RegExp = /^[/∀∃∄¬−]$/;
