def linear_intensity(tokens, d_in, d_out, bytes_per=2):
    per_weight = 2 * tokens
    flops = 0
    for _ in range(d_out):
        flops += per_weight * d_in
    moved = 0
    for rows, columns in ((tokens, d_in), (d_out, d_in), (tokens, d_out)):
        moved += rows * columns * bytes_per
    return flops / moved


def ridge_point(peak, bandwidth):
    return float(peak) / float(bandwidth)


def roofline_time(flops, traffic, peak, bandwidth):
    computing = flops / peak
    moving = traffic / bandwidth
    if computing > moving:
        return computing
    return moving


def bound(flops, traffic, peak, bandwidth):
    if traffic / bandwidth > flops / peak:
        return "memory"
    return "compute"
