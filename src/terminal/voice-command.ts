/**
 * The command of a voice: where a word of it is `{}`, the sentence stands there as one argument; else it comes on standard
 * input.
 */

/** What stands for the sentence. */
const SENTENCE = "{}";

/** The command for `sh`, the sentence's place as its first parameter: nothing of an essay is ever read as a command. */
export function shellOf(command: string): string {
  return wordsOf(command)
    .map((word) => (word === SENTENCE ? '"$1"' : word))
    .join("");
}

/** What begins with a hyphen would be an option. */
export function argumentOf(text: string): string {
  return text.startsWith("-") ? ` ${text}` : text;
}

/** A command in words and the blanks between them; what is quoted is a part of its word. */
function wordsOf(command: string): string[] {
  const words: string[] = [];
  let quote = "";
  let wasBlank: boolean | undefined;
  for (let at = 0; at < command.length; at++) {
    const character = command[at]!;
    const isEscaped = character === "\\" && quote !== "'" && at + 1 < command.length;
    const isBlank = quote === "" && /\s/.test(character);
    const own = isEscaped ? character + command[++at]! : character;
    if (isBlank === wasBlank) words[words.length - 1] += own;
    else words.push(own);
    wasBlank = isBlank;
    if (character === quote) quote = "";
    else if (quote === "" && (character === '"' || character === "'")) quote = character;
  }
  return words;
}

/** What is wrong with a command, in a few words; undefined for one that can be used. */
export function voiceProblem(command: string): string | undefined {
  const isOdd = wordsOf(command).some((word) => word.includes(SENTENCE) && word !== SENTENCE);
  return isOdd ? "{} must be a word of its own, without quotes: it stands for the sentence" : undefined;
}
