import string


def clean(text):
    out = []
    for word in text.lower().split():
        word = "".join(filter(lambda c: c not in string.punctuation, word))
        if word and word not in {"a", "an", "the"}:
            out.append(word)
    return out


def exact_match(prediction, references):
    for r in references:
        if clean(r) == clean(prediction):
            return True
    return False


def token_f1(prediction, references):
    def score(r):
        p, rest, same = clean(prediction), clean(r), 0
        n, m = len(p), len(rest)
        if n == 0 or m == 0:
            return 1.0 if n == m else 0.0
        for word in p:
            if word in rest:
                rest.remove(word)
                same += 1
        return 0.0 if same == 0 else 2 / (n / same + m / same)

    return max(map(score, references))
