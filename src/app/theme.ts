/**
 * Resolves the theme of the options.
 */
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { isThemeName, type NamedTheme, type Theme, themes } from "../formats/theme.ts";
import { readTheme } from "../formats/theme-file.ts";
import { pathFrom } from "../system/path-from.ts";
import { systemReason } from "../system/reason.ts";
import { nearest } from "../text/nearest.ts";
import { backgroundOf } from "../terminal/background.ts";
import type { Io } from "../terminal/io.ts";
import { UsageError } from "./arguments.ts";
import type { Options } from "./options.ts";
import { keepBackground, type KnownBackground, knownBackground } from "./known-background.ts";
import { say } from "./say.ts";

/** A built-in theme by its name, `auto` by the background, or a theme file. Throws `UsageError` for the flag's. */
export async function resolveTheme(options: Options, io: Io): Promise<NamedTheme> {
  const { theme, config } = options;
  try {
    return await named(options, io);
  } catch (error) {
    if (theme.from === "command line" || !(error instanceof UsageError)) throw error;
    say(io, `${config.placeOf(["theme"])}: ${error.message}`);
    return { name: "terminal", theme: themes.terminal };
  }
}

async function named({ theme: { name, folder }, env, memory }: Options, io: Io): Promise<NamedTheme> {
  if (isThemeName(name)) return { name, theme: themes[name] };
  if (name !== "auto") return { name, theme: fromFile(name, folder, io) };
  const known = backgroundOf(env) ?? knownBackground(memory, env);
  if (known !== undefined || !io.askBackground) return themeFor(known);
  const background = await io.askBackground();
  keepBackground(memory, env, background ?? "none");
  return themeFor(background);
}

/** The theme for `auto` before the terminal has answered: by its last answer. */
export function expectedTheme({ env, memory }: Pick<Options, "env" | "memory">): NamedTheme {
  return themeFor(backgroundOf(env) ?? knownBackground(memory, env));
}

/** The theme for a background; the terminal's own colours if the background is not known. */
export function themeFor(known: KnownBackground | undefined): NamedTheme {
  const name = known === undefined || known === "none" ? "terminal" : known;
  return { name, theme: themes[name] };
}

function fromFile(name: string, folder: string, io: Io): Theme {
  let values: Record<string, unknown>;
  try {
    values = parse(readFileSync(pathFrom(folder, name), "utf8"));
  } catch (error) {
    throw new UsageError(`theme ${name}: ${reasonOf(error, name)}`);
  }
  const { theme, complaints } = readTheme(values);
  for (const complaint of complaints) say(io, `${name}: ${complaint}`);
  return theme;
}

function reasonOf(error: unknown, name: string): string {
  if (error instanceof Error && "code" in error) {
    if (error.code !== "ENOENT") return `can't be read: ${systemReason(error)}`;
    const near = nearest(name, [...Object.keys(themes), "auto"])[0];
    return `neither a theme nor a file${near ? `; did you mean ${near}?` : ""}`;
  }
  return error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
}
