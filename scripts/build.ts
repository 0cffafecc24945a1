/**
 * Builds `dist/`, or the folder that is named: the program, in few files so that it starts fast, and the library for other programs.
 * Everything is bundled, so the package that is published has no dependencies.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { read } from "../src/cli/commands.ts";
import { PATTERNS } from "../src/app/hyphen-patterns.ts";
import { commandHelp } from "../src/cli/help.ts";
import { manPage } from "../src/cli/man.ts";
import { chunks } from "./chunks.ts";
import { billOfMaterials, type Package } from "./sbom.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(process.argv[2] ?? join(root, "dist"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** What stands in for modules that never run here, or that Node.js does better. */
const STAND_INS: Readonly<Record<string, string>> = {
  // gray-matter's own engines are replaced; with them goes the old js-yaml that they import.
  "js-yaml": "export const safeLoad = () => {}; export const safeDump = () => {};",
  // Ink's developer tools are wanted by nobody who reads.
  "react-devtools-core": "export default {};",
  // Unicode's line breaking classes are kept gzipped; Node.js unpacks them thirty times faster than JavaScript. Books are packed by
  // fflate itself: its bytes are the same whatever the version of Node.js.
  fflate: 'export { gunzipSync } from "node:zlib";',
  // Both tables of entities are unpacked when they are loaded, which takes 15 ms; most essays have none but those that
  // `text/entities.ts` knows by heart.
  entities: `let own;
    export const decodeHTMLStrict = (text) => (own ??= require("entities/decode").decodeHTMLStrict)(text);`,
  "entities/decode": `const own = () => require("entities/decode");
    export const htmlDecodeTree = "htmlDecodeTree", xmlDecodeTree = "xmlDecodeTree";
    export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };
    export class EntityDecoder {
      #decoder; #make;
      constructor(tree, emit) {
        this.#make = () => new (own().EntityDecoder)(own()[tree], emit);
      }
      startEntity(mode) { (this.#decoder ??= this.#make()).startEntity(mode); }
      write(text, at) { return this.#decoder.write(text, at); }
      end() { return this.#decoder.end(); }
    }`,
  // The classes of characters are unpacked when the package is loaded: a twentieth of the time to the first frame, which breaks no line.
  "@cto.af/linebreak": `export class Rules {
      constructor(...given) { return new (require("@cto.af/linebreak").Rules)(...given); }
    }`,
  // string-width builds its table of emoji when it is loaded; most pages never need it. Ink asks it for the width of
  // each character of each frame, most of which are of one column.
  "string-width": `let width;
    const single = /^[\\u0020-\\u007e\\u00a1-\\u00a8\\u00b0-\\u02ff\\u2010-\\u2027\\u2500-\\u259f]*$/;
    const looks = /\\u001b(?:\\[[\\d;]*m|\\]8;;[^\\u001b]*\\u001b\\\\)/g;
    export default (text, ...given) => {
      if (single.test(text)) return text.length;
      const bare = given.length === 0 ? text.replace(looks, "") : text;
      if (single.test(bare)) return bare.length;
      return (width ??= require("string-width").default)(text, ...given);
    };`,
};
/** Modules of several versions, or with more exports than a stand-in has: the importer that gets it. */
const WANTED_BY: Readonly<Record<string, string>> = {
  "entities/decode": "node_modules/htmlparser2/dist/Tokenizer.js",
  entities: "src/text/entities.ts",
};
const STAND_IN = "\0stand-in:";
const BUILTIN = "\0node:";

const standIns: Plugin = {
  name: "stand-ins",
  resolveId(source, importer) {
    if (source === "js-yaml" && !importer?.includes("gray-matter")) return undefined;
    if (source === "fflate" && importer?.startsWith(join(root, "src"))) return undefined;
    // What a stand-in asks for is the module itself, as the package that imports it has it.
    if (importer?.startsWith(STAND_IN))
      return this.resolve(source, join(root, WANTED_BY[importer.slice(STAND_IN.length)] ?? "src/main.ts"), {
        skipSelf: true,
      });
    const wantedBy = WANTED_BY[source];
    if (wantedBy !== undefined && importer !== join(root, wantedBy)) return undefined;
    return Object.hasOwn(STAND_INS, source) ? STAND_IN + source : undefined;
  },
  load: (id) => (id.startsWith(STAND_IN) ? STAND_INS[id.slice(STAND_IN.length)] : undefined),
};

/**
 * marked without Unicode's classes, which stand in its rules for inlines only: ibid parses inlines itself. V8 takes half the time that
 * marked takes to load for them.
 */
const blocksOnly: Plugin = {
  name: "blocks-only",
  transform: {
    filter: { id: /marked[\\/]lib[\\/]marked\.esm\.js$/ },
    handler(code) {
      const classes = /\\p\{\w+\}/g;
      if (code.match(classes)?.length !== 16)
        this.error("marked's rules are other ones now: see whether those for blocks have Unicode's classes");
      return code.replace(classes, "");
    },
  },
};

/**
 * Node.js's own modules. An `import` of one reads each of its exports, and those that are made when they are asked for (all of
 * node:stream behind two of node:fs) are made in vain: 6 of 20 ms of `--help`. So only those that the program uses are read.
 */
const builtins: Plugin = {
  name: "builtins",
  resolveId: (source, importer, { kind }) =>
    // What makes these modules asks for one itself.
    isBuiltin(source) && kind === "import-statement" && !importer?.includes("rolldown/runtime")
      ? BUILTIN + source.replace(/^node:/, "")
      : undefined,
  load: (id) => (id.startsWith(BUILTIN) ? exportsOf(`node:${id.slice(BUILTIN.length)}`) : undefined),
};

/** A module with the exports of one of Node.js's; those that nothing imports are left out. */
function exportsOf(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) as object).filter((one) =>
    /^[a-z_]\w*$/i.test(one),
  );
  return [
    `const $all = process.getBuiltinModule("${name}");`,
    "export default $all;",
    ...names.map((one) => `export const ${one} = /* @__PURE__ */ (() => $all.${one})();`),
  ].join("\n");
}

rmSync(out, { recursive: true, force: true });
const { plugin, groups } = chunks(join(root, "src"));
const bundle = await rolldown({
  cwd: root,
  input: {
    ibid: "src/main.ts",
    index: "src/index.ts",
    "reading-thread": "src/library/index/reading-thread.ts",
    "title-setting": "src/library/title-setting.ts",
  },
  platform: "node",
  plugins: [standIns, blocksOnly, builtins, plugin],
  transform: {
    target: "node22.13",
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env.DEV": '"false"',
      // yoga would load its WebAssembly by fetch, and with that all of undici.
      fetch: "undefined",
      IBID_VERSION: JSON.stringify(version),
      IBID_PATTERNS: JSON.stringify("./hyphens/"),
      IBID_HELP: JSON.stringify(commandHelp(read)),
    },
  },
  // gray-matter's engine for JavaScript, which is replaced by one that throws.
  checks: { eval: false },
  // So that `--version` and `--help` need no file but the first.
  optimization: { inlineConst: { mode: "all", pass: 3 } },
});
const { output } = await bundle.write({
  dir: out,
  format: "esm",
  minify: true,
  keepNames: true,
  chunkFileNames: "[name]-[hash].js",
  codeSplitting: { groups },
});
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
const packages = bundled(output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : [])));
writeFileSync(join(out, "THIRD-PARTY-NOTICES.txt"), packages.map(notice).join(`\n${"-".repeat(72)}\n\n`));
writeFileSync(join(out, "sbom.cdx.json"), billOfMaterials(root, version, packages));

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
