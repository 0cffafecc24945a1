/**
 * Sentences for the user's voice.
 */
import type { Voice } from "../terminal/voice.ts";
import type { EffectOf } from "./messages.ts";
import type { Store } from "./store.ts";

type Send = Store["send"];

/** The voice, and why the one that the user has set can't be used. */
interface Voiced {
  readonly voice: Pick<Voice, "speak" | "hush"> | undefined;
  readonly voiceFault?: string | undefined;
}

/** Gives the voice a sentence instead of the current one, or silences it. */
export function speak({ voice, voiceFault }: Voiced, { reads }: EffectOf<"voice">, send: Send): void {
  if (!reads) return voice?.hush();
  const { turn, text } = reads;
  if (!voice) return send({ kind: "heard", turn, failure: voiceFault ?? NO_VOICE });
  voice.speak(text, (failure) => send({ kind: "heard", turn, failure }));
}

const NO_VOICE = 'no voice is set; config.toml can set one: voice = "espeak-ng -s 170"';
