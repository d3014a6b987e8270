import numpy as np


def normalised(accuracy, chance):
    return float(np.clip((accuracy - chance) / (1 - chance), 0, None))


def mean_win_rates(scores):
    names = list(scores)
    tasks = sorted({t for own in scores.values() for t in own})
    grid = np.array([[scores[n].get(t, np.nan) for t in tasks] for n in names]).reshape(len(names), len(tasks))  # fmt: skip
    out = {}
    for i, name in enumerate(names):
        rates = []
        for j in range(len(tasks)):
            rest = np.delete(grid[:, j], i)
            rest = rest[~np.isnan(rest)]
            if np.isnan(grid[i, j]) or not len(rest):
                continue
            rates.append(((grid[i, j] > rest).mean() + (grid[i, j] >= rest).mean()) / 2)
        out[name] = float(np.mean(rates)) if rates else 0.0
    return out


def ranking(accuracies, chances):
    def mean(model):
        own = accuracies[model]
        return sum(normalised(own[t], chances[t]) for t in own) / len(own)

    return sorted(sorted(accuracies), key=mean, reverse=True)
