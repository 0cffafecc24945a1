/**
 * Unicode characters for commands without arguments: `\alpha` is α (The TeXbook, appendix F; amsmath and amssymb). The parser
 * knows their classes.
 *
 * Letters are upright: a terminal shows prose in one face, and few fonts have 𝑥.
 */
import { once } from "../../text/once.ts";
import { tableOf } from "../../text/own.ts";

/** Entries of a character and the name of its command. */
const TABLE = [
  // Greek letters, the small ones.
  `αalpha βbeta γgamma δdelta ϵepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi οomicron πpi ρrho
    σsigma τtau υupsilon ϕphi χchi ψpsi ωomega εvarepsilon ϑvartheta ϖvarpi ϱvarrho ςvarsigma φvarphi`,
  // Relations.
  `≡equiv ≺prec ≻succ ∼sim ⊥perp ⪯preceq ⪰succeq ≃simeq |mid ≪ll ≫gg ≍asymp ∥parallel ⋈bowtie ⌣smile
    ⊑sqsubseteq ⊒sqsupseteq ≐doteq ⌢frown ∋ni ∝propto ⊢vdash ⊣dashv ∋owns △vartriangle ≦leqq ⩽leqslant
    ⪕eqslantless ≲lesssim ⪅lessapprox ≊approxeq ⋘lll ≶lessgtr ⋚lesseqgtr ⪋lesseqqgtr ≑doteqdot ≓risingdotseq
    ≒fallingdotseq ∽backsim ⋍backsimeq ⫅subseteqq ⋐Subset ⊏sqsubset ≼preccurlyeq ⋞curlyeqprec ≾precsim
    ⪷precapprox ⊲vartriangleleft ⊴trianglelefteq ⊨vDash ⊪Vvdash ⌣smallsmile ⌢smallfrown ≏bumpeq ≎Bumpeq
    ≧geqq ⩾geqslant ⪖eqslantgtr ≳gtrsim ⪆gtrapprox ⋙ggg ≷gtrless ⋛gtreqless ⪌gtreqqless ≖eqcirc ≗circeq
    ≜triangleq ∼thicksim ≈thickapprox ⫆supseteqq ⋑Supset ⊐sqsupset ≽succcurlyeq ⋟curlyeqsucc ≿succsim
    ⪸succapprox ⊳vartriangleright ⊵trianglerighteq ⊩Vdash ∣shortmid ∥shortparallel ≬between ⋔pitchfork
    ∝varpropto ◀blacktriangleleft ∴therefore ∍backepsilon ▶blacktriangleright ∵because ⋘llless ⋙gggtr ≂eqsim
    ⋈Join ≑Doteq ⊶origof ⊷imageof ⊸multimap ≈approx ≅cong ≥ge ≥geq >gt ∈in ⊂subset ⊃supset ⊆subseteq
    ⊇supseteq ⊨models ≤le ≤leq <lt`,
  // Negated relations.
  `≮nless ⪇lneq ≨lneqq ⋦lnsim ⪉lnapprox ⊀nprec ⋠npreceq ⋨precnsim ⪹precnapprox ≁nsim ∤nmid ⊬nvdash ⊭nvDash
    ⋪ntriangleleft ⋬ntrianglelefteq ⊊subsetneq ⫋subsetneqq ≯ngtr ⪈gneq ≩gneqq ⋧gnsim ⪊gnapprox ⊁nsucc
    ⋡nsucceq ⋩succnsim ⪺succnapprox ≆ncong ∦nparallel ⊯nVDash ⋫ntriangleright ⋭ntrianglerighteq ⊋supsetneq
    ⫌supsetneqq ⊮nVdash ⪵precneqq ⪶succneqq ⊈nsubseteq ⊉nsupseteq ≱ngeq ≰nleq`,
  // Arrows.
  `⟵longleftarrow ⇐Leftarrow ⟸Longleftarrow ⟶longrightarrow ⇒Rightarrow ⟹Longrightarrow ↔leftrightarrow
    ⟷longleftrightarrow ⇔Leftrightarrow ⟺Longleftrightarrow ↦mapsto ⟼longmapsto ↗nearrow ↩hookleftarrow
    ↪hookrightarrow ↘searrow ↼leftharpoonup ⇀rightharpoonup ↙swarrow ↽leftharpoondown ⇁rightharpoondown
    ↖nwarrow ⇌rightleftharpoons ↚nleftarrow ↛nrightarrow ⇍nLeftarrow ⇏nRightarrow ↮nleftrightarrow
    ⇎nLeftrightarrow ⇢dashrightarrow ⇠dashleftarrow ⇇leftleftarrows ⇆leftrightarrows ⇚Lleftarrow
    ↞twoheadleftarrow ↢leftarrowtail ↫looparrowleft ⇋leftrightharpoons ↶curvearrowleft ↺circlearrowleft ↰Lsh
    ⇈upuparrows ↿upharpoonleft ⇃downharpoonleft ↭leftrightsquigarrow ⇉rightrightarrows ⇄rightleftarrows
    ↠twoheadrightarrow ↣rightarrowtail ↬looparrowright ↷curvearrowright ↻circlearrowright ↱Rsh
    ⇊downdownarrows ↾upharpoonright ⇂downharpoonright ⇝rightsquigarrow ⇝leadsto ⇛Rrightarrow ↾restriction
    ←gets ←leftarrow →rightarrow →to ↑uparrow ⇑Uparrow ↓downarrow ⇓Downarrow ↕updownarrow ⇕Updownarrow`,
  // Binary operators.
  `∓mp ⊖ominus ⊎uplus ⊓sqcap *ast ⊔sqcup ◯bigcirc •bullet ‡ddagger ≀wr ⨿amalg &And ⊴unlhd ⊵unrhd ⋖lessdot
    ⋗gtrdot ⊲lhd ⊳rhd ∔dotplus ∖smallsetminus ⋒Cap ⋓Cup ⩞doublebarwedge ⊟boxminus ⊞boxplus ⋇divideontimes
    ⋉ltimes ⋊rtimes ⋋leftthreetimes ⋌rightthreetimes ⋏curlywedge ⋎curlyvee ⊝circleddash ⊛circledast
    ·centerdot ⊺intercal ⋒doublecap ⋓doublecup ⊠boxtimes ·cdot ∘circ ÷div ±pm ×times ∩cap ∪cup ∖setminus
    ∧land ∨lor ∧wedge ∨vee ⊼barwedge ⊻veebar ⊙odot ⊕oplus ⊗otimes ⊘oslash ⊚circledcirc ⊡boxdot
    △bigtriangleup ▽bigtriangledown †dagger ⋄diamond ⋆star ◃triangleleft ▹triangleright`,
  // Large operators.
  `∐coprod ⋁bigvee ⋀bigwedge ⨄biguplus ⋂bigcap ⋃bigcup ∫int ∫intop ∬iint ∭iiint ∏prod ∑sum ⨂bigotimes
    ⨁bigoplus ⨀bigodot ∮oint ∯oiint ∰oiiint ⨆bigsqcup ∫smallint`,
  // Brackets, dots and punctuation.
  `⎰lmoustache ⟮lgroup ⟨langle |lvert ‖lVert {{ {lbrace [lbrack (lparen ⌊lfloor ⌈lceil ⎱rmoustache ⟯rgroup
    ⟩rangle |rvert ‖rVert }} }rbrace ]rbrack )rparen ⌋rfloor ⌉rceil …mathellipsis …ldots ⋱ddots .ldotp
    ·cdotp ⋯@cdots`,
  // Capital Greek letters, and ordinary signs.
  `## && ℵaleph ∀forall ℏhbar ∃exists ∇nabla ♭flat ℓell ♮natural ♣clubsuit ℘wp ♯sharp ♢diamondsuit ℜRe
    ♡heartsuit ℑIm ♠spadesuit §S ¶P †dag ‡ddag ℏhslash ▽triangledown ◊lozenge ⓈcircledS ®circledR
    ∡measuredangle ∄nexists ℧mho ℲFinv ⅁Game ‵backprime ▲blacktriangle ▼blacktriangledown ■blacksquare
    ⧫blacklozenge ★bigstar ∢sphericalangle ∁complement ðeth ╱diagup ╲diagdown □square □Box ◊Diamond ¥yen
    ✓checkmark ℶbeth ℸdaleth ℷgimel ϝdigamma ϰvarkappa $$ %% __ ∠angle ∞infty ′prime △triangle ΓGamma ΔDelta
    ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega ¬neg ¬lnot ⊤top ⊥bot ∅emptyset ∅varnothing √surd
    ∂partial ∖backslash |vert ‖| ‖Vert ⋮varvdots °degree £pounds £mathsterling ✠maltese`,
  // Of text.
  `†textdagger ‡textdaggerdbl $textdollar _textunderscore {textbraceleft }textbraceright <textless
    >textgreater |textbar ‖textbardbl ~textasciitilde ∖textbackslash ^textasciicircum ıi ȷj ßss æae œoe øo
    ÆAE ŒOE ØO –textendash —textemdash ‘textquoteleft ’textquoteright “textquotedblleft ”textquotedblright
    °textdegree £textsterling …textellipsis`,
];

/** Characters that are typed without a command, and set as other characters. */
const TYPED = tableOf<string>({
  "-": "−",
  "∣": "|",
  "∥": "‖",
  "∗": "*",
  "⋅": "·",
  "`": "‘",
  "'": "’",
  "``": "“",
  "''": "”",
  "--": "–",
  "---": "—",
  "\\ ": " ",
  "\\space": " ",
  "\\nobreakspace": " ",
  "\u00a0": " ",
  "\\nobreak": "",
  "\\allowbreak": "",
  "~": " ",
  "\\%": "%",
  "\\@imath": "ı",
  "\\@jmath": "ȷ",
});

const symbols = once(() => {
  const made = new Map<string, string>(Object.entries(TYPED));
  for (const entry of TABLE.join(" ").split(/\s+/)) {
    const character = String.fromCodePoint(entry.codePointAt(0) ?? 0x20);
    made.set(`\\${entry.slice(character.length)}`, character);
  }
  return made;
});

/** The combining character of `\not`, which strikes through the next character. */
export const NEGATION = "\u0338";

/** The characters for a symbol's text in a formula; for an unknown command, its name without the backslash. */
export function symbolOf(text: string): string {
  return symbols().get(text) ?? (text.startsWith("\\") ? text.slice(1) : text.replaceAll("\\", "∖"));
}

/** The characters for a symbol's text in text, in which a hyphen is a hyphen. */
export function textSymbolOf(text: string): string {
  return text === "-" ? "-" : symbolOf(text);
}
