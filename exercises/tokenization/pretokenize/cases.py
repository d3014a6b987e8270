"""What is true of a right `pretokenize`."""

from tutor.grading.claims import Broken, Call, Draw, claim

WORDS = (
    "I'm",
    "we'll",
    "naïve",
    "日本",
    "x2",
    "2024",
    "don't!",
    "(a)",
    "\n",
    "  ",
    "É",
    "end",
    "|",
    "<",
)


def text(draw: Draw, number: int, specials: tuple[str, ...] = ()) -> str:
    return " ".join(draw.choice((*WORDS, *specials)) for _ in range(number))


@claim(
    "The example of the task comes out.", otherwise="Cut the special token out, then use findall."
)
def example(draw: Draw):
    return Call("I'm fine.<|end|>  Bye", ["<|end|>"])


@claim("Plain text is cut as the pattern says.", otherwise="`regex.findall(GPT2, text)` does it.")
def plain(draw: Draw):
    return [Call(text(draw, 12), []), Call("Hello, how are you?", []), Call("", [])]


@claim(
    "Letters of every script make words, and digits make numbers.",
    otherwise="Use `\\p{L}` and `\\p{N}` of the module regex.",
)
def scripts(draw: Draw):
    word = draw.choice(["naïve", "Straße", "日本語", "мир", "é"])
    return Call(f"{word} {word}s ٣٤ {draw.integer(10, 99)}", [])


@claim("Runs of spaces give one space to the next word.", otherwise="Keep the whole pattern.")
def spaces(draw: Draw):
    gap = " " * draw.integer(2, 6)
    return [Call(f"one{gap}two{gap}", []), Call(f"\n\n{gap}x\t", []), Call("a\nb\tc", [])]


@claim(
    "Special tokens stay whole, wherever they stand.", otherwise="Split on them before the pattern."
)
def specials_whole(draw: Draw):
    special = draw.choice(["<|endoftext|>", "<|im_start|>"])
    given = f"{special}a b{special}{special}it's {special}"
    return [Call(given, [special]), Call(text(draw, 9, (special,)), [special])]


@claim("Characters of special tokens have no meaning in the pattern.", otherwise="Escape them.")
def escaped(draw: Draw):
    return [Call("a+b [end] . end", ["[end]", "."]), Call("what <|a|> is | a", ["<|a|>"])]


@claim("The longer of two special tokens wins.", otherwise="Sort by length, longest first.")
def longest(draw: Draw):
    one = draw.choice(["<|x|>", "<s>"])
    given = f"a{one}{one}b{one}c"
    return [Call(given, [one, one + one]), Call(given, [one + one, one])]


@claim("The chunks, joined, are the text again.", otherwise="No character may be lost or added.")
def joined(draw: Draw):
    given = text(draw, 20, ("<|end|>",))
    chunks = yield Call(given, ["<|end|>"])
    if "".join(chunks) != given:
        return Broken(f"{given!r} came back as {''.join(chunks)!r}.")
    return True
