import math

import torch


def next_token_probs(logits, temperature=1.0, top_k=None, top_p=None):
    values = logits.double().tolist()
    order = sorted(range(len(values)), key=lambda i: -values[i])
    out = torch.zeros_like(logits)
    if temperature == 0:
        out[order[0]] = 1
        return out
    kept = order if top_k is None else order[:top_k]

    def weights(ids):
        top = values[ids[0]]
        w = [math.exp((values[i] - top) / temperature) for i in ids]
        return [x / sum(w) for x in w]

    if top_p is not None:
        mass, chosen = 0.0, []
        for i, w in zip(kept, weights(kept)):
            chosen.append(i)
            mass += w
            if mass >= top_p:
                break
        kept = chosen
    for i, w in zip(kept, weights(kept)):
        out[i] = w
    return out
