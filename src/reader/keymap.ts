/**
 * The keymap: one table binds the keys and makes the help.
 */
import type { Action, Binding, ContextKeys } from "./bindings.ts";
import { keys as help } from "./screens/help/keys.ts";
import { keys as libraries } from "./screens/libraries/keys.ts";
import { keys as list } from "./screens/list/keys.ts";
import { keys as page } from "./screens/page/keys.ts";
import { keys as palette } from "./screens/palette/keys.ts";
import { keys as peek } from "./screens/peek/keys.ts";
import { keys as pipe } from "./screens/pipe/keys.ts";
import { keys as search } from "./screens/search/keys.ts";
import { keys as shelf } from "./screens/shelf/keys.ts";
import { keys as tags } from "./screens/tags/keys.ts";

export type { Action, Binding } from "./bindings.ts";
import { tableOf } from "../text/own.ts";

/** Every table of keys, in the order in which the help has them. */
const TABLES = {
  ...shelf,
  ...page,
  ...list,
  ...search,
  ...tags,
  ...libraries,
  ...peek,
  ...pipe,
  ...palette,
  ...help,
};

/** What keys are for: a screen, or what it is doing. The config file has them by these names. */
export type Context = keyof typeof TABLES;

export type Keymap = Readonly<Record<Context, readonly Binding[]>>;

export const CONTEXTS = Object.keys(TABLES) as readonly Context[];

/** What the help calls a table of keys. */
export function contextTitle(context: Context): string {
  return TABLES[context].title;
}

/** The keys that ibid comes with. */
export const keymap: Keymap = Object.fromEntries(
  Object.entries(TABLES as Readonly<Record<Context, ContextKeys>>).map(([name, { bindings }]) => [
    name,
    bindings,
  ]),
) as Record<Context, readonly Binding[]>;

/** The action that `key` is bound to in a context. */
export function actionOf(keys: Keymap, context: Context, key: string): Action | undefined {
  return keys[context].find((binding) => binding.keys.includes(key))?.action;
}

/** Whether a key is the first of two that are bound together in a context. */
export function beginsSequence(keys: Keymap, context: Context, key: string): boolean {
  return keys[context].some((binding) => binding.keys.some((own) => own.startsWith(`${key} `)));
}

/** What the status line says of an action: `/ filter`; nothing if no key is bound to it. */
export function hint(keys: Keymap, context: Context, action: Action, does: string): string[] {
  const key = keys[context].find((binding) => binding.action === action)?.keys[0];
  return key === undefined ? [] : [`${keyName(key)} ${does}`];
}

const NAMES = tableOf<string>({
  down: "↓",
  up: "↑",
  left: "←",
  right: "→",
  enter: "Enter",
  esc: "Esc",
  space: "Space",
  tab: "Tab",
  "shift+tab": "Shift-Tab",
  backspace: "Backspace",
  home: "Home",
  end: "End",
  pagedown: "PgDn",
  pageup: "PgUp",
});

/** Keys that have names. */
export const NAMED_KEYS: readonly string[] = Object.keys(NAMES);

/** A key as keyboards have it written: `^D`, `PgDn`, `j`; two that are pressed one after the other: `zt`. */
export function keyName(key: string): string {
  if (key.includes(" ")) return key.split(" ").map(keyName).join("");
  return key.startsWith("ctrl+") ? `^${key.slice(5).toUpperCase()}` : (NAMES[key] ?? key);
}
