/**
 * Quantities in the notation of siunitx, converted to TeX: `\SI{5}{\meter\per\second}`, `\num{1e-3}`.
 */

/** Symbols of units and prefixes, by their commands. */
const UNITS = new Map(
  (
    "m=meter m=metre s=second g=gram kg=kilogram A=ampere K=kelvin mol=mole cd=candela Hz=hertz N=newton Pa=pascal J=joule " +
    "W=watt C=coulomb V=volt F=farad Ω=ohm S=siemens Wb=weber T=tesla H=henry °C=celsius °C=degreeCelsius °=degree L=liter " +
    "L=litre eV=electronvolt min=minute h=hour d=day rad=radian B=byte bit=bit %=percent Å=angstrom bar=bar " +
    "p=pico n=nano μ=micro m=milli c=centi d=deci k=kilo M=mega G=giga T=tera P=peta"
  )
    .split(" ")
    .map((entry) => entry.split("=").toReversed() as [string, string]),
);
const PREFIXES: ReadonlySet<string> = new Set(
  "pico nano micro milli centi deci kilo mega giga tera peta".split(" "),
);
const AFTER: ReadonlyMap<string, string> = new Map(Object.entries({ squared: "^2", cubed: "^3" }));
const BEFORE: ReadonlyMap<string, string> = new Map(Object.entries({ square: "^2", cubic: "^3" }));

/** A unit in siunitx's commands, or in plain text. */
export function unitTex(source: string): string {
  if (!source.includes("\\"))
    return source.trim() === "" ? "" : `\\mathrm{${source.replaceAll(".", "\\cdot ").trim()}}`;
  let [tex, power, isBegun] = ["", "", false];
  for (const [, name = ""] of source.matchAll(/\\([A-Za-z]+)/g)) {
    if (name === "per") {
      tex += "/";
      isBegun = false;
      continue;
    }
    const [before, after] = [BEFORE.get(name), AFTER.get(name)];
    if (before !== undefined) power = before;
    else if (after !== undefined) tex += after;
    else {
      const own = (UNITS.get(name) ?? name).replace("%", "\\%");
      tex += `${isBegun ? "\\," : ""}\\text{${own}}`;
      isBegun = !PREFIXES.has(name);
      if (isBegun) {
        tex += power;
        power = "";
      }
    }
  }
  return tex;
}

/** A number, with `e` for a power of ten. */
export function numberTex(source: string): string {
  const at = source.search(/[eE]/);
  const exponent = at < 0 ? undefined : /^[-+]?\d{1,9}$/.exec(source.slice(at + 1).trim())?.[0];
  const shown = (exponent === undefined ? source : source.slice(0, at)).trim().replace("+-", "\\pm ");
  if (exponent === undefined) return shown;
  return `${shown === "" ? "" : `${shown} \\times `}10^{${exponent.replace("+", "")}}`;
}
