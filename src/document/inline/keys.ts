/**
 * Keys, inserted text and icons of PyMdown Extensions and Material for MkDocs: `++ctrl+c++`, `^^inserted^^`,
 * `:material-check:`. Forms that are common in prose and in code stay as written: `C++`, `i++ + ++j`, `a++b++`, `(^^)`.
 */
import { once } from "../../text/once.ts";
import { characterBefore } from "./characters.ts";
import { matchAt } from "./destination.ts";

const KEY = String.raw`(?:"[^"\n+]{1,40}"|[a-z\d-]{1,20})`;
const KEYS = new RegExp(String.raw`\+\+(${KEY}(?:\+${KEY}){0,8})\+\+(?![\w+])`, "iy");

/** Names of keys, with the text to show if it differs from the name. */
const NAMED: ReadonlyMap<string, string> = new Map(
  (
    "alt altgr=AltGr arrow-down=↓ arrow-left=← arrow-right=→ arrow-up=↑ backspace backtab=Back_Tab break caps-lock caps=Caps_Lock cmd " +
    "command=Cmd control=Ctrl context-menu ctrl del delete=Del down=↓ end enter esc escape=Esc fn help home ins insert=Ins " +
    "left=← menu meta minus=- num-lock num-enter option page-down page-up pause pgdn=Page_Down pgup=Page_Up pipe=| plus=+ " +
    "print-screen prtsc=Print_Screen return right=→ scroll-lock shift slash=/ space spacebar=Space super tab tilde=~ up=↑ win windows=Win"
  )
    .split(" ")
    .map((entry) => {
      const [name = "", shown] = entry.split("=");
      return [name, shown?.replace("_", " ") ?? titled(name)];
    }),
);

function titled(name: string): string {
  return name.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, first: string) => (dash && " ") + first.toUpperCase(),
  );
}

/** The keys that are pressed together, and the offset after them; undefined if none are named here. */
export function keysAt(
  text: string,
  at: number,
): { readonly keys: readonly string[]; readonly end: number } | undefined {
  const match = /[\w+]/.test(text[at - 1] ?? "") ? null : matchAt(KEYS, text, at);
  if (!match) return undefined;
  const written = match[1]!.split("+");
  const keys = written.map(shownKey);
  // Single letters may be variables of a program: `++i++`.
  const isNamed = written.some((key) => key.length > 1) && !keys.includes(undefined);
  return isNamed ? { keys: keys as string[], end: at + match[0].length } : undefined;
}

function shownKey(key: string): string | undefined {
  if (key.startsWith('"')) return key.slice(1, -1);
  if (key.length === 1) return key.toUpperCase();
  return NAMED.get(key.toLowerCase()) ?? (/^f\d{1,2}$/i.test(key) ? key.toUpperCase() : undefined);
}

/** It begins and ends with a word, or with markup or punctuation of one. */
const inserted = once(
  () => /\^\^(?=[\p{L}\p{N}*_`"“'[])([^\n^]{1,500})(?<=[\p{L}\p{N}*_`"”'.,!?)\]])\^\^(?!\^)/uy,
);

/** The inserted text that begins at `at`, and the offset after it. */
export function insertedAt(
  text: string,
  at: number,
): { readonly inner: string; readonly end: number } | undefined {
  if (text[at + 1] !== "^" || /[\p{L}\p{N}^]/u.test(characterBefore(text, at))) return undefined;
  const match = matchAt(inserted(), text, at);
  return match ? { inner: match[1]!, end: at + match[0].length } : undefined;
}

const ICON =
  /:(?:material|fontawesome|octicons|simple)-(?:(?:solid|regular|brands)-)?([a-z\d][a-z\d-]{0,60}?)(?:-(?:12|16|24))?:/y;

/** The quiet sign of the icon that begins at `at`, and the offset after it. */
export function iconAt(
  text: string,
  at: number,
): { readonly sign: string; readonly end: number } | undefined {
  const match = matchAt(ICON, text, at);
  return match ? { sign: `‹${match[1]!}›`, end: at + match[0].length } : undefined;
}
