def words(text):
    allowed = "abcdefghijklmnopqrstuvwxyz0123456789"
    return "".join(c if c in allowed else " " for c in text.lower()).split()


def overlap(item, documents, n):
    padded = [" " + " ".join(words(d)) + " " for d in documents]
    w = words(item)
    total = max(0, len(w) - n + 1)
    hits = 0
    for i in range(total):
        piece = " " + " ".join(w[i : i + n]) + " "
        hits += any(piece in d for d in padded)
    return hits / total if total else 0.0


def contaminated(items, documents, n, threshold):
    return [i for i, item in enumerate(items) if overlap(item, documents, n) >= threshold]
