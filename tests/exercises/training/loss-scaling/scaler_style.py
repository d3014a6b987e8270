"""With the kernels that PyTorch's GradScaler uses."""

import torch


def unscale(grads, scale):
    wide = [g.detach().clone().to(torch.float32) for g in grads]
    found = torch.zeros(())
    torch._amp_foreach_non_finite_check_and_unscale_(
        wide, found, torch.tensor(1.0 / scale, dtype=torch.float64).float()
    )
    return wide, bool(found.item())


def update_scale(scale, found_inf, good_steps, growth=2.0, backoff=0.5, interval=2000):
    now = torch.tensor(scale)
    row = torch.tensor(good_steps, dtype=torch.int32)
    torch._amp_update_scale_(now, row, torch.tensor(float(found_inf)), growth, backoff, interval)
    return now.item(), int(row)


def scaled_step(params, grads, scale, good_steps, lr, interval=2000):
    grads, found = unscale(grads, scale)
    params = [torch.nn.Parameter(p.clone()) for p in params]
    optimizer = torch.optim.SGD(params, lr=lr)
    for p, g in zip(params, grads):
        p.grad = g
    if not found:
        optimizer.step()
    scale, good_steps = update_scale(scale, found, good_steps, interval=interval)
    return [p.detach().clone() for p in params], scale, good_steps
