def linear_intensity(tokens, d_in, d_out, bytes_per=2):
    # 2 / (bytes * (1/d_out + 1/tokens + 1/d_in))
    return 2 / bytes_per / (1 / d_out + 1 / tokens + 1 / d_in)


def ridge_point(peak, bandwidth):
    return peak / bandwidth


def _attainable(intensity, peak, bandwidth):
    return min(peak, intensity * bandwidth)


def roofline_time(flops, traffic, peak, bandwidth):
    return flops / _attainable(flops / traffic, peak, bandwidth)


def bound(flops, traffic, peak, bandwidth):
    return ("memory", "compute")[flops * bandwidth >= traffic * peak]
