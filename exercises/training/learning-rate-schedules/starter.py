"""Learning-rate schedules as functions of the step."""


def linear_decay(step: int, warmup: int, total: int, peak: float) -> float:
    """A line up to peak, then a line down to 0."""
    raise NotImplementedError


def inverse_sqrt(step: int, width: int, warmup: int) -> float:
    """A line up, then the inverse square root of the step (from 1)."""
    raise NotImplementedError


def warmup_stable_decay(
    step: int, warmup: int, stable: int, decay: int, peak: float, floor: float
) -> float:
    """Three phases with the given lengths, then the floor."""
    raise NotImplementedError


def step_decay(step: int, base: float, size: int, gamma: float) -> float:
    """Stairs of `size` steps."""
    raise NotImplementedError
