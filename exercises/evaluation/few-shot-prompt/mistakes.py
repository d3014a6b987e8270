"""What people get wrong in few-shot prompts. Each docstring is the explanation."""

import random
import string


def _same(one, item):
    return " ".join(one[0].casefold().split()) == " ".join(item[0].casefold().split())


def test_question_in_the_prompt(pool, item, k, seed):
    """The asked question can be among the demonstrations, with its answer. Then the score measures copying: leave it out of the pool."""
    return random.Random(seed).sample(pool, k)


def first_of_the_pool(pool, item, k, seed):
    """The first k items are taken and the seed is not used. One fixed choice of examples can move a score by points; a seed lets you repeat and vary it."""
    rest = [one for one in pool if not _same(one, item)]
    if len(rest) < k:
        raise ValueError("too few")
    return rest[:k]


def filters_after_sampling(pool, item, k, seed):
    """You draw first and take the asked question out afterwards, so a prompt can have fewer than k demonstrations. Filter, then draw."""
    return [one for one in random.Random(seed).sample(pool, k) if not _same(one, item)]


def compares_exactly(pool, item, k, seed):
    """Questions are compared letter by letter. A copy with another case or a double space slips through; compare without them."""
    return random.Random(seed).sample([one for one in pool if one[0] != item[0]], k)


def _lines(item):
    return [f"{letter}. {text}" for letter, text in zip(string.ascii_uppercase, item[1])]


def _block(item, end):
    return "\n".join([f"Question: {item[0]}", *_lines(item), end])


def _answered(item):
    return _block(item, f"Answer: {string.ascii_uppercase[item[2]]}")


def ends_with_a_space(shots, item):
    """The prompt ends in a space. Tokenizers attach a space to the token behind it, so " B" is one token; after a space of its own the model is asked for something it has
    rarely seen."""
    return "\n\n".join([*map(_answered, shots), _block(item, "Answer: ")])


def answer_of_the_question_given(shots, item):
    """The asked question comes with its answer. That is the one thing the model has to supply."""
    return "\n\n".join(map(_answered, [*shots, item]))


def text_instead_of_letter(shots, item):
    """Demonstrations show the text of the right option instead of its letter. The model then continues with text, and a scorer that looks for a letter finds none."""
    blocks = [_block(shot, f"Answer: {shot[1][shot[2]]}") for shot in shots]
    return "\n\n".join([*blocks, _block(item, "Answer:")])


def no_empty_line(shots, item):
    """The blocks follow each other without an empty line between them, so nothing marks where an example ends."""
    return "\n".join([*map(_answered, shots), _block(item, "Answer:")])


def question_first(shots, item):
    """The asked question stands before the demonstrations. The model continues what comes last; the open question has to be there."""
    return "\n\n".join([_block(item, "Answer:"), *map(_answered, shots)])
