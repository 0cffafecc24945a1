/**
 * The config file, `config.toml`. Paths in it begin at its own folder, so it means the same wherever ibid is started.
 */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isLibraryName } from "../library/locate.ts";
import { pathFrom } from "../system/path-from.ts";
import { CONFIG_KEYS, type Config, type ConfigKey, type Kind } from "./config-keys.ts";
import { lineOf } from "./config-lines.ts";
import { configPath } from "./folders.ts";
import { lenientToml } from "./lenient-toml.ts";
import { voiceProblem } from "../terminal/voice-command.ts";
import { systemReason } from "../system/reason.ts";
import { isRecord } from "../text/is-record.ts";
import { nearest } from "../text/nearest.ts";
import { newTable } from "../text/own.ts";

export interface ConfigFile {
  readonly config: Config;
  /** The table `[keys]`, which the reader interprets. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** The folder of the file, at which paths in it begin. */
  readonly folder: string;
  /** The table `[libraries]`: absolute paths of folders by their names. */
  readonly libraries: Readonly<Record<string, string>>;
  /** The errors in it, each with its place. */
  readonly complaints: readonly string[];
  /** Those of them that are about a known key at the top, by the key: its value is not used. */
  readonly refused: Readonly<Partial<Record<string, string>>>;
  /** `file:line` of a key, by its path in the file. */
  readonly placeOf: (path: readonly string[]) => string;
}

type Env = Readonly<Record<string, string | undefined>>;

const LEAST_WIDTH = 20;

/** Reads the config file, if there is one. Errors in it become complaints, and the rest is used. */
export function readConfig(env: Env): ConfigFile {
  const file = configPath(env);
  const nothing: ConfigFile = {
    config: {},
    folder: dirname(resolve(file)),
    keys: {},
    libraries: {},
    complaints: [],
    refused: {},
    placeOf: () => file,
  };
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch (error) {
    // A file that the user named must exist; the default file need not.
    const isNamed = env["IBID_CONFIG"] !== undefined && file !== "";
    const isThere = (error as NodeJS.ErrnoException).code !== "ENOENT";
    if (file === "" || !(isNamed || isThere)) return nothing;
    return { ...nothing, complaints: [`${file}: can't be read: ${systemReason(error)}`] };
  }
  const { values, faults } = lenientToml(source);
  const checked = checkConfig(values, source, file);
  const places = faults.map(({ line, column, reason }) => `${file}:${line}:${column}: ${reason}`);
  return { ...checked, complaints: [...places, ...checked.complaints] };
}

function checkConfig(
  { keys, libraries, ...values }: Record<string, unknown>,
  source: string,
  file: string,
): ConfigFile {
  const folder = dirname(resolve(file));
  const placeOf = (path: readonly string[]): string => `${file}:${lineOf(source, path)}`;
  const complaints: string[] = [];
  const config = newTable<unknown>();
  const refused = newTable<string>();
  for (const [key, value] of Object.entries(values)) {
    const complaint = complaintOf(key, value);
    if (complaint === undefined) config[key] = inFolder(key as ConfigKey, value, folder);
    else complaints.push((refused[key] = `${placeOf([key])}: ${complaint}`));
  }
  if (keys !== undefined && !isRecord(keys))
    complaints.push(`${placeOf(["keys"])}: keys must be a table: [keys]`);
  return {
    config: config,
    folder,
    keys: isRecord(keys) ? keys : {},
    libraries: librariesOf(libraries, folder, (path, problem) =>
      complaints.push(`${placeOf(path)}: ${problem}`),
    ),
    complaints,
    refused,
    placeOf,
  };
}

/** A value in which a relative path begins at `folder`. */
function inFolder(key: ConfigKey, value: unknown, folder: string): unknown {
  const isPath = CONFIG_KEYS[key].kind === "folder" && typeof value === "string" && !isLibraryName(value);
  return isPath ? pathFrom(folder, value) : value;
}

/** Folders by their names; a name is one word, so that `@name` can be typed in a shell. */
function librariesOf(
  table: unknown,
  base: string,
  complain: (path: readonly string[], problem: string) => void,
): Record<string, string> {
  if (table === undefined) return {};
  if (!isRecord(table)) {
    complain(["libraries"], "libraries must be a table: [libraries]");
    return {};
  }
  const libraries = newTable<string>();
  for (const [name, folder] of Object.entries(table)) {
    const path = ["libraries", name];
    if (!/^[\p{L}\p{N}._-]+$/u.test(name))
      complain(path, `${name} can't be a library's name: it must be one word`);
    else if (typeof folder !== "string" || folder === "") complain(path, `${name} must be a folder`);
    else libraries[name] = pathFrom(base, folder);
  }
  return libraries;
}

function unknownKey(key: string): string {
  const near = nearest(key, [...Object.keys(CONFIG_KEYS), "keys", "libraries"])[0];
  return `unknown key ${key}${near === undefined ? "" : `; did you mean ${near}?`}`;
}

function complaintOf(key: string, value: unknown): string | undefined {
  if (!Object.hasOwn(CONFIG_KEYS, key)) return unknownKey(key);
  const kind: Kind = CONFIG_KEYS[key as ConfigKey].kind;
  if (kind === "text" || kind === "folder") {
    if (typeof value !== "string" || value === "") return `${key} must be text`;
    const problem = key === "voice" ? voiceProblem(value) : undefined;
    return problem && `${key}: ${problem}`;
  }
  if (kind === "switch") return typeof value === "boolean" ? undefined : `${key} must be true or false`;
  if (kind === "columns")
    return Number.isInteger(value) && Number(value) >= LEAST_WIDTH
      ? undefined
      : `${key} must be a whole number of at least ${LEAST_WIDTH}`;
  return kind.some((one) => one === value) ? undefined : `${key} must be one of ${kind.join(", ")}`;
}
