/**
 * The commands of vi and less that the palette knows: those that ibid performs, and those for which it
 * explains that it does not.
 */
import type { Action } from "../../keymap.ts";
import { tableOf } from "../../../text/own.ts";

/** The names of actions in vi and less, and words by which users search for them. */
const ALIASES = tableOf<Action>({
  qa: "quit",
  "qa!": "quit",
  "q!": "quit",
  x: "quit",
  wq: "quit",
  exit: "quit",
  h: "help",
  bd: "back",
  ls: "recent",
  n: "nextEssay",
  bn: "nextEssay",
  next: "nextEssay",
  N: "previousEssay",
  p: "previousEssay",
  bp: "previousEssay",
  prev: "previousEssay",
  previous: "previousEssay",
  colo: "theme",
  colorscheme: "theme",
  color: "theme",
  colors: "theme",
  colour: "theme",
  colours: "theme",
  dark: "theme",
  light: "theme",
  footnotes: "notes",
  width: "wider",
  toc: "outline",
});

const NO_NAME = "type a name, too: :essay NAME opens an essay";
const NO_FILE = "ibid changes no file: there is nothing to write";
const NO_SETTING = "commands change no settings: an action or the config file does";

/** The messages for commands that do nothing here, or are not complete. */
const SAID = tableOf<string>({
  e: NO_NAME,
  b: NO_NAME,
  essay: NO_NAME,
  w: NO_FILE,
  "w!": NO_FILE,
  write: NO_FILE,
  set: NO_SETTING,
  se: NO_SETTING,
  let: NO_SETTING,
  map: "keys are bound in the config file, under [keys]",
});

/** The actions that a command means, the first of them that the screen performs; none if it is no command. */
export function actionsNamed(command: string): readonly Action[] {
  // As the key q: it closes what is in view, and on the shelf ibid.
  if (command === "q") return ["back", "quit"];
  const action = ALIASES[command];
  return action === undefined ? [] : [action];
}

/** The message for a command that does nothing; undefined for any other. */
export function saidOf(command: string): string | undefined {
  const [word = ""] = command.split(/\s/, 1);
  return SAID[word];
}

/** A place to go to. */
export interface Destination {
  readonly action: "line" | "percent" | "top" | "bottom";
  readonly count: number;
}

const NUMBER = /^(\d{1,6})(%?)$/;

/** The place that a command names, such as `30`, `50%`, `0` and `$`; undefined if it names none. */
export function placeNamed(command: string): Destination | undefined {
  if (command === "$") return { action: "bottom", count: 1 };
  const [, digits, percent] = NUMBER.exec(command) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  if (percent === "%") return { action: "percent", count };
  return count === 0 ? { action: "top", count: 1 } : { action: "line", count };
}
