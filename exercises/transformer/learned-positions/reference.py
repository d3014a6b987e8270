"""Learned positions. Source: Devlin et al., arXiv:1810.04805 sec. 3; Gehring et al., arXiv:1705.03122 sec. 3.1."""

from torch import Tensor


def add_positions(x: Tensor, table: Tensor, start: int = 0) -> Tensor:
    end = start + x.shape[1]
    if end > len(table):
        raise ValueError(f"position {end - 1} lies behind a table of {len(table)} rows")
    return x + table[start:end]  # (B, T, d) + (T, d)


def position_gradient(grad: Tensor, length: int, start: int = 0) -> Tensor:
    total = grad.new_zeros(length, grad.shape[2])
    total[start : start + grad.shape[1]] = grad.sum(dim=0)
    return total
