/**
 * The theme that is asked for: by `--theme`, else by the config file.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "smol-toml";
import { isThemeName, type Theme, themes } from "../formats/theme.ts";
import { readTheme } from "../formats/theme-file.ts";
import { nearest } from "../text/nearest.ts";
import { backgroundOf } from "../terminal/background.ts";
import { readConfig } from "../app/config.ts";
import type { Io } from "../terminal/io.ts";
import { flags } from "./flags.ts";
import { type Arguments, UsageError, valueOf } from "./arguments.ts";
import { say } from "./say.ts";

/** A built-in theme by its name, `auto` by the background, or a theme file. Throws `UsageError` for the flag's. */
export async function themeOf(args: Arguments, io: Io): Promise<{ name: string; theme: Theme }> {
  const asked = valueOf(args, flags.theme);
  if (asked !== undefined) return named(asked, io);
  const configured = readConfig(io.env).config.theme;
  if (configured === undefined) return { name: "terminal", theme: themes.terminal };
  try {
    return await named(configured, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(io, `${readConfig(io.env).placeOf(["theme"])}: ${error.message}`);
    return { name: "terminal", theme: themes.terminal };
  }
}

async function named(name: string, io: Io): Promise<{ name: string; theme: Theme }> {
  if (isThemeName(name)) return { name, theme: themes[name] };
  if (name !== "auto") return { name, theme: fromFile(name, io) };
  const background = backgroundOf(io.env) ?? (await io.askBackground?.()) ?? "terminal";
  return { name: background, theme: themes[background] };
}

function fromFile(name: string, io: Io): Theme {
  let values: Record<string, unknown>;
  try {
    values = parse(readFileSync(resolve(io.cwd, name), "utf8"));
  } catch (error) {
    throw new UsageError(`theme ${name}: ${reasonOf(error, name)}`);
  }
  const { theme, complaints } = readTheme(values);
  for (const complaint of complaints) say(io, `${name}: ${complaint}`);
  return theme;
}

function reasonOf(error: unknown, name: string): string {
  if (error instanceof Error && "code" in error) {
    const near = nearest(name, [...Object.keys(themes), "auto"])[0];
    return `neither a theme nor a file${near ? `; did you mean ${near}?` : ""}`;
  }
  return error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
}
