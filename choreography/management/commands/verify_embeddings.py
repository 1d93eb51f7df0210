"""What a library holds and what is wrong with it."""

import json
from argparse import ArgumentParser
from collections import Counter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from choreography import selectors
from choreography.library.inspection.statistics import LibraryStatistics, library_statistics
from choreography.library.inspection.verification import Finding, verify_library
from choreography.models import DEMO_LIBRARY, MAIN_LIBRARY
from common.errors import BuddyError

SOMETHING_IS_WRONG = 2
SHOWN = 40


class Command(BaseCommand):
    help = "Count the moves of a library and look for what is wrong: ends with 2 where something is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--library", choices=(MAIN_LIBRARY, DEMO_LIBRARY), default=None)
        parser.add_argument("--json", action="store_true", help="nothing but JSON on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["library"] or selectors.library_in_use()
        statistics = library_statistics(name)
        if statistics.moves == 0:
            raise CommandError(f"There are no moves in the library {name}.")
        try:
            findings = verify_library(name)
        except BuddyError as error:
            raise CommandError(str(error)) from error
        wrong = [finding for finding in findings if finding.is_wrong]
        if options["json"]:
            document = {"statistics": asdict(statistics), "findings": [_row(finding) for finding in findings]}
            self.stdout.write(json.dumps(document | {"ok": not wrong}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join([*_table(statistics), *_troubles(findings)]))
        if wrong:
            raise SystemExit(SOMETHING_IS_WRONG)


def _row(finding: Finding) -> dict[str, object]:
    return asdict(finding) | {"is_wrong": finding.is_wrong}


def _table(told: LibraryStatistics) -> list[str]:
    state = "comparable" if told.is_normalised else "not yet comparable"
    lines = [
        f"Library {told.library}, version {told.version}: {told.moves} moves, {told.published} published, "
        f"{told.flagged} flagged; {told.with_embeddings} with embeddings, vectors {state}",
        f"{told.total_duration_s:.0f} s of film, {told.tempo_min_bpm:.0f} to {told.tempo_max_bpm:.0f} BPM",
    ]
    for title, counts in (
        ("category", told.by_category),
        ("difficulty", told.by_difficulty),
        ("energy", told.by_energy),
        ("style", told.by_style),
    ):
        lines.append(f"by {title}")
        lines += [f"  {value or 'any':<16}{count:>6}  {count / told.moves:>5.0%}" for value, count in counts.items()]
    if told.quality_mean is not None:
        lines.append("quality, 0 to 1")
        lines += [
            f"  {title:<24}{value:>6.2f}"
            for title, value in (
                ("mean", told.quality_mean),
                ("least", told.quality_min),
                ("both dancers seen", told.detection_mean),
                ("sure who is who", told.identity_confidence_mean),
                ("sure who leads", told.role_confidence_mean),
            )
            if value is not None
        ]
    return lines


def _troubles(findings: tuple[Finding, ...]) -> list[str]:
    fine = [] if any(finding.is_wrong for finding in findings) else ["Nothing is wrong."]
    if not findings:
        return fine
    findings = tuple(sorted(findings, key=lambda finding: not finding.is_wrong))
    counts = Counter(finding.fault for finding in findings)
    lines = [*fine, "found: " + ", ".join(f"{count} x {fault}" for fault, count in counts.most_common())]
    lines += [f"  {finding.fault:<18}{finding.library_path}: {finding.detail}" for finding in findings[:SHOWN]]
    return lines + ([f"  … and {len(findings) - SHOWN} more: --json has them"] if len(findings) > SHOWN else [])
