/**
 * The words of a query as they may stand together in a text, for FTS5: side by side in the order in which they were typed, or near
 * each other in any order.
 *
 *     on call  ─▶  "on call" OR "on calls"         NEAR("on" "call", 10) OR NEAR("on" "calls", 10)
 */
import type { Column } from "./columns.ts";
import type { Phrase, Query } from "./query.ts";
import { indexTokens } from "./tokens.ts";

/** FTS5 expressions; undefined where there can be none. */
export interface SideBySide {
  readonly phrase: (columns: readonly Column[]) => string | undefined;
  readonly near: (columns: readonly Column[]) => string | undefined;
}

/** The most choices of spellings and forms. */
const MOST_CHOICES = 32;
/** The most words between the first and the last one that count as near. */
export const DISTANCE = 10;

/** The words that may stand together: those that must all match, anywhere in an essay; none if there are fewer than two. */
export function wordsTogether({ root }: Query): readonly Phrase[] {
  if (root?.type !== "and") return [];
  const phrases = root.nodes.filter((node) => node.type === "phrase");
  const anywhere = phrases.filter(({ field }) => field === undefined);
  return anywhere.length > 1 ? anywhere : [];
}

/** The expressions for these words. */
export function sideBySide(phrases: readonly Phrase[]): SideBySide {
  const choices = choicesOf(phrases);
  const isOpen = phrases.slice(0, -1).some(({ prefix }) => prefix);
  const last = phrases.at(-1)?.prefix ? " *" : "";
  const among = (columns: readonly Column[], ways: readonly string[]): string =>
    `({${columns.join(" ")}} : (${ways.join(" OR ")}))`;
  return {
    // In FTS5 only the last word of a phrase can be the beginning of one.
    phrase: (columns) =>
      isOpen
        ? undefined
        : among(
            columns,
            choices.map((choice) => `"${choice.join(" ")}"${last}`),
          ),
    near: (columns) =>
      among(
        columns,
        choices.map((choice) => {
          const words = choice.map((word, nth) => `"${word}"${phrases[nth]!.prefix ? " *" : ""}`);
          return `NEAR(${words.join(" ")}, ${DISTANCE})`;
        }),
      ),
  };
}

/** Tokens for each phrase, in each combination of their spellings and forms, those typed first. */
function choicesOf(phrases: readonly Phrase[]): readonly (readonly string[])[] {
  return phrases.reduce<readonly (readonly string[])[]>(
    (before, phrase) =>
      before.flatMap((one) => formsOf(phrase).map((form) => [...one, form])).slice(0, MOST_CHOICES),
    [[]],
  );
}

function formsOf({ ways, inflected = [] }: Phrase): string[] {
  return [
    ...new Set([
      ...ways.map((way) => indexTokens(way).join(" ")),
      ...inflected.flatMap(({ words }) => words),
    ]),
  ];
}
