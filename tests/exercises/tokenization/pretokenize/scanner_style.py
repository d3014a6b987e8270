import regex

GPT2 = regex.compile(r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")


def pretokenize(text, specials):
    chunks, start, i = [], 0, 0
    while i < len(text):
        here = [s for s in specials if text.startswith(s, i)]
        if here:
            special = max(here, key=len)
            chunks.extend(m.group() for m in GPT2.finditer(text[start:i]))
            chunks.append(special)
            i += len(special)
            start = i
        else:
            i += 1
    chunks.extend(m.group() for m in GPT2.finditer(text[start:]))
    return chunks
