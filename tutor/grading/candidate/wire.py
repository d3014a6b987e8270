"""Values over a pipe: a length, a JSON header, then raw bytes. Never pickle.

Exact plain types only; anything else arrives as `Odd`, by its name. A transposed or permuted tensor
arrives with the strides it had; other non-contiguous ones arrive contiguous.
"""

from __future__ import annotations

import json
import math
import os
import select
import struct
import time
from typing import Any

from tutor.grading.outcome import Odd

LARGEST = 256 * 2**20
_DEEPEST = 40
_DTYPES = {"float16", "bfloat16", "float32", "float64", "bool", "uint8"}
_DTYPES |= {"int8", "int16", "int32", "int64"}


class Garbled(Exception):
    """The bytes are not a frame."""


class Closed(Exception):
    """The other side is gone."""


class Late(Exception):
    """The time is over."""


def pack(value: Any) -> bytes:
    """One frame."""
    blobs: list[bytes] = []
    header = json.dumps(_plain(value, blobs, 0)).encode()
    body = b"".join(blobs)
    if len(header) + len(body) > LARGEST:
        raise Garbled("the value is larger than 256 MiB")
    return struct.pack("<IQ", len(header), len(body)) + header + body


def write(fd: int, frame: bytes) -> None:
    view = memoryview(frame)
    while view:
        view = view[os.write(fd, view[: 1 << 20]) :]


def read(fd: int, deadline: float | None = None) -> Any:
    """The next value. Raises `Late`, `Closed` or `Garbled`."""
    header_size, body_size = struct.unpack("<IQ", _exactly(fd, 12, deadline))
    if header_size > LARGEST or body_size > LARGEST:
        raise Garbled("a frame of impossible length")
    header, body = _exactly(fd, header_size, deadline), _exactly(fd, body_size, deadline)
    try:
        at = [0]
        value = _value(json.loads(header), memoryview(body), at)
        if at[0] != len(body):
            raise ValueError("surplus bytes")
        return value
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, RuntimeError) as problem:
        raise Garbled(f"not a value ({type(problem).__name__})") from problem


def _exactly(fd: int, size: int, deadline: float | None) -> bytes:
    parts, left = [], size
    while left:
        if deadline is not None:
            wait = deadline - time.monotonic()
            if wait <= 0 or not select.select([fd], [], [], wait)[0]:
                raise Late
        part = os.read(fd, min(left, 1 << 20))
        if not part:
            raise Closed
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _plain(value: Any, blobs: list[bytes], depth: int) -> list[Any]:
    kind = type(value)
    if depth > _DEEPEST:
        return ["odd", "a value nested more than 40 deep"]
    if value is None or kind is bool or kind is str:
        if kind is str:
            blobs.append(value.encode("utf-8", "surrogatepass"))
            return ["str", len(blobs[-1])]
        return ["const", value]
    if kind is int:
        return ["int", str(value)] if value.bit_length() < 10_000 else ["odd", "a huge int"]
    if kind is float:
        return ["float", value.hex()]
    if kind is bytes:
        blobs.append(value)
        return ["bytes", len(value)]
    if kind in (list, tuple):
        return [kind.__name__, [_plain(item, blobs, depth + 1) for item in value]]
    if kind is dict:
        pairs = [
            [_plain(k, blobs, depth + 1), _plain(v, blobs, depth + 1)] for k, v in value.items()
        ]
        return ["dict", pairs]
    return _tensor(value, blobs) or ["odd", _type_name(kind)]


def _tensor(value: Any, blobs: list[bytes]) -> list[Any] | None:
    import torch

    if (
        type(value) is not torch.Tensor
        or value.layout is not torch.strided
        or value.device.type != "cpu"
    ):
        return None
    name = str(value.dtype).removeprefix("torch.")
    if name not in _DTYPES:
        return None
    order = sorted(range(value.dim()), key=value.stride, reverse=True)
    order = order if value.permute(order).is_contiguous() else list(range(value.dim()))
    flat = value.detach().permute(order).contiguous().resolve_conj().resolve_neg()
    blobs.append(flat.reshape(-1).view(torch.uint8).numpy().tobytes() if flat.numel() else b"")
    return ["tensor", name, list(flat.shape), len(blobs[-1]), order]


def _type_name(kind: type) -> str:
    module = getattr(kind, "__module__", "")
    name = getattr(kind, "__qualname__", "?")
    return name if module == "builtins" else f"{module}.{name}"


def _value(node: list[Any], body: memoryview, at: list[int]) -> Any:
    kind = node[0]
    if kind == "const":
        if not (node[1] is None or node[1] is True or node[1] is False):
            raise ValueError("constant")
        return node[1]
    if kind == "int":
        return int(node[1])
    if kind == "float":
        return float.fromhex(node[1])
    if kind == "str":
        return bytes(_blob(node[1], body, at)).decode("utf-8", "surrogatepass")
    if kind == "bytes":
        return bytes(_blob(node[1], body, at))
    if kind in ("list", "tuple"):
        items = [_value(item, body, at) for item in node[1]]
        return items if kind == "list" else tuple(items)
    if kind == "dict":
        return {_value(k, body, at): _value(v, body, at) for k, v in node[1]}
    if kind == "tensor":
        return _read_tensor(node, body, at)
    if kind == "odd":
        return Odd(str(node[1])[:200])
    raise ValueError(kind)


def _blob(size: int, body: memoryview, at: list[int]) -> memoryview:
    start, at[0] = at[0], at[0] + size
    if size < 0 or at[0] > len(body):
        raise ValueError("blob")
    return body[start : at[0]]


def _read_tensor(node: list[Any], body: memoryview, at: list[int]) -> Any:
    import torch

    _, name, shape, size, order = node
    if name not in _DTYPES or any(type(n) is not int or n < 0 for n in shape):
        raise ValueError("tensor")
    if sorted(order) != list(range(len(shape))):
        raise ValueError("order of dimensions")
    dtype = getattr(torch, name)
    if size != math.prod(shape) * dtype.itemsize:
        raise ValueError("size of tensor")
    data = bytearray(_blob(size, body, at))
    flat = torch.frombuffer(data, dtype=torch.uint8).clone().view(dtype) if data else None
    dense = torch.zeros(shape, dtype=dtype) if flat is None else flat.reshape(shape)
    return dense.permute([order.index(n) for n in range(len(shape))])
