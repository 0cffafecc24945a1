/**
 * Fills in the files of `packaging/` for a release: the version, the address of the package and its checksum.
 *
 *     npm run packaging -- HOMEPAGE TARBALL URL FOLDER
 *
 * TARBALL is what `npm pack` made, URL is where it can be fetched, FOLDER takes the finished files.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [homepage, tarball, url, folder] = process.argv.slice(2);
if (!homepage || !tarball || !url || !folder)
  throw new Error("usage: npm run packaging -- HOMEPAGE TARBALL URL FOLDER");

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const sha256 = createHash("sha256").update(readFileSync(tarball)).digest("hex");
const values: Readonly<Record<string, string>> = { homepage, version, url, sha256 };

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(join(root, "packaging"))) {
  const template = readFileSync(join(root, "packaging", name), "utf8");
  const filled = template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole);
  writeFileSync(join(folder, name), filled);
}
