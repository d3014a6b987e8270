import torch


def softmax_stats(blocks):
    kind = blocks[0].dtype
    m, log_total = torch.tensor(-torch.inf, dtype=kind), torch.tensor(-torch.inf).double()
    for block in blocks:
        if len(block):
            m = torch.maximum(m, block.max())
            log_total = torch.logaddexp(log_total, torch.logsumexp(block.double(), 0))
    if m == -torch.inf:
        return m, torch.zeros((), dtype=kind)
    return m, (log_total - m).exp().to(kind)
