/**
 * Performs the effects of the plain reader, which needs their results immediately.
 */
import { sentence } from "../../formats/speech.ts";
import type { Memory } from "../../memory/memory.ts";
import type { EssaySource } from "../../memory/trace.ts";
import type { Effect, Message } from "../messages.ts";
import { sentenceCase } from "../../text/sentence-case.ts";

export interface PlainWorld {
  readonly memory: Memory;
  readonly library: EssaySource;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
  /** Whether there is a library to search. */
  readonly isSearchable: boolean;
  /** Performs an effect; its messages are sent now or later. */
  readonly perform: (effect: Effect, send: (message: Message) => void) => void;
  /** Prints messages that arrive after the answer, such as a failure to open a browser. */
  readonly tell: (lines: readonly string[]) => void;
}

/** An answer; `done` ends the reader. */
export interface Answered {
  readonly lines: readonly string[];
  readonly done?: true;
}

export function said(line: string): Answered {
  return { lines: [line] };
}

/** Performs an effect: returns the messages sent immediately, and prints later ones. Throws if the effect fails. */
export function sentBy({ perform, tell }: PlainWorld, effect: Effect): Message[] {
  const messages: Message[] = [];
  let isNow = true;
  perform(effect, (message) => {
    if (isNow) messages.push(message);
    else tell(wordsOf(message));
  });
  isNow = false;
  const failure = messages.find((message) => message.kind === "failed");
  if (failure) throw new Error(failure.message);
  return messages;
}

/** Performs an effect that only reports words. */
export function asked(world: PlainWorld, effect: Effect): Answered {
  return { lines: sentBy(world, effect).flatMap(wordsOf) };
}

/** The words of a message for the status line. */
export function wordsOf(message: Message): string[] {
  const isWords = message.kind === "said" || message.kind === "failed";
  return isWords ? [sentence(sentenceCase(message.message))] : [];
}
