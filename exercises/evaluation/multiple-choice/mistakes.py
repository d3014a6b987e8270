"""What people get wrong in scoring options. Each docstring is the explanation."""

import math


def _lengths(logprobs, texts, norm):
    if norm not in ("none", "tokens", "chars", "bytes"):
        raise ValueError(norm)
    return {
        "none": [1] * len(texts),
        "tokens": [len(tokens) for tokens in logprobs],
        "chars": [len(text) for text in texts],
        "bytes": [len(text.encode()) for text in texts],
    }[norm]


def _scores(logprobs, texts, norm):
    return [sum(t) / n for t, n in zip(logprobs, _lengths(logprobs, texts, norm))]


def product_of_probabilities(logprobs, texts, norm="none"):
    """You turn log-probabilities into probabilities. Scores stay logarithms: sums do not underflow, and dividing a logarithm by the length is what the corrections mean."""
    return [math.exp(sum(t)) / n for t, n in zip(logprobs, _lengths(logprobs, texts, norm))]


def first_token_only(logprobs, texts, norm="none"):
    """Only the first token is scored. Options can begin alike; the log-probability of an option is the sum over all of its tokens."""
    return [t[0] / n for t, n in zip(logprobs, _lengths(logprobs, texts, norm))]


def divides_by_tokens_always(logprobs, texts, norm="none"):
    """The sum is divided by the number of tokens, whatever `norm` says. Without a correction the plain sum counts; the others divide by characters or bytes."""
    _lengths(logprobs, texts, norm)
    return _scores(logprobs, texts, "tokens")


def bytes_are_characters(logprobs, texts, norm="none"):
    """For "bytes" you count characters. An é has two bytes in UTF-8 and 日 three: encode the text first."""
    return _scores(logprobs, texts, "chars" if norm == "bytes" else norm)


def multiplies_by_length(logprobs, texts, norm="none"):
    """The sum is multiplied by the length. That punishes long options twice; the correction divides."""
    return [sum(t) * n for t, n in zip(logprobs, _lengths(logprobs, texts, norm))]


def counts_spaces_out(logprobs, texts, norm="none"):
    """Spaces are not counted as characters. The model pays for them as well, so they count."""
    if norm != "chars":
        return _scores(logprobs, texts, norm)
    return [sum(t) / len(text.replace(" ", "")) for t, text in zip(logprobs, texts)]


def _accuracy(items, norm, choose):
    picked = [choose(_scores(logprobs, texts, norm)) for logprobs, texts, _ in items]
    right = sum(choice == item[2] for choice, item in zip(picked, items))
    return right / len(items) if items else 0.0


def picks_the_least_likely(items, norm="none"):
    """The smallest score wins. Log-probabilities are negative: the one nearest to 0 is the most probable."""
    return _accuracy(items, norm, lambda scores: scores.index(min(scores)))


def last_on_ties(items, norm="none"):
    """Of equal scores the last one is taken. The task says the first; without a fixed rule, runs on the same scores can disagree."""
    return _accuracy(items, norm, lambda s: max(range(len(s)), key=lambda i: (s[i], i)))


def norm_not_passed_on(items, norm="none"):
    """The correction is not used: `norm` has to reach the scores of each item."""
    return _accuracy(items, "none", lambda scores: scores.index(max(scores)))
