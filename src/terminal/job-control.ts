/**
 * Finds out whether a shell could continue this process. No shell could if the process group is that of the
 * session leader: then ibid is the leader, or the leader started it without job control, for example
 * `npm start` in a separate window.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a shell could continue this process if it stopped: whether it is in another process group than the leader of its session. */
export function canBeContinued(): boolean {
  try {
    // proc(5): after the command's name, which is in brackets, come state, parent, process group and session.
    const stat = readFileSync("/proc/self/stat", "utf8");
    const [, , group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return group !== session;
  } catch {
    // ps(1) marks the leader of a session with `s`, on the BSDs, on macOS and on Linux.
    const group = ps("pgid", String(process.pid));
    const state = ps("stat", group);
    return process.platform !== "win32" && state !== "" && !state.includes("s");
  }
}

/** A column of `ps` for a process; empty if `ps` fails or Node.js may not start programs. */
function ps(column: string, pid: string): string {
  try {
    return spawnSync("ps", ["-o", `${column}=`, "-p", pid], { encoding: "utf8" }).stdout?.trim() ?? "";
  } catch {
    return "";
  }
}
