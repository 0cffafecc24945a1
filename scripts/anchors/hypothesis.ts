/**
 * Another way to find a passage again, to compare with: the one that Hypothesis describes (web.hypothes.is, "Fuzzy anchoring", and
 * the weights of its client's `match-quote`). Exact words if they stand anywhere, else what comes near with half of it changed
 * at most; among the candidates the best sum of words, what stands before, what stands after, and the old position.
 */
import search from "approx-string-match";
import type { Place } from "./oracle.ts";

interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly hint: number;
}

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MOST_ERRORS = 256;

export function hypothesis(text: string, { exact, prefix, suffix, hint }: Quote): Place | undefined {
  const most = Math.min(MOST_ERRORS, exact.length / 2);
  const candidates = matches(text, exact, most).map(({ start, end, errors }) => {
    const scores = {
      quote: 1 - errors / exact.length,
      prefix: prefix === "" ? 1 : share(text.slice(Math.max(0, start - prefix.length), start), prefix),
      suffix: suffix === "" ? 1 : share(text.slice(end, end + suffix.length), suffix),
      position: 1 - Math.abs(start - hint) / text.length,
    };
    const names = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
    return { start, end, score: names.reduce((sum, name) => sum + WEIGHTS[name] * scores[name], 0) };
  });
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  return best && [best.start, best.end];
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function matches(text: string, words: string, most: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, most);
}

function share(text: string, sought: string): number {
  if (text === "") return 0;
  const [best] = search(text, sought, sought.length).sort((a, b) => a.errors - b.errors);
  return 1 - (best?.errors ?? sought.length) / sought.length;
}
