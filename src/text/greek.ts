/**
 * The Greek letters that mathematics uses, and their names: in TeX, in a search, and read aloud.
 */

const LETTERS =
  "αalpha βbeta γgamma δdelta ϵepsilon εepsilon ζzeta ηeta θtheta ϑtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho σsigma τtau υupsilon ϕphi φphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega";

/** The name of each letter, with a capital where the letter is one. */
export const GREEK_NAMES: ReadonlyMap<string, string> = new Map(
  LETTERS.split(" ").map((entry) => [entry[0]!, entry.slice(1)]),
);

const LETTER_OF = new Map(Array.from(GREEK_NAMES, ([letter, name]) => [name, letter]));

/** The other way to write a letter: for a name or TeX's command the letter, for a letter its name; undefined for all else. */
export function otherGreek(text: string): string | undefined {
  return GREEK_NAMES.get(text) ?? LETTER_OF.get(text.startsWith("\\") ? text.slice(1) : text);
}
