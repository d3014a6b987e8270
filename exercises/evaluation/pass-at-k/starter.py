"""pass@k without bias."""


def pass_at_k(n: int, c: int, k: int) -> float:
    """Chance that at least one of k samples, drawn without replacement from n with c passing, passes."""
    raise NotImplementedError


def mean_pass_at_k(results: list[tuple[int, int]], k: int) -> float:
    """Mean of pass@k over problems given as (n, c)."""
    raise NotImplementedError
