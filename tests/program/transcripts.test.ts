/**
 * The transcripts: pages that read as a manual, and whose commands are run. `npm run goldens` writes them anew; read
 * what has changed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shell } from "../support/program.ts";

const folder = join(import.meta.dirname, "../transcripts");
const library = join(folder, "library");

/** A page with each command followed by what it prints, messages after `2>`, and its exit code if it is not 0. */
async function performed(page: string): Promise<string> {
  const env = { IBID_CONFIG: "", IBID_STATE: "" };
  const parts = page.split(/^(```console\n[^]*?^```$)/m);
  const done: string[] = [];
  for (const part of parts) done.push(part.startsWith("```console") ? await transcript(part, env) : part);
  return done.join("");
}

async function transcript(block: string, env: Record<string, string>): Promise<string> {
  const commands = block.split("\n").filter((line) => line.startsWith("$ "));
  const printed: string[] = [];
  for (const command of commands) {
    const { out, err, code } = await shell(command.slice(2), [], { cwd: library, env });
    const words = err.replace(/^(?=.)/gm, "2> ");
    printed.push(`${command}\n${ended(out)}${ended(words)}${code === 0 ? "" : `[${code}]\n`}`);
  }
  return `\`\`\`console\n${printed.join("\n")}\`\`\``;
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

test.each(pages)("%s", async (name) => {
  const file = join(folder, name);
  await expect(await performed(readFileSync(file, "utf8"))).toMatchFileSnapshot(file);
});
