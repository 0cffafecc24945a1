/**
 * What brackets and bars hold, in formulas that are read aloud.
 */
import { bodyOf, type FormulaNode } from "../../layout/math/formula.ts";
import { type Enclosed, isFactor, isList, linkTo } from "./brackets.ts";
import { held, listed, quantity, type Voice } from "./operands.ts";
import { inSet } from "./places.ts";
import { scripts } from "./scripts.ts";
import { VALUES } from "./signs.ts";
import { bracketName, joined } from "./words.ts";

/** A bracket with the words before it: an argument after a function, a product after a factor. */
export function spokenEnclosed(
  own: Enclosed,
  before: FormulaNode | "number" | undefined,
  voice: Voice,
  isHeld: boolean,
): string[] {
  const after = own.scripts === undefined ? [] : scripts(own.scripts, voice);
  if (own.kind === "norm" && own.scripts?.sub) {
    const order = joined(voice.say(bodyOf(own.scripts.sub)));
    const power = scripts({ type: "supsub", sup: own.scripts.sup ?? null }, voice);
    return [
      ...(isFactor(before) ? ["times"] : []),
      `the ${order} norm of`,
      ...quantity(own.content, voice.say),
      ...power,
    ];
  }
  if (own.kind !== "brackets") {
    const times = isFactor(before) && own.kind !== "ket" && own.kind !== "bra" ? ["times"] : [];
    const isSet = own.kind === "set";
    const words = isSet ? voice.say(own.content).map(inSet) : quantity(own.content, voice.say);
    return [...times, VALUES[own.kind], ...words, ...after];
  }
  const link = linkTo(before, own.content);
  const isListed = isList(own.content);
  const isNamed = isListed && own.signs !== undefined && (link[0] !== "of" || own.signs[0] !== "(");
  const words =
    own.signs && isNamed
      ? [
          bracketName(own.signs[0], own.signs),
          ...voice.say(own.content),
          `, end ${bracketName(own.signs[1], own.signs)}`,
        ]
      : isListed
        ? listed(own.content, voice.say)
        : isHeld
          ? held(own.content, voice.say)
          : quantity(own.content, voice.say);
  return [...link, ...words, ...after];
}
