"""What all processes must know together though it is about no dance: how often somebody has come lately."""

from django.db import models


class ThrottleWindow(models.Model):
    """How often somebody used something since `started_at`; `common.api.throttling` counts."""

    key = models.CharField(max_length=100, primary_key=True)
    """The scope and a keyed hash of who: neither addresses nor names are kept."""
    started_at = models.DateTimeField()
    hits = models.PositiveIntegerField()

    class Meta:
        indexes = (models.Index(fields=("started_at",), name="throttle_by_age"),)

    def __str__(self) -> str:
        return self.key
