"""How well a clip was seen, as one number."""

DETECTION_WEIGHT, CONFIDENCE_WEIGHT = 0.6, 0.4


def quality_score(detection_rate: float, mean_confidence: float) -> float:
    """Return 0..1: 0.6 x the share of places that hold a dancer + 0.4 x the mean confidence of their joints."""
    for name, value in (("detection_rate", detection_rate), ("mean_confidence", mean_confidence)):
        if not 0.0 <= value <= 1.0:
            raise ValueError(f"{name} is a share from 0 to 1, not {value}")
    return DETECTION_WEIGHT * detection_rate + CONFIDENCE_WEIGHT * mean_confidence
