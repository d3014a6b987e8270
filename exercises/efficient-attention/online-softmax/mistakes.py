"""What people get wrong in online softmax. Each docstring is the explanation."""

import torch


def _start(blocks):
    kind = blocks[0].dtype
    return torch.tensor(-torch.inf, dtype=kind), torch.zeros((), dtype=kind)


def no_rescaling(blocks):
    """The old sum is kept as it is when the maximum grows. Its terms were relative to the old maximum, so they count too much: multiply them with
    e^(old - new)."""
    m, total = _start(blocks)
    for block in blocks:
        new = torch.maximum(m, block.max()) if block.numel() else m
        if new > -torch.inf:
            total, m = total + (block - new).exp().sum(), new
    return m, total


def factor_upside_down(blocks):
    """The factor is e^(new - old): the old terms grow when they should shrink. Relative to a larger maximum every term is smaller."""
    m, total = _start(blocks)
    for block in blocks:
        new = torch.maximum(m, block.max()) if block.numel() else m
        if new > -torch.inf:
            old = total * (new - m).exp() if m > -torch.inf else total
            total, m = old + (block - new).exp().sum(), new
    return m, total


def own_maximum_of_the_block(blocks):
    """Each block's own maximum becomes the new one, even when it is smaller. The final m is then not the largest score, and a much lower block
    makes e^(old - new) overflow. Use the running maximum."""
    m, total = _start(blocks)
    for block in blocks:
        new = block.max() if block.numel() else m
        if new > -torch.inf:
            total, m = total * (m - new).exp() + (block - new).exp().sum(), new
    return m, total


def nan_for_masked_blocks(blocks):
    """A block that holds only -inf gives nan: its maximum minus the running one is -inf - (-inf). As long as nothing finite was seen, leave the state as
    it is."""
    m, total = _start(blocks)
    for block in blocks:
        if block.numel():
            new = torch.maximum(m, block.max())
            total, m = total * (m - new).exp() + (block - new).exp().sum(), new
    return m, total


def no_maximum(blocks):
    """You add plain exponentials and divide by e^m at the end. For scores above 88 they overflow in single precision. Subtract the maximum *before*
    exponentiating."""
    row = torch.cat(list(blocks))
    m = row.max() if row.numel() else torch.tensor(-torch.inf, dtype=row.dtype)
    return m, torch.zeros((), dtype=row.dtype) if m == -torch.inf else row.exp().sum() / m.exp()


def last_block_only(blocks):
    """The sum covers the last block only: each block overwrites it. The state has to be carried from block to block."""
    m, total = _start(blocks)
    for block in blocks:
        new = torch.maximum(m, block.max()) if block.numel() else m
        if new > -torch.inf and block.numel():
            total, m = (block - new).exp().sum(), new
    return m, total
