"""LaTeX to terminal text: on one line (`line`), in two dimensions (`block`), or whichever fits.

Both raise `MathsError` for what they cannot show, so that no wrong formula reaches a learner.
"""

from tutor.content.maths.oneline import line
from tutor.content.maths.twodim import block, fit, wrapped

__all__ = ["block", "fit", "line", "wrapped"]
