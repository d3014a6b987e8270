import numpy as np
import torch


def perplexity(logits, targets, ignore=-100):
    keep = targets.ne(ignore)
    logp = torch.log_softmax(logits[keep], dim=-1)
    picked = logp[torch.arange(int(keep.sum())), targets[keep]]
    return 1 / picked.mean().exp()


def corpus_perplexity(documents):
    table = np.array(documents, dtype=float)
    return float(np.exp(table[:, 0].sum() / table[:, 1].sum()))


def bits_per_byte(text, loss, tokens):
    return float(np.log2(np.e) * loss * tokens / len(text.encode("utf8")))
