"""What is true of right `choose_shots` and `build_prompt`."""

from tutor.grading.claims import Broken, Call, Draw, claim


def some(draw: Draw, number: int) -> list:
    """Items with questions that are all different, and two to five options."""
    return [
        (
            f"{draw.text(6)} {n} {draw.text(4)}?",
            draw.words(size := draw.integer(2, 5)),
            draw.integer(0, size - 1),
        )
        for n in range(number)
    ]


@claim("The example of the task comes out.", otherwise="Compare line by line.")
def example(draw: Draw):
    shots = [("How many legs has a spider?", ["six", "eight"], 1)]
    return Call(shots, ("2 + 2?", ["4", "5"], 0), entry="build_prompt")


@claim("Random prompts have the right layout.", otherwise="Line breaks and letters count.")
def layout(draw: Draw):
    items = some(draw, 4)
    wide = ("which?", draw.words(10), 9)
    return [
        Call(items[:3], items[3], entry="build_prompt"),
        Call([], items[0], entry="build_prompt"),
        Call([wide], wide, entry="build_prompt"),
    ]


@claim("Demonstrations are drawn with the seed.", otherwise="random.Random(seed).sample.")
def drawn(draw: Draw):
    pool = some(draw, 12)
    asked = some(draw, 1)[0]
    return [Call(pool, asked, k, draw.integer(0, 999)) for k in (0, 1, 5)]


@claim("The asked question is never shown.", otherwise="Leave it out before you draw.")
def no_leak(draw: Draw):
    pool = some(draw, 5)
    asked = pool[draw.integer(0, 4)]
    disguised = (f" {asked[0].upper().replace(' ', '   ')}\n", asked[1], asked[2])
    return [Call(pool, asked, 4, draw.integer(0, 99)), Call(pool, disguised, 4, draw.integer(0, 99))]  # fmt: skip


@claim("Too small a pool raises ValueError.", otherwise="Rather fail than leak.", raises=True)
def too_few(draw: Draw):
    pool = some(draw, 3)
    return [Call(pool, pool[0], 3, 1), Call([], pool[0], 1, 1)]


@claim("The prompt ends where the answer begins.", otherwise="No answer, no space, no line break.")
def open_end(draw: Draw):
    *shots, asked = some(draw, 3)
    prompt = yield Call(shots, asked, entry="build_prompt")
    if not prompt.endswith("\nAnswer:"):
        return Broken(f"It ends in {prompt[-12:]!r}.")
    if prompt.count("Answer: ") != len(shots):
        return Broken("Each demonstration shows one answer, and nothing else does.")
    return True
