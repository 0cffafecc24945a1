/**
 * The folders of config file, index and memory: those of the XDG Base Directory Specification, or their equivalents on macOS and
 * Windows.
 */
import { join } from "node:path";
import envPaths from "env-paths";

type Env = Readonly<Record<string, string | undefined>>;

function paths(): ReturnType<typeof envPaths> {
  return envPaths("ibid", { suffix: "" });
}

/** The path of the config file; `IBID_CONFIG` overrides it; empty if no file is to be read. */
export function configPath(env: Env): string {
  return env["IBID_CONFIG"] ?? join(paths().config, "config.toml");
}

/** The folder of the indexes; `IBID_CACHE` overrides it; undefined if none is to be kept. */
export function cacheFolder(env: Env): string | undefined {
  const asked = env["IBID_CACHE"];
  return asked === "" ? undefined : (asked ?? paths().cache);
}

/**
 * The file of the memory; `IBID_STATE` sets another folder for it; undefined if that is empty, so
 * that nothing is remembered.
 */
export function memoryFile(env: Env): string | undefined {
  const asked = env["IBID_STATE"];
  if (asked === "") return undefined;
  // env-paths calls XDG's state folder the log folder; on other systems it is for logs.
  const isXdg = process.platform !== "darwin" && process.platform !== "win32";
  return join(asked ?? (isXdg ? paths().log : paths().data), "memory.sqlite");
}
