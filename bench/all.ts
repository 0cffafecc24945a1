/**
 * Every figure, in under five minutes: `npm run bench -- [FOLDER]`, the essays that starts are measured on.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

for (const name of ["commands.ts", "reader.ts", "marks.ts"]) {
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, name), ...process.argv.slice(2)],
    {
      stdio: "inherit",
    },
  );
  process.exitCode ||= status ?? 1;
}
