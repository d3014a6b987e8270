"""What people get wrong with perplexity. Each docstring is the explanation."""

import math


def _losses(logits, targets, ignore):
    counts = targets != ignore
    kept, wanted = logits[counts], targets[counts]
    return kept.logsumexp(-1) - kept.gather(1, wanted[:, None])[:, 0]


def ignored_tokens_counted(logits, targets, ignore=-100):
    """The sum of the losses is divided by all positions, ignored ones included. Then padding makes the model look better; divide by the number that counts."""
    return (_losses(logits, targets, ignore).sum() / len(targets)).exp()


def power_of_two(logits, targets, ignore=-100):
    """The loss in nats is put into a power of 2. Either measure in bits and use 2, or in nats and use e; mixed, the number means nothing."""
    return 2 ** _losses(logits, targets, ignore).mean()


def mean_of_exponentials(logits, targets, ignore=-100):
    """You exponentiate every loss and average afterwards. The mean belongs inside: e to the *mean* loss. Otherwise single surprises dominate."""
    return _losses(logits, targets, ignore).exp().mean()


def one_over_mean_probability(logits, targets, ignore=-100):
    """This is one over the mean probability. Perplexity is one over the *geometric* mean, since the probabilities of a text multiply."""
    return 1 / (-_losses(logits, targets, ignore)).exp().mean()


def log_of_softmax(logits, targets, ignore=-100):
    """Softmax and logarithm are taken one after the other. With large logits the probability is rounded to 0 and its logarithm is -inf; use a log-softmax or logsumexp."""
    counts = targets != ignore
    chosen = logits[counts].softmax(-1).gather(1, targets[counts][:, None])[:, 0]
    return (-chosen.log()).mean().exp()


def mean_of_perplexities(documents):
    """You average the perplexities of the documents. Add up losses and tokens first, and exponentiate once, at the end."""
    found = [math.exp(loss / tokens) for loss, tokens in documents if tokens]
    return sum(found) / len(found)


def documents_weigh_alike(documents):
    """The mean losses of the documents are averaged, so a document of ten tokens weighs as much as one of a thousand. Every token has to count alike."""
    means = [loss / tokens for loss, tokens in documents if tokens]
    return math.exp(sum(means) / len(means))


def nats_per_byte(text, loss, tokens):
    """The result is in nats. Divide by ln 2 to get bits."""
    return loss * tokens / len(text.encode())


def counts_characters(text, loss, tokens):
    """You divide by the number of characters. An é has two bytes and 日 three: encode the text first."""
    return loss * tokens / math.log(2) / len(text)


def mean_loss_over_bytes(text, loss, tokens):
    """The mean loss per token is divided by the bytes. First the loss of the *whole* text is needed: mean times number of tokens."""
    return loss / math.log(2) / len(text.encode())
