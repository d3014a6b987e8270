"""GPT-2's pre-tokenizer with special tokens. Source: GPT-2 encoder.py (pattern); Radford et al. 2019 sec. 2.2."""

import regex

GPT2 = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def pretokenize(text: str, specials: list[str]) -> list[str]:
    longest_first = sorted(specials, key=len, reverse=True)
    borders = "|".join(regex.escape(special) for special in longest_first)
    parts = regex.split(f"({borders})", text) if specials else [text]
    chunks: list[str] = []
    for part in parts:
        chunks += [part] if part in specials else regex.findall(GPT2, part)
    return chunks
