"""Look up embeddings, and their gradient."""

from torch import Tensor


def embed(ids: Tensor, table: Tensor) -> Tensor:
    """ids (...), table (V, d) -> (..., d). Raises IndexError for an id outside of the table."""
    raise NotImplementedError


def embedding_gradient(ids: Tensor, grad: Tensor, vocabulary: int) -> Tensor:
    """ids (...), grad (..., d) -> (V, d)."""
    raise NotImplementedError
