def pass_at_k(n, c, k):
    if n - c < k:
        return 1.0
    fail = 1.0
    for i in range(k):
        fail *= (n - c - i) / (n - i)
    return 1.0 - fail


def mean_pass_at_k(results, k):
    total = 0.0
    for n, c in results:
        total += pass_at_k(n, c, k)
    return total / len(results)
