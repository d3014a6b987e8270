"""The causal mask."""

from torch import Tensor


def causal_mask(queries: int, keys: int) -> Tensor:
    """Bool (queries, keys), True where a query may attend; queries are the last positions."""
    raise NotImplementedError
