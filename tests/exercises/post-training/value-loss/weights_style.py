import torch


def _mean(x, mask):
    weight = mask.to(x.dtype)
    return torch.where(mask, x, 0).sum() / weight.sum()


def value_loss(values, old_values, returns, mask, clip):
    old_values, returns = old_values.detach(), returns.detach()
    near = torch.min(torch.max(values, old_values - clip), old_values + clip)
    free, held = (values - returns) ** 2, (near - returns) ** 2
    return _mean(torch.where(held > free, held, free), mask) / 2


def whiten(x, mask, eps=1e-8):
    centred = x - _mean(x, mask)
    return torch.where(mask, centred * torch.rsqrt(_mean(centred**2, mask) + eps), 0)
