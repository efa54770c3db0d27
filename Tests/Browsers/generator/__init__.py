"""Makes exchanges at random from a seed: mostly right answers, with a few things changed."""

from .exchanges import exchange

__all__ = ["exchange"]
