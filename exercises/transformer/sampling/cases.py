"""What is true of right `next_token_probs`."""

import torch

from tutor.grading.claims import Broken, Call, Draw, claim


def logits(draw: Draw, scale: float = 2.0, dtype=torch.float32) -> torch.Tensor:
    """Logits that are all different, in random order."""
    size = draw.integer(8, 14)
    steps = torch.arange(size, dtype=dtype) * 0.3 * scale + 0.05 * draw.uniform(size, dtype=dtype)
    return steps[torch.tensor(draw.permutation(size))]


@claim("The example of the task comes out.", otherwise="0.5 and 0.3, renormalised.")
def example(draw: Draw):
    return Call(torch.tensor([0.5, 0.3, 0.15, 0.05]).log(), top_p=0.7)


@claim("Without filters it is the softmax at that temperature.", otherwise="Divide the logits.")
def temperature(draw: Draw):
    return [Call(logits(draw), t) for t in (1.0, 0.5, 2.5)]


@claim("Temperature 0 takes the largest logit.", otherwise="The limit, without dividing by 0.")
def greedy(draw: Draw):
    return [Call(logits(draw), 0.0), Call(logits(draw), 0.0, 3, 0.5)]


@claim("top-k keeps the k largest.", otherwise="And renormalises.")
def top_k(draw: Draw):
    return [Call(logits(draw, 0.7), 1.0, k) for k in (1, 3, 50)]


@claim(
    "top-p keeps the smallest set that reaches p.", otherwise="The crossing token belongs to it."
)
def top_p(draw: Draw):
    return [Call(logits(draw, 0.7), 1.0, None, p) for p in (0.9, 0.55, 0.01, 1.0)]


@claim("All three together come out right.", otherwise="Temperature, then top-k, then top-p.")
def together(draw: Draw):
    return [Call(logits(draw, 0.7), 1.8, 5, 0.7), Call(logits(draw), 0.6, 6, 0.9)]


@claim("Large logits give finite probabilities.", otherwise="Softmax from logits.")
def extreme(draw: Draw):
    return Call(logits(draw) * 500.0, 0.7, None, 0.9)


@claim("What is left adds up to 1.", otherwise="Renormalise after every filter.")
def normalised(draw: Draw):
    probs = yield Call(logits(draw, 0.5), 1.3, draw.integer(3, 6), 0.8)
    if abs(float(probs.sum()) - 1) > 1e-4:
        return Broken(f"The probabilities add up to {float(probs.sum()):.4f}.")
    return True
