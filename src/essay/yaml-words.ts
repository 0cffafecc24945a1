/**
 * What js-yaml reports, in words for authors. Its own reasons use the terms of YAML's grammar (a scalar, a flow
 * collection), and call the most common fault of all, a colon in a title, a bad indentation.
 */

/** What a reason of js-yaml contains, and the words for it. */
const WORDS: readonly (readonly [part: string, words: string])[] = [
  ["within a double quoted scalar", 'a quotation mark (") is not closed'],
  ["within a single quoted scalar", "a quotation mark (') is not closed"],
  ["end of the stream within a flow collection", "a bracket is not closed"],
  ["missed comma between flow", "a comma is missing between two items in brackets"],
  ["expected ':' after a mapping key", "a colon is missing after this key"],
  ["a multiline key", "a colon is missing after this key"],
  ["tab characters", "a tab is not allowed here: indent with spaces"],
  [
    "bad indentation of a mapping entry",
    "unexpected text: put the value in quotation marks, or correct the indentation",
  ],
  ["bad indentation of a sequence entry", "the items of a list need the same indentation"],
  ["deficient indentation", "this line needs more indentation"],
  [
    "end of the stream or a document separator",
    "unexpected line: every key needs the same indentation, and a value after its colon",
  ],
  ["does not support complex keys", "a key must be plain text: put a value with braces in quotation marks"],
  [
    "unknown escape sequence",
    String.raw`unknown escape: within double quotation marks, write \\ for a backslash`,
  ],
  ["unidentified alias", "unknown alias: put a value that begins with * in quotation marks"],
  ["a line break is expected", "a line break is missing before this text"],
  ["non-printable characters", "a control character is not allowed here"],
];

/** The words for a reason of js-yaml; the reason itself if there are none. */
export function yamlWords(reason: string): string {
  return (
    WORDS.find(([part]) => reason.includes(part))?.[1] ?? reason.replace(/^unknown scalar tag/, "unknown tag")
  );
}
