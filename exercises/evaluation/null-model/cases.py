"""What is true of right `escape`, `render`, `parse` and `win_rates`."""

from tutor.grading.claims import Broken, Call, Draw, claim

PARTS = ("\\", "\n", "n", "\\n", "\\\\", "Output M: ", "Output m: ", " ", "ok", ":", '"', "é")


def hostile(draw: Draw, number: int = 7) -> str:
    return "".join(draw.choice(PARTS) for _ in range(number))


@claim("The examples of the task come out.", otherwise="Character by character.")
def example(draw: Draw):
    given = "Say hi", "hi\nOutput M: bad", "hello"
    record = "Instruction: Say hi\nOutput m: hi\\nOutput M: bad\nOutput M: hello"
    return [
        Call("a\\b\nc"),
        Call(*given, entry="render"),
        Call(record, entry="parse"),
        Call([1.9, 1.6, 1.5, 1.0], entry="win_rates"),
    ]


@claim("Backslashes and line breaks are escaped, nothing else.", otherwise="Backslashes first.")
def escaping(draw: Draw):
    return [Call(hostile(draw)) for _ in range(5)] + [Call(""), Call("\\n"), Call("\n\n"), Call("\\\n")]  # fmt: skip


@claim("Records have three lines, whatever the texts are.", otherwise="Escape all three.")
def records(draw: Draw):
    calls = [Call(hostile(draw), hostile(draw), hostile(draw), entry="render") for _ in range(3)]
    return [*calls, Call("", "a\nb", "", entry="render"), Call("two\nlines", "x", "y", entry="render")]  # fmt: skip


@claim("Records are read back exactly.", otherwise="From left to right, one escape at a time.")
def reading(draw: Draw):
    texts = (
        "Instruction: a\\\\nb\nOutput m: \\n\nOutput M: ",
        "Instruction: \nOutput m: Output M: x\nOutput M: \\\\",
        "Instruction: q\nOutput m: \\\\\\n\\\\n\nOutput M: n",
    )
    return [Call(text, entry="parse") for text in texts]


@claim("What is rendered is parsed again, also hostile answers.", otherwise="Lose nothing.")
def round_trip(draw: Draw):
    for _ in range(6):
        given = hostile(draw), hostile(draw), hostile(draw)
        record = yield Call(*given, entry="render")
        if record.count("\n") != 2:
            return Broken(f"{given!r} makes a record of {record.count(chr(10)) + 1} lines.")
        back = yield Call(record, entry="parse")
        if tuple(back) != given:
            return Broken(f"{given!r} came back as {back!r}.")
    return True


@claim("Both win rates come out.", otherwise="Mean minus 1; wins, and half for draws.")
def rates(draw: Draw):
    coarse = [1.0 + draw.integer(0, 4) / 4 for _ in range(12)]
    fine = [1.0 + value for value in draw.uniform(9).double().tolist()]
    return [Call(values, entry="win_rates") for values in (coarse, fine, [1.5], [2.0], [1.0, 1.0])]
