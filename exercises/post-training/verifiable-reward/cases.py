"""What is true of right `last_box` and `reward`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def answer(draw: Draw) -> str:
    return draw.choice((r"\frac{1}{2}", "42", r"x^{2}+\sqrt{3}", r"\text{no {way}}", "{a}"))


def good(think: str, inside: str) -> str:
    return f"<think>{think}</think>\n<answer>so \\boxed{{{inside}}}</answer>"


@claim("The examples of the task come out.", otherwise="Count braces.")
def example(draw: Draw):
    return [
        Call(r"so \boxed{3}, no: \boxed{\frac{1}{2}}"),
        Call("<think>hm</think> <answer>\\boxed{7}</answer>", "7", entry="reward"),
    ]


@claim("Nested braces belong to the answer.", otherwise="Stop where the depth is 0, not earlier.")
def nested(draw: Draw):
    inside = answer(draw)
    return [Call(f"\\boxed{{{inside}}} and {{more}}"), Call(f"x \\boxed{{ {inside} }}")]


@claim("The last box that closes counts.", otherwise="Later boxes correct earlier ones.")
def last(draw: Draw):
    one, two = str(draw.integer(1, 40)), answer(draw)
    return [
        Call(f"\\boxed{{{one}}} then \\boxed{{{two}}}"),
        Call(f"\\boxed{{{one}}} then \\boxed{{{two}"),
        Call(f"\\boxed{{{one}}}, \\boxed{{{two}}}, then \\boxed{{{one}"),
    ]


@claim("Without a closed box the result is None.", otherwise="An open brace is no answer.")
def none(draw: Draw):
    return [Call("no box"), Call("\\boxed{1"), Call("")]


@claim(
    "Right answer and right format each give their part.", otherwise="1.0 and 0.1, independently."
)
def parts(draw: Draw):
    inside = answer(draw)
    return [
        Call(good("a\nb", inside), inside, entry="reward"),
        Call(good("a", inside), inside + "1", entry="reward"),
        Call(f"just \\boxed{{{inside}}}", f" {inside} ", entry="reward"),
        Call(f"{inside} without a box", inside, entry="reward"),
    ]


@claim("The format is that of the whole text, each tag once.", otherwise="Match from end to end.")
def formats(draw: Draw):
    inside = str(draw.integer(2, 99))
    text = good("x\ny", inside)
    think, final = text.split("\n<answer>")
    return [
        Call(f"Well. {text}", inside, entry="reward"),
        Call(text + text, inside, entry="reward"),
        Call(text.replace("<think>", "<think><think>"), inside, entry="reward"),
        Call(f"<answer>{final}\n{think}", inside, entry="reward"),
        Call(f"  {text}\n", inside, entry="reward"),
        Call(text.replace("</think>", "</think> so "), inside, entry="reward"),
    ]


@claim("What is put into a box comes out of it.", otherwise="Nothing lost, nothing added.")
def round_trip(draw: Draw):
    inside = answer(draw)
    found = yield Call(f"{draw.text(9)} \\boxed{{{inside}}} {draw.text(5)}")
    if found != inside:
        return Broken(f"{inside!r} came back as {found!r}.")
    return True
