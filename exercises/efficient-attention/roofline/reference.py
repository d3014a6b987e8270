"""The roofline model. Source: Williams et al., CACM 52(4), 2009; used in Dao et al., arXiv:2205.14135 sec. 2.1."""


def linear_intensity(tokens: int, d_in: int, d_out: int, bytes_per: int = 2) -> float:
    flops = 2 * tokens * d_in * d_out  # multiply and add
    numbers = tokens * d_in + d_in * d_out + tokens * d_out  # input, weight, output
    return flops / (bytes_per * numbers)


def ridge_point(peak: float, bandwidth: float) -> float:
    return peak / bandwidth


def roofline_time(flops: float, traffic: float, peak: float, bandwidth: float) -> float:
    return max(flops / peak, traffic / bandwidth)


def bound(flops: float, traffic: float, peak: float, bandwidth: float) -> str:
    return "compute" if flops / traffic >= ridge_point(peak, bandwidth) else "memory"
