import { expect, test } from "vitest";
import { argumentOf, shellOf, voiceProblem } from "../../src/terminal/voice-command.ts";
import { Voice } from "../../src/terminal/voice.ts";

test.each([
  ["espeak-ng -s 170", "espeak-ng -s 170"],
  ["spd-say -w {}", 'spd-say -w "$1"'],
  ["piper -m 'a {} b.onnx' | aplay", undefined],
  ['say "{}"', undefined],
  ["sh -c 'say {}'", undefined],
  ["a\\ b {} ;  c", 'a\\ b "$1" ;  c'],
])("%s", (command, shell) => {
  expect(voiceProblem(command) === undefined ? shellOf(command) : undefined).toBe(shell);
});

test("a sentence is no option", () => {
  expect(argumentOf("--help is a word")).toBe(" --help is a word");
});

function spoken(command: string, text = "A sentence."): Promise<string | undefined> {
  return new Promise((resolve) => new Voice(command).speak(text, resolve));
}

test("a voice that reads says nothing", async () => {
  expect(await spoken("cat")).toBeUndefined();
});

test("what goes wrong is told", async () => {
  expect(await spoken("no-such-voice -s 3")).toBe("no-such-voice: there is no such program");
  expect(await spoken("echo no sound card >&2; exit 3")).toBe("echo ended with 3: no sound card");
});

test("nothing of an essay is a command, neither as input nor as an argument", async () => {
  for (const text of ["$(exit 3)", "`exit 3`", '"; exit 3; "', "'; exit 3; '", "--x"]) {
    expect(await spoken("cat >&2; test {} = X", text)).toBe(`cat ended with 1: ${text}`);
  }
});
