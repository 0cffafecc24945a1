/**
 * Hands the process to a command, or to the reader where there is a screen.
 */
import { runProgram } from "./cli/run.ts";
import { processIo, watchOutput } from "./terminal/io.ts";

export async function start(): Promise<void> {
  watchOutput();
  const io = processIo();
  process.exitCode = await runProgram(process.argv.slice(2), io, async ({ args }) => {
    const { startReader } = await import("./reader.ts");
    return startReader(args, io);
  });
}
