/**
 * Builds `dist/`, or the folder that is named: the program, in few files so that it starts fast, and the library for other programs.
 * Everything is bundled, so the package that is published has no dependencies.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type InputOptions, type OutputOptions, rolldown } from "rolldown";
import { commands, read } from "../src/cli/commands.ts";
import { PATTERNS } from "../src/app/hyphen-patterns.ts";
import { commandHelp } from "../src/cli/help.ts";
import { manPage } from "../src/cli/man.ts";
import { COMPLETE } from "../src/cli/run.ts";
import { chunks } from "./chunks.ts";
import {
  ascii,
  blocksOnly,
  builtins,
  loaderForStart,
  noDevelopers,
  standIns,
  yogaAtOnce,
} from "./plugins.ts";
import { billOfMaterials, type Package } from "./sbom.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(process.argv[2] ?? join(root, "dist"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

rmSync(out, { recursive: true, force: true });
const shared = {
  cwd: root,
  platform: "node",
  transform: {
    target: "node22.13",
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env.DEV": '"false"',
      IBID_VERSION: JSON.stringify(version),
      IBID_PATTERNS: JSON.stringify("./hyphens/"),
      IBID_COMMANDS: JSON.stringify([...commands.map(({ name }) => name), COMPLETE]),
      IBID_HELP: JSON.stringify(commandHelp(read)),
    },
  },
  // gray-matter's engine for JavaScript, which is replaced by one that throws.
  checks: { eval: false },
  // So that `--version` and `--help` need no file but the first.
  optimization: { inlineConst: { mode: "all", pass: 3 } },
} satisfies InputOptions;
const written = { dir: out, minify: true, keepNames: true } satisfies OutputOptions;

// Modules of CommonJS: see `src/app/compiled.ts`, which loads them.
const { plugin, groups } = chunks(join(root, "src"));
const program = await rolldown({
  ...shared,
  input: {
    start: "src/start.ts",
    index: "src/index.ts",
    "reading-thread": "src/library/index/reading-thread.ts",
    "title-setting": "src/library/title-setting.ts",
  },
  plugins: [standIns, blocksOnly, noDevelopers, yogaAtOnce, builtins, plugin],
});
const { output } = await program.write({
  ...written,
  format: "cjs",
  plugins: [ascii],
  entryFileNames: "[name].cjs",
  chunkFileNames: "[name]-[hash].cjs",
  codeSplitting: { groups },
});
const entry = await rolldown({
  ...shared,
  input: { ibid: "src/main.ts" },
  plugins: [loaderForStart, builtins],
});
const { output: entryOutput } = await entry.write({
  ...written,
  format: "esm",
  chunkFileNames: "[name]-[hash].js",
});
writeFileSync(join(out, "index.js"), library());
// What another program imports has types.
const types = spawnSync(
  process.execPath,
  [
    join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    join(root, "scripts/tsconfig.types.json"),
    "--outDir",
    join(out, "types"),
  ],
  { stdio: "inherit" },
);
if (types.status !== 0) process.exitCode = 1;
chmodSync(join(out, "ibid.js"), 0o755);
mkdirSync(join(out, "hyphens"));
for (const name of new Set(Object.values(PATTERNS)))
  copyFileSync(
    join(root, "node_modules/hyphenopoly/patterns", `${name}.wasm`),
    join(out, "hyphens", `${name}.wasm`),
  );
writeFileSync(join(out, "ibid.1"), manPage());
const packages = bundled(
  [...output, ...entryOutput].flatMap((file) => (file.type === "chunk" ? file.moduleIds : [])),
);
writeFileSync(join(out, "THIRD-PARTY-NOTICES.txt"), packages.map(notice).join(`\n${"-".repeat(72)}\n\n`));
writeFileSync(join(out, "sbom.cdx.json"), billOfMaterials(root, version, packages));

/** What another program imports: the module of CommonJS with its names. */
function library(): string {
  const names = output.flatMap((file) =>
    file.type === "chunk" && file.name === "index" && file.isEntry ? file.exports : [],
  );
  return `import own from "./index.cjs";\nexport const { ${names.join(", ")} } = own;\n`;
}

/** Every package that the bundle holds something of, by its folder. */
function bundled(modules: readonly string[]): Package[] {
  const folders = new Set(
    modules.flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  return [...folders].sort().map((folder) => ({
    ...(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Omit<Package, "folder">),
    folder,
  }));
}

/** A package's name and licence. */
function notice({ name, version: its, license, folder }: Package): string {
  const file = ["LICENSE", "LICENSE.md", "license", "LICENCE", "LICENSE.txt", "LICENSE-MIT.txt"]
    .map((candidate) => join(folder, candidate))
    .find((candidate) => existsSync(candidate));
  return `${name} ${its} (${license})\n\n${file ? readFileSync(file, "utf8") : ""}`;
}
