"""Formulas on one line keep their meaning, and nonsense is refused in words."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tutor.content import maths
from tutor.content.expressions import ExpressionError, evaluate
from tutor.errors import MathsError

MEASURED = [
    (r"\mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V", "softmax(QKᵀ/√dₖ)V"),
    (r"L = -\sum_{i=1}^{C} y_i \log \hat{y}_i", "L = −Σᵢ₌₁^C yᵢ log ŷᵢ"),
    (
        r"\theta_t = \theta_{t-1} - \eta\left(\frac{\hat{m}_t}{\sqrt{\hat{v}_t}+\epsilon} + \lambda\theta_{t-1}\right)",
        "θₜ = θₜ₋₁ − η(m̂ₜ/(√v̂ₜ + ε) + λθₜ₋₁)",
    ),
    (
        r"\mathcal{L}_{\mathrm{DPO}} = -\mathbb{E}\left[\log\sigma\left(\beta\log\frac{\pi_\theta(y_w\mid x)}{\pi_{\mathrm{ref}}(y_w\mid x)} - \beta\log\frac{\pi_\theta(y_l\mid x)}{\pi_{\mathrm{ref}}(y_l\mid x)}\right)\right]",
        "ℒ_DPO = −𝔼[log σ(β log(π_θ(y_w | x)/π_ref(y_w | x)) − β log(π_θ(yₗ | x)/π_ref(yₗ | x)))]",
    ),
    (
        r"L^{\mathrm{CLIP}}(\theta) = \mathbb{E}_t\left[\min\left(r_t(\theta)\hat{A}_t,\ \mathrm{clip}(r_t(\theta), 1-\epsilon, 1+\epsilon)\hat{A}_t\right)\right]",
        "L^CLIP(θ) = 𝔼ₜ[min(rₜ(θ)Âₜ, clip(rₜ(θ), 1 − ε, 1 + ε)Âₜ)]",
    ),
    (
        r"\hat{A}_i = \frac{r_i - \mathrm{mean}(r_1,\ldots,r_G)}{\mathrm{std}(r_1,\ldots,r_G)}",
        "Âᵢ = (rᵢ − mean(r₁, …, r_G))/std(r₁, …, r_G)",
    ),
    (
        r"D_{\mathrm{KL}}(P\,\|\,Q) = \sum_{x} P(x)\log\frac{P(x)}{Q(x)}",
        "D_KL(P ‖ Q) = Σₓ P(x) log(P(x)/Q(x))",
    ),
    (
        r"L(N,D) = E + \frac{A}{N^{\alpha}} + \frac{B}{D^{\beta}}",
        "L(N, D) = E + A/Nᵅ + B/Dᵝ",
    ),
    (
        r"y = \frac{x-\mathbb{E}[x]}{\sqrt{\mathrm{Var}[x]+\epsilon}}\odot\gamma+\beta",
        "y = (x − 𝔼[x])/√(Var[x] + ε) ⊙ γ + β",
    ),
    (
        r"PE_{(pos,2i)} = \sin\left(\frac{pos}{10000^{2i/d_{model}}}\right)",
        "PE_(pos,2i) = sin(pos/10000^(2i/d_model))",
    ),
    (
        r"\begin{pmatrix} x'_1 \\ x'_2 \end{pmatrix} = \begin{pmatrix} \cos m\theta & -\sin m\theta \\ \sin m\theta & \cos m\theta \end{pmatrix}\begin{pmatrix} x_1 \\ x_2 \end{pmatrix}",
        "[x′₁; x′₂] = [(cos mθ) (−sin mθ); (sin mθ) (cos mθ)][x₁; x₂]",
    ),
    (
        r"P(y_w \succ y_l \mid x) = \frac{e^{r(x,y_w)}}{e^{r(x,y_w)}+e^{r(x,y_l)}} = \sigma(r(x,y_w)-r(x,y_l))",
        "P(y_w ≻ yₗ | x) = e^(r(x,y_w))/(e^(r(x,y_w)) + e^(r(x,yₗ))) = σ(r(x, y_w) − r(x, yₗ))",
    ),
]

GROUPING = [
    (r"\frac{ab}{cd}", "ab/(cd)"),
    (r"\frac{a}{b}c", "(a/b)c"),
    (r"2\frac{1}{3}", "2(1/3)"),
    (r"\frac{a}{b}\frac{c}{d}", "(a/b)(c/d)"),
    (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
    (r"\frac{1}{\lambda(a+b)}", "1/(λ(a + b))"),
    (r"\frac{a}{b}^2", "(a/b)²"),
    (r"a-\frac{b}{c}", "a − b/c"),
    (r"-\frac{1}{N}\sum_{i=1}^N x_i", "−(1/N) Σᵢ₌₁ᴺ xᵢ"),
    (r"\frac{1}{2}\|x\|^2", "(1/2)‖x‖²"),
    (r"\sqrt{ab}", "√(ab)"),
    (r"\sqrt{d_k} x", "(√dₖ)x"),
    (r"\sqrt{x}^2", "(√x)²"),
    (r"\sqrt[3]{x+1}", "³√(x + 1)"),
    (r"\sqrt{{\left(a-b\right)}^2}", "√((a − b)²)"),
    (r"x^{(a)^2}", "x^((a)²)"),
    (r"{a+b}^2", "(a + b)²"),
    (r"{x^2}^3", "(x²)³"),
    (r"2^{2^n}", "2^(2ⁿ)"),
    (r"e^{i\theta}", "e^(iθ)"),
    (r"\overline{ab}", "a̅b̅"),
    (r"\hat{ab}", "hat(ab)"),
    (r"\frac{\partial L}{\partial\theta}", "∂L/∂θ"),
    (r"\frac{\partial^2 f}{\partial x\,\partial y}", "∂²f/(∂x ∂y)"),
    (r"\log\frac{a}{b}", "log(a/b)"),
    (r"\log\frac{a}{b}^2", "log (a/b)²"),
    (r"\nabla_\theta J(\theta)", "∇_θ J(θ)"),
    (r"d_{\text{model}}^2", "d²_model"),
    (r"\frac12", "1/2"),
    (r"x^23", "x²3"),
]

NOTATION = [
    (r"p(a|b)", "p(a | b)"),
    (r"|a|+|b|", "|a| + |b|"),
    (r"x \in \mathbb{R}^{d \times d_k}", "x ∈ ℝ^(d×dₖ)"),
    (r"\mathbb{E}_{x \sim D}[f(x)]", "𝔼_(x∼D)[f(x)]"),
    (r"\arg\max_{x \in V} p(x)", "arg max_(x∈V) p(x)"),
    (r"\operatorname*{argmax}_{\theta} L", "argmax_θ L"),
    (r"\prod_{t=1}^{T} p(x_t \mid x_{<t})", "Πₜ₌₁ᵀ p(xₜ | x_(<t))"),
    (r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}", "{x, x > 0; 0, otherwise}"),
    (r"\binom{n}{k}", "C(n, k)"),
    (r"\lfloor x/2 \rfloor", "⌊x/2⌋"),
    (r"\langle a, b \rangle", "⟨a, b⟩"),
    (r"\forall x \exists y", "∀x∃y"),
    (r"\tilde{x} + \vec{v} + \bar{y}", "x̃ + v⃗ + ȳ"),
    (r"a \bmod b", "a mod b"),
    (r"x \not= y", "x ≠ y"),
    (r"1{,}024", "1,024"),
    (r"\left.\frac{a}{b}\right|_{x=0}", "(a/b)|ₓ₌₀"),
    (r"\pi^*(s)", "π*(s)"),
    (r"a = -b", "a = −b"),
    (r"[0, 1)", "[0, 1)"),
]


@pytest.mark.parametrize(("tex", "text"), MEASURED + GROUPING + NOTATION)
def test_a_formula_keeps_its_meaning_on_one_line(tex, text):
    assert maths.line(tex) == text


@pytest.mark.parametrize(
    "tex",
    [
        r"\unknown",
        r"\frac{a}",
        "{a",
        "a}",
        "x_",
        "x^2^3",
        "x_1_2",
        r"\left(a",
        r"\right)",
        "a & b",
        r"\begin{foo}a\end{foo}",
        r"\begin{cases}a\end{matrix}",
        "a % b",
        "$",
        "\\",
        r"\text{a $b$}",
        r"\sqrt[q]{2}",
        "a\x1bb",
        "{" * 500,
        r"\frac" * 500,
        "x" * 5000,
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(tex):
    with pytest.raises(MathsError) as problem:
        maths.line(tex)
    assert problem.value.what


_WORDS = r"""\frac \sqrt \left ( \right ) [ ] { } _ ^ ' a b 1 2 + - = | \| & \\ \sum \log \hat \text \begin
\end {cases} {pmatrix} \operatorname * \mathbb \theta \, . , / \big \not \mathrm {x} \binom"""
_BITS = st.sampled_from([*_WORDS.split(), " "])


@settings(deadline=None)
@given(
    st.text(max_size=60) | st.lists(_BITS, max_size=25).map(" ".join) | st.lists(_BITS).map("".join)
)
def test_any_text_gives_a_line_or_a_maths_error(tex):
    try:
        text = maths.line(tex)
    except MathsError:
        return
    assert "\n" not in text
    assert text == text.strip()


_NAMES = st.sampled_from("abcxyz")
_TREES = st.recursive(
    _NAMES.map(lambda n: (n, n)),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(
            lambda p: (rf"\frac{{{p[0][0]}}}{{{p[1][0]}}}", f"(({p[0][1]})/({p[1][1]}))")
        ),
        st.tuples(inner, inner).map(
            lambda p: (rf"\left({p[0][0]}+{p[1][0]}\right)", f"(({p[0][1]})+({p[1][1]}))")
        ),
        inner.map(lambda p: (rf"\sqrt{{{p[0]}}}", f"sqrt({p[1]})")),
        st.tuples(inner, inner).map(lambda p: (f"{p[0][0]} {p[1][0]}", f"(({p[0][1]})*({p[1][1]}))")),
        inner.map(lambda p: (f"{{{p[0]}}}^2", f"(({p[1]})**2)")),
        st.tuples(inner, inner).map(
            lambda p: (rf"\left({p[0][0]}-\left({p[1][0]}\right)\right)", f"(({p[0][1]})-({p[1][1]}))")
        ),
    ),
    max_leaves=8,
)  # fmt: skip


@settings(deadline=None)
@given(_TREES)
def test_reading_the_line_back_gives_the_same_number(tree):
    tex, meaning = tree
    values = dict(zip("abcxyz", (1.3, 2.7, 0.6, 3.1, 1.9, 0.8), strict=True))
    try:
        expected = evaluate(meaning, values)
    except ExpressionError:
        assume(False)
    assume(expected > 1e-6)
    assert _juxtaposed(maths.line(tex), values) == pytest.approx(expected)


def _juxtaposed(text: str, values: dict[str, float]) -> float:
    """A reader of drawn lines in which `ab/cd` means `((ab)/c)d`, the strict left-to-right reading."""
    tokens = list(text.replace(" ", ""))
    at = 0

    def take() -> str:
        nonlocal at
        at += 1
        return tokens[at - 1]

    def peek() -> str:
        return tokens[at] if at < len(tokens) else ""

    def total() -> float:
        value = term()
        while peek() in ("+", "−"):
            value = value + term() if take() == "+" else value - term()
        return value

    def term() -> float:
        value = power()
        while peek() and peek() not in "+−)":
            if peek() == "/":
                take()
                value /= power()
            else:
                value *= power()
        return value

    def power() -> float:
        value = unit()
        while peek() == "²":
            take()
            value **= 2
        return value

    def unit() -> float:
        token = take()
        if token == "√":
            return unit() ** 0.5
        if token == "(":
            value = total()
            assert take() == ")"
            return value
        return values[token]

    value = total()
    assert at == len(tokens)
    return value
