"""Temperature, top-k and top-p."""

from torch import Tensor


def next_token_probs(
    logits: Tensor, temperature: float = 1.0, top_k: int | None = None, top_p: float | None = None
) -> Tensor:
    """logits (V,) -> probabilities (V,) after temperature, top-k and top-p."""
    raise NotImplementedError
