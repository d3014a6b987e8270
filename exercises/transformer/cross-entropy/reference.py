"""Cross-entropy by logsumexp. Source: Stanford CS336 assignment 1 eq. 16; torch.nn.CrossEntropyLoss documentation."""

from torch import Tensor


def cross_entropy(logits: Tensor, targets: Tensor, ignore: int = -100) -> Tensor:
    counts = targets != ignore  # (N,)
    kept = logits[counts]  # (n, V)
    chosen = kept.gather(1, targets[counts][:, None]).squeeze(1)  # (n,)
    return (kept.logsumexp(dim=1) - chosen).mean()
