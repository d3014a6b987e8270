def combine(forward, swapped):
    if forward == "first" and swapped == "second":
        return "A"
    if forward == "second" and swapped == "first":
        return "B"
    return "tie"


def judge_report(pairs):
    points = same = firsts = seconds = 0
    for forward, swapped in pairs:
        winner = combine(forward, swapped)
        if winner == "A":
            points += 2
        elif winner == "tie":
            points += 1
        if winner != "tie" or (forward == "tie" and swapped == "tie"):
            same += 1
        for verdict in (forward, swapped):
            if verdict == "first":
                firsts += 1
            if verdict == "second":
                seconds += 1
    share = 0.5
    if firsts + seconds > 0:
        share = firsts / (firsts + seconds)
    return {
        "win_rate": points / 2 / len(pairs),
        "agreement": same / len(pairs),
        "first_place": share,
    }
