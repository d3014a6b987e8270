"""LaTeX commands that stand for a character, and the Unicode super- and subscripts."""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


LETTERS = _table(r"""
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς
    tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    ell ℓ infty ∞ nabla ∇ hbar ℏ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ
    ldots … dots … dotsc … dotsb ⋯ cdots ⋯ vdots ⋮ ddots ⋱ top ⊤ bot ⊥ intercal ⊤
    emptyset ∅ varnothing ∅ prime ′ dagger † checkmark ✓ square □ blacksquare ■
    % % $ $ # # & & _ _ degree °
""")
PREFIXES = _table("partial ∂ forall ∀ exists ∃ neg ¬ lnot ¬")
"""Characters that belong to the letter after them."""
RELATIONS = _table(r"""
    le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ lt < gt > ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅
    equiv ≡ propto ∝ ll ≪ gg ≫ in ∈ ni ∋ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
    to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
    Leftrightarrow ⇔ implies ⇒ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ mid | succ ≻ prec ≺ succeq ⪰
    preceq ⪯ parallel ‖ perp ⊥ coloneqq ≔ triangleq ≜ doteq ≐ vdash ⊢ models ⊨ colon :
""")
PRODUCTS = _table(r"""
    times × cdot · div ÷ ast ∗ star ⋆ circ ∘ bullet • odot ⊙ otimes ⊗ bmod mod
    cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨
""")
SUMS = _table("pm ± mp ∓ oplus ⊕ ominus ⊖")
OPENING = _table("langle ⟨ lfloor ⌊ lceil ⌈ lbrace { { { lbrack [")
CLOSING = _table("rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } } } rbrack ]")
BARS = _table("| ‖ Vert ‖ lVert ‖ rVert ‖ vert | lvert | rvert |")
NEGATED = _table("= ≠ ∈ ∉ ⊂ ⊄ ⊆ ⊈ ≡ ≢ ≈ ≉ ∼ ≁ ∃ ∄ | ∤ < ≮ > ≯ ≤ ≰ ≥ ≱ → ↛")

FUNCTIONS = frozenset(
    [
        "log",
        "ln",
        "lg",
        "exp",
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "sinh",
        "cosh",
        "tanh",
        "max",
        "min",
        "arg",
        "argmax",
        "argmin",
        "softmax",
        "sigmoid",
        "det",
        "dim",
        "ker",
        "sup",
        "inf",
        "lim",
        "limsup",
        "liminf",
        "Pr",
        "gcd",
        "sgn",
        "sign",
        "diag",
        "tr",
        "Tr",
        "rank",
        "clip",
        "softplus",
        "relu",
    ]
)
BIG = _table(r"""
    sum Σ prod Π int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
""")
SPACES = {",": " ", ";": " ", ":": " ", ">": " ", "!": "", " ": " ", "quad": " ", "qquad": " "}
SPACES |= {"thinspace": " ", "enspace": " ", "displaystyle": "", "textstyle": "", "limits": ""}
SPACES |= {"nolimits": "", "scriptstyle": "", "hline": "", "nonumber": "", "allowbreak": ""}
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304",
    "tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307",
    "ddot": "\u0308", "check": "\u030c", "breve": "\u0306", "underline": "\u0332",
}  # fmt: skip
OVERLINES = {"bar": "\u0305", "overline": "\u0305", "underline": "\u0332"}
"""Accents that may run over several letters."""
WORDS = frozenset(["text", "textrm", "textbf", "textit", "texttt", "textsf", "textnormal", "mbox"])
"""Take ordinary text, spaces and all."""
ROMAN = frozenset(
    [
        "mathrm",
        "operatorname",
        "operatorname*",
        "mathbf",
        "boldsymbol",
        "bm",
        "mathit",
        "mathsf",
        "mathtt",
    ]
)
ROMAN |= {"mathop", "mathbin", "mathrel", "mathnormal", "bold", "pmb"}

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CURLY = dict(zip(_CAPITALS, "𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵", strict=True))
_DOUBLE = dict(zip(_CAPITALS, "𝔸𝔹ℂ𝔻𝔼𝔽𝔾ℍ𝕀𝕁𝕂𝕃𝕄ℕ𝕆ℙℚℝ𝕊𝕋𝕌𝕍𝕎𝕏𝕐ℤ", strict=True))
FONTS = {"mathcal": _CURLY, "mathscr": _CURLY, "mathbb": _DOUBLE | {"1": "𝟙"}, "mathfrak": {}}
SUPER = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzTNABDGHIJKLMRUVW⊤αβγδ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴺᴬᴮᴰᴳᴴᴵᴶᴷᴸᴹᴿᵁⱽᵂᵀᵅᵝᵞᵟ",
        strict=True,
    )
)
SUB = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
ENVIRONMENTS = {
    "matrix": "[]", "pmatrix": "[]", "bmatrix": "[]", "Bmatrix": "[]", "smallmatrix": "[]",
    "vmatrix": "||", "Vmatrix": "‖‖", "array": "[]", "cases": "{}", "aligned": "", "align": "",
    "align*": "", "split": "", "gathered": "",
}  # fmt: skip
