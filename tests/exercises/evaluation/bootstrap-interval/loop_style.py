import torch


def resampled_means(scores, draws):
    means = []
    for row in draws.tolist():
        total = 0.0
        for index in row:
            total += scores[index].item()
        means.append(total / len(row))
    return torch.tensor(means, dtype=scores.dtype)


def _point(ordered, share):
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def percentile_interval(means, level=0.95):
    ordered = sorted(means.tolist())
    return _point(ordered, (1 - level) / 2), _point(ordered, (1 + level) / 2)


def paired_wins(first, second, draws):
    points = 0.0
    for row in draws.tolist():
        gain = sum(first[i].item() - second[i].item() for i in row)
        points += 1.0 if gain > 0 else 0.5 if gain == 0 else 0.0
    return points / len(draws)
