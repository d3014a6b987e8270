import random

LETTERS = "ABCDEFGHIJ"


def choose_shots(pool, item, k, seed):
    asked = item[0].lower().split()
    rest = list(filter(lambda one: one[0].lower().split() != asked, pool))
    return random.Random(seed).sample(rest, k=k)


def build_prompt(shots, item):
    parts = []
    for number, (question, options, answer) in enumerate([*shots, item]):
        listed = "".join(f"\n{LETTERS[i]}. {option}" for i, option in enumerate(options))
        shown = f" {LETTERS[answer]}" if number < len(shots) else ""
        parts.append(f"Question: {question}{listed}\nAnswer:{shown}")
    return "\n\n".join(parts)
