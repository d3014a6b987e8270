"""What people get wrong in chat templates and labels. Each docstring is the explanation."""

START, END = "<|im_start|>", "<|im_end|>"


def _render(messages, generate, *, tail=f"{START}assistant\n", end=END, check=True, always=False):
    out = ""
    for role, text in messages:
        if role not in ("system", "user", "assistant"):
            raise ValueError(role)
        if check and (START in text or END in text):
            raise ValueError("marker")
        out += f"{START}{role}\n{text}{end}\n"
    return out + (tail if generate or always else "")


def no_open_turn(messages, generate=False):
    """With `generate` the text ends behind the user's turn. A model then has to guess that it is its turn, and may write another user message: open the assistant's turn for it."""
    return _render(messages, generate, tail="")


def no_end_marker(messages, generate=False):
    """The end marker is missing. Without it the model never sees where a turn stops, and does not learn to stop itself."""
    return _render(messages, generate, end="")


def always_opens(messages, generate=False):
    """An assistant's turn is opened at the end even without `generate`. In training data that is a turn without text and without end."""
    return _render(messages, generate, always=True)


def markers_let_through(messages, generate=False):
    """Texts may contain markers. Then a user can write a system message of their own: refuse such texts."""
    return _render(messages, generate, check=False)


def _labels(turns, end, last_only, *, learn=("assistant",), own_end=True):
    spoken = [n for n, (role, _) in enumerate(turns) if role in learn]
    spoken = spoken[-1:] if last_only else spoken
    ids, wanted = [], []
    for n, (_, tokens) in enumerate(turns):
        ids += [*tokens, end]
        if n in spoken:
            wanted += [*tokens, end if own_end else -100]
        else:
            wanted += [-100] * (len(tokens) + 1)
    return ids, wanted


def end_masked(turns, end, last_only=False):
    """The assistant's end token is masked. Ending is a decision the model has to learn, otherwise it talks on and on."""
    return _labels(turns, end, last_only, own_end=False)


def everything_counts(turns, end, last_only=False):
    """Every token has its label, the user's included. The model is to learn to answer, and not to write the user's part."""
    return _labels(turns, end, last_only, learn=("system", "user", "assistant"))


def already_shifted(turns, end, last_only=False):
    """The labels are shifted by one. The task leaves shifting to the loss; done in both places, each token is asked to predict the one after next."""
    ids, wanted = _labels(turns, end, last_only)
    return ids, [*wanted[1:], -100] if wanted else []


def system_counts(turns, end, last_only=False):
    """The system turn is learned too. It is given to the model and never produced by it."""
    return _labels(turns, end, last_only, learn=("system", "assistant"))


def last_turn_of_anybody(turns, end, last_only=False):
    """`last_only` takes the last turn, whoever spoke. It means the last turn of the *assistant*, which need not stand at the end."""
    ids, wanted = _labels(turns, end, False)
    if last_only and turns:
        size = len(turns[-1][1]) + 1
        wanted = [-100] * (len(ids) - size) + wanted[len(ids) - size :]
    return ids, wanted
