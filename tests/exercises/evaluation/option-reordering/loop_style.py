def rotations(options, gold):
    result = []
    order, place = list(options), gold
    for _ in range(len(options)):
        result.append((list(order), place))
        order.append(order.pop(0))
        place = place - 1 if place > 0 else len(options) - 1
    return result


def order_report(answers, golds):
    n, items = len(answers[0]), len(answers)
    hits = [0] * n
    consistent = 0
    for places, gold in zip(answers, golds):
        first = places[0]
        same = True
        for s in range(n):
            option = places[s] + s
            if option >= n:
                option -= n
            if option == gold:
                hits[s] += 1
            if option != first:
                same = False
        consistent += 1 if same else 0
    return {
        "accuracy": sum(hits) / (n * items),
        "spread": (max(hits) - min(hits)) / items,
        "consistent": consistent / items,
    }
