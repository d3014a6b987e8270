"""Tied head and language-model loss. Source: Press and Wolf, arXiv:1608.05859 sec. 2; Radford et al., GPT-2 (2019) sec. 2; Stanford CS336 assignment 1 eq. 16."""

from torch import Tensor


def tied_logits(h: Tensor, table: Tensor) -> Tensor:
    return h @ table.mT  # (..., V)


def next_token_pairs(ids: Tensor) -> tuple[Tensor, Tensor]:
    return ids[..., :-1], ids[..., 1:]


def language_model_loss(h: Tensor, table: Tensor, ids: Tensor) -> Tensor:
    _, targets = next_token_pairs(ids)  # (B, T - 1)
    logits = tied_logits(h[:, :-1], table)  # (B, T - 1, V)
    chosen = logits.gather(-1, targets[..., None]).squeeze(-1)  # (B, T - 1)
    return (logits.logsumexp(dim=-1) - chosen).mean()
