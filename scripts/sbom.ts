/**
 * The bill of materials of what is bundled, as CycloneDX 1.6 has it (ECMA-424). It holds no date and no serial number, so that
 * the same sources give the same bytes.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly folder: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/** As a JSON text. */
export function billOfMaterials(root: string, version: string, packages: readonly Package[]): string {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const bill = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": `ibid@${version}`,
        name: "ibid",
        version,
        purl: `pkg:npm/ibid@${version}`,
        licenses: [{ license: { id: "MIT" } }],
      },
    },
    components: packages.map((one) => component(one, lock.packages[relative(root, one.folder)]?.integrity)),
    dependencies: [
      { ref: `ibid@${version}`, dependsOn: packages.map(({ name, version: own }) => `${name}@${own}`) },
    ],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function component({ name, version, license }: Package, integrity: string | undefined): object {
  // npm writes a hash in base64 (Subresource Integrity), CycloneDX in hexadecimal digits.
  const [, sha512] = /^sha512-(.+)$/.exec(integrity ?? "") ?? [];
  return {
    type: "library",
    "bom-ref": `${name}@${version}`,
    name,
    version,
    // A scope's sign is encoded (purl-spec, "npm").
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    // One licence by its SPDX identifier, or an expression of several.
    licenses: /^[\w.-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }],
    ...(sha512 !== undefined && {
      hashes: [{ alg: "SHA-512", content: Buffer.from(sha512, "base64").toString("hex") }],
    }),
  };
}
