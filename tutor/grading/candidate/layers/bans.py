"""Forbidden operations: their kernels are overridden, so every alias and every thread is caught.

`torch._C._dispatch_library` gives a handle whose end would take the override back. It is leaked on
purpose, and no Python object leads to it.
"""

from __future__ import annotations

import ctypes
import os
import warnings
from collections.abc import Sequence

_KERNELS: dict[str, tuple[str, ...]] = {
    "scaled_dot_product_attention": (
        "scaled_dot_product_attention", "_scaled_dot_product_attention_math",
        "_scaled_dot_product_flash_attention_for_cpu", "_safe_softmax",
        "_scaled_dot_product_fused_attention_overrideable", "_fused_sdp_choice",
    ),
    "multi_head_attention_forward": ("_native_multi_head_attention", "_transformer_encoder_layer_fwd"),
    "softmax": ("_softmax", "_softmax.out", "_log_softmax", "_log_softmax.out", "_safe_softmax"),
    "log_softmax": ("_log_softmax", "_log_softmax.out"),
    "layer_norm": ("native_layer_norm", "native_layer_norm.out"),
    "cross_entropy": ("nll_loss_forward", "nll_loss2d_forward", "nll_loss_forward.output"),
    "gelu": ("gelu", "gelu.out"),
    "silu": ("silu", "silu.out"),
}  # fmt: skip
_KEYS = ("CPU", "AutogradCPU")
EXIT = 87
"""Exit code by which the host knows that a forbidden kernel ran; the name went over the pipe."""


def unknown(forbidden: Sequence[str]) -> list[str]:
    """Names that are no operation of torch, and so could not be forbidden."""
    import torch

    places = (torch.ops.aten, torch.nn.functional)
    return [
        name
        for name in forbidden
        if name not in _KERNELS and not any(hasattr(p, name) for p in places)
    ]


def apply(forbidden: Sequence[str], report_fd: int) -> str:
    """Override the kernels of these operations; running one ends the process."""
    import torch

    if unknown(forbidden):
        return f"there is no operation {', '.join(unknown(forbidden))}"
    for name in forbidden:
        _replace_function(torch, name, report_fd)
        for kernel in _KERNELS.get(name, (name,)):
            for key in _KEYS:
                _override(torch, kernel, key, name, report_fd)
    return ""


def _replace_function(torch, name: str, report_fd: int) -> None:
    """Functions such as multi_head_attention_forward have no kernel of their own."""

    def refused(*_: object, **__: object) -> None:
        os.write(report_fd, f"{name}\n".encode())
        os._exit(EXIT)

    alone = name not in _KERNELS or name == "multi_head_attention_forward"
    if alone and hasattr(torch.nn.functional, name):
        setattr(torch.nn.functional, name, refused)


def _override(torch, kernel: str, key: str, name: str, report_fd: int) -> None:
    def refused(*_: object, **__: object) -> None:
        os.write(report_fd, f"{name}\n".encode())
        os._exit(EXIT)

    operation, _, overload = kernel.partition(".")
    packet = getattr(torch.ops.aten, operation, None)
    if packet is None or (overload or "default") not in packet.overloads():
        return
    library = torch._C._dispatch_library("IMPL", "aten", key, "", 0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library.impl(kernel, key, refused)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
