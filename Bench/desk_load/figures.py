"""Medians, percentiles and spread."""

import math


def percentile(values, share):
    """The smallest value that at least this share of the values do not exceed; None where there are none."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def summary(values):
    return {
        "n": len(values),
        "min": min(values, default=None),
        "p50": percentile(values, 0.5),
        "p95": percentile(values, 0.95),
        "p99": percentile(values, 0.99),
        "max": max(values, default=None),
    }


def spread(values):
    """The least, the median and the most of some repeats."""
    return [min(values), percentile(values, 0.5), max(values)] if values else None
