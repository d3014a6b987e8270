"""The best segmentation."""


def best_segmentation(word: str, logprobs: dict[str, float]) -> tuple[list[str], float]:
    """Pieces of the most probable cut, and its log-probability. Raises ValueError if there is none."""
    raise NotImplementedError
