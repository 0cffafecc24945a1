/**
 * Emoji by their short names: `:tada:`, as GitHub, Slack and many generators have them. A word between colons that is no such
 * name stays as it is.
 */
import { EMOJI_NAMES } from "./emoji-names.ts";

/** Not within a word, a time or an address: `10:30:00`, `a::b::c`. */
const NAME = /(?<![\p{L}\p{N}:/]):([a-z\d_+-]{1,60}):(?![\p{L}\p{N}:/])/gu;

let known: ReadonlyMap<string, string> | undefined;

/** Text with the emoji that are named in it. */
export function withEmoji(text: string): string {
  if (text.indexOf(":") === text.lastIndexOf(":")) return text;
  return text.replace(NAME, (written, name: string) => (known ??= emojiByName()).get(name) ?? written);
}

function emojiByName(): ReadonlyMap<string, string> {
  return new Map(
    EMOJI_NAMES.split(";").flatMap((entry) => {
      const [emoji = "", ...names] = entry.trim().split(" ");
      return names.map((name) => [name, emoji] as const);
    }),
  );
}
