/**
 * Character references of HTML: `&amp;`, `&#39;`, `&#x2014;`.
 *
 * The table of all 2,231 names takes 7 ms to unpack. It is unpacked only when a name occurs that is not in
 * the short table of common names.
 */
import { decodeHTMLStrict } from "entities";
import { tableOf } from "./own.ts";

/** The names that most essays use (HTML, 13.5 "Named character references"). */
const USUAL = tableOf<string>({
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  copy: "©",
  times: "×",
  rarr: "→",
});

/**
 * Whether a number stands for its own character; HTML changes some of the others (13.2.5.84 "Numeric character
 * reference end state").
 */
const isPlain = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi;

/**
 * A text with its references decoded once, by CommonMark's rule (2.5): with a semicolon, and at most 7 digits, or 6 if
 * hexadecimal.
 */
export function decode(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(REFERENCE, (reference, decimal?: string, hexadecimal?: string, name?: string) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    if (isPlain(code)) return String.fromCharCode(code);
    const usual = name === undefined ? undefined : USUAL[name];
    return usual ?? decodeHTMLStrict(reference);
  });
}
