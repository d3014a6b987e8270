"""What people get wrong with the roofline. Each docstring is the explanation."""


def counts_a_multiply_add_once(tokens, d_in, d_out, bytes_per=2):
    """You count tokens · d_in · d_out operations. Each of these is a multiply *and* an add, and the peak of a chip counts both: take twice
    as many."""
    return tokens * d_in * d_out / (bytes_per * (tokens * d_in + d_in * d_out + tokens * d_out))


def counts_numbers_not_bytes(tokens, d_in, d_out, bytes_per=2):
    """You divide by the count of numbers that are moved; bytes_per is not used. Intensity is per *byte*, so multiply the numbers with their
    size."""
    return 2 * tokens * d_in * d_out / (tokens * d_in + d_in * d_out + tokens * d_out)


def output_left_out(tokens, d_in, d_out, bytes_per=2):
    """The traffic lacks the output. It has to be written to memory, tokens by d_out numbers."""
    return 2 * tokens * d_in * d_out / (bytes_per * (tokens * d_in + d_in * d_out))


def weight_left_out(tokens, d_in, d_out, bytes_per=2):
    """The traffic lacks the weight. For few tokens reading it is nearly all there is to do, and your estimate makes decoding look
    compute-bound."""
    return 2 * tokens * d_in * d_out / (bytes_per * (tokens * d_in + tokens * d_out))


def ridge_upside_down(peak, bandwidth):
    """The fraction is upside down: bandwidth / peak is bytes per operation. The ridge point is in operations per byte, like an
    intensity."""
    return bandwidth / peak


def adds_the_times(flops, traffic, peak, bandwidth):
    """You add the time of computing and the time of moving. In the roofline model both go on at once, so the longer one is the whole
    time."""
    return flops / peak + traffic / bandwidth


def takes_the_shorter_time(flops, traffic, peak, bandwidth):
    """You take the shorter of the two times. A kernel is done when both are, so it is the *longer* one. (The minimum belongs to the
    attainable speed, not to the time.)"""
    return min(flops / peak, traffic / bandwidth)


def sides_swapped(flops, traffic, peak, bandwidth):
    """The two answers are swapped. Few operations per byte, fewer than the ridge point, mean that the arithmetic units wait for
    memory."""
    return "memory" if flops / traffic >= peak / bandwidth else "compute"


def tie_waits_for_memory(flops, traffic, peak, bandwidth):
    """Exactly at the ridge point you answer "memory". Both take equally long there, and the task counts this as "compute": at the ridge
    the peak is reached."""
    return "compute" if flops / traffic > peak / bandwidth else "memory"
