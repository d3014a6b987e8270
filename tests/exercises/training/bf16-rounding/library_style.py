import torch


def round_to_bf16(x):
    return x.to(torch.bfloat16).to(torch.float32)
