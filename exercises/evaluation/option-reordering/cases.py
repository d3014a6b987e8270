"""What is true of right `rotations` and `order_report`."""

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("The examples of the task come out.", otherwise="Blue moves to the front step by step.")
def example(draw: Draw):
    return [
        Call(["red", "green", "blue"], 2),
        Call([[0, 0, 0], [2, 1, 0]], [0, 2], entry="order_report"),
    ]


@claim("Each version holds the options and the place of the right one.", otherwise="To the left.")
def versions(draw: Draw):
    words = ["ab", "cd", "ef", "gh", "ij", "kl"]
    return [Call(draw.sample(words, n), draw.integer(0, n - 1)) for n in (2, 4, 5, 1)]


@claim("In every version the gold index names the same text.", otherwise="Carry it along.")
def same_text(draw: Draw):
    options, gold = draw.sample(["ab", "cd", "ef", "gh", "ij"], 4), draw.integer(0, 3)
    found = yield Call(options, gold)
    for shift, (order, place) in enumerate(found):
        if order[place] != options[gold]:
            return Broken(f"After a shift by {shift} it names {order[place]!r}, not {options[gold]!r}.")  # fmt: skip
    return True


@claim("Random answers get the right report.", otherwise="Translate places to options first.")
def reports(draw: Draw):
    calls = []
    for n, items in ((4, 7), (3, 5), (5, 1)):
        answers = [[draw.integer(0, n - 1) for _ in range(n)] for _ in range(items)]
        golds = [draw.integer(0, n - 1) for _ in range(items)]
        calls.append(Call(answers, golds, entry="order_report"))
    return calls


@claim("Someone who always takes the first place is never consistent.", otherwise="Places move.")
def first_place(draw: Draw):
    items = draw.integer(3, 6)
    golds = [draw.integer(0, 3) for _ in range(items)]
    return Call([[0] * 4] * items, golds, entry="order_report")


@claim("Knowing the answer, right or wrong, is consistent.", otherwise="Consistent is not right.")
def knowing(draw: Draw):
    n, items = 4, draw.integer(4, 7)
    believed = [draw.integer(0, n - 1) for _ in range(items)]
    golds = [*believed[1:], (believed[0] + 1) % n]
    answers = [[(option - s) % n for s in range(n)] for option in believed]
    found = yield Call(answers, golds, entry="order_report")
    if found["consistent"] != 1.0 or abs(found["spread"]) > 1e-9:
        return Broken(f"The same option is named in every order, and the report says {found}.")
    return True
