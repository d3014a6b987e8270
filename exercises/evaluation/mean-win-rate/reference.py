"""Aggregating scores. Source: Liang et al., arXiv:2211.09110 (mean win rate); Hugging Face, Open LLM Leaderboard v2 documentation (normalisation)."""


def normalised(accuracy: float, chance: float) -> float:
    return max(0.0, (accuracy - chance) / (1 - chance))


def mean_win_rates(scores: dict[str, dict[str, float]]) -> dict[str, float]:
    means = {}
    for model, own in scores.items():
        rates = []
        for task, score in own.items():
            others = [s[task] for name, s in scores.items() if name != model and task in s]
            if others:
                wins = sum((score > other) + 0.5 * (score == other) for other in others)
                rates.append(wins / len(others))
        means[model] = sum(rates) / len(rates) if rates else 0.0
    return means


def ranking(accuracies: dict[str, dict[str, float]], chances: dict[str, float]) -> list[str]:
    means = {
        model: sum(normalised(a, chances[task]) for task, a in own.items()) / len(own)
        for model, own in accuracies.items()
    }
    return sorted(means, key=lambda model: (-means[model], model))
