/**
 * The user's editor: `$VISUAL`, else `$EDITOR`, else vi.
 */
import { spawn } from "node:child_process";
import { basename } from "node:path";
import { messageOf } from "../text/message-of.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Editors that take the line after the file's name. */
const AFTER_NAME =
  /^(?:code|code-insiders|codium|vscodium|cursor|subl|sublime_text|zed|hx|helix|lapce)(?:\.exe|\.cmd)?$/;

/**
 * The editor's command line as the user wrote it, and the arguments that open a file at a line. Without a line, the file is the only
 * argument, as in git: a script that the user wrote may know no other.
 */
export function editorCommand(env: Env, file: string, line?: number): { command: string; args: string[] } {
  const command = env["VISUAL"] || env["EDITOR"] || "vi";
  if (line === undefined) return { command, args: [file] };
  const name = basename(command.trim().split(/\s+/)[0] ?? "").toLowerCase();
  if (!AFTER_NAME.test(name)) return { command, args: [`+${line}`, file] };
  const isCode = /^(?:code|codium|vscodium|cursor)/.test(name);
  return { command, args: [...(isCode ? ["--goto"] : []), `${file}:${line}`] };
}

/**
 * Runs the editor until the user leaves it; resolves with the reason of a failure, or undefined. As in git,
 * the shell reads the command line, because it is the user's own, but not the arguments that ibid adds.
 */
export function runEditor(env: Env, file: string, line?: number): Promise<string | undefined> {
  const { command, args } = editorCommand(env, file, line);
  // Under the permission model, `spawn` throws.
  return new Promise<string | undefined>((resolve) => {
    const child =
      process.platform === "win32"
        ? spawn([command, ...args.map((arg) => `"${arg}"`)].join(" "), { shell: true, stdio: "inherit" })
        : spawn("sh", ["-c", `${command} "$@"`, command, ...args], { stdio: "inherit" });
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      // POSIX, `sh`: the command was not found.
      else if (code === 127) resolve(`${command}: there is no such program`);
      else resolve(`${command} ended with ${signal ?? code}`);
    });
  }).catch(messageOf);
}
