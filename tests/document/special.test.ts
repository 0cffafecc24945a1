import fc from "fast-check";
import { expect, test } from "vitest";
import { specialsIn } from "../../src/document/inline/special.ts";

/** What begins an inline, as one expression. */
const BEGINNINGS = /[\n\\`*_~<[\]:^$]|==|!\[|\{(?:[{%]|# |\+\+|--|~~|==|>>)|%%|\+\+|[wW]{3}\./g;

test("the special characters of a text are those that begin an inline", () => {
  const pieces = [
    "a",
    "=",
    "!",
    "[",
    "{",
    "%",
    "#",
    " ",
    "w",
    "W",
    "www.",
    ".",
    "\n",
    "é",
    "世",
    "$",
    "*",
    "+",
    "-",
    ">",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const next = specialsIn(text);
      for (let from = 0; from <= text.length; from++) {
        BEGINNINGS.lastIndex = from;
        expect(next(from)).toBe(BEGINNINGS.exec(text)?.index ?? text.length);
      }
    }),
  );
});
