/**
 * Whether a sign occurs anywhere in the text that a lexer reads: an extension that asks first costs nothing in all other texts.
 */
interface Known {
  readonly source: string;
  readonly answers: Map<string, boolean>;
}

const texts = new WeakMap<object, Known>();

/** Begins a lexer's text. */
export function beginText(lexer: object, source: string): void {
  texts.set(lexer, { source, answers: new Map() });
}

/** Whether `sign` occurs in a lexer's text. */
export function occurs(lexer: object, sign: string): boolean {
  const known = texts.get(lexer);
  if (!known) return false;
  const before = known.answers.get(sign);
  if (before !== undefined) return before;
  const answer = known.source.includes(sign);
  known.answers.set(sign, answer);
  return answer;
}
