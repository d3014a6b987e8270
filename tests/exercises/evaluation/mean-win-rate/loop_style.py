def normalised(accuracy, chance):
    if accuracy <= chance:
        return 0.0
    return (accuracy - chance) / (1.0 - chance)


def mean_win_rates(scores):
    result = {}
    for model in scores:
        total, tasks = 0.0, 0
        for task in scores[model]:
            wins, number = 0.0, 0
            for other in scores:
                if other == model or task not in scores[other]:
                    continue
                number += 1
                if scores[model][task] > scores[other][task]:
                    wins += 1.0
                elif scores[model][task] == scores[other][task]:
                    wins += 0.5
            if number > 0:
                total += wins / number
                tasks += 1
        result[model] = total / tasks if tasks > 0 else 0.0
    return result


def ranking(accuracies, chances):
    rows = []
    for model in accuracies:
        values = [normalised(accuracies[model][t], chances[t]) for t in accuracies[model]]
        rows.append((-sum(values) / len(values), model))
    rows.sort()
    return [model for _, model in rows]
