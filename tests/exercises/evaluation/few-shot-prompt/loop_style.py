import random
import re


def choose_shots(pool, item, k, seed):
    def key(text):
        return re.sub(r"\s+", " ", text).strip().lower()

    kept = []
    for other in pool:
        if key(other[0]) != key(item[0]):
            kept.append(other)
    if k > len(kept):
        raise ValueError("not enough items")
    generator = random.Random(seed)
    return generator.sample(kept, k)


def build_prompt(shots, item):
    text = ""
    for question, options, answer in shots:
        text += "Question: " + question + "\n"
        for i in range(len(options)):
            text += chr(ord("A") + i) + ". " + options[i] + "\n"
        text += "Answer: " + chr(ord("A") + answer) + "\n\n"
    text += "Question: " + item[0] + "\n"
    for i in range(len(item[1])):
        text += chr(ord("A") + i) + ". " + item[1][i] + "\n"
    return text + "Answer:"
