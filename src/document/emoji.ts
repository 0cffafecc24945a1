/**
 * Emoji by their short names, such as `:tada:`, as in GitHub, Slack and many generators. A word between colons that is not such a
 * name stays as written.
 */
import { once } from "../text/once.ts";
import { EMOJI_NAMES } from "./emoji-names.ts";

/** Not in a word, a time or an address: `10:30:00`, `a::b::c`. */
const emojiNames = once(() => /(?<![\p{L}\p{N}:/]):([a-z\d_+-]{1,60}):(?![\p{L}\p{N}:/])/gu);
/** A pattern without Unicode's classes, which is much faster. */
const PERHAPS_NAME = /:[a-z\d_+-]{1,60}:/;

let known: ReadonlyMap<string, string> | undefined;

/** Replaces the names of emoji in a text by the emoji. */
export function withEmoji(text: string): string {
  const first = text.indexOf(":");
  if (first < 0 || !text.includes(":", first + 1)) return text;
  if (!PERHAPS_NAME.test(text)) return text;
  return text.replace(
    emojiNames(),
    (written, name: string) => (known ??= emojiByName()).get(name) ?? written,
  );
}

function emojiByName(): ReadonlyMap<string, string> {
  return new Map(
    EMOJI_NAMES.split(";").flatMap((entry) => {
      const [emoji = "", ...names] = entry.trim().split(" ");
      return names.map((name) => [name, emoji] as const);
    }),
  );
}
