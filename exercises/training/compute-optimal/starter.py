"""Compute-optimal model sizes."""


def parametric_loss(n: float, d: float, params: dict[str, float]) -> float:
    """E + A / n^alpha + B / d^beta."""
    raise NotImplementedError


def optimal_allocation(flops: float, params: dict[str, float]) -> tuple[float, float]:
    """Parameters and tokens with the lowest loss among those with 6 n d = flops."""
    raise NotImplementedError


def rule_of_20(flops: float) -> tuple[float, float]:
    """Parameters and tokens with 6 n d = flops and 20 tokens per parameter."""
    raise NotImplementedError


def excess_loss(flops: float, n: float, params: dict[str, float]) -> float:
    """What n parameters lose against the best size, with the same budget."""
    raise NotImplementedError
