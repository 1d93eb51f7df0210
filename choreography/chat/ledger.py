"""What language models cost: tokens and money of each day, for everybody and for each user, under lock."""

import logging
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ai_services.agent.errors import BudgetSpentError
from ai_services.agent.messages import Usage
from choreography.models import ModelUse

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reservation:
    """Tokens set aside for one call."""

    day: date
    tokens: int
    microusd: int


class DayLedger:
    """Reserves before a call and settles after it. A call that is never settled stays reserved: it may have cost."""

    def __init__(self, user_id: UUID) -> None:
        self._user_id = user_id

    def reserve(self, expected: Usage) -> Reservation:
        """Set tokens aside, or raise BudgetSpentError where the day's tokens or money would not do."""
        asked = Reservation(
            timezone.now().date(), expected.input_tokens + expected.output_tokens, cost_microusd(expected)
        )
        with transaction.atomic():
            everybody, mine = self._rows(asked.day)
            if _tokens(mine) + asked.tokens > settings.AGENT_DAILY_TOKENS_PER_USER:
                raise BudgetSpentError("This user's tokens of the day are spent.")
            if _microusd(everybody) + asked.microusd > settings.AGENT_DAILY_COST_USD * 1e6:
                raise BudgetSpentError("The money of the day is spent.")
            self._add(everybody, mine, reserved_tokens=asked.tokens, reserved_microusd=asked.microusd)
        return asked

    def settle(self, reserved: object, used: Usage | None) -> None:
        """Count what was used in place of what was set aside; None: all that was stays counted."""
        assert isinstance(reserved, Reservation)
        if used is None:
            return
        with transaction.atomic():
            everybody, mine = self._rows(reserved.day)
            self._add(
                everybody,
                mine,
                calls=1,
                input_tokens=used.input_tokens,
                output_tokens=used.output_tokens,
                cost_microusd=cost_microusd(used),
                reserved_tokens=-reserved.tokens,
                reserved_microusd=-reserved.microusd,
            )

    def _rows(self, day: date) -> tuple[ModelUse, ModelUse]:
        """Return the rows of everybody and of the user, made where missing, locked always in this order."""
        rows = [ModelUse(day=day, user_id=None), ModelUse(day=day, user_id=self._user_id)]
        ModelUse.objects.bulk_create(rows, ignore_conflicts=True)
        everybody = ModelUse.objects.select_for_update().get(day=day, user__isnull=True)
        return everybody, ModelUse.objects.select_for_update().get(day=day, user_id=self._user_id)

    @staticmethod
    def _add(*rows: ModelUse, **amounts: int) -> None:
        changes = {name: F(name) + amount for name, amount in amounts.items()}
        ModelUse.objects.filter(id__in=[row.id for row in rows]).update(**changes)


def cost_microusd(usage: Usage) -> int:
    """Return what tokens cost by the prices of the settings, in millionths of a dollar, rounded up."""
    cost = (
        usage.input_tokens * settings.AGENT_INPUT_USD_PER_MTOK
        + usage.output_tokens * settings.AGENT_OUTPUT_USD_PER_MTOK
    )
    return int(-(-cost // 1))


def _tokens(row: ModelUse) -> int:
    return row.input_tokens + row.output_tokens + row.reserved_tokens


def _microusd(row: ModelUse) -> int:
    return row.cost_microusd + row.reserved_microusd
