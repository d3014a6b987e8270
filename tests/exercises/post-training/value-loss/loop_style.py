import torch


def value_loss(values, old_values, returns, mask, clip):
    losses = []
    for b in range(values.shape[0]):
        for t in range(values.shape[1]):
            if not mask[b, t]:
                continue
            old, target = old_values[b, t].item(), returns[b, t].item()
            near = torch.clamp(values[b, t], old - clip, old + clip)
            errors = torch.stack([(values[b, t] - target) ** 2, (near - target) ** 2])
            losses.append(errors.max() / 2)
    return torch.stack(losses).mean()


def whiten(x, mask, eps=1e-8):
    kept = [x[i, j] for i in range(len(x)) for j in range(x.shape[1]) if mask[i, j]]
    mean = sum(kept) / len(kept)
    variance = sum((k - mean) ** 2 for k in kept) / len(kept)
    return torch.where(mask, (x - mean) / torch.sqrt(variance + eps), torch.zeros_like(x))
