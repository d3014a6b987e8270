def escape(text):
    out = ""
    for c in text:
        if c == "\\":
            out += "\\\\"
        elif c == "\n":
            out += "\\n"
        else:
            out += c
    return out


def render(instruction, first, second):
    record = "Instruction: " + escape(instruction) + "\n"
    record += "Output m: " + escape(first) + "\n"
    record += "Output M: " + escape(second)
    return record


def _back(text):
    out, i = "", 0
    while i < len(text):
        if text[i] == "\\":
            out += "\n" if text[i + 1] == "n" else "\\"
            i += 2
        else:
            out += text[i]
            i += 1
    return out


def parse(record):
    a, b, c = record.split("\n")
    return _back(a[13:]), _back(b[10:]), _back(c[10:])


def win_rates(preferences):
    raw = wins = 0.0
    for p in preferences:
        raw += p - 1
        if p > 1.5:
            wins += 1
        elif p == 1.5:
            wins += 0.5
    return raw / len(preferences), wins / len(preferences)
