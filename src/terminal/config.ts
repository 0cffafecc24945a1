/**
 * The config file: `config.toml` in the XDG config folder, or its equivalent on macOS and Windows.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import envPaths from "env-paths";
import { parse, TomlError } from "smol-toml";

export interface Config {
  /** The library's folder. */
  readonly dir?: string;
  /** Where notes stand, by the words of `--notes`. */
  readonly notes?: (typeof NOTES)[number];
  /** The theme's name, or the file that holds one. */
  readonly theme?: string;
}

export interface ConfigFile {
  readonly config: Config;
  /** What is wrong in it, each with its place. */
  readonly complaints: readonly string[];
}

const NOTES = ["inline", "margin", "end", "none"] as const;

type Env = Readonly<Record<string, string | undefined>>;

/** Where the config file is looked for; `IBID_CONFIG` names another. */
export function configPath(env: Env): string {
  return env["IBID_CONFIG"] || join(envPaths("ibid", { suffix: "" }).config, "config.toml");
}

/** The folder in which indexes are kept; `IBID_CACHE` names another, and empty says that none is to be kept. */
export function cacheFolder(env: Env): string | undefined {
  const asked = env["IBID_CACHE"];
  return asked === "" ? undefined : (asked ?? envPaths("ibid", { suffix: "" }).cache);
}

/** Reads the config file, if there is one. Whatever is wrong in it is complained about and passed over. */
export function readConfig(env: Env): ConfigFile {
  const file = configPath(env);
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch {
    return { config: {}, complaints: [] };
  }
  try {
    return checkConfig(parse(source), source, file);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    return { config: {}, complaints: [`${file}:${error.line}:${error.column}: ${reason}`] };
  }
}

function checkConfig(values: Record<string, unknown>, source: string, file: string): ConfigFile {
  const complaints: string[] = [];
  const config: { -readonly [Key in keyof Config]: Config[Key] } = {};
  for (const [key, value] of Object.entries(values)) {
    const line = source.split("\n").findIndex((text) => text.trimStart().startsWith(key)) + 1;
    const notes = NOTES.find((one) => one === value);
    if ((key === "dir" || key === "theme") && typeof value === "string") config[key] = value;
    else if (key === "notes" && notes) config.notes = notes;
    else complaints.push(`${file}:${line}: ${complaintOf(key)}`);
  }
  return { config, complaints };
}

function complaintOf(key: string): string {
  if (key === "dir" || key === "theme") return `${key} must be text`;
  return key === "notes" ? `notes must be one of ${NOTES.join(", ")}` : `unknown key ${key}`;
}
