def group_report(correct, groups):
    right, total = {}, {}
    for i in range(len(groups)):
        g = groups[i]
        if g not in total:
            total[g] = right[g] = 0
        total[g] += 1
        if correct[i]:
            right[g] += 1
    worst_group, worst, best = None, 2.0, -1.0
    for g in sorted(total):
        accuracy = right[g] / total[g]
        if accuracy < worst:
            worst_group, worst = g, accuracy
        if accuracy > best:
            best = accuracy
    overall = sum(right.values()) / sum(total.values())
    return {"overall": overall, "worst": worst, "gap": best - worst, "worst_group": worst_group}


def robust_accuracy(results):
    count = 0
    for item in results:
        ok = True
        for version in item:
            ok = ok and version
        count += ok
    return count / len(results)


def relative_drop(clean, perturbed):
    if clean == 0:
        return 0.0
    return 1.0 - perturbed / clean
