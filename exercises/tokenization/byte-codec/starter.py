"""Text to ids and back."""


def encode(text: str, merges: list[tuple[bytes, bytes]]) -> list[int]:
    """Ids of a text; bytes are 0 to 255, merge number i is 256 + i."""
    raise NotImplementedError


def decode(ids: list[int], merges: list[tuple[bytes, bytes]]) -> str:
    """Text of ids; what is no valid UTF-8 becomes the replacement character."""
    raise NotImplementedError
