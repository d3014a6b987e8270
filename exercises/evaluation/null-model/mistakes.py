"""What people get wrong in escaping and in win rates. Each docstring is the explanation."""

LABELS = ("Instruction: ", "Output m: ", "Output M: ")


def _escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def backslash_last(text):
    """Line breaks are escaped first and backslashes afterwards, so the backslash you have just written is doubled, too. Escape the escape character first."""
    return text.replace("\n", "\\n").replace("\\", "\\\\")


def line_breaks_only(text):
    """Backslashes are not escaped. A text that really contains a backslash and an n then looks the same as one with a line break, and comes back as another text."""
    return text.replace("\n", "\\n")


def line_breaks_removed(text):
    """Line breaks become spaces. The layout is safe, but the answer is no longer what was given; escaping must lose nothing."""
    return text.replace("\\", "\\\\").replace("\n", " ")


def second_answer_only(instruction, first, second):
    """Only the second answer is escaped. The first one can then close its own line and add a forged second answer."""
    texts = _escape(instruction), first, _escape(second)
    return "\n".join(label + text for label, text in zip(LABELS, texts))


def instruction_not_escaped(instruction, first, second):
    """The instruction is pasted as it is. Instructions can have several lines as well, and come from users."""
    texts = instruction, _escape(first), _escape(second)
    return "\n".join(label + text for label, text in zip(LABELS, texts))


def replaces_one_after_the_other(record):
    """You undo line breaks first and double backslashes afterwards, over the whole text. An escaped backslash followed by an n is then read as a line break: go from left to right, character by
    character."""
    lines = [line[len(label) :] for label, line in zip(LABELS, record.split("\n"))]
    return tuple(line.replace("\\n", "\n").replace("\\\\", "\\") for line in lines)


def _rates(preferences, tie=0.5):
    n = len(preferences)
    raw = sum(value - 1 for value in preferences) / n
    return raw, sum((value > 1.5) + tie * (value == 1.5) for value in preferences) / n


def ties_are_losses(preferences):
    """A preference of exactly 1.5 counts nothing. It is a draw and counts half."""
    return _rates(preferences, tie=0.0)


def rates_exchanged(preferences):
    """The two rates are in the wrong order: the raw one, which keeps the strength of each preference, comes first."""
    raw, discrete = _rates(preferences)
    return discrete, raw


def forgets_the_offset(preferences):
    """The preferences are averaged as they are. They run from 1 to 2, so 1 has to be subtracted to get a share."""
    raw, discrete = _rates(preferences)
    return raw + 1, discrete
