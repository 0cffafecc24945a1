/**
 * Which character of a formula's source each character of its TeX is. Both are the same but for the delimiters, for blanks, and for
 * references of HTML, which are one character of the TeX; a container's signs stand between lines of the source:
 *
 *     source   $a &lt;          places   0 ─▶ $a     TeX   a < b
 *              > b$                       2 ─▶ &lt;
 *                                         4 ─▶ b
 */
import { decode } from "../../text/entities.ts";
import type { WrittenFormula } from "./written-formulas.ts";
import { indexIn } from "../../text/index-in.ts";

/** From the character of the TeX at `at` on, characters stand side by side in the source, the first one at `offset` of the file. */
export interface CharacterPlace {
  readonly at: number;
  readonly offset: number;
}

/** What opens a formula: a tag, a role, a fence with its line, or signs. */
const OPENER =
  /^\s{0,9}(?:\{(?:\{|%)[^{}]{0,300}\}\}?|\{[a-z:]{1,20}\}`{1,9}|(?:`{3,}|~{3,}|:{3,})[^\n]{0,300}\n|\$\$|\$`?|\\{1,2}[([])?/;
const REFERENCE = /&#?\w{1,31};/y;

/** The places of a formula, at least one, in order. */
export function characterPlaces(tex: string, { text, offset }: WrittenFormula): CharacterPlace[] {
  const places: CharacterPlace[] = [];
  let own = 0;
  let at = beginning(tex, text);
  let isBroken = true;
  while (own < tex.length && at < text.length) {
    const isSame = tex[own] === text[at];
    if (isSame && isBroken) places.push({ at: own, offset: offset(at) });
    // A line of the source may begin with signs of a container, and a bar in a table has a backslash before it.
    isBroken = !isSame || /[\n|]/.test(text[at]!);
    const [texEnd, end] = isSame ? [own + 1, at + 1] : afterOther(tex, own, text, at);
    if (!isSame && texEnd > own && !isBlank(tex[own])) places.push({ at: own, offset: offset(at) });
    if (texEnd === own && end === at) break;
    [own, at] = [texEnd, end];
  }
  return places.length > 0 ? places : [{ at: 0, offset: offset(at < text.length ? at : 0) }];
}

/** The offset at which the TeX begins. */
function beginning(tex: string, text: string): number {
  const opened = OPENER.exec(text)![0].length;
  const [first = ""] = tex.split("\n", 1);
  const found = indexIn(text, first, opened);
  return found < 0 ? opened : found;
}

/** The offsets after what differs: blanks on either side, or a reference; the same ones if the texts have nothing more in common. */
function afterOther(tex: string, own: number, text: string, at: number): [own: number, at: number] {
  if (isBlank(tex[own]) || isBlank(text[at])) return [afterBlanks(tex, own), afterBlanks(text, at)];
  REFERENCE.lastIndex = at;
  const [reference] = REFERENCE.exec(text) ?? [];
  const meant = reference === undefined ? undefined : decode(reference);
  return reference !== undefined && tex.startsWith(meant!, own)
    ? [own + meant!.length, at + reference.length]
    : [own, at];
}

function afterBlanks(text: string, start: number): number {
  let end = start;
  while (isBlank(text[end])) end++;
  return end;
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
