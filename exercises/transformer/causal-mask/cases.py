"""What is true of a right `causal_mask`."""

from tutor.grading.claims import Broken, Call, Draw, claim


@claim("The example of the task comes out.", otherwise="The last query sees every key.")
def example(draw: Draw):
    return Call(2, 4)


@claim("A square mask is a lower triangle with its diagonal.", otherwise="A token sees itself.")
def square(draw: Draw):
    return [Call(n, n) for n in draw.distinct(3, 2, 9)]


@claim(
    "With fewer queries than keys the triangle stands at the bottom right.", otherwise="See cache."
)
def cached(draw: Draw):
    keys = draw.integer(5, 9)
    return [Call(draw.integer(2, keys - 1), keys), Call(1, keys)]


@claim("One token, or none, works.", otherwise="The mask of one token is True.")
def small(draw: Draw):
    return [Call(1, 1), Call(0, 3)]


@claim("Every query may attend to something.", otherwise="An empty row would give nan.")
def no_empty_row(draw: Draw):
    mask = yield Call(draw.integer(2, 6), 7)
    if not mask.any(-1).all():
        return Broken("A row has no True.")
    return True
