"""What is true of right `combine` and `judge_report`."""

from tutor.grading.claims import Broken, Call, Draw, claim

VERDICTS = ("first", "second", "tie")


def verdicts(draw: Draw, number: int) -> list[tuple[str, str]]:
    return [
        (draw.choice(("first", "first", "second", "tie")), draw.choice(VERDICTS))
        for _ in range(number)
    ]


@claim("The examples of the task come out.", otherwise="By place, then by model.")
def example(draw: Draw):
    pairs = [("first", "second"), ("first", "first"), ("tie", "tie")]
    return [Call(*pairs[0]), Call(*pairs[1]), Call(pairs, entry="judge_report")]


@claim("All nine pairs of verdicts are combined.", otherwise="Both orders must name one model.")
def combinations(draw: Draw):
    return [Call(one, two) for one in VERDICTS for two in VERDICTS]


@claim("Random verdicts get the right report.", otherwise="Half a win for a tie.")
def reports(draw: Draw):
    return [Call(verdicts(draw, n), entry="judge_report") for n in (25, 12, 1)]


@claim("All ties give a half everywhere that can be.", otherwise="Do not divide by 0.")
def all_ties(draw: Draw):
    return Call([("tie", "tie")] * draw.integer(2, 6), entry="judge_report")


@claim("A judge that looks at the place only gives every model a half.", otherwise="Translate.")
def place_only(draw: Draw):
    place = draw.choice(("first", "second"))
    found = yield Call([(place, place)] * draw.integer(3, 9), entry="judge_report")
    if found["win_rate"] != 0.5 or found["agreement"] != 0.0:
        return Broken(f"It always said {place!r}, and the report is {found}.")
    return True


@claim("Exchanging A and B turns the win rate round.", otherwise="Nothing may favour A.")
def exchanged(draw: Draw):
    pairs = verdicts(draw, 15)
    here = yield Call(pairs, entry="judge_report")
    there = yield Call([(two, one) for one, two in pairs], entry="judge_report")
    if abs(here["win_rate"] + there["win_rate"] - 1) > 1e-9:
        return Broken(f"A wins {here['win_rate']:.3f}, and exchanged {there['win_rate']:.3f}.")
    return True
