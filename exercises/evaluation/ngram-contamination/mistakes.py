"""What people get wrong in n-gram overlap. Each docstring is the explanation."""

import re


def _words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def _grams(words, n):
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]


def _share(grams, known):
    return sum(g in known for g in grams) / len(grams) if grams else 0.0


def case_and_punctuation_kept(item, documents, n):
    """Words are cut at spaces only, with case and punctuation kept. "Cat," and "cat" then differ, and copies with another comma go unseen."""
    known = {g for d in documents for g in _grams(d.split(), n)}
    return _share(_grams(item.split(), n), known)


def last_ngram_missed(item, documents, n):
    """The last n-gram of every text is missing. A text of w words has w - n + 1 of them, so the range goes up to w - n inclusive."""
    known = {g for d in documents for g in _grams(_words(d), n)[:-1]}
    return _share(_grams(_words(item), n)[:-1], known)


def single_words(item, documents, n):
    """You compare single words. Common words occur everywhere; only longer runs of words point to a copy."""
    known = {w for d in documents for w in _words(d)}
    words = _words(item)
    return sum(w in known for w in words) / len(words) if len(words) >= n else 0.0


def different_ngrams_only(item, documents, n):
    """Repeated n-grams of the item count once. The share is over all its n-grams, each place counted."""
    known = {g for d in documents for g in _grams(_words(d), n)}
    return _share(list(dict.fromkeys(_grams(_words(item), n))), known)


def crosses_documents(item, documents, n):
    """All documents are joined to one text, so n-grams appear that no document contains: the end of one and the beginning of the next."""
    return _share(_grams(_words(item), n), set(_grams(_words(" ".join(documents)), n)))


def share_of_the_training_text(item, documents, n):
    """You divide by the n-grams of the *documents*. Asked is how much of the item is known; the training text is always much larger."""
    known = {g for d in documents for g in _grams(_words(d), n)}
    found = sum(g in known for g in _grams(_words(item), n))
    return found / len(known) if known else 0.0


def strictly_above(items, documents, n, threshold):
    """Items exactly at the threshold are left out: you compare with `>`. The task says "at least"."""
    known = {g for d in documents for g in _grams(_words(d), n)}
    return [i for i, item in enumerate(items) if _share(_grams(_words(item), n), known) > threshold]
