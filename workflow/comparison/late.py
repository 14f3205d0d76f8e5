"""Values that are made when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """What a call with these arguments gives, called at most once."""

    __slots__ = ("_arguments", "_make", "_value")
    _value: T

    def __init__(self, make: Callable[..., T], *arguments: Any) -> None:
        self._make = make
        self._arguments = arguments

    def __call__(self) -> T:
        """The value."""
        try:
            return self._value
        except AttributeError:
            self._value = self._make(*self._arguments)
            return self._value
