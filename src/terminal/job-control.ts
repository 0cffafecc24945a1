/**
 * Whether a shell could continue this process. It could not where the process group is that of the session's leader:
 * then ibid is the leader, or was started by it without job control, as `npm start` in a window of its own is.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export function canBeContinued(): boolean {
  try {
    // proc(5): after the command's name, which stands in brackets, come state, parent, process group and session.
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

/** What `ps` says of a process; empty if nothing, or if Node.js may start no program. */
function ps(column: string, pid: string): string {
  try {
    return spawnSync("ps", ["-o", `${column}=`, "-p", pid], { encoding: "utf8" }).stdout?.trim() ?? "";
  } catch {
    return "";
  }
}
