/**
 * The command of a voice: the sentence replaces a word `{}` as one argument; without such a
 * word, it is on standard input.
 */

/** The word of a command that stands for the sentence. */
const SENTENCE = "{}";

/**
 * The command for `sh`, which gets the sentence as its first parameter, so that nothing of an essay is ever read as a
 * command.
 */
export function shellOf(command: string): string {
  return wordsOf(command)
    .map((word) => (word === SENTENCE ? '"$1"' : word))
    .join("");
}

/** The sentence as an argument, with a blank before a leading hyphen, so that it is not an option. */
export function argumentOf(text: string): string {
  return text.startsWith("-") ? ` ${text}` : text;
}

/** The words of a command and the blanks between them. A quoted part belongs to its word. */
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

/** The reason why a command can't be used; undefined if it can. */
export function voiceProblem(command: string): string | undefined {
  const isOdd = wordsOf(command).some((word) => word.includes(SENTENCE) && word !== SENTENCE);
  return isOdd ? "{} must be a separate word without quotes: the sentence replaces it" : undefined;
}
