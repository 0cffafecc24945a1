import { decodeHTMLStrict } from "entities";
import { expect, test } from "vitest";
import { decode } from "../../src/text/entities.ts";

test("what is decoded by heart is what HTML's table says", () => {
  const names =
    "amp lt gt quot apos nbsp ndash mdash hellip lsquo rsquo ldquo rdquo copy times rarr Sigma AMP constructor nope";
  for (const name of names.split(" "))
    expect(decode(`a &${name}; b`)).toBe(decodeHTMLStrict(`a &${name}; b`));
});

test("numbers are decoded as HTML does, those that it changes too", () => {
  for (let code = 0; code < 0x250; code++)
    for (const reference of [`&#${code};`, `&#x${code.toString(16)};`, `&#X${code.toString(16)};`])
      expect(decode(reference)).toBe(decodeHTMLStrict(reference));
  for (const code of [0xd7ff, 0xd800, 0xdfff, 0xfffe, 0x1f600, 0x110000])
    expect(decode(`&#${code};`)).toBe(decodeHTMLStrict(`&#${code};`));
});

test("without a semicolon, or with more than 7 digits, nothing is decoded", () => {
  for (const text of ["&amp", "&#39", "&#00000039;", "&#x0000027;", "& ;", "&;"])
    expect(decode(text)).toBe(text);
});
