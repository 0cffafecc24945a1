/**
 * The user's own keys, from the config file:
 *
 *     [keys]
 *     next-match = ["n", "ctrl+j"]     # on every screen that has the action
 *
 *     [keys.page]
 *     outline = "O"                    # in an essay only
 *     theme = []                       # no key
 *
 * A key that is bound again is taken from its former action.
 */
import { nearest } from "../text/nearest.ts";
import {
  type Action,
  type Binding,
  type Context,
  CONTEXTS,
  keymap as own,
  type Keymap,
  NAMED_KEYS,
} from "./keymap.ts";
import { isRecord } from "../text/is-record.ts";

export interface Remapped {
  readonly keymap: Keymap;
  /** The errors, each with the path of its key in the file. */
  readonly complaints: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** ^C always leaves. */
const FIXED: ReadonlySet<string> = new Set(["interrupt"]);
const CONTROL = /^ctrl\+[a-z@[\\\]^_]$/;

/** The keymap with the keys of `table`; errors are skipped and reported. */
export function remapped(table: Readonly<Record<string, unknown>>): Remapped {
  const complaints: { path: string[]; message: string }[] = [];
  const keymap: Record<Context, readonly Binding[]> = { ...own };
  /** The actions that keys of a screen were given to. */
  const taken = new Map<string, string>();
  const screens = CONTEXTS;
  for (const [name, value] of Object.entries(table)) {
    const screen = screens.find((one) => one === name);
    if (screen && isRecord(value)) {
      for (const [action, keys] of Object.entries(value))
        bind([screen], action, keys, ["keys", name, action]);
    } else if (isRecord(value)) complain(["keys", name], `no screen is called ${name}`, name, screens);
    else bind(screens, name, value, ["keys", name]);
  }
  return { keymap, complaints };

  function bind(on: readonly Context[], name: string, value: unknown, path: string[]): void {
    const keys = typeof value === "string" ? [value] : value;
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === "string"))
      return complain(path, `${name} must be a key, or a list of keys`);
    const wrong = keys.find((key) => !isKey(key));
    if (wrong !== undefined) return complain(path, `no key is called ${wrong}`, wrong, NAMED_KEYS);
    const screensWith = on.filter((screen) => own[screen].some(({ action }) => configName(action) === name));
    if (screensWith.length === 0)
      return complain(
        path,
        `no action${on.length === 1 ? " there" : ""} is called ${name}`,
        name,
        actionNames(on),
      );
    if (FIXED.has(name)) return complain(path, `${name} keeps its key`);
    const named = keys.map(keyOf);
    const clash = screensWith.flatMap((screen) =>
      named.flatMap((key) => {
        const other = taken.get(`${screen} ${key}`);
        return other === undefined || other === name ? [] : [{ key, other }];
      }),
    )[0];
    if (clash) return complain(path, `${clash.key} is given to ${clash.other} already`);
    for (const screen of screensWith) {
      for (const key of named) taken.set(`${screen} ${key}`, name);
      keymap[screen] = bound(keymap[screen], name, named);
    }
  }

  function complain(path: string[], message: string, wrong?: string, names: readonly string[] = []): void {
    const near = wrong === undefined ? undefined : nearest(wrong, names)[0];
    complaints.push({ path, message: `${message}${near === undefined ? "" : `; did you mean ${near}?`}` });
  }
}

function bound(bindings: readonly Binding[], name: string, keys: readonly string[]): Binding[] {
  return bindings.map((binding) => {
    if (configName(binding.action) === name) return { ...binding, keys };
    if (FIXED.has(binding.action)) return binding;
    const isTaken = (key: string): boolean =>
      keys.some((taken) => key === taken || key.startsWith(`${taken} `));
    return { ...binding, keys: binding.keys.filter((key) => !isTaken(key)) };
  });
}

/** Every action as the config file names it. */
function actionNames(screens: readonly Context[] = CONTEXTS): string[] {
  return [...new Set(screens.flatMap((screen) => own[screen].map(({ action }) => configName(action))))];
}

/** `nextMatch` is `next-match`. */
export function configName(action: Action): string {
  return action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function keyOf(name: string): string {
  if (name === " ") return "space";
  if (/^\S+ \S+$/.test(name)) return name.split(" ").map(keyOf).join(" ");
  return Array.from(name).length === 1 ? name : name.toLowerCase();
}

function isKey(name: string): boolean {
  const key = keyOf(name);
  const pair = key.split(" ");
  if (pair.length === 2) return pair.every((one) => one !== "" && isKey(one));
  if (Array.from(key).length === 1) return !/[\p{Cc}\d]/u.test(key);
  return NAMED_KEYS.includes(key) || (CONTROL.test(key) && key !== "ctrl+c");
}
