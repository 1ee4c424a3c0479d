# SPDX-License-Identifier: Apache-2.0
"""Chance that is the same on every machine and in every release of Python.

Nothing here or above uses a transcendental function of the C library: +, -, *, / and the square root are exact by
IEEE 754, sines are not, and the shipped files must come out byte for byte.
"""
import math

MASK = (1 << 64) - 1


def mixed(value):
    """A whole number, thoroughly stirred (splitmix64)."""
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


class Dice:
    """A stream of chance. Streams of different names do not know of each other: a new one changes no other."""

    def __init__(self, name):
        self.state = 0
        for letter in name:
            self.state = mixed(self.state ^ ord(letter))

    def share(self):
        """A number in [0, 1)."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        return (mixed(self.state) >> 11) / (1 << 53)

    def between(self, low, high):
        return low + (high - low) * self.share()

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def one_of(self, things):
        return things[self.whole(0, len(things) - 1)]

    def by_weight(self, pairs):
        """One thing of [(thing, weight)…]."""
        point = self.share() * sum(weight for _, weight in pairs)
        for thing, weight in pairs:
            point -= weight
            if point < 0:
                return thing
        return pairs[-1][0]

    def shuffled(self, things):
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            k = self.whole(0, i)
            things[i], things[k] = things[k], things[i]
        return things


class Noise:
    """Smooth noise over the plane, in [-1, 1], one octave."""

    def __init__(self, name):
        self.seed = Dice(name).state

    def _at(self, i, j):
        return (mixed(self.seed ^ ((i & 0xFFFFFFFF) << 32) ^ (j & 0xFFFFFFFF)) >> 11) / (1 << 52) - 1

    def __call__(self, x, y):
        i, j = math.floor(x), math.floor(y)
        s, t = x - i, y - j
        s, t = s * s * (3 - 2 * s), t * t * (3 - 2 * t)
        low = self._at(i, j) * (1 - s) + self._at(i + 1, j) * s
        high = self._at(i, j + 1) * (1 - s) + self._at(i + 1, j + 1) * s
        return low * (1 - t) + high * t


class Fractal:
    """Octaves of noise; `ridged` folds each so that crests become sharp."""

    def __init__(self, name, octaves, ridged=False):
        self.layers = [Noise(f"{name} {k}") for k in range(octaves)]
        self.ridged = ridged

    def __call__(self, x, y):
        total = weight = 0.0
        scale, share = 1.0, 1.0
        for layer in self.layers:
            value = layer(x * scale, y * scale)
            total += share * (1 - 2 * abs(value) if self.ridged else value)
            weight += share
            scale, share = scale * 2, share / 2
        return total / weight
