"""What is true of right `linear_intensity`, `ridge_point`, `roofline_time` and `bound`."""

from tutor.grading.claims import Broken, Call, Draw, claim

A100 = (312e12, 1.555e12)


def layer(draw: Draw) -> tuple[int, int, int]:
    """tokens, d_in and d_out of like size, so that no part of the traffic is lost in another."""
    tokens, d_in, d_out = draw.distinct(3, 100, 900)
    return tokens, d_in, d_out


def chip(draw: Draw) -> tuple[float, float]:
    return draw.integer(50, 900) * 1e12, draw.integer(500, 3500) * 1e9


def kernel(draw: Draw, peak: float, bandwidth: float, share: float) -> tuple[float, float]:
    """Operations and bytes whose intensity is `share` of the ridge point."""
    traffic = draw.integer(10**6, 10**10)
    return share * traffic * peak / bandwidth, traffic


@claim("The examples of the task come out.", otherwise="2 · tokens · d_in · d_out operations.")
def example(draw: Draw):
    return [
        Call(1, 4096, 4096),
        Call(512, 4096, 4096),
        Call(*A100, entry="ridge_point"),
        Call(1e12, 1e9, *A100, entry="roofline_time"),
        Call(1e12, 1e9, *A100, entry="bound"),
    ]


@claim(
    "The intensity counts every operation and every byte, also of a layer that is not square.",
    otherwise="Write the three matrices down with their sizes.",
)
def intensities(draw: Draw):
    return [
        Call(*layer(draw)),
        Call(*layer(draw), 4),
        Call(*layer(draw), bytes_per=1),
        Call(1, *draw.distinct(2, 500, 5000)),
    ]


@claim("The ridge point belongs to the chip.", otherwise="Operations per byte: peak first.")
def ridges(draw: Draw):
    return [Call(*chip(draw), entry="ridge_point") for _ in range(3)]


@claim(
    "The time is right on both sides of the ridge.",
    otherwise="Two times that overlap: which of them is the whole time?",
)
def times(draw: Draw):
    calls = []
    for share in (0.01, 0.7, 1.4, 30.0):
        peak, bandwidth = chip(draw)
        flops, traffic = kernel(draw, peak, bandwidth, share)
        calls.append(Call(flops, traffic, peak, bandwidth, entry="roofline_time"))
    return calls


@claim("It is known what a kernel waits for.", otherwise="Compare intensity and ridge point.")
def waiting(draw: Draw):
    calls = []
    for share in (0.01, 0.7, 1.4, 30.0):
        peak, bandwidth = chip(draw)
        flops, traffic = kernel(draw, peak, bandwidth, share)
        calls.append(Call(flops, traffic, peak, bandwidth, entry="bound"))
    return calls


@claim('At the ridge point itself it is "compute".', otherwise="The task says how ties count.")
def tie(draw: Draw):
    ridge, traffic, bandwidth = draw.integer(2, 64), draw.integer(2, 64), 2 ** draw.integer(3, 9)
    peak, flops = ridge * bandwidth, ridge * traffic  # all exact, however they are compared
    return [
        Call(flops, traffic, peak, bandwidth, entry="bound"),
        Call(flops, traffic, peak, bandwidth, entry="roofline_time"),
        Call(flops - 1, traffic, peak, bandwidth, entry="bound"),
    ]


@claim(
    "More tokens raise the intensity, up to 2·d_in·d_out / (bytes_per·(d_in + d_out)).",
    otherwise="The weight is shared by all tokens, inputs and outputs are not.",
)
def more_tokens(draw: Draw):
    d_in, d_out = draw.distinct(2, 300, 900)
    limit, before = d_in * d_out / (d_in + d_out), 0.0
    for tokens in (1, 10, 100, 10**4, 10**8):
        now = yield Call(tokens, d_in, d_out)
        if not before < now < limit:
            return Broken(f"{tokens} tokens give {now:.4f}, fewer gave {before:.4f}.")
        before = now
    if now < 0.999 * limit:
        return Broken(f"10⁸ tokens give {now:.2f}, and the limit is {limit:.2f}.")
    return True


@claim(
    "Time, intensity and ridge point tell the same story.",
    otherwise="Compute-bound means: the time is flops / peak.",
)
def one_story(draw: Draw):
    for _ in range(3):
        peak, bandwidth = chip(draw)
        flops, traffic = kernel(draw, peak, bandwidth, draw.choice((0.2, 0.8, 1.3, 5.0)))
        time = yield Call(flops, traffic, peak, bandwidth, entry="roofline_time")
        side = yield Call(flops, traffic, peak, bandwidth, entry="bound")
        expected = flops / peak if side == "compute" else traffic / bandwidth
        if abs(time - expected) > 1e-6 * expected:
            return Broken(f'It is "{side}", but the time is {time:.4g} s, not {expected:.4g} s.')
    return True
