"""Dynamic loss scaling."""

from torch import Tensor


def unscale(grads: list[Tensor], scale: float) -> tuple[list[Tensor], bool]:
    """Scaled gradients -> float32 gradients divided by the scale, and whether any is inf or nan."""
    raise NotImplementedError


def update_scale(
    scale: float,
    found_inf: bool,
    good_steps: int,
    growth: float = 2.0,
    backoff: float = 0.5,
    interval: int = 2000,
) -> tuple[float, int]:
    """Scale and number of good steps in a row for the next step."""
    raise NotImplementedError


def scaled_step(
    params: list[Tensor],
    grads: list[Tensor],
    scale: float,
    good_steps: int,
    lr: float,
    interval: int = 2000,
) -> tuple[list[Tensor], float, int]:
    """One step of SGD with scaled gradients -> parameters, and scale and count for the next step."""
    raise NotImplementedError
