import re


def grams_of(text, n):
    words = re.compile("[a-z0-9]+").findall(text.lower())
    return list(zip(*(words[i:] for i in range(n))))


def overlap(item, documents, n):
    mine = grams_of(item, n)
    if not mine:
        return 0.0
    sets = [set(grams_of(d, n)) for d in documents]
    hits = [g for g in mine if any(g in s for s in sets)]
    return len(hits) / len(mine)


def contaminated(items, documents, n, threshold):
    out = []
    for i in range(len(items)):
        if not overlap(items[i], documents, n) < threshold:
            out.append(i)
    return out
