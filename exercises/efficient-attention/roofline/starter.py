"""The roofline of a linear layer."""


def linear_intensity(tokens: int, d_in: int, d_out: int, bytes_per: int = 2) -> float:
    """Operations per byte of a linear layer without bias."""
    raise NotImplementedError


def ridge_point(peak: float, bandwidth: float) -> float:
    """The intensity at which computing and moving take equally long."""
    raise NotImplementedError


def roofline_time(flops: float, traffic: float, peak: float, bandwidth: float) -> float:
    """The least time in seconds, if computing and moving overlap."""
    raise NotImplementedError


def bound(flops: float, traffic: float, peak: float, bandwidth: float) -> str:
    """What takes longer, "compute" or "memory"; a tie is "compute"."""
    raise NotImplementedError
