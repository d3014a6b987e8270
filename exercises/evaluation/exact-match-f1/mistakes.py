"""What people get wrong in exact match and F1. Each docstring is the explanation."""

import string
from collections import Counter

_ARTICLES = ("a", "an", "the")


def _bare(text):
    return "".join(c for c in text if c not in string.punctuation)


def _tokens(text):
    return [w for w in _bare(text.lower()).split() if w not in _ARTICLES]


def _f1(p, r):
    if not p or not r:
        return float(p == r)
    shared = sum((Counter(p) & Counter(r)).values())
    return 2 * shared / (len(p) + len(r))


def case_matters(prediction, references):
    """Upper and lower case are told apart. SQuAD lowers both sides first."""

    def tokens(text):
        return [w for w in _bare(text).split() if w not in _ARTICLES]

    return any(tokens(prediction) == tokens(r) for r in references)


def articles_kept(prediction, references):
    """The articles a, an and the are kept, so "the Normans" and "Normans" differ."""
    return any(_bare(prediction.lower()).split() == _bare(r.lower()).split() for r in references)


def articles_inside_words(prediction, references):
    """The letters of articles are removed inside words as well: "theory" becomes "ory". Only whole words are articles."""

    def tokens(text):
        bare = _bare(text.lower()).replace("the", "")
        return [w for w in bare.split() if w not in _ARTICLES]

    return any(tokens(prediction) == tokens(r) for r in references)


def first_reference_only(prediction, references):
    """Only the first reference is looked at. References are alternatives: matching any of them is right."""
    return _tokens(prediction) == _tokens(references[0])


def sets_instead_of_counts(prediction, references):
    """Tokens are compared as sets, so repeating a right word costs nothing. Count tokens, repeats included."""

    def f1(p, r):
        if not p or not r:
            return float(p == r)
        shared = len(set(p) & set(r))
        return 2 * shared / (len(set(p)) + len(set(r)))

    return max(f1(_tokens(prediction), _tokens(r)) for r in references)


def mean_over_references(prediction, references):
    """The scores are averaged over the references. They are alternatives; the best one counts."""
    return sum(_f1(_tokens(prediction), _tokens(r)) for r in references) / len(references)


def recall_only(prediction, references):
    """This is recall: how much of the reference was found. A long answer that contains everything would be perfect. F1 also asks how much of the answer was
    needed."""

    def recall(p, r):
        if not p or not r:
            return float(p == r)
        return sum((Counter(p) & Counter(r)).values()) / len(r)

    return max(recall(_tokens(prediction), _tokens(r)) for r in references)
