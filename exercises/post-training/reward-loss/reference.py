"""Bradley-Terry losses. Source: Ouyang et al., arXiv:2203.02155 eq. 1."""

import torch
import torch.nn.functional as F
from torch import Tensor


def pair_loss(chosen: Tensor, rejected: Tensor) -> Tensor:
    return -F.logsigmoid(chosen - rejected).mean()


def ranking_loss(scores: Tensor) -> Tensor:
    better, worse = torch.triu_indices(len(scores), len(scores), offset=1)  # all i before j
    return pair_loss(scores[better], scores[worse])
