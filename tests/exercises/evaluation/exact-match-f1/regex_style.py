import re
import string
from collections import Counter


def normal(text):
    text = text.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def exact_match(prediction, references):
    return normal(prediction) in {normal(r) for r in references}


def token_f1(prediction, references):
    best = 0.0
    p = normal(prediction).split()
    for reference in references:
        r = normal(reference).split()
        if not p or not r:
            best = max(best, 1.0 if p == r else 0.0)
            continue
        same = sum((Counter(p) & Counter(r)).values())
        best = max(best, 2 * same / (len(p) + len(r)))
    return best
