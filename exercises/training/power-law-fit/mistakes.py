"""What people get wrong in fitting power laws. Each docstring is the explanation."""

import math


def _line(u, v):
    """Slope and intercept of the least-squares line."""
    centred = u - u.mean()
    slope = ((centred * v).sum() / centred.square().sum()).item()
    return slope, (v.mean() - slope * u.mean()).item()


def offset_not_subtracted(x, y, offset=0.0):
    """The offset is not used, so the line is fitted to a bent curve. The floor hides the improvement of the large sizes and the exponent comes out too small.
    Subtract it before the logarithm."""
    slope, intercept = _line(x.log(), y.log())
    return math.exp(intercept), -slope


def slope_as_exponent(x, y, offset=0.0):
    """You return the slope itself, which is negative for a falling loss. The law is written with x^(-exponent), so the exponent is minus the slope."""
    slope, intercept = _line(x.log(), (y - offset).log())
    return math.exp(intercept), slope


def two_kinds_of_logarithm(x, y, offset=0.0):
    """One axis has the natural logarithm and the other that to base 10, so the slope is wrong by a factor of ln 10 = 2.303. The base does not matter as long as it is the
    same on both axes."""
    slope, intercept = _line(x.log10(), (y - offset).log())
    return math.exp(intercept), -slope


def coefficient_still_a_logarithm(x, y, offset=0.0):
    """The coefficient you return is the intercept of the line, and that is its logarithm. Take e to this power."""
    slope, intercept = _line(x.log(), (y - offset).log())
    return intercept, -slope


def only_one_logarithm(x, y, offset=0.0):
    """Only x is logarithmic. A straight line there is y = a - b · log x, which falls below every floor sooner or later. For a power law both axes are logarithmic."""
    slope, intercept = _line(x.log(), y - offset)
    return intercept, -slope


def first_and_last_point(x, y, offset=0.0):
    """The line goes through the first and the last point only. All others are ignored, and the noise of these two decides. Fit all points."""
    run, rise = (x[-1] / x[0]).log(), ((y[-1] - offset) / (y[0] - offset)).log()
    slope = (rise / run).item()
    return math.exp((y[0] - offset).log().item() - slope * x[0].log().item()), -slope


def line_through_the_origin(x, y, offset=0.0):
    """The line has no intercept, so the coefficient is always 1 and the slope has to make up for it. Fit slope and intercept, for example with centred logarithms."""
    u, v = x.log(), (y - offset).log()
    return 1.0, -((u * v).sum() / u.square().sum()).item()


def x_from_y(x, y, offset=0.0):
    """You fit log x over log y and turn the line around. That minimises the errors along x. The sizes are exact and the losses are noisy, so the errors of log y are what has
    to be small."""
    slope, intercept = _line((y - offset).log(), x.log())
    return math.exp(-intercept / slope), -1 / slope


def prediction_without_floor(x, coefficient, exponent, offset=0.0):
    """The offset is missing in the prediction. It was subtracted for the fit, so it has to be added again."""
    return coefficient * x**-exponent


def exponent_not_inverted(loss, coefficient, exponent, offset=0.0):
    """The power is the exponent itself. Solved for x, the law has the power 1 / exponent: that is why a little less loss takes so much more size."""
    return math.inf if loss <= offset else (coefficient / (loss - offset)) ** exponent


def size_without_floor(loss, coefficient, exponent, offset=0.0):
    """The offset is not subtracted from the loss. What the size has to bring down is only the part above the floor."""
    return math.inf if loss <= offset else (coefficient / loss) ** (1 / exponent)


def promises_the_impossible(loss, coefficient, exponent, offset=0.0):
    """A loss below the floor gets a finite size: you take the distance from the floor without its sign. No size reaches it, so the answer is inf."""
    return math.inf if loss == offset else (coefficient / abs(loss - offset)) ** (1 / exponent)
