"""The report of an import, for people and programs."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import mean
from typing import Any

from django.utils import timezone

from choreography.library.importing.annotations import BadRow
from choreography.library.importing.ingesting import Outcome

REPORT_VERSION = 1
PROBLEM_CODE = "annotation"
"""Of what never became a clip to import: a bad row, a file without one, a row without a file."""


def import_report(
    outcomes: Iterable[Outcome], problems: Iterable[BadRow], *, unchanged: int, total_s: float
) -> dict[str, Any]:
    """Return summary, timing, quality and failed clips of an import as JSON-able data; shares are 0..1."""
    outcomes, problems = list(outcomes), list(problems)
    done = [outcome for outcome in outcomes if outcome.ingested is not None]
    failed = [outcome for outcome in outcomes if outcome.ingested is None]
    return {
        "version": REPORT_VERSION,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "summary": {
            "clips": len(outcomes) + len(problems) + unchanged,
            "imported": len(done),
            "unchanged": unchanged,
            "failed": len(failed) + len(problems),
            "flagged": sum(1 for outcome in done if outcome.ingested is not None and outcome.ingested.fault),
            "categories": dict(Counter(outcome.clip.annotation.category.value for outcome in done)),
        },
        "timing": {
            "total_s": round(total_s, 3),
            "seconds_a_clip": round(total_s / len(outcomes), 3) if outcomes else None,
            "stages_mean_s": _stage_means(done),
        },
        "quality": _quality(done),
        "clips": [_clip(outcome) for outcome in done],
        "failed_clips": [
            {"clip": outcome.clip.library_path, "code": outcome.error_code, "reason": outcome.reason}
            for outcome in failed
        ]
        + [{"clip": row.video_path, "code": PROBLEM_CODE, "reason": row.reason} for row in problems],
    }


def _stage_means(done: list[Outcome]) -> dict[str, float]:
    seconds: dict[str, list[float]] = defaultdict(list)
    for outcome in done:
        for stage, value in outcome.stage_seconds.items():
            seconds[stage].append(value)
    return {stage: round(mean(values), 3) for stage, values in seconds.items()}


def _quality(done: list[Outcome]) -> dict[str, float] | None:
    ingested = [outcome.ingested for outcome in done if outcome.ingested is not None]
    couples = [(clip.couple, clip.quality) for clip in ingested if clip.couple is not None]
    if not couples:
        return None
    return {
        "both_dancers_seen_mean": round(mean(couple.both_present_share for couple, _ in couples), 4),
        "both_dancers_seen_min": round(min(couple.both_present_share for couple, _ in couples), 4),
        "quality_mean": round(mean(quality for _, quality in couples), 4),
        "quality_min": round(min(quality for _, quality in couples), 4),
        "role_confidence_mean": round(mean(couple.role_confidence for couple, _ in couples), 4),
        "identity_confidence_mean": round(mean(couple.identity_confidence for couple, _ in couples), 4),
    }


def _clip(outcome: Outcome) -> dict[str, Any]:
    ingested = outcome.ingested
    assert ingested is not None
    return {
        "clip": outcome.clip.library_path,
        "tempo_bpm": round(ingested.grid.tempo_bpm, 2),
        "both_dancers_seen": round(ingested.couple.both_present_share, 4) if ingested.couple else None,
        "quality": round(ingested.quality, 4),
        "flagged": ingested.fault,
        "seconds": round(outcome.seconds, 3),
    }
