/**
 * Superscripts and subscripts, and the limits of operators.
 *
 *     x²ᵢ    Unicode has them            n                       ⌠b
 *      a/b   a row of its own            ∑   limits, in display  ⎮   of an integral
 *     x      where it has not           i=1                      ⌡a
 *
 * On one row, a script that Unicode lacks is written as in TeX: x_q, x^(n/2), x_(q_b). A label that is neither a power nor an index
 * is written in words: (2 above x).
 */
import { once } from "../../text/once.ts";
import { combined } from "./accents.ts";
import { beside, type Box, EMPTY, isTall, stacked, textBox, textOf } from "./box.ts";
import { bracketed, isBracketed } from "./delimiters.ts";
import { bodyOf, type FormulaNode, type ScriptsNode } from "./formula.ts";
import { around, aroundAll } from "./narrow.ts";
import { isSingle, isVisible, isWhole } from "./operands.ts";
import { lowered, raised } from "./raised.ts";
import { item, type Item, type Setting, styled } from "./setting.ts";
import { listBox } from "./spacing.ts";

/** A script in three forms: small characters, TeX's notation, and a box. */
interface Script {
  readonly unicode: string | undefined;
  readonly written: string;
  readonly box: Box;
}

/** The base of scripts, and the way they are placed. */
export interface Carrier {
  readonly item: Item;
  /** Whether they are above and below the base, instead of beside it. */
  readonly hasLimits: boolean;
  /** Whether they are above and below if they can't be small characters. */
  readonly prefersLimits?: boolean;
  /** Whether they are never small characters, as those of a drawn integral. */
  readonly isDrawn?: boolean;
  /** Whether on one row they are labels in words, as those of braces and of \overset. */
  readonly isLabelled?: boolean;
}

export function scriptsItem(node: ScriptsNode, carrier: Carrier, setting: Setting): Item {
  const { big, parts = [], ...plain } = carrier.item;
  if (big !== undefined && !setting.isInline) {
    const outcome = (box: Box): Item => scriptsItem(node, { ...carrier, item: { ...plain, box } }, setting);
    return { ...outcome(plain.box), big: { ...big, with: (delimiter) => outcome(big.with(delimiter)).box } };
  }
  const carried: Item = big === undefined ? plain : { ...plain, big };
  const inner = styled(setting, "script");
  const { primes, rest } = parted(node.sup);
  const sup = scriptOf(rest, inner, raised);
  const sub = scriptOf(bodyOf(node.sub), inner, lowered);
  const isLarge = [sup, sub].some((script) => script !== undefined && script.unicode === undefined);
  if (carrier.hasLimits || (carrier.prefersLimits === true && isLarge))
    return { ...carried, box: withLimits(carrier.item.box, withPrimes(primes, sup), sub?.box) };
  if (sup?.box.rows[0] === "..." || sup?.box.rows[0] === "....")
    return dotted(carrier.item, sup.box.columns === 3 ? "\u20db" : "\u20dc");
  if (carrier.isLabelled === true) return labelled(carried, withPrimes(primes, sup), sub?.box);
  const hasSup = sup !== undefined || primes !== "";
  const base = carrierItem({ ...carried, parts }, hasSup, sub !== undefined);
  if (base.box.columns === 0 && primes === "" && sup && sub)
    return { ...base, box: setting.isInline ? leadingText(sup, sub) : leadingScripts(sup, sub) };
  // Limits on one row are in the order in which they are read: ∑_(i∈I)^n.
  const isName = carrier.item.isName === true && carrier.item.hasLimits !== true;
  const isLimited = setting.isInline && carrier.item.class === "op" && !isName && isLarge;
  const written = isLimited
    ? primes + (sub?.written ?? "") + (sup?.written ?? "")
    : writtenScripts(primes, sup, sub, setting.isInline);
  const box = setting.isInline
    ? beside([base.box, textBox(written)])
    : withOwnScripts(base, { primes, sup, sub }, carrier.isDrawn === true);
  const isLoose = setting.isInline && /[_^][\p{L}\p{N}]+$/u.test(written);
  const isScripted = !isTall(base.box) && isTall(box);
  const { mark: _mark, parts: _parts, ...own } = base;
  const scripts = { hasSup, hasScript: true, isWritten: WRITTEN.test(written), isScripted };
  return { ...own, ...scripts, box, isLoose, isQuotient: false, isRoot: false, hasIndex: false };
}

/** A script in TeX's notation. */
const WRITTEN = /[_^]/;

/** The item with labels in words: `(2 above x)`, `(n below a + b)`. */
function labelled(own: Item, over: Box | undefined, under: Box | undefined): Item {
  const lower = under && beside([under, textBox(" below ")]);
  const upper = over && beside([over, textBox(" above ")]);
  const inner = upper ? beside([upper, own.box]) : own.box;
  const box = lower ? beside([lower, upper ? bracketed(inner) : inner]) : inner;
  return upper || lower ? item(bracketed(box)) : own;
}

/** A small character at the end, which would seem to belong to the base of this script. */
const SCRIPTED = /[\u00b2\u00b3\u00b9\u2070-\u209c\u1d2c-\u1d6a\u1d9c-\u1dbf\u2c7c\u2c7d]$/;
/** Letters and digits, or a single sign; the end of any other script would be unclear: in x_n!, x_⁻¹. */
const plainScript = once(() => /^(?:[\p{L}\p{N}\p{M}]+|[^_^(])$/u);
/** A differential; without brackets, only its sign would seem to be the script. */
const DIFFERENTIAL = /^[d∂δΔ𝑑]\p{L}/u;

/** The primes at the beginning of a superscript, as one character, and the rest. */
function parted(node: FormulaNode | null | undefined): { primes: string; rest: readonly FormulaNode[] } {
  const nodes = bodyOf(node);
  let count = 0;
  while (count < nodes.length && isPrime(nodes[count]!)) count++;
  const primes = count <= 4 ? (["", "′", "″", "‴", "⁗"][count] ?? "") : "′".repeat(count);
  return { primes, rest: nodes.slice(count) };
}

function isPrime(node: FormulaNode): boolean {
  return node.type === "textord" && node.text === "\\prime";
}

function scriptOf(
  nodes: readonly FormulaNode[],
  setting: Setting,
  small: (text: string) => string | undefined,
): Script | undefined {
  if (nodes.length === 0) return undefined;
  const items = setting.items(nodes, setting);
  const box = listBox(items, setting);
  const text = textOf(box).trim();
  if (box.columns === 0) return undefined;
  const isWord =
    nodes.length === 1 && /^[\p{L}\p{N}]+$/u.test(text) && ["text", "font"].includes(nodes[0]!.type);
  // In x_f(n), the bracket would seem to follow the script.
  const isPlain = plainScript().test(text) && !SCRIPTED.test(text) && !DIFFERENTIAL.test(text);
  const isBare = (isPlain && isSingle(items, box)) || isWord;
  const sign = small === raised ? "^" : "_";
  return {
    unicode: isTall(box) ? undefined : small(text),
    written:
      sign + (isBare && !isBracketed(text) ? text : `(${isBracketed(text) ? text.slice(1, -1) : text})`),
    box,
  };
}

function withPrimes(primes: string, sup: Script | undefined): Box | undefined {
  if (primes === "") return sup?.box;
  return beside([textBox(primes), sup?.box ?? EMPTY]);
}

/** The base, in brackets if a script of it would be misread: (x²)³, (a/b)², (√x)², (x^q)_b, (ab)². */
function carrierItem(own: Item, isRaised: boolean, isLowered: boolean): Item {
  const isScriptedTwice = (isRaised && own.hasSup === true) || (isLowered && own.hasScript === true);
  const isMisread =
    own.isQuotient === true || own.isWritten === true || own.isRoot === true || isScriptedTwice;
  if (!isMisread && !isGroup(own)) return own;
  const box = around(own.box, 2, bracketed);
  return isTall(box) ? { ...own, box, class: "open", rightClass: "close" } : { ...own, box };
}

/** Whether it is a product or a sum in braces, which are not visible. */
function isGroup({ parts = [], box, isWord }: Item): boolean {
  const shown = parts.filter(isVisible);
  return shown.length > 1 && isWord !== true && !isWhole(parts, box);
}

/** The scripts on the row of the base: primes, small characters, and last those in TeX's notation. */
function writtenScripts(
  primes: string,
  sup: Script | undefined,
  sub: Script | undefined,
  isInline: boolean,
): string {
  const small = primes + (sub?.unicode ?? "") + (sup?.unicode ?? "");
  if (!isInline) return small;
  return (
    small +
    (sub !== undefined && sub.unicode === undefined ? sub.written : "") +
    (sup !== undefined && sup.unicode === undefined ? sup.written : "")
  );
}

/** A base with its scripts in a display; both can be broken within. */
function withOwnScripts(base: Item, own: Scripts, isDrawn: boolean): Box {
  const isEnclosed = base.isBar === true || (base.rightClass ?? base.class) === "close";
  const build = (box: Box): Box => {
    if (!isTall(box)) return withRaised(beside([box, smallScripts(own)]), own);
    const isBeyond = !isEnclosed && !isDrawn;
    return beside([box, isBeyond ? scriptsBeyond(box, own) : tallScripts(box, own, isDrawn)]);
  };
  const whole = build(base.box);
  const taken = whole.columns - base.box.columns;
  return taken > base.box.columns ? whole : around(base.box, taken, build);
}

function smallScripts({ primes, sup, sub }: Scripts): Box {
  return textBox(writtenScripts(primes, sup, sub, false));
}

/** The base with scripts that have no small characters, in rows above and below that of the base. */
function withRaised(base: Box, { sup, sub }: Scripts): Box {
  const over = sup?.unicode === undefined ? sup?.box : undefined;
  const under = sub?.unicode === undefined ? sub?.box : undefined;
  if (over === undefined && under === undefined) return base;
  return aroundAll([over ?? EMPTY, under ?? EMPTY], base.columns, ([upper, lower]) => {
    const scripts = [...(over ? [upper!] : []), EMPTY, ...(under ? [lower!] : [])];
    return beside([base, stacked(scripts, over ? 1 : 0, "left")]);
  });
}

interface Scripts {
  readonly primes: string;
  readonly sup: Script | undefined;
  readonly sub: Script | undefined;
}

/**
 * Scripts beside a base of several rows. Small characters are at its first and last row, others above and below it: on its
 * rows, they would seem to be factors.
 */
function tallScripts(base: Box, { primes, sup, sub }: Scripts, isDrawn: boolean): Box {
  const shown = (script: Script | undefined): Box =>
    script === undefined
      ? EMPTY
      : isDrawn || script.unicode === undefined
        ? script.box
        : textBox(script.unicode);
  const isSmall = (script: Script | undefined): boolean =>
    isDrawn || script?.unicode !== undefined || !script;
  const over = primes === "" ? shown(sup) : beside([textBox(primes), shown(sup)]);
  const [above, below] = [isSmall(sup) ? 0 : 1, isSmall(sub) ? 0 : 1];
  const free = Math.max(0, base.rows.length - 2 + above + below);
  const column = stacked([over, ...Array.from({ length: free }, () => EMPTY), shown(sub)], 0, "left");
  return { ...column, baseline: over.rows.length - 1 + above + base.baseline };
}

/** Scripts above and below a base of several rows without brackets, such as a fraction: beside a row, they would belong to it. */
function scriptsBeyond(base: Box, { primes, sup, sub }: Scripts): Box {
  const over = primes === "" ? (sup?.box ?? EMPTY) : beside([textBox(primes), sup?.box ?? EMPTY]);
  const hasOver = over.columns > 0;
  const rows = base.rows.map(() => EMPTY);
  const column = stacked([...(hasOver ? [over] : []), ...rows, ...(sub ? [sub.box] : [])], 0, "left");
  return { ...column, baseline: (hasOver ? over.rows.length : 0) + base.baseline };
}

/** Scripts before their letter, as for an isotope, one above the other. */
function leadingScripts(sup: Script, sub: Script): Box {
  return stacked([sup.box, EMPTY, sub.box], 1, "right");
}

/** The same on one row, in the order of their heights: ¹⁴₆C. */
function leadingText(sup: Script, sub: Script): Box {
  return textBox((sup.unicode ?? sup.written) + (sub.unicode ?? sub.written));
}

/** The base with its limits above and below, centred. */
function withLimits(base: Box, over: Box | undefined, under: Box | undefined): Box {
  const boxes = [...(over ? [over] : []), base, ...(under ? [under] : [])];
  return aroundAll(boxes, 0, (inners) => stacked(inners, over ? 1 : 0));
}

/** Three or four dots over a letter, which KaTeX returns as a limit. */
function dotted(own: Item, mark: string): Item {
  return item(isTall(own.box) ? own.box : textBox(combined(textOf(own.box), mark)), own.class);
}
