import re

import numpy as np

TABLE = str.maketrans({"\\": "\\\\", "\n": "\\n"})


def escape(text):
    return text.translate(TABLE)


def render(instruction, first, second):
    return "Instruction: {}\nOutput m: {}\nOutput M: {}".format(
        escape(instruction), escape(first), escape(second)
    )


def parse(record):
    found = re.fullmatch(r"Instruction: (.*)\nOutput m: (.*)\nOutput M: (.*)", record)
    turn = lambda m: "\n" if m[1] == "n" else m[1]  # noqa: E731
    return tuple(re.sub(r"\\(.)", turn, group) for group in found.groups())


def win_rates(preferences):
    p = np.array(preferences)
    return float(p.mean() - 1), float((np.sign(p - 1.5).mean() + 1) / 2)
