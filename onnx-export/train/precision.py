"""What matrix products are computed in."""
import torch


def precision(device: str) -> torch.dtype:
    """bfloat16 on a graphics card and on a processor that multiplies it, otherwise float32.

    A processor without such instructions does bfloat16 in software: 8 GFLOP/s where float32 makes 80.
    """
    if device == "cpu" and not (torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()):
        return torch.float32
    return torch.bfloat16


def products(device: str) -> torch.autocast:
    """The context in which models run."""
    return torch.autocast(device, dtype=torch.bfloat16, enabled=precision(device) == torch.bfloat16)
