"""Warmup and cosine decay."""


def warmup_cosine(step: int, warmup: int, total: int, peak: float, floor: float) -> float:
    """The learning rate at a step."""
    raise NotImplementedError
