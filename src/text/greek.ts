/**
 * Greek letters of mathematics and their names, for searches and for reading aloud.
 */

const LETTERS =
  "αalpha βbeta γgamma δdelta ϵepsilon εepsilon ζzeta ηeta θtheta ϑtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho σsigma τtau υupsilon ϕphi φphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega";

/** Names by letter; a capital letter has a capitalized name. */
export const GREEK_NAMES: ReadonlyMap<string, string> = new Map(
  LETTERS.split(" ").map((entry) => [entry[0]!, entry.slice(1)]),
);

/** Names of TeX's variants, such as `\varphi`. */
const VARIANTS = "εvarepsilon ϑvartheta ϰvarkappa ϖvarpi ϱvarrho ςvarsigma φvarphi";

const LETTER_OF = new Map([
  ...Array.from(GREEK_NAMES, ([letter, name]) => [name, letter] as const),
  ...VARIANTS.split(" ").map((entry) => [entry.slice(1), entry[0]!] as const),
]);

/** The letter for a name or TeX's command, the name for a letter; undefined for other text. */
export function otherGreek(text: string): string | undefined {
  return GREEK_NAMES.get(text) ?? LETTER_OF.get(text.startsWith("\\") ? text.slice(1) : text);
}
