"""Online softmax statistics."""

from torch import Tensor


def softmax_stats(blocks: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Maximum and sum of exponentials relative to it, over all blocks."""
    raise NotImplementedError
