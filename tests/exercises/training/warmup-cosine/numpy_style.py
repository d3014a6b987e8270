import numpy as np


def warmup_cosine(step, warmup, total, peak, floor):
    up = peak * step / max(warmup, 1)
    progress = np.clip((step - warmup) / (total - warmup), 0.0, 1.0)
    down = floor + 0.5 * (peak - floor) * (1.0 + np.cos(np.pi * progress))
    return float(up if step < warmup else down)
