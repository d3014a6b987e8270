import torch


def layer_norm_backward(grad, x, gain, eps=1e-5):
    d = x.shape[-1]
    dgain = torch.zeros_like(gain)
    dshift = torch.zeros_like(gain)
    rows = []
    for g, row in zip(grad.reshape(-1, d), x.reshape(-1, d)):
        mean = sum(row) / d
        root = (sum((v - mean) ** 2 for v in row) / d + eps) ** 0.5
        n = (row - mean) / root
        jacobian = torch.zeros(d, d, dtype=x.dtype)  # dn_i / dx_j
        for i in range(d):
            for j in range(d):
                jacobian[i, j] = ((1.0 if i == j else 0.0) - 1 / d - n[i] * n[j] / d) / root
        rows.append(torch.mv(jacobian.T, g * gain))
        dgain += g * n
        dshift += g
    dx = torch.stack(rows).reshape(x.shape) if rows else torch.zeros_like(x)
    return dx, dgain, dshift
