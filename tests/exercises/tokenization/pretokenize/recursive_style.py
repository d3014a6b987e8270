import regex

GPT2 = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def pretokenize(text, specials):
    found = [(text.find(s), -len(s), s) for s in specials if s in text]
    if not found:
        return regex.findall(GPT2, text)
    at, _, special = min(found)
    before = regex.findall(GPT2, text[:at])
    return before + [special] + pretokenize(text[at + len(special) :], specials)
